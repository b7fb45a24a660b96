/// An object with the keys `rules`, `wordLists` and `thresholds`, of which only `rules` must be there.
extension TriageRules: Codable {
    private enum CodingKeys: String, CodingKey {
        case rules, wordLists, thresholds
    }

    /// A rule that may be broken, so that the error can name it.
    private struct Entry: Decodable {
        private enum CodingKeys: String, CodingKey {
            case name
        }

        var name: String?
        var rule: Result<TriageRule, any Error>

        init(from decoder: any Decoder) {
            name = try? decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
            rule = Result { try TriageRule(from: decoder) }
        }
    }

    /// Reads and checks rules.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) for the first rule, list or threshold that cannot be used, with its name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        var rules: [TriageRule] = []
        for (index, entry) in try container.decode([Entry].self, forKey: .rules).enumerated() {
            do {
                rules.append(try entry.rule.get())
            } catch {
                let name = entry.name.map { "the rule \"\($0)\"" } ?? "rule \(index), which has no name,"
                throw TriageError(.invalidRule, "\(name) cannot be read", cause: error)
            }
        }
        let thresholds = try container.decodeIfPresent(TriageThresholds.self, forKey: .thresholds)
        try self.init(
            rules, wordLists: container.decodeIfPresent([String: [String]].self, forKey: .wordLists) ?? [:],
            thresholds: thresholds ?? TriageThresholds())
    }

    /// Writes all rules, lists and thresholds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(all, forKey: .rules)
        try container.encode(wordLists, forKey: .wordLists)
        try container.encode(thresholds, forKey: .thresholds)
    }
}
