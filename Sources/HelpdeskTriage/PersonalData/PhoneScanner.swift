/// Finds telephone numbers: international, national, with extension; and tells them from all the other numbers that
/// customers write.
///
/// A number that can be nothing else (`+44 …`, `(555) 010-1234`, `07700 900999`) is taken anywhere; one of a vaguer
/// shape only beside a word such as "call" or "phone"; neither where a word such as "order" or "invoice" stands before
/// it.
struct PhoneScanner {
    /// Most groups that one number has; longer runs are tried piece by piece.
    private static let mostGroups = 7
    /// Shorter numbers are services or emergency calls, or not numbers at all.
    private static let fewestDigits = 6

    let text: SignText

    init(_ text: SignText) { self.text = text }

    /// Takes the longest numbers out of a run, from the left.
    func scan(_ run: NumberRun, _ candidates: inout [PersonalDataCandidate]) {
        let groups = run.groups
        guard run.digits >= Self.fewestDigits, !looksLikeAccount(run.start, groups) else { return }
        var first = 0
        while first < groups.count {
            var taken = 0
            let begins = first == 0 ? run.start : groups[first].start
            if first == 0 ? mayBegin(run.start) : isBlank(groups[first].start - 1) {
                var count = min(Self.mostGroups, groups.count - first)
                while count > 0 {
                    let shape = PhoneShape(text, groups[first..<first + count])
                    // Fewer groups have still fewer digits.
                    if shape.digits < Self.fewestDigits { break }
                    if !isRow(groups, first, count),
                        let range = number(begins, shape, isWhole: count == groups.count - first)
                    {
                        candidates.append(PersonalDataCandidate(kind: .phone, range: range))
                        taken = count
                        break
                    }
                    count -= 1
                }
            }
            first += max(1, taken)
        }
    }

    /// Runs of an IBAN ("DE89 3704 …") or of a payment card.
    private func looksLikeAccount(_ start: Int, _ groups: [NumberRun.Group]) -> Bool {
        let digits = groups.prefix(12).reduce(0) { $0 + $1.count }
        if start >= 2, isDigit(start), isLetter(start - 1), isLetter(start - 2), start == 2 || !isLetter(start - 3),
            groups[0].count >= 2, digits >= 8
        {
            return true
        }
        return isDigit(start) && groups.count >= 3 && groups.prefix(3).allSatisfy { $0.count == 4 }
            || isDigit(start) && digits >= 14 && groups[0].count >= 4 && text[groups[0].start] != 0x30
    }

    /// Whether the groups are a part of a longer row of pairs: "<66 00 68 00 71 00 77 00>".
    private func isRow(_ groups: [NumberRun.Group], _ first: Int, _ count: Int) -> Bool {
        let end = first + count
        guard groups[first].count == 2, groups[end - 1].count == 2, text[groups[first].start - 1] != 0x2B else {
            return false
        }
        return first > 0 && groups[first - 1].count == 2 || end < groups.count && groups[end].count == 2
    }

    private func mayBegin(_ start: Int) -> Bool {
        switch text[start - 1] {
        case 0x23, 0x5F, 0x40, 0x24, 0x25, 0x26, 0x5C, 0x2B, 0x2A, Sign.currency, Sign.omission: false
        case 0x3D: text[start] == 0x2B || sense(start, start, reach: 2) == .phone
        case 0x3A, 0x2E, 0x2C: !isDigit(start - 2)
        case 0x2D, 0x2F: !isLetter(start - 2) && !isDigit(start - 2)
        default: !isLetter(start - 1)
        }
    }

    private func mayEnd(_ end: Int) -> Bool {
        switch text[end] {
        case 0x5F, 0x40, 0x25, 0x2A, Sign.currency, Sign.letter: false
        case 0x3A, 0x2C: !isDigit(end + 1)
        // "07700 900123-Fax"
        case 0x2D: !isDigit(end + 1) && (!isLetter(end + 1) || isLabelled(behind: end))
        case 0x2E: !isLetter(end + 1) && !isDigit(end + 1)
        default: !isLetter(end)
        }
    }

    /// The range of a number made of these groups, if they make one.
    private func number(_ start: Int, _ shape: PhoneShape, isWhole: Bool) -> Range<Int>? {
        guard let head = shape.groups.first, let tail = shape.groups.last else { return nil }
        let extensionEnd = self.extensionEnd(tail.end)
        guard extensionEnd != nil || (isWhole || isBlank(tail.end)) && mayEnd(tail.end) else { return nil }
        guard shape.digits <= 17 else { return nil }
        let range = balanced(start, extensionEnd ?? tail.end)
        if text[start] == 0x2B || text[start] == 0x28 && text[start + 1] == 0x2B {
            return shape.isInternational ? range : nil
        }
        let isKnown = shape.isKnown(opens: text[start] == 0x28 && text[head.end] == 0x29)
        guard isKnown || shape.isPossible, !shape.isOther else { return nil }
        // The vaguer the shape, the nearer the word must be.
        switch sense(start, range.upperBound, reach: isKnown ? 7 : shape.digits > Self.fewestDigits ? 4 : 2) {
        case .phone: return range
        case .other: return nil
        case .none: return isKnown ? range : nil
        }
    }

    /// Drops a bracket that has no partner.
    private func balanced(_ start: Int, _ end: Int) -> Range<Int> {
        if text[start] == 0x28, !(start..<end).contains(where: { text[$0] == 0x29 }) { return start + 1..<end }
        return start..<end
    }

    /// The end of "ext. 12" behind a number.
    private func extensionEnd(_ end: Int) -> Int? {
        var index = end
        while index < end + 3, isBlank(index) || text[index] == 0x2C { index += 1 }
        let word = index
        while index < word + 12, isLetter(index) { index += 1 }
        guard index > word, Self.extensions.contains(text.hash(word..<index)) else { return nil }
        if text[index] == 0x2E || text[index] == 0x3A { index += 1 }
        let blanks = index
        while index < blanks + 3, isBlank(index) { index += 1 }
        let first = index
        while index < first + 7, isDigit(index) { index += 1 }
        return index > first && index - first <= 6 && !isLetter(index) ? index : nil
    }

    private static let extensions = WordSet("ext extension extn x durchwahl dw poste int interno toestel anexo")

    private func isDigit(_ index: Int) -> Bool { Sign.isDigit(text[index]) }
    private func isLetter(_ index: Int) -> Bool { Sign.isLetter(text[index]) }
    private func isBlank(_ index: Int) -> Bool { text[index] == 0x20 }
}
