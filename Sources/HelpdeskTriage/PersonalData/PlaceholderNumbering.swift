/// Gives every value a placeholder of its own: `[EMAIL_1]`, `[PHONE_2]`.
struct PlaceholderNumbering {
    /// Placeholders that stand in the text already and must not get a meaning.
    let taken: Set<String>
    private var placeholders: [Key: String] = [:]
    private var numbers: [PersonalDataKind: Int] = [:]

    private struct Key: Hashable {
        var kind: PersonalDataKind
        var value: String
    }

    init(taken: Set<String>) { self.taken = taken }

    mutating func placeholder(for finding: PersonalDataFinding) -> String {
        let kind = finding.kind
        let key = Key(kind: kind, value: Self.canonical(finding))
        if let placeholder = placeholders[key] { return placeholder }
        while true {
            let number = (numbers[kind] ?? 0) + 1
            numbers[kind] = number
            let placeholder = "[\(kind.rawValue.uppercased())_\(number)]"
            if !taken.contains(placeholder) {
                placeholders[key] = placeholder
                return placeholder
            }
        }
    }

    /// The value without what people write in one way or another: invisible and fullwidth signs, the case of addresses
    /// and IBANs, and whatever stands between the digits of a number. Secrets and URLs stay as they are.
    private static func canonical(_ finding: PersonalDataFinding) -> String {
        switch finding.kind {
        case .email, .ipAddress: plain(finding.value) { _ in true }.lowercased()
        case .iban: plain(finding.value, where: Sign.isASCIILetterOrDigit).lowercased()
        case .creditCard, .socialSecurityNumber: plain(finding.value, where: Sign.isDigit)
        case .phone:
            plain(finding.value) { Sign.isASCIILetterOrDigit($0) || $0 == 0x2B }.lowercased()
        default: finding.value
        }
    }

    /// The value with scalars that look like ASCII as ASCII. Letters keep their accents.
    private static func plain(_ value: String, where isIncluded: (UInt8) -> Bool) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            let sign = scalar.isASCII ? UInt8(scalar.value) : Sign.fold(scalar)
            if sign == Sign.dropped || !isIncluded(sign) { continue }
            let isAccented = !scalar.isASCII && Sign.isASCIILetter(sign) && scalar.value < 0xFF00
            plain.append(sign < 0x80 && !isAccented ? Unicode.Scalar(sign) : scalar)
        }
        return String(plain)
    }
}
