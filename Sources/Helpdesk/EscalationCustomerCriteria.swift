/// Which customers a host counts as especially valuable, as data: whoever meets one of the criteria.
///
/// ```swift
/// let criteria = EscalationCustomerCriteria(
///     plans: ["Enterprise"], minimumLifetimeValue: 50_000, metadata: ["segment": ["key account", "partner"]])
/// ```
public struct EscalationCustomerCriteria: Hashable, Sendable, Codable {
    /// Names of plans; upper and lower case are the same.
    public var plans: Set<String>
    /// The least ``CustomerContext/lifetimeValue``, in the host's currency; `nil` where it does not count.
    public var minimumLifetimeValue: Double?
    /// Fields of ``CustomerContext/metadata`` with the values that count; any value counts where there are none.
    public var metadata: [String: Set<String>]

    /// Creates criteria; without any, nobody meets them.
    public init(plans: Set<String> = [], minimumLifetimeValue: Double? = nil, metadata: [String: Set<String>] = [:]) {
        self.plans = plans
        self.minimumLifetimeValue = minimumLifetimeValue
        self.metadata = metadata
    }

    /// Reads criteria; what is missing does not count.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        plans = try container.decodeIfPresent(Set<String>.self, forKey: .plans) ?? []
        minimumLifetimeValue = try container.decodeIfPresent(Double.self, forKey: .minimumLifetimeValue)
        metadata = try container.decodeIfPresent([String: Set<String>].self, forKey: .metadata) ?? [:]
    }

    /// The criteria that a customer meets, in words, in the order plan, value, metadata by field.
    public func met(by customer: CustomerContext) -> [String] {
        var met: [String] = []
        if let plan = customer.plan, plans.containsIgnoringCase(plan) { met.append("plan: \(plan)") }
        if let minimum = minimumLifetimeValue, let value = customer.lifetimeValue, value >= minimum {
            met.append("lifetime value: \(value) (\(minimum) or more)")
        }
        for (field, values) in metadata.sorted(by: { $0.key < $1.key }) {
            guard let value = customer.metadata[field], values.isEmpty || values.contains(value) else { continue }
            met.append("\(field): \(value)")
        }
        return met
    }
}

extension Set<String> {
    /// Whether the set holds a name, upper and lower case being the same.
    func containsIgnoringCase(_ name: String) -> Bool {
        if contains(name) { return true }
        let name = name.lowercased()
        return contains { $0.lowercased() == name }
    }

    /// Whether the set holds a language: `de` takes `de-AT`, `de-AT` takes only itself.
    func containsLanguage(_ tag: String) -> Bool {
        let tag = tag.lowercased()
        return contains { language in
            let language = language.lowercased()
            return tag == language || tag.hasPrefix(language + "-") || tag.hasPrefix(language + "_")
        }
    }
}
