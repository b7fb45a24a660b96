/// What the groups of digits alone say about a number that may be one of a telephone.
struct PhoneShape {
    let text: SignText
    let groups: ArraySlice<NumberRun.Group>
    let digits: Int

    init(_ text: SignText, _ groups: ArraySlice<NumberRun.Group>) {
        self.text = text
        self.groups = groups
        digits = groups.reduce(0) { $0 + $1.count }
    }

    /// Behind a plus sign: seven to fifteen digits (ITU-T E.164), and no zero first.
    var isInternational: Bool {
        guard digits >= 7, digits <= 15, text[group(0).start] != 0x30 else { return false }
        // "+1 000 000" counts something, "+48.858370" is a place.
        if groups.count > 1, group(0).count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 && isZero($0) }) {
            return false
        }
        return groups.count != 2 || text[group(0).end] != 0x2E || group(1).count >= 8
    }

    /// Whether the groups can be nothing but a number for telephones.
    ///
    /// - Parameter opens: Whether the first group stands in brackets.
    func isKnown(opens: Bool) -> Bool {
        if isNorthAmerican { return true }
        if opens, (2...5).contains(group(0).count), digits >= 9, digits <= 12, groups.count <= 4 { return true }
        guard text[group(0).start] == 0x30 else { return false }
        if digits >= 12, group(0).count > 1, text[group(0).start + 1] == 0x30 { return true }
        return digits >= 9 && digits <= 12 && isNational
    }

    /// Three, three and four digits, perhaps behind a one.
    private var isNorthAmerican: Bool {
        let hasCountry = group(0).count == 1 && text[group(0).start] == 0x31
        let body = hasCountry ? groups.dropFirst() : groups
        guard body.count == 3, let area = body.first else { return false }
        return zip(body, [3, 3, 4]).allSatisfy { $0.count == $1 } && text[area.start] >= 0x32
    }

    /// A zero, and groups as they are usual in Europe, Asia and Australia.
    private var isNational: Bool {
        if groups.count == 1 { return digits == 10 || digits == 11 }
        // "02110-1301" is a postal code.
        if groups.count == 2, group(0).count == 5, group(1).count == 4, text[group(0).end] == 0x2D { return false }
        guard groups.count <= 6, group(0).count >= 2, groups.allSatisfy({ $0.count >= 2 }) else { return false }
        // "0800-100-200" and "01.23.45.67.89" are numbers, "04.05.2024 10:00" is not.
        return groups.contains { $0.count >= 3 } || groups.count == 5
    }

    /// Six digits at least, most of them together: not "24-48 hours".
    var isPossible: Bool {
        let single = groups.count { $0.count == 1 }
        if single > 2 || single > 0 && digits == 6 { return false }
        return digits <= 15 && (groups.contains { $0.count >= 3 } || groups.count >= 3 && digits >= 6)
    }

    /// A date, a decimal fraction, zeros only, or all digits in their order.
    var isOther: Bool { isDate || isDecimal || groups.allSatisfy(isZero) || isAlphabet }

    /// "0123456789"
    private var isAlphabet: Bool {
        groups.count == 1 && digits == 10
            && (0..<10).allSatisfy { text[group(0).start + $0] == 0x30 + UInt8($0) }
    }

    /// "0.99955"
    private var isDecimal: Bool {
        groups.count == 2 && text[group(0).end] == 0x2E && (digits < 9 || group(0).count < 2)
    }

    /// Day, month and year in some order, anywhere in the number.
    private var isDate: Bool {
        guard groups.count >= 3 else { return false }
        for first in 0...groups.count - 3 {
            let separator = text[group(first).end]
            guard separator == text[group(first + 1).end] else { continue }
            if separator == 0x20 {
                if groups.count == 3, isSpacedDate { return true }
                continue
            }
            let counts = (group(first).count, group(first + 1).count, group(first + 2).count)
            if counts == (4, 2, 2) { return true }
            if counts.0 <= 2, counts.1 <= 2, counts.2 == 4 || counts.2 == 2 && groups.count == 3 { return true }
        }
        return false
    }

    /// "12 04 2024"
    private var isSpacedDate: Bool {
        let year = group(2)
        guard group(0).count <= 2, group(1).count <= 2, year.count == 4 else { return false }
        return text[year.start] == 0x32 && text[year.start + 1] == 0x30
            || text[year.start] == 0x31 && text[year.start + 1] == 0x39
    }

    private func isZero(_ group: NumberRun.Group) -> Bool {
        (group.start..<group.end).allSatisfy { text[$0] == 0x30 }
    }

    private func group(_ offset: Int) -> NumberRun.Group { groups[groups.startIndex + offset] }
}
