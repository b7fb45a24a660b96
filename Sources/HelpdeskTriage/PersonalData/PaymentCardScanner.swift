/// Finds numbers of payment cards, in groups of any size: an issuer's prefix, its length, and Luhn's check digit
/// (ISO/IEC 7812).
struct PaymentCardScanner {
    /// The groups that a number of 19 digits could have at most.
    private static let mostGroups = 19

    private let text: SignText

    init(_ text: SignText) { self.text = text }

    /// Takes the numbers out of a run, from the left.
    func scan(_ run: NumberRun, _ candidates: inout [PersonalDataCandidate]) {
        guard run.digits >= 12, text[run.start] != 0x2B, mayBegin(run.groups[0].start) else { return }
        let isSaidToBeCard = isSaidToBeCard(run.start)
        var first = 0
        while first < run.groups.count {
            if first == 0 || text[run.groups[first].start - 1] == 0x20,
                let count = groups(of: run, from: first, isSaidToBeCard: isSaidToBeCard)
            {
                if isRow(run, first, count) { return }
                let range = run.groups[first].start..<run.groups[first + count - 1].end
                if !isOther(range) { candidates.append(PersonalDataCandidate(kind: .creditCard, range: range)) }
                first += count
            } else {
                first += 1
            }
        }
    }

    private func mayBegin(_ start: Int) -> Bool {
        switch text[start - 1] {
        case 0x5F, 0x40, 0x25, 0x24, 0x2A, Sign.omission: false
        case 0x2D, 0x2F: !Sign.isLetterOrDigit(text[start - 2])
        case 0x2E: !Sign.isDigit(text[start - 2])
        default: !Sign.isLetter(text[start - 1])
        }
    }

    private func mayEnd(_ end: Int) -> Bool {
        switch text[end] {
        case 0x5F, 0x40, 0x25, 0x2A: false
        case 0x2D, 0x2E: !Sign.isASCIILetterOrDigit(text[end + 1])
        default: !Sign.isLetter(text[end])
        }
    }

    /// How many groups from there make a number; of several, those of the issuer's usual length.
    private func groups(of run: NumberRun, from first: Int, isSaidToBeCard: Bool) -> Int? {
        var best: (count: Int, isUsual: Bool)?
        var digits: [UInt8] = []
        var dots = 0
        for index in first..<min(run.groups.count, first + Self.mostGroups) {
            let group = run.groups[index]
            if digits.count + group.count > 19 { break }
            for position in group.start..<group.end { digits.append(text[position] - 0x30) }
            // "2.718281828459045", "5.5 6.1 787252"
            if index > first, group.start == run.groups[index - 1].end + 1, text[group.start - 1] == 0x2E {
                dots += 1
            }
            if dots > 0, dots != index - first || dots == 1 { continue }
            guard digits.count >= 12, mayEnd(group.end), Self.passesLuhn(digits),
                let issuer = PaymentCardIssuer(digits) ?? (isSaidToBeCard ? .unknown : nil),
                issuer.lengths.contains(digits.count)
            else { continue }
            let isUsual = digits.count == issuer.usualLength
            if best == nil || isUsual { best = (index - first + 1, isUsual) }
        }
        return best?.count
    }

    /// Whether the groups are a part of a table: others of the same size stand beside them, which are no cards.
    private func isRow(_ run: NumberRun, _ first: Int, _ count: Int) -> Bool {
        guard count > 1 else { return false }
        let size = run.groups[first].count
        let end = first + count
        if first > 0, run.groups[first - 1].count == size, !isCardBefore(run, first, count) { return true }
        guard end < run.groups.count, run.groups[end].count == size else { return false }
        return groups(of: run, from: end, isSaidToBeCard: false) == nil
    }

    private func isCardBefore(_ run: NumberRun, _ first: Int, _ count: Int) -> Bool {
        first >= count && groups(of: run, from: first - count, isSaidToBeCard: false) == count
    }

    static func passesLuhn(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (index, digit) in digits.reversed().enumerated() {
            let value = Int(digit) << (index & 1)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0 && sum > 0
    }

    /// Whether it is called a payment card, so that cards of issuers unknown here count too.
    private func isSaidToBeCard(_ start: Int) -> Bool {
        let words = text.words(before: start, count: 5)
        return words.contains { Self.cardWords.contains($0) } && !words.contains { Self.otherCards.contains($0) }
    }

    private static let cardWords = WordSet(
        "card cards cc creditcard debit credit kreditkarte karte carte tarjeta carta visa mastercard amex")

    private static let otherCards = WordSet("gift sim loyalty member membership library id bonus club fuel")

    /// Whether it is said to be the number of something else.
    private func isOther(_ range: Range<Int>) -> Bool {
        text.words(before: range.lowerBound, count: 2).contains { Self.otherWords.contains($0) }
    }

    private static let otherWords = WordSet(
        "tracking iccid imei isbn ean gtin upc barcode asin meid imsi parcel shipment waybill timestamp oid")
}
