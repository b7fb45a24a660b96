public import HelpdeskTriage

/// A group of people who take messages, and which ones.
///
/// A queue takes a message that meets all conditions that are set. A queue without any takes nothing by itself: it is
/// there as fallback or on call.
public struct RoutingQueue: Hashable, Sendable, Codable {
    /// The name; unique within a policy.
    public var name: String
    /// The categories it takes; all where empty.
    public var categories: Set<TicketCategory>
    /// The reasons it takes, at least one of which must be there; any or none where empty.
    public var reasons: Set<EscalationReason>
    /// The languages it takes, as BCP 47 tags (`de` takes `de-AT`); all where empty.
    public var languages: Set<String>
    /// The plans it takes, upper and lower case the same; all where empty.
    public var plans: Set<String>
    /// The priorities it takes; all where empty.
    public var priorities: Set<TicketPriority>
    /// When it is open; `nil` is always.
    public var hours: RoutingHours?
    /// How soon it answers, by priority; goes before the policy's targets.
    public var targets: [TicketPriority: RoutingTarget]

    /// Creates a queue.
    public init(
        name: String, categories: Set<TicketCategory> = [], reasons: Set<EscalationReason> = [],
        languages: Set<String> = [], plans: Set<String> = [], priorities: Set<TicketPriority> = [],
        hours: RoutingHours? = nil, targets: [TicketPriority: RoutingTarget] = [:]
    ) {
        self.name = name
        self.categories = categories
        self.reasons = reasons
        self.languages = languages
        self.plans = plans
        self.priorities = priorities
        self.hours = hours
        self.targets = targets
    }

    /// Reads a queue; everything but the name may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func set<Element: Decodable>(_ key: CodingKeys) throws -> Set<Element> {
            try container.decodeIfPresent(Set<Element>.self, forKey: key) ?? []
        }
        self.init(
            name: try container.decode(String.self, forKey: .name), categories: try set(.categories),
            reasons: try set(.reasons), languages: try set(.languages), plans: try set(.plans),
            priorities: try set(.priorities), hours: try container.decodeIfPresent(RoutingHours.self, forKey: .hours),
            targets: try container.decodeIfPresent([TicketPriority: RoutingTarget].self, forKey: .targets) ?? [:])
    }

    /// Why the queue takes a message; `nil` where it does not.
    func matches(_ triage: Triage, _ reasons: [EscalationReason], _ customer: CustomerContext?) -> [RoutingReason]? {
        var matched: [RoutingReason] = []
        if !self.reasons.isEmpty {
            guard let reason = reasons.first(where: self.reasons.contains) else { return nil }
            matched.append(.reason(reason))
        }
        if !categories.isEmpty {
            guard categories.contains(triage.category) else { return nil }
            matched.append(.category(triage.category))
        }
        if !languages.isEmpty {
            guard let language = customer?.language, languages.containsLanguage(language) else { return nil }
            matched.append(.language(language))
        }
        if !plans.isEmpty {
            guard let plan = customer?.plan, plans.containsIgnoringCase(plan) else { return nil }
            matched.append(.plan(plan))
        }
        if !priorities.isEmpty {
            guard priorities.contains(triage.priority) else { return nil }
            matched.append(.priority(triage.priority))
        }
        return matched.isEmpty ? nil : matched
    }

    func isOpen(at time: RoutingTime) -> Bool { hours?.isOpen(at: time) ?? true }
}
