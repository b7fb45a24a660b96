/// Finds international bank account numbers, in groups of any size and any case (ISO 13616).
struct IBANScanner {
    private let text: SignText

    init(_ text: SignText) { self.text = text }

    /// The number whose two check digits stand there, behind the country.
    func range(checkDigitsAt digit: Int) -> Range<Int>? {
        var start = digit
        // "DE 89"
        if text[start - 1] == 0x20 { start -= 1 }
        start -= 2
        guard start >= 0, Sign.isDigit(text[digit + 1]), Sign.isASCIILetter(text[start]),
            Sign.isASCIILetter(text[start + 1]), !Sign.isLetterOrDigit(text[start - 1]), text[start - 1] != 0x5F,
            let length = Self.lengths[text.hash(start..<start + 2)], let end = end(from: start, length)
        else { return nil }
        return start..<end
    }

    /// The end of so many letters and digits, if their checksum is right and nothing hangs on to them.
    private func end(from start: Int, _ length: Int) -> Int? {
        var index = start
        var values: [Int] = []
        while values.count < length {
            let sign = text[index]
            if Sign.isDigit(sign) {
                values.append(Int(sign - 0x30))
            } else if Sign.isASCIILetter(sign) {
                values.append(Int(sign | 0x20) - 0x61 + 10)
            } else if !isSeparator(sign) || isSeparator(text[index - 1]) && isSeparator(text[index - 2]) {
                return nil
            }
            index += 1
        }
        guard !Sign.isLetterOrDigit(text[index]), text[index] != 0x5F else { return nil }
        var rest = 0
        for value in values[4...] + values[..<4] { rest = (rest * (value > 9 ? 100 : 10) + value) % 97 }
        return rest == 1 ? index : nil
    }

    private func isSeparator(_ sign: UInt8) -> Bool {
        sign == 0x20 || sign == 0x2D || sign == 0x2E || sign == 0x2F || sign == Sign.dash
    }

    /// The length by country. Source: the registry of SWIFT, release 99.
    private static let lengths: [UInt64: Int] = {
        let registry = """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20
            EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30
            KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23
            PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26
            UA29 VA22 VG24 XK20 YE30
            """
        var lengths: [UInt64: Int] = [:]
        for entry in registry.split(whereSeparator: \.isWhitespace) {
            lengths[WordHash.hash(Array(entry.prefix(2).lowercased().utf8))] = Int(entry.dropFirst(2))
        }
        return lengths
    }()
}
