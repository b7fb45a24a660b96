/// The words of a text in lower case, contractions spelled out, with their places. Linear in the text.
struct ConversationWords {
    /// A word.
    struct Word {
        var text: String
        /// Where it stands, in offsets of Unicode scalars; both words of a contraction have its place.
        var range: Range<Int>
    }

    private(set) var words: [Word] = []

    /// Reads a range of a text.
    init(_ scalars: [Unicode.Scalar], in range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            guard Self.isLetter(scalars[index]) else {
                index += 1
                continue
            }
            let start = index
            var text = ""
            while index < range.upperBound {
                let scalar = scalars[index]
                if Self.isLetter(scalar) {
                    text.unicodeScalars.append(scalar)
                } else if scalar == "'" || scalar == "\u{2019}", index + 1 < range.upperBound,
                    Self.isLetter(scalars[index + 1])
                {
                    text.append("'")
                } else {
                    break
                }
                index += 1
            }
            let place = start..<index
            for part in Self.spelledOut(text.lowercased()) { words.append(Word(text: part, range: place)) }
        }
    }

    /// Reads a whole text.
    init(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        self.init(scalars, in: 0..<scalars.count)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
            : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func spelledOut(_ word: String) -> [String] {
        if let whole = contractions[word] { return whole }
        guard let mark = word.lastIndex(of: "'") else { return [word] }
        let stem = String(word[..<mark])
        switch word[word.index(after: mark)...] {
        case "t" where stem.hasSuffix("n"): return [String(stem.dropLast()), "not"]
        case "ve": return [stem, "have"]
        case "re": return [stem, "are"]
        case "ll": return [stem, "will"]
        case "d": return [stem, "would"]
        case "m": return [stem, "am"]
        case "s": return ["it", "that", "this", "what", "there", "he", "she"].contains(stem) ? [stem, "is"] : [stem]
        default: return [word]
        }
    }

    /// What is written without an apostrophe, or isn't put together regularly.
    private static let contractions: [String: [String]] = [
        "cannot": ["can", "not"], "can't": ["can", "not"], "cant": ["can", "not"], "won't": ["will", "not"],
        "wont": ["will", "not"], "didnt": ["did", "not"], "doesnt": ["does", "not"], "dont": ["do", "not"],
        "isnt": ["is", "not"], "wasnt": ["was", "not"], "hasnt": ["has", "not"], "havent": ["have", "not"],
        "couldnt": ["could", "not"], "ive": ["i", "have"], "im": ["i", "am"], "thats": ["that", "is"],
    ]
}
