/// Tells whether sources support the sentences of an answer.
///
/// ```swift
/// let sources = GroundingCheck.Sources(retrieved)
/// let report = GroundingCheck().check(answer, by: sources)
/// if !report.isSupported { print(report.problems.map(\.text)) }
/// ```
///
/// A sentence is read into clauses, words, quantities and addresses; each clause is set against the sentences of the
/// sources that share most with it. What differs there (numbers and what they count, negations and opposites, names in
/// other parts, addresses, steps, conditions, promises, passages that another replaces) and what is new become
/// features, and a model fitted to labelled answers turns these into a probability. Politeness, offers of help and
/// questions claim nothing. English; in other languages only numbers, names and addresses are checked.
public struct GroundingCheck: Hashable, Sendable, Codable {
    /// The least probability with which a sentence counts as supported, from 0 to 1.
    public var minimumProbability: Double
    /// Kinds of problems that are not looked for.
    public var ignoredKinds: Set<GroundingProblem.Kind>

    /// The least probability at which about one good answer in ten is held back.
    public static let standardProbability = GroundingModel.standard.threshold

    /// Creates a check.
    ///
    /// - Parameters:
    ///   - minimumProbability: The least probability with which a sentence counts as supported, from 0 to 1.
    ///   - ignoredKinds: Kinds of problems that are not looked for.
    public init(
        minimumProbability: Double = GroundingCheck.standardProbability,
        ignoring ignoredKinds: Set<GroundingProblem.Kind> = []
    ) {
        self.minimumProbability = minimumProbability
        self.ignoredKinds = ignoredKinds
    }

    /// Whether the sources support a sentence. O(length of the sentence), given the sources.
    public func supports(_ sentence: some StringProtocol, by sources: Sources) -> Bool {
        judge(sentence, by: sources).isSupported
    }

    /// The sentences of a text, without the white space around them. O(length).
    public static func sentences(of text: String) -> [String] {
        ranges(of: text).map { String(text[$0]) }
    }

    /// Where the sentences of a text stand.
    static func ranges(of text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var rest = text[...]
        while !rest.isEmpty {
            let end = SentenceBoundary.first(in: rest) ?? rest.endIndex
            let sentence = rest[..<end].drop(while: \.isWhitespace)
            if let last = sentence.lastIndex(where: { !$0.isWhitespace }) {
                ranges.append(sentence.startIndex..<sentence.index(after: last))
            }
            rest = rest[end...]
        }
        return ranges
    }
}
