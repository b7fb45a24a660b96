/// What a rule speaks for.
public enum TriageVote: Hashable, Sendable {
    /// The message is chiefly about this.
    case category(TicketCategory)
    /// It needs an answer this soon.
    case priority(TicketPriority)
    /// It reads like this.
    case sentiment(Sentiment)
    /// A person must take over, for this reason.
    case escalation(EscalationReason)

    /// The name of the category, priority, sentiment or reason, as it stands in ``TriageEvidence/vote``.
    public var name: String {
        switch self {
        case .category(let category): category.rawValue
        case .priority(let priority): priority.rawValue
        case .sentiment(let sentiment): sentiment.rawValue
        case .escalation(let reason): reason.rawValue
        }
    }

    /// The decision the vote belongs to.
    var decision: TriageDecision {
        switch self {
        case .category: .category
        case .priority: .priority
        case .sentiment: .sentiment
        case .escalation: .escalation
        }
    }
}

/// An object with the decision as its one key: `{"category": "billing"}`, `{"escalation": "outage"}`.
extension TriageVote: Codable {
    private enum CodingKeys: String, CodingKey {
        case category, priority, sentiment, escalation
    }

    /// Reads the vote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        guard container.allKeys.count == 1, let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "a vote has one of the keys category, priority, sentiment and escalation"))
        }
        switch key {
        case .category: self = .category(try container.decode(TicketCategory.self, forKey: key))
        case .priority: self = .priority(try container.decode(TicketPriority.self, forKey: key))
        case .sentiment: self = .sentiment(try container.decode(Sentiment.self, forKey: key))
        case .escalation: self = .escalation(try container.decode(EscalationReason.self, forKey: key))
        }
    }

    /// Writes the vote.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .category(let category): try container.encode(category, forKey: .category)
        case .priority(let priority): try container.encode(priority, forKey: .priority)
        case .sentiment(let sentiment): try container.encode(sentiment, forKey: .sentiment)
        case .escalation(let reason): try container.encode(reason, forKey: .escalation)
        }
    }
}
