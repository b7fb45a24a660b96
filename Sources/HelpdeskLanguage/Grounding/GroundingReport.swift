/// How an answer stands to the sources.
public struct GroundingReport: Hashable, Sendable, Codable {
    /// Its sentences, in order.
    public var sentences: [SentenceGrounding]

    /// Creates a report.
    public init(sentences: [SentenceGrounding]) { self.sentences = sentences }

    /// Whether every sentence that claims something is supported.
    public var isSupported: Bool { sentences.allSatisfy(\.isSupported) }

    /// How likely it is that the whole answer is supported, from 0 to 1: that of its weakest sentence.
    public var probability: Double { sentences.lazy.map(\.probability).min() ?? 1 }

    /// What the sources do not bear out, with places in the answer, in Unicode scalars.
    public var problems: [GroundingProblem] {
        sentences.flatMap { sentence in
            sentence.problems.map { problem in
                var problem = problem
                let start = sentence.range.lowerBound
                problem.range = problem.range.lowerBound + start..<problem.range.upperBound + start
                return problem
            }
        }
    }
}
