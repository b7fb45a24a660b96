import HelpdeskTriage

extension EscalationPolicy {
    private enum CodingKeys: String, CodingKey {
        case effects, escalationWeight, draftWeight, maximumPreviousContacts, minimumDisputedSum, minimumUrgentPriority
        case highValue, supportedLanguages, trend, vocabulary
    }

    /// Reads a policy; what is missing has its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func value<Value: Decodable>(_ key: CodingKeys, _ standard: Value) throws -> Value {
            try container.decodeIfPresent(Value.self, forKey: key) ?? standard
        }
        let standard = EscalationPolicy()
        self.init(
            effects: try value(.effects, standard.effects),
            escalationWeight: try value(.escalationWeight, standard.escalationWeight),
            draftWeight: try value(.draftWeight, standard.draftWeight),
            maximumPreviousContacts: try value(.maximumPreviousContacts, standard.maximumPreviousContacts),
            minimumDisputedSum: try container.decodeIfPresent(Double.self, forKey: .minimumDisputedSum),
            minimumUrgentPriority: try value(.minimumUrgentPriority, standard.minimumUrgentPriority),
            highValue: try value(.highValue, standard.highValue),
            supportedLanguages: try container.decodeIfPresent(Set<String>.self, forKey: .supportedLanguages),
            trend: try value(.trend, standard.trend), vocabulary: try value(.vocabulary, standard.vocabulary))
    }

    /// Writes the policy; the vocabulary only where it is not the English one.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(effects, forKey: .effects)
        try container.encode(escalationWeight, forKey: .escalationWeight)
        try container.encode(draftWeight, forKey: .draftWeight)
        try container.encode(maximumPreviousContacts, forKey: .maximumPreviousContacts)
        try container.encodeIfPresent(minimumDisputedSum, forKey: .minimumDisputedSum)
        try container.encode(minimumUrgentPriority, forKey: .minimumUrgentPriority)
        try container.encode(highValue, forKey: .highValue)
        try container.encodeIfPresent(supportedLanguages, forKey: .supportedLanguages)
        try container.encode(trend, forKey: .trend)
        if vocabulary != .english { try container.encode(vocabulary, forKey: .vocabulary) }
    }
}
