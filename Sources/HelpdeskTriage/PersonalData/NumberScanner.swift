/// Hands every run of digits to the scanners that know numbers.
struct NumberScanner {
    private let text: SignText
    private let phones: PhoneScanner
    private let cards: PaymentCardScanner
    private let accounts: IBANScanner
    private let addresses: IPAddressScanner
    private let securityNumbers: SocialSecurityNumberScanner
    private var run = NumberRun()
    private var accountBound = 0

    init(_ text: SignText) {
        self.text = text
        phones = PhoneScanner(text)
        cards = PaymentCardScanner(text)
        accounts = IBANScanner(text)
        addresses = IPAddressScanner(text)
        securityNumbers = SocialSecurityNumberScanner(text)
    }

    /// Looks at the run whose first digit stands there.
    ///
    /// - Returns: Where it ends.
    mutating func scan(from digit: Int, _ candidates: inout [PersonalDataCandidate]) -> Int {
        // Most numbers are short and stand alone: "5 minutes", "2024,".
        if let end = end(ofShort: digit) { return end }
        run.read(text, from: digit)
        if digit >= accountBound, let range = accounts.range(checkDigitsAt: digit) {
            candidates.append(PersonalDataCandidate(kind: .iban, range: range))
            accountBound = range.upperBound
        }
        guard run.digits >= 4 else { return run.end }
        if run.hasDot {
            for group in run.groups where group.count <= 3 && text[group.end] == 0x2E {
                if let range = addresses.version4(at: group.start) {
                    candidates.append(PersonalDataCandidate(kind: .ipAddress, range: range))
                }
            }
        }
        guard run.digits >= 6 else { return run.end }
        cards.scan(run, &candidates)
        securityNumbers.scan(run, &candidates)
        phones.scan(run, &candidates)
        return run.end
    }

    /// The end of a number of one group and less than five digits, which nothing precedes that makes more of it.
    private func end(ofShort start: Int) -> Int? {
        var end = start + 1
        while end < start + 5, Sign.isDigit(text[end]) { end += 1 }
        guard end < start + 5, !Sign.isLetter(text[start - 1]) else { return nil }
        switch text[end] {
        case 0x20, 0x2D, 0x2F, 0x28, 0x29, 0x2E, Sign.dash:
            // A number may go on behind up to three separators.
            for next in end + 1...end + 3 where Sign.isDigit(text[next]) { return nil }
            return end
        default: return end
        }
    }
}
