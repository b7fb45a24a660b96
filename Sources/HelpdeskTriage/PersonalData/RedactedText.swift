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
    /// stays as it is. Given ``text`` itself, every original comes back exactly as it was written; in any other text a
    /// placeholder whose value was written in several ways ("DE89 3704…", "DE893704…") becomes the first of them.
    /// Linear in the text.
    ///
    /// - Parameter text: A text with placeholders: the redacted one itself, or an answer to it.
    public func restore(_ text: String) -> String {
        guard !replacements.isEmpty else { return text }
        var originals: [String: String] = [:]
        for replacement in replacements where originals[replacement.placeholder] == nil {
            originals[replacement.placeholder] = replacement.original
        }
        let longest = originals.keys.map(\.utf8.count).max() ?? 0
        let isOwn = text.utf8.elementsEqual(self.text.utf8)
        var next = replacements.makeIterator()
        let bytes = Array(text.utf8)
        var restored: [UInt8] = []
        restored.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x5B, let end = bytes[index..<min(bytes.count, index + longest)].firstIndex(of: 0x5D),
                let original = originals[String(decoding: bytes[index...end], as: UTF8.self)]
            {
                let exact = isOwn ? next.next()?.original : nil
                restored.append(contentsOf: (exact ?? original).utf8)
                index = end + 1
            } else {
                restored.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: restored, as: UTF8.self)
    }
}
