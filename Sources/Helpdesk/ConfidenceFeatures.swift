/// What tells whether an answer is right, each from 0 to 1.
///
/// They describe the source that the answer rests on most ("the best source"), how it stands out among the others that
/// were found, and how well the answer keeps to the sources. They hold no text.
public struct ConfidenceFeatures: Hashable, Sendable {
    /// The cosine of the best source to the query, negative ones counted as 0.
    public var similarity: Double
    /// How much nearer to the query the best source is than the next of its like: published items are compared with
    /// published items, past tickets with past tickets, one without its like with all others. 0 where there are none.
    public var margin: Double
    /// Whether the search by meaning and the search by words agree on the best source: 1 over the worse of its two ranks
    /// among the sources of its like, 0 where the words do not find it.
    public var agreement: Double
    /// The share of the query's content words that the best source holds.
    public var coverage: Double
    /// How much nearer to the query the best source is than what else the search found is on average. In a knowledge base
    /// about one narrow matter everything is near.
    public var contrast: Double = 0
    /// The share of the other sources that say the same as the best one: filed under the same category, or most of the
    /// words of the one's answer in the other's.
    public var support: Double = 0
    /// The number of content words of the query, divided by ten.
    public var length: Double = 0
    /// 1 where the best source is a question with its answer.
    public var faq: Double = 0
    /// 1 where the best source is a past ticket.
    public var resolvedTicket: Double = 0
    /// What people thought of the best source: a ticket's satisfaction, or the share of approving votes in an item's
    /// metadata; 0.5 where nobody said.
    public var approval: Double = 0.5
    /// How old the best source is: 0 for as new as can be or of unknown age, 0.5 after two years, towards 1.
    public var age: Double = 0
    /// The share of the answer's sentences that sources support. 1 for a quoted answer; 0 where a language model's answer
    /// cites nothing.
    public var grounding: Double = 1

    /// Creates features; those that are not given say nothing for or against the answer.
    public init(similarity: Double, margin: Double, agreement: Double, coverage: Double) {
        self.similarity = similarity
        self.margin = margin
        self.agreement = agreement
        self.coverage = coverage
    }

    /// A feature by its name.
    public subscript(feature: ConfidenceFeature) -> Double {
        get { self[keyPath: Self.path(of: feature)] }
        set { self[keyPath: Self.path(of: feature)] = newValue }
    }

    private static func path(of feature: ConfidenceFeature) -> WritableKeyPath<ConfidenceFeatures, Double> {
        switch feature {
        case .similarity: \.similarity
        case .margin: \.margin
        case .agreement: \.agreement
        case .coverage: \.coverage
        case .contrast: \.contrast
        case .support: \.support
        case .length: \.length
        case .faq: \.faq
        case .resolvedTicket: \.resolvedTicket
        case .approval: \.approval
        case .age: \.age
        case .grounding: \.grounding
        }
    }
}

extension ConfidenceFeatures: Codable {
    /// Reads features; those that are missing say nothing for or against the answer.
    public init(from decoder: any Decoder) throws {
        self.init(similarity: 0, margin: 0, agreement: 0, coverage: 0)
        let values = try decoder.container(keyedBy: ConfidenceFeature.self)
        for feature in ConfidenceFeature.allCases {
            if let value = try values.decodeIfPresent(Double.self, forKey: feature) { self[feature] = value }
        }
    }

    /// Writes every feature under its name.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: ConfidenceFeature.self)
        for feature in ConfidenceFeature.allCases { try values.encode(self[feature], forKey: feature) }
    }
}
