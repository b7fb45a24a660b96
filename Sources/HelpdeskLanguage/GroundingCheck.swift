/// Tells whether sources support a sentence, by its words and numbers.
///
/// A sentence is supported when one source holds every number in it and at least ``minimumCoverage`` of its content
/// words. A sentence without numbers and with fewer than ``minimumWords`` content words ("You're welcome.") makes no
/// claim and passes.
public struct GroundingCheck: Hashable, Sendable {
    /// The least share of a sentence's content words that one source must hold, from 0 to 1.
    public var minimumCoverage: Double
    /// The least number of content words that make a claim.
    public var minimumWords: Int

    /// Creates a check.
    public init(minimumCoverage: Double = 0.3, minimumWords: Int = 3) {
        self.minimumCoverage = minimumCoverage
        self.minimumWords = minimumWords
    }

    /// Sources prepared for checking many sentences against them.
    public struct Sources: Sendable {
        let vocabularies: [ContentWords]

        /// Prepares sources. O(length of the sources).
        public init(_ sources: [LLMSource]) {
            vocabularies = sources.map { ContentWords([$0.title] + $0.passages) }
        }
    }

    /// Whether a source supports a sentence. O(length of the sentence × number of sources).
    public func supports(_ sentence: some StringProtocol, by sources: Sources) -> Bool {
        let words = ContentWords([String(sentence)])
        if words.numbers.isEmpty && words.stems.count < minimumWords { return true }
        return sources.vocabularies.contains { vocabulary in
            words.numbers.isSubset(of: vocabulary.numbers) && words.share(in: vocabulary) >= minimumCoverage
        }
    }

    /// The sentences of a text, without the white space around them.
    public static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            let end = SentenceBoundary.first(in: rest) ?? rest.endIndex
            let sentence = rest[..<end].drop(while: \.isWhitespace)
            if let last = sentence.lastIndex(where: { !$0.isWhitespace }) {
                sentences.append(String(sentence[...last]))
            }
            rest = rest[end...]
        }
        return sentences
    }
}
