/// A word of a sentence, without mark-up.
struct StatementWord: Hashable, Sendable {
    /// The word in lower case, with plain apostrophes; "%" and signs of currencies are words too.
    var text: String
    /// The word as it is written.
    var written: String
    /// The last mark other than white space before it, if any since the word before.
    var mark: Unicode.Scalar?

    /// Whether it begins with a capital letter.
    var isCapitalized: Bool { written.unicodeScalars.first?.properties.isUppercase ?? false }
    /// Whether it has a digit.
    var hasDigit: Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
    /// Whether it has a letter.
    var hasLetter: Bool { text.unicodeScalars.contains(where: \.properties.isAlphabetic) }
    /// Whether a capital stands within it, or it is all capitals: "SiteURL", "VAT".
    var hasInnerCapital: Bool { written.unicodeScalars.dropFirst().contains(where: \.properties.isUppercase) }
    /// What it counts as: its stem where it is of ASCII letters.
    var stem: String {
        guard text.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return text }
        var bytes = Array(text.utf8)
        var stemmer = EnglishStemmer()
        stemmer.stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of a text without mark-up. O(text).
    static func words(of text: String) -> [StatementWord] {
        var words: [StatementWord] = []
        var current = String.UnicodeScalarView()
        var mark: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        func end() {
            guard !current.isEmpty else { return }
            let written = String(current)
            words.append(StatementWord(text: written.lowercased(), written: written, mark: mark))
            current = String.UnicodeScalarView()
            mark = nil
        }
        for (place, scalar) in scalars.enumerated() {
            if isLetterOrDigit(scalar) {
                // "50MB" and "€5" are two words; "X100" and "v5" are one.
                if let last = current.last, isDigit(last), !isDigit(scalar),
                    current.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," })
                {
                    end()
                }
                current.append(scalar)
                continue
            }
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            let isInner = !current.isEmpty && isLetterOrDigit(next)
            switch scalar {
            case "'", "\u{2019}":
                if isInner { current.append("'") } else { end() }
            case "_", "-", "@":
                let afterDigit = current.last.map(isDigit) ?? false
                // A hyphen between numbers is a range: a mark.
                if isInner, !(afterDigit && isDigit(next)) {
                    current.append(scalar)
                } else {
                    end()
                    mark = scalar
                }
            case ".", ",":
                if isInner, scalar == "." || (current.last.map(isDigit) ?? false) && isDigit(next) {
                    current.append(scalar)
                } else {
                    end()
                    mark = scalar
                }
            case "%", "$", "\u{20AC}", "\u{A3}", "\u{A5}":
                end()
                words.append(StatementWord(text: String(scalar), written: String(scalar), mark: mark))
                mark = nil
            default:
                end()
                if !scalar.isSpace { mark = scalar }
            }
        }
        end()
        return words
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isDigit(scalar) || (scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A) }
        return scalar.properties.isAlphabetic
    }
}

extension String {
    /// FNV-1a of the UTF-8: the same in every process, unlike `hashValue`.
    var stableHash: UInt64 {
        utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
