extension TriageRule: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, vote, weight, isCertain, addsUp, phrases, requires, unless, categories, negation, isEnabled
    }

    /// Reads a rule. What has a default in the initializer may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            vote: try container.decode(TriageVote.self, forKey: .vote),
            weight: try container.decodeIfPresent(Double.self, forKey: .weight) ?? 1,
            isCertain: try container.decodeIfPresent(Bool.self, forKey: .isCertain) ?? false,
            addsUp: try container.decodeIfPresent(Bool.self, forKey: .addsUp) ?? false,
            phrases: try container.decode([String].self, forKey: .phrases),
            requires: try container.decodeIfPresent([String].self, forKey: .requires) ?? [],
            unless: try container.decodeIfPresent([String].self, forKey: .unless) ?? [],
            categories: try container.decodeIfPresent([TicketCategory].self, forKey: .categories) ?? [],
            negation: try container.decodeIfPresent(Negation.self, forKey: .negation) ?? .cancels,
            isEnabled: try container.decodeIfPresent(Bool.self, forKey: .isEnabled) ?? true)
    }

    /// Writes a rule, without what has its default.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(vote, forKey: .vote)
        try container.encode(weight, forKey: .weight)
        if isCertain { try container.encode(isCertain, forKey: .isCertain) }
        if addsUp { try container.encode(addsUp, forKey: .addsUp) }
        try container.encode(phrases, forKey: .phrases)
        if !requires.isEmpty { try container.encode(requires, forKey: .requires) }
        if !unless.isEmpty { try container.encode(unless, forKey: .unless) }
        if !categories.isEmpty { try container.encode(categories, forKey: .categories) }
        if negation != .cancels { try container.encode(negation, forKey: .negation) }
        if !isEnabled { try container.encode(isEnabled, forKey: .isEnabled) }
    }
}

/// `"ignored"`, `"cancelsIfDenied"`, `"cancels"`, or `{"flipsTo": {"sentiment": "negative"}}`.
extension TriageRule.Negation: Codable {
    private enum CodingKeys: String, CodingKey {
        case flipsTo
    }

    /// Reads a name, or an object with the vote it flips to.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: CodingKeys.self), container.contains(.flipsTo) {
            self = .flips(to: try container.decode(TriageVote.self, forKey: .flipsTo))
            return
        }
        let container = try decoder.singleValueContainer()
        switch try container.decode(String.self) {
        case "ignored": self = .ignored
        case "cancelsIfDenied": self = .cancelsIfDenied
        case "cancels": self = .cancels
        case let name:
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription:
                    "the negation \"\(name)\" is none of ignored, cancelsIfDenied, cancels and {\"flipsTo\": …}")
        }
    }

    /// Writes a name, or an object with the vote it flips to.
    public func encode(to encoder: any Encoder) throws {
        if case .flips(let vote) = self {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(vote, forKey: .flipsTo)
            return
        }
        var container = encoder.singleValueContainer()
        switch self {
        case .ignored: try container.encode("ignored")
        case .cancelsIfDenied: try container.encode("cancelsIfDenied")
        case .cancels, .flips: try container.encode("cancels")
        }
    }
}
