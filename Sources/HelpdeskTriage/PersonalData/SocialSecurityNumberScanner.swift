/// Finds social security numbers of the United States, and tells them from part numbers of the same shape.
struct SocialSecurityNumberScanner {
    private let text: SignText

    init(_ text: SignText) { self.text = text }

    func scan(_ run: NumberRun, _ candidates: inout [PersonalDataCandidate]) {
        guard run.digits >= 9, text[run.start] != 0x2B else { return }
        for first in run.groups.indices {
            let group = run.groups[first]
            let end: Int
            if group.count == 9 {
                end = group.end
            } else if group.count == 3, first + 2 < run.groups.count, run.groups[first + 1].count == 2,
                run.groups[first + 2].count == 4, run.groups[first + 1].start == group.end + 1,
                run.groups[first + 2].start == run.groups[first + 1].end + 1,
                text[group.end] == text[run.groups[first + 1].end], text[group.end] != 0x2F
            {
                end = run.groups[first + 2].end
            } else {
                continue
            }
            if isNumber(group.start, end) {
                candidates.append(PersonalDataCandidate(kind: .socialSecurityNumber, range: group.start..<end))
            }
        }
    }

    private func isNumber(_ start: Int, _ end: Int) -> Bool {
        guard mayStand(start, end) else { return false }
        let digits = (start..<end).filter { Sign.isDigit(text[$0]) }.map { Int(text[$0] - 0x30) }
        let value = digits.reduce(0) { $0 * 10 + $1 }
        guard value > 0 else { return false }
        switch sense(start, end) {
        case .other: return false
        case .number: return true
        case .none:
            // Without a word: only as it is usually written, and as the agency gives it out.
            let area = value / 1_000_000
            return text[start + 3] == 0x2D && area > 0 && area < 900 && area != 666 && value / 10_000 % 100 > 0
                && value % 10_000 > 0
        }
    }

    private func mayStand(_ start: Int, _ end: Int) -> Bool {
        let before = text[start - 1]
        let after = text[end]
        if Sign.isLetterOrDigit(before) || [0x5F, 0x2B, 0x2A, 0x24, 0x40].contains(before) { return false }
        if before == 0x2D || before == 0x2E || before == 0x2F, Sign.isLetterOrDigit(text[start - 2]) { return false }
        if Sign.isLetterOrDigit(after) || [0x5F, 0x40, 0x2A].contains(after) { return false }
        return after != 0x2D && after != 0x2E || !Sign.isLetterOrDigit(text[end + 1])
    }

    private enum Sense { case number, other, none }

    /// What the nearest telling word says, before and then behind.
    private func sense(_ start: Int, _ end: Int) -> Sense {
        for word in text.words(before: start, count: 7, reach: 60) {
            if Self.numberWords.contains(word) { return .number }
            if Self.otherWords.contains(word) { return .other }
        }
        for word in text.words(after: end, count: 4, reach: 32) {
            if Self.numberWords.contains(word) { return .number }
            if Self.otherWords.contains(word) { return .other }
        }
        return .none
    }

    private static let numberWords = WordSet("ssn ssns social security ss ssa itin tin taxpayer taxes irs")

    private static let otherWords = WordSet(
        """
        part parts item items sku model order orders case reference ref serial invoice ticket article product catalog
        catalogue stock lot batch tracking policy claim code version component kit spare replacement cartridge filter
        isbn phone tel fax call booking contract customer parcel shipment po rma sn pn valve pump gasket bracket
        """)
}
