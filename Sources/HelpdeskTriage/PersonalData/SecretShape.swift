/// Whether signs look like a secret, or stand for one.
enum SecretShape {
    /// What people write where a secret belongs, in lower case.
    private static let fillers = [
        "your", "xxxxxx", "replace", "insert", "placeholder", "changeme", "redacted", "goes_here", "goes-here", "_here",
        "-here", "dummy", "removed", "hidden", "******", "......",
    ]

    /// Whether it is "YOUR_KEY", "xxxxxxxx" or the like. Linear in at most 600 signs.
    static func isPlaceholder(_ text: SignText, _ range: Range<Int>) -> Bool {
        let lower = text.signs[range].prefix(600).map(Sign.lowercased)
        guard Set(lower).count > 2 else { return true }
        // "xoxb-my-bot-token"
        if text.signs[range].prefix(600).allSatisfy({
            $0 == 0x2D || $0 == 0x5F || Sign.isASCIILetter($0) && !Sign.isUpper($0)
        }) {
            return true
        }
        if lower.suffix(4).elementsEqual("here".utf8) { return true }
        for filler in fillers where contains(lower, Array(filler.utf8)) { return true }
        return false
    }

    private static func contains(_ signs: [UInt8], _ part: [UInt8]) -> Bool {
        guard signs.count >= part.count else { return false }
        return (0...signs.count - part.count).contains { start in
            signs[start] == part[0] && signs[start..<start + part.count].elementsEqual(part)
        }
    }

    /// Whether it is no name, path or date: a piece of eight signs or more mixes letters and digits, or the cases, and
    /// many signs are different.
    static func looksRandom(_ text: SignText, _ range: Range<Int>) -> Bool {
        let signs = text.signs[range].prefix(600)
        guard Set(signs).count >= 8, signs.contains(where: Sign.isDigit), signs.contains(where: Sign.isASCIILetter)
        else {
            return false
        }
        let isPath = signs.contains(0x2E)
        let pieces = signs.split { !Sign.isASCIILetterOrDigit($0) }
        return pieces.contains { isRandom($0, isPath: isPath) }
    }

    /// Whether the rest of a vendor's key is no name in lower case such as "folding-cube-2024".
    static func isNoName(_ text: SignText, _ range: Range<Int>) -> Bool {
        let signs = text.signs[range].prefix(600)
        let hasDigit = signs.contains(where: Sign.isDigit)
        if signs.contains(where: Sign.isUpper),
            hasDigit || signs.contains(where: { Sign.isASCIILetter($0) && !Sign.isUpper($0) })
        {
            return true
        }
        return hasDigit && signs.split { !Sign.isASCIILetterOrDigit($0) }.contains { $0.count >= 16 }
    }

    /// Changes between letters and digits: words with a number behind have one, random signs many.
    private static func isRandom(_ piece: ArraySlice<UInt8>, isPath: Bool) -> Bool {
        guard piece.count >= 8 else { return false }
        var changes = 0
        for index in piece.indices.dropFirst() where Sign.isDigit(piece[index]) != Sign.isDigit(piece[index - 1]) {
            changes += 1
        }
        // "ed25519.Ed25519PrivateKey" is code.
        if isPath { return changes >= 3 }
        if changes >= 2 { return true }
        if changes == 1, piece.count >= 20, piece.contains(where: Sign.isUpper),
            piece.contains(where: { Sign.isASCIILetter($0) && !Sign.isUpper($0) })
        {
            return true
        }
        // Words within a name are longer than what lies between the capitals of random signs.
        let lower = piece.split { !Sign.isASCIILetter($0) || Sign.isUpper($0) }
        return piece.count >= 16 && lower.count >= 4 && lower.allSatisfy { $0.count <= 4 }
    }

    /// Whether it has the form of a universally unique identifier.
    static func isUUID(_ text: SignText, _ range: Range<Int>) -> Bool {
        guard range.count == 36 else { return false }
        return range.allSatisfy { index in
            [8, 13, 18, 23].contains(index - range.lowerBound) ? text[index] == 0x2D : Sign.isHexDigit(text[index])
        }
    }

    /// Whether it is base64 of "user:password" (RFC 7617).
    static func isBasicCredential(_ text: SignText, _ range: Range<Int>) -> Bool {
        var bits: UInt32 = 0
        var count = 0
        var hasColon = false
        for index in range.prefix(600) {
            guard let value = value(text[index]) else { break }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                let byte = UInt8(truncatingIfNeeded: bits >> UInt32(count))
                if byte < 0x20 { return false }
                if byte == 0x3A { hasColon = true }
            }
        }
        return hasColon
    }

    private static func value(_ sign: UInt8) -> UInt32? {
        switch sign {
        case 0x41...0x5A: UInt32(sign - 0x41)
        case 0x61...0x7A: UInt32(sign - 0x61 + 26)
        case 0x30...0x39: UInt32(sign - 0x30 + 52)
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
