/// What the keys of one vendor look like: a prefix, and so many signs of an alphabet.
///
/// The least length is a little under what the vendors give out, because a key cut short by a letter is still mostly
/// known.
struct SecretPattern {
    enum Alphabet {
        /// 0 to 9 and a to f; the length is exact.
        case hexadecimal
        /// Letters and digits; the length is exact.
        case exact
        /// Letters, digits, "_" and "-".
        case token
        /// The same with dots between.
        case dotted
        /// The same with "+", "/" and "=".
        case base64
    }

    var prefix: [UInt8]
    var alphabet: Alphabet
    var length: Int
    /// Whether the prefix begins ordinary names too, so that the rest must look random.
    var mustLookRandom: Bool

    init(_ prefix: String, _ alphabet: Alphabet, _ length: Int, mustLookRandom: Bool = false) {
        self.prefix = Array(prefix.utf8)
        self.alphabet = alphabet
        self.length = length
        self.mustLookRandom = mustLookRandom
    }

    /// The end of the key that begins there.
    func end(in text: SignText, at start: Int) -> Int? {
        for (offset, sign) in prefix.enumerated() where text[start + offset] != sign { return nil }
        let body = start + prefix.count
        var end = body
        // No key is longer than a few thousand signs; what is, is read once by the caller.
        while contains(text[end]) { end += 1 }
        switch alphabet {
        case .hexadecimal, .exact:
            guard end - body == length, !Sign.isTokenSign(text[end]) else { return nil }
        case .dotted: while end > body, text[end - 1] == 0x2E { end -= 1 }
        case .token, .base64: break
        }
        return end - body >= length ? end : nil
    }

    private func contains(_ sign: UInt8) -> Bool {
        switch alphabet {
        case .hexadecimal: Sign.isHexDigit(sign)
        case .exact: Sign.isASCIILetterOrDigit(sign)
        case .token: Sign.isTokenSign(sign)
        case .dotted: Sign.isTokenSign(sign) || sign == 0x2E
        case .base64: Sign.isTokenSign(sign) || sign == 0x2B || sign == 0x2F || sign == 0x3D
        }
    }
}
