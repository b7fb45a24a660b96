/// Finds keys and tokens: those of known vendors by their form, others by the name before them.
struct SecretScanner {
    let text: SignText
    /// The end of what was found last.
    private var bound = 0
    /// The end of the last access key of Amazon, whose secret half has no form of its own.
    private(set) var accessKeyEnd = -1_000

    init(_ text: SignText) { self.text = text }

    /// Looks at a word: signs without blanks, quotes and brackets between.
    ///
    /// Keys begin at the word or behind a sign that is no part of tokens. Every sign is read a bounded number of times.
    mutating func scan(_ word: Range<Int>, _ candidates: inout [PersonalDataCandidate]) {
        var index = word.lowerBound
        while index < word.upperBound {
            let start = index
            // One token; a match may go beyond it.
            while index < word.upperBound, Sign.isTokenSign(text[index]) { index += 1 }
            if index > start, start >= bound, let end = secret(at: start, tokenEnd: index, in: word) {
                candidates.append(PersonalDataCandidate(kind: .apiKey, range: start..<end))
                bound = end
            }
            index = max(index + 1, min(bound, word.upperBound))
        }
    }

    private mutating func secret(at start: Int, tokenEnd: Int, in word: Range<Int>) -> Int? {
        if let end = vendorKey(at: start) ?? webToken(at: start) ?? botToken(at: start, tokenEnd)
            ?? middlePart(at: start, tokenEnd)
        {
            return isCutOff(end) || SecretShape.isPlaceholder(text, start..<end) ? nil : end
        }
        return namedSecret(at: start, in: word)
    }

    // MARK: Vendors

    private mutating func vendorKey(at start: Int) -> Int? {
        let first = text[start]
        guard first < 0x80 else { return nil }
        for pattern in SecretPattern.byFirstSign[Int(first)] {
            guard let end = pattern.end(in: text, at: start) else { continue }
            let body = start + pattern.prefix.count..<end
            if SecretShape.isPlaceholder(text, body) { return nil }
            if pattern.mustLookRandom, !SecretShape.isNoName(text, body) { continue }
            if pattern.alphabet == .exact, pattern.length == 16 {
                guard body.allSatisfy({ !Sign.isASCIILetter(text[$0]) || Sign.isUpper(text[$0]) }) else { continue }
                accessKeyEnd = end
            }
            return end
        }
        return nil
    }

    /// A JSON Web Token (RFC 7519): three parts in base64 of which the first is an object; five where it is encrypted.
    private func webToken(at start: Int) -> Int? {
        guard text[start] == 0x65, text[start + 1] == 0x79, text[start + 2] == 0x4A else { return nil }
        var ends: [Int] = []
        var index = start
        while ends.count < 5 {
            let first = index
            while Sign.isTokenSign(text[index]) { index += 1 }
            guard index - first >= (ends.isEmpty ? 10 : 4) else { break }
            ends.append(index)
            guard text[index] == 0x2E else { break }
            index += 1
        }
        return ends.count == 5 ? ends[4] : ends.count >= 3 ? ends[2] : nil
    }

    /// The token of a bot of Telegram (`123456789:AA…`) or Discord (three parts, the first an id in base64).
    private func botToken(at start: Int, _ tokenEnd: Int) -> Int? {
        let length = tokenEnd - start
        if Sign.isDigit(text[start]) {
            guard (6...12).contains(length), text[tokenEnd] == 0x3A,
                (start..<tokenEnd).allSatisfy({ Sign.isDigit(text[$0]) })
            else { return nil }
            var end = tokenEnd + 1
            while end < tokenEnd + 60, Sign.isTokenSign(text[end]) { end += 1 }
            return (31...48).contains(end - tokenEnd) && SecretShape.looksRandom(text, tokenEnd + 1..<end) ? end : nil
        }
        guard (22...30).contains(length), [0x4D, 0x4E, 0x4F].contains(text[start]), text[tokenEnd] == 0x2E else {
            return nil
        }
        var dot = tokenEnd + 1
        while dot < tokenEnd + 10, Sign.isTokenSign(text[dot]) { dot += 1 }
        guard (6...8).contains(dot - tokenEnd), text[dot] == 0x2E else { return nil }
        var end = dot + 1
        while end < dot + 60, Sign.isTokenSign(text[end]) { end += 1 }
        return (26...45).contains(end - dot) ? end : nil
    }

    /// Keys that are known by a part in their middle or at their end: of Azure, Terraform and Mailchimp.
    private func middlePart(at start: Int, _ tokenEnd: Int) -> Int? {
        let length = tokenEnd - start
        if length == 5, text[tokenEnd - 1] == 0x51, Sign.isDigit(text[tokenEnd - 2]), text[tokenEnd] == 0x7E {
            var end = tokenEnd + 1
            while end < tokenEnd + 50, Sign.isTokenSign(text[end]) || text[end] == 0x7E || text[end] == 0x2E {
                end += 1
            }
            while text[end - 1] == 0x2E { end -= 1 }
            return (30...36).contains(end - tokenEnd) ? end : nil
        }
        if length == 14, text.hasWord(".atlasv1.", at: tokenEnd) {
            var end = tokenEnd + 9
            while end < tokenEnd + 100, Sign.isTokenSign(text[end]) { end += 1 }
            return end - tokenEnd >= 60 ? end : nil
        }
        guard length == 36 || length == 37, text.hasWord("-us", at: start + 32),
            (start..<start + 32).allSatisfy({ Sign.isHexDigit(text[$0]) }),
            (start + 35..<tokenEnd).allSatisfy({ Sign.isDigit(text[$0]) })
        else { return nil }
        return tokenEnd
    }

    /// Whether the rest was left out or masked: "sk_live_51Hx…".
    func isCutOff(_ end: Int) -> Bool {
        text[end] == Sign.omission || text[end] == 0x2A || text[end] == 0x23
            || text[end] == 0x2E && text[end + 1] == 0x2E
    }
}
