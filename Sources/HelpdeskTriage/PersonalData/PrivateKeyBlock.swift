/// A private key as text: `-----BEGIN … PRIVATE KEY-----` to its end line (RFC 7468, and PGP's form of it).
enum PrivateKeyBlock {
    private static let longestLabel = 60

    /// What a block's first hyphen begins, and whether it is a private key and not a public one or a certificate.
    static func range(in text: SignText, at start: Int) -> (range: Range<Int>, isSecret: Bool)? {
        guard text.hasWord("-----begin ", at: start) else { return nil }
        guard let labelEnd = hyphens(in: text, after: start + 11) else { return nil }
        let label = text.lowercased(start + 11..<labelEnd)
        let isSecret = label.hasSuffix("private key") || label.hasSuffix("private key block")
        // The body: until the end line, or as far as it looks like a key where that is missing.
        var index = labelEnd + 5
        var last = index
        while index < text.count {
            if text[index] == 0x2D, text.hasWord("-----end ", at: index) {
                let end = hyphens(in: text, after: index + 9)
                return (start..<(end.map { $0 + 5 } ?? index + 8), isSecret)
            }
            guard isBody(text[index]) else { break }
            index += 1
            if text[index - 1] > 0x20, text[index - 1] != 0x2E { last = index }
        }
        return (start..<last, isSecret)
    }

    /// Where the five hyphens begin that end a label.
    private static func hyphens(in text: SignText, after start: Int) -> Int? {
        var index = start
        let limit = min(text.count, start + longestLabel)
        while index < limit {
            let sign = text[index]
            if sign == 0x2D { return text.hasWord("-----", at: index) ? index : nil }
            guard Sign.isASCIILetterOrDigit(sign) || sign == 0x20 else { return nil }
            index += 1
        }
        return nil
    }

    /// Base64, headers of encrypted keys, and line breaks written as `\n`.
    private static func isBody(_ sign: UInt8) -> Bool {
        Sign.isASCIILetterOrDigit(sign)
            || [0x0A, 0x0D, 0x20, 0x09, 0x2B, 0x2F, 0x3D, 0x5C, 0x3A, 0x2C, 0x2D, 0x2E].contains(sign)
    }
}
