/// What a reason does to the decision about an answer.
///
/// Coded as `"escalate"`, `"draft"`, `"ignore"`, `{"weight": 0.5}` or `{"raise_threshold": 0.1}`.
public enum EscalationEffect: Hashable, Sendable {
    /// A person takes over.
    case escalate
    /// A person looks at the answer before it is sent.
    case draft
    /// The confidence that sending needs is higher by this much, from 0 to 1. Several add up, to 1 at most.
    case raiseThreshold(by: Double)
    /// Adds to a sum, which makes a draft from ``EscalationPolicy/draftWeight`` on and escalates from
    /// ``EscalationPolicy/escalationWeight`` on. 0 reports the reason without any effect.
    case weight(Double)
    /// Nothing; the reason is not even looked for where that costs something, and not reported.
    case ignore
}

extension EscalationEffect: Codable {
    private enum CodingKeys: String, CodingKey {
        case raiseThreshold = "raise_threshold"
        case weight
    }

    /// Reads an effect.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.singleValueContainer(), let name = try? container.decode(String.self) {
            switch name {
            case "escalate": self = .escalate
            case "draft": self = .draft
            case "ignore": self = .ignore
            default:
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "“\(name)” is no effect; escalate, draft, ignore, weight and raise_threshold are")
            }
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let amount = try container.decodeIfPresent(Double.self, forKey: .raiseThreshold) {
            self = .raiseThreshold(by: amount)
        } else {
            self = .weight(try container.decode(Double.self, forKey: .weight))
        }
    }

    /// Writes the effect.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .escalate: try encode("escalate", to: encoder)
        case .draft: try encode("draft", to: encoder)
        case .ignore: try encode("ignore", to: encoder)
        case .raiseThreshold(let amount):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(amount, forKey: .raiseThreshold)
        case .weight(let weight):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(weight, forKey: .weight)
        }
    }

    private func encode(_ name: String, to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
