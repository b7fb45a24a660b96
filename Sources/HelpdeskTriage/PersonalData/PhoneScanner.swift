/// Finds telephone numbers: international, national, with extension; and tells them from all the other numbers that
/// customers write.
///
/// A number that can be nothing else (`+44 …`, `(555) 010-1234`, `07700 900999`) is taken anywhere; one of a vaguer shape
/// only beside a word such as "call" or "phone"; neither where a word such as "order" or "invoice" stands before it.
struct PhoneScanner {
    /// A run of digits within a number.
    private struct Group {
        var start: Int
        var end: Int
        var count: Int { end - start }
    }

    /// Most groups that one number has; longer runs are tried piece by piece.
    private static let mostGroups = 7
    /// Shorter numbers are services or emergency calls, or not numbers at all.
    private static let fewestDigits = 6
    /// How far around a number a telling word is looked for.
    private static let reach = 48

    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Where the numbers stand, in order.
    func ranges() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            let value = scalars[index].value
            guard value >= 0x28,
                isDigit(index) || (value == 0x2B || value == 0x28 || value == 0xFF0B) && isDigit(index + 1)
                    || value == 0x28 && index + 1 < scalars.count && scalars[index + 1] == "+" && isDigit(index + 2)
            else {
                index += 1
                continue
            }
            let (start, groups) = run(from: index)
            search(start, groups, &ranges)
            index = max(index + 1, groups.last?.end ?? index + 1)
        }
        return ranges
    }

    /// All groups that hang together, from a plus sign, a bracket or a digit on.
    private func run(from start: Int) -> (Int, [Group]) {
        var groups: [Group] = []
        var index = start
        while index < scalars.count, !isDigit(index) { index += 1 }
        while true {
            let first = index
            while index < scalars.count, isDigit(index) { index += 1 }
            groups.append(Group(start: first, end: index))
            guard let next = afterSeparator(index) else { break }
            index = next
        }
        return (start, groups)
    }

    /// The next digit behind a separator of at most three signs, if it still belongs to the same number.
    private func afterSeparator(_ start: Int) -> Int? {
        var index = start
        while index < scalars.count, index < start + 3 {
            switch scalars[index].value {
            case 0x20, 0xA0, 0x2009, 0x202F, 0x2D, 0x2010, 0x2011, 0x2013, 0x2F, 0x28, 0x29: index += 1
            case 0x2E:
                // A dot before a blank ends a sentence.
                guard isDigit(index + 1) else { return nil }
                index += 1
            default:
                return isDigit(index) && index > start ? index : nil
            }
        }
        return isDigit(index) && index > start ? index : nil
    }

    /// Takes the longest numbers out of a run, from the left.
    private func search(_ start: Int, _ groups: [Group], _ ranges: inout [Range<Int>]) {
        guard !looksLikeAccount(start, groups) else { return }
        var first = 0
        while first < groups.count {
            var taken = 0
            let begins = first == 0 ? start : groups[first].start
            if first == 0 ? mayBegin(start) : isBlank(groups[first].start - 1) {
                var count = min(Self.mostGroups, groups.count - first)
                while count > 0 {
                    let slice = Array(groups[first..<first + count])
                    // Fewer groups have still fewer digits.
                    if slice.reduce(0, { $0 + $1.count }) < Self.fewestDigits { break }
                    if let range = number(begins, slice, isWhole: count == groups.count - first) {
                        ranges.append(range)
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
    private func looksLikeAccount(_ start: Int, _ groups: [Group]) -> Bool {
        let digits = groups.prefix(12).reduce(0) { $0 + $1.count }
        if start >= 2, isDigit(start), isLetter(start - 1), isLetter(start - 2), start == 2 || !isLetter(start - 3),
            groups[0].count >= 2, digits >= 8
        {
            return true
        }
        return isDigit(start) && groups.count >= 3 && groups.prefix(3).allSatisfy { $0.count == 4 }
            || isDigit(start) && digits >= 14 && groups[0].count >= 4 && scalars[groups[0].start] != "0"
    }

    private func mayBegin(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        let before = scalars[start - 1]
        switch before.value {
        case 0x23, 0x5F, 0x40, 0x24, 0x25, 0x26, 0x5C, 0x2B, 0x2A: return false
        case 0x3D: return scalars[start] == "+" || context(start, start) == .phone
        case 0x3A: return start < 2 || !isDigit(start - 2)
        case 0x2E: return start < 2 || !isDigit(start - 2)
        case 0x2C: return start < 2 || !isDigit(start - 2)
        case 0x2D, 0x2F: return start < 2 || !isLetter(start - 2) && !isDigit(start - 2)
        default: return !isLetter(start - 1) && before.properties.generalCategory != .currencySymbol
        }
    }

    private enum Context { case phone, other, none }

    /// The range of a number made of these groups, if they make one.
    private func number(_ start: Int, _ groups: [Group], isWhole: Bool) -> Range<Int>? {
        guard let head = groups.first, let tail = groups.last else { return nil }
        let extensionEnd = self.extensionEnd(tail.end)
        let end = tail.end
        if extensionEnd == nil {
            guard isWhole || isBlank(end) else { return nil }
            if end < scalars.count {
                let after = scalars[end]
                if isLetter(end) || after == "_" || after == "@" || after == "%" { return nil }
                if (after == ":" || after == ",") && isDigit(end + 1) { return nil }
                if after.properties.generalCategory == .currencySymbol { return nil }
                if (after == "-" || after == ".") && (isLetter(end + 1) || isDigit(end + 1)) { return nil }
            }
        }
        let counts = groups.map(\.count)
        let digits = counts.reduce(0, +)
        guard digits >= Self.fewestDigits, digits <= 17 else { return nil }
        let isInternational =
            scalars[start] == "+" || scalars[start].value == 0xFF0B
            || scalars[start] == "(" && start + 1 < scalars.count && scalars[start + 1] == "+"
        let range = balanced(start, extensionEnd ?? end)
        if isInternational {
            return digits >= 7 && digits <= 15 && scalars[head.start] != "0" ? range : nil
        }
        let context = context(start, range.upperBound)
        if context == .other { return nil }
        if isDate(groups) { return nil }
        let zeros = scalars[head.start] == "0"
        let opens = scalars[start] == "("
        let isKnown =
            isNorthAmerican(groups, counts, opens)
            || zeros && scalars[head.start + min(1, head.count - 1)] == "0" && digits >= 12 && head.count > 1
            || zeros && digits >= 9 && digits <= 12 && hasNationalShape(groups, counts)
            || opens && (2...5).contains(head.count) && digits >= 9 && digits <= 12 && groups.count <= 4
        if isKnown { return range }
        guard context == .phone, digits <= 15 else { return nil }
        // "call within 24-48 hours" has digits too; a number has six at least, most of them together.
        return (counts.max() ?? 0) >= 3 || groups.count >= 3 && digits >= 8 ? range : nil
    }

    private func isNorthAmerican(_ groups: [Group], _ counts: [Int], _ opens: Bool) -> Bool {
        let body = counts.first == 1 && scalars[groups[0].start] == "1" ? Array(groups.dropFirst()) : groups
        guard body.map(\.count) == [3, 3, 4] else { return false }
        let area = scalars[body[0].start].value
        return area >= 0x32 && area <= 0x39
    }

    private func hasNationalShape(_ groups: [Group], _ counts: [Int]) -> Bool {
        if groups.count == 1 { return counts[0] >= 10 && counts[0] <= 11 }
        guard groups.count <= 6, counts[0] >= 2, counts.dropFirst().allSatisfy({ $0 >= 2 }) else { return false }
        // "0800-100-200" and "01.23.45.67.89" are numbers, "04.05.2024 10:00" is not.
        return counts.contains { $0 >= 3 } || groups.count == 5
    }

    /// Day, month and year in some order.
    private func isDate(_ groups: [Group]) -> Bool {
        guard groups.count >= 3 else { return false }
        let counts = groups.prefix(3).map(\.count)
        let separators = [scalars[groups[0].end], scalars[groups[1].end]]
        guard separators[0] == separators[1], separators[0] != " ", separators[0].value != 0xA0 else { return false }
        return counts == [4, 2, 2]
            || counts[0] <= 2 && counts[1] <= 2 && (counts[2] == 4 || counts[2] == 2 && groups.count == 3)
    }

    /// Drops a bracket that has no partner.
    private func balanced(_ start: Int, _ end: Int) -> Range<Int> {
        if scalars[start] == "(", !scalars[start..<end].contains(")") { return start + 1..<end }
        return start..<end
    }

    /// The end of "ext. 12" behind a number.
    private func extensionEnd(_ end: Int) -> Int? {
        var index = end
        while index < scalars.count, index < end + 3, isBlank(index) || scalars[index] == "," { index += 1 }
        var word: [UInt8] = []
        while index < scalars.count, word.count < 10, isLetter(index) {
            MessageTokens.append(WordForm.fold(scalars[index]), to: &word)
            index += 1
        }
        guard Self.extensions.contains(word) else { return nil }
        if index < scalars.count, scalars[index] == "." || scalars[index] == ":" { index += 1 }
        while index < scalars.count, isBlank(index) { index += 1 }
        let first = index
        while index < scalars.count, isDigit(index) { index += 1 }
        guard index > first, index - first <= 6, !isLetter(index) else { return nil }
        return index
    }

    private static let extensions: Set<[UInt8]> = Set(
        ["ext", "extension", "extn", "x", "durchwahl", "dw", "poste", "int", "toestel"].map { Array($0.utf8) })

    // MARK: Words around

    /// What the nearest telling word says: the one before decides, else the one behind.
    private func context(_ start: Int, _ end: Int) -> Context {
        var index = start - 1
        let lowest = max(0, start - Self.reach)
        var words = 0
        var isReached = false
        while index >= lowest, words < 7 {
            while index >= lowest, !isLetter(index) {
                if scalars[index].value == 0x0A
                    || isDigit(index) && words == 0 && !isLetter(index + 1) && start - index > 4
                {
                    break
                }
                index -= 1
            }
            let last = index
            while index >= lowest, isLetter(index) { index -= 1 }
            guard last > index else { break }
            let word = hash(index + 1..<last + 1)
            if Self.phones.contains(word) { return .phone }
            // "order 5550101234", "order number: …"; but "about my order on 07700 900999".
            if words == 0, Self.prepositions.contains(word) { isReached = true }
            if words < 3, !isReached, Self.others.contains(word) { return .other }
            words += 1
        }
        index = end
        words = 0
        let highest = min(scalars.count, end + Self.reach / 2)
        while index < highest, words < 5 {
            while index < highest, !isLetter(index), !isDigit(index), scalars[index].value != 0x0A { index += 1 }
            let first = index
            while index < highest, isLetter(index) { index += 1 }
            guard index > first else { break }
            if Self.phones.contains(hash(first..<index)) { return .phone }
            words += 1
        }
        return .none
    }

    /// The word in that range, folded, as a number.
    private func hash(_ range: Range<Int>) -> UInt64 {
        range.reduce(WordHash.seed) { hash, index in
            let folded = WordForm.fold(scalars[index])
            return folded == 0 ? hash : WordHash.add(UInt8(truncatingIfNeeded: folded), to: hash)
        }
    }

    private static let prepositions: Set<UInt64> = Set(
        ["on", "at", "under", "via"].map { WordHash.hash(Array($0.utf8)) })

    private static let phones: Set<UInt64> = Set(
        """
        phone phones telephone telephones tel tele mobile mob cell cellphone cellular handy call calls called calling ring
        rang ringing text texts texted sms whatsapp fax hotline dial dialled dialed dialing landline voicemail phoned fon
        telefon telefono handynummer viber signal telegram reach reachable helpline switchboard callback pager gsm portable
        """.split(whereSeparator: \.isWhitespace).map { WordHash.hash(Array($0.utf8)) })

    private static let others: Set<UInt64> = Set(
        """
        order orders invoice invoices ref reference ticket case serial tracking account iban card imei iccid isbn ssn version
        build part sku id article policy claim booking reservation license licence meter customer membership batch receipt
        transaction parcel shipment error code pin zip postcode build revision item model po amount sum passport bic ean
        barcode asin contract commit checksum timestamp uid uuid bestellung rechnung kundennummer vat social firmware driver
        """.split(whereSeparator: \.isWhitespace).map { WordHash.hash(Array($0.utf8)) })

    // MARK: Signs

    private func isDigit(_ index: Int) -> Bool {
        guard index >= 0, index < scalars.count else { return false }
        let value = scalars[index].value
        return value >= 0x30 && value <= 0x39 || value >= 0xFF10 && value <= 0xFF19 || value >= 0x660 && value <= 0x669
            || value >= 0x6F0 && value <= 0x6F9
    }

    private func isLetter(_ index: Int) -> Bool {
        index >= 0 && index < scalars.count && WordForm.isWord(scalars[index]) && !isDigit(index)
    }

    private func isBlank(_ index: Int) -> Bool {
        index >= 0 && index < scalars.count && (scalars[index].value == 0x20 || scalars[index].value == 0xA0)
    }
}
