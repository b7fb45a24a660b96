/// A text whose personal data stand as placeholders, and what they stand for.
public struct RedactedText: Hashable, Sendable {
    /// One piece of personal data that was replaced.
    public struct Replacement: Hashable, Sendable, Codable {
        /// What stands in the text now: `[EMAIL_1]`.
        public var placeholder: String
        /// What it is.
        public var kind: PersonalDataKind
        /// How it was written.
        public var original: String
        /// Where it stood in the original text, in offsets of Unicode scalars.
        public var range: Range<Int>

        /// Creates a replacement.
        public init(placeholder: String, kind: PersonalDataKind, original: String, range: Range<Int>) {
            self.placeholder = placeholder
            self.kind = kind
            self.original = original
            self.range = range
        }
    }

    /// The text with placeholders.
    public var text: String
    /// What was replaced, in the order of the text. The same value has the same placeholder throughout.
    public var replacements: [Replacement]

    /// Creates a redacted text.
    public init(text: String, replacements: [Replacement] = []) {
        self.text = text
        self.replacements = replacements
    }

    /// Puts the originals back into a text that was written about the redacted one.
    ///
    /// One pass: an original is never searched for placeholders itself, and text that merely looks like a placeholder
    /// stays as it is. Linear in the text.
    ///
    /// - Parameter text: A text with placeholders: the redacted one itself, or an answer to it.
    public func restore(_ text: String) -> String {
        var originals: [String: String] = [:]
        for replacement in replacements { originals[replacement.placeholder] = replacement.original }
        let longest = originals.keys.map(\.unicodeScalars.count).max() ?? 0
        guard longest > 0 else { return text }
        let scalars = Array(text.unicodeScalars)
        var restored = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "[",
                let end = scalars[index..<min(scalars.count, index + longest)].firstIndex(of: "]")
            {
                var candidate = String.UnicodeScalarView()
                candidate.append(contentsOf: scalars[index...end])
                if let original = originals[String(candidate)] {
                    restored.append(contentsOf: original.unicodeScalars)
                    index = end + 1
                    continue
                }
            }
            restored.append(scalars[index])
            index += 1
        }
        return String(restored)
    }
}
