public import HelpdeskTriage

/// Which queue a message goes to, and how soon it is due there.
///
/// The first queue in order that takes the message has it, else the fallback. Where that queue is closed and the
/// message cannot wait, the queue on call has it.
///
/// ```swift
/// let policy = RoutingPolicy(
///     queues: [
///         RoutingQueue(name: "security", reasons: [.securityIncident]),
///         RoutingQueue(name: "billing", categories: [.billing], hours: office),
///         RoutingQueue(name: "support", hours: office),
///         RoutingQueue(name: "on-call"),
///     ],
///     fallbackQueue: "support", onCall: RoutingPolicy.OnCall(queue: "on-call", reasons: [.outage, .safety]),
///     targets: [.urgent: RoutingTarget(firstResponseMinutes: 15, resolutionMinutes: 240, clock: .always)])
/// ```
public struct RoutingPolicy: Hashable, Sendable, Codable {
    /// Who takes over out of hours.
    public struct OnCall: Hashable, Sendable, Codable {
        /// The name of the queue.
        public var queue: String
        /// The reasons that cannot wait.
        public var reasons: Set<EscalationReason>
        /// The priorities that cannot wait.
        public var priorities: Set<TicketPriority>

        /// Creates a rule.
        public init(
            queue: String, reasons: Set<EscalationReason> = [], priorities: Set<TicketPriority> = [.urgent]
        ) {
            self.queue = queue
            self.reasons = reasons
            self.priorities = priorities
        }
    }

    /// The queues, in the order in which they are asked.
    public var queues: [RoutingQueue]
    /// The name of the queue for what no other takes.
    public var fallbackQueue: String
    /// Who takes over out of hours; nobody where `nil`.
    public var onCall: OnCall?
    /// How soon messages are due, by priority; a queue's own targets go first.
    public var targets: [TicketPriority: RoutingTarget]

    /// Creates a policy.
    public init(
        queues: [RoutingQueue], fallbackQueue: String, onCall: OnCall? = nil,
        targets: [TicketPriority: RoutingTarget] = [:]
    ) {
        self.queues = queues
        self.fallbackQueue = fallbackQueue
        self.onCall = onCall
        self.targets = targets
    }

    /// Reads a policy; targets and the queue on call may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        queues = try container.decode([RoutingQueue].self, forKey: .queues)
        fallbackQueue = try container.decode(String.self, forKey: .fallbackQueue)
        onCall = try container.decodeIfPresent(OnCall.self, forKey: .onCall)
        targets = try container.decodeIfPresent([TicketPriority: RoutingTarget].self, forKey: .targets) ?? [:]
    }

    /// Where a message goes, and when it is due. The same input always gives the same result.
    ///
    /// - Parameters:
    ///   - triage: What the message is about.
    ///   - reasons: Why a person takes over, most weighty first; those of triage where `nil`.
    ///   - customer: Who asks.
    ///   - time: When the message came.
    /// - Throws: ``HelpdeskError`` with code `invalidConfiguration` for an invalid policy, `invalidArgument` for a time
    ///   outside the years 1 to 9999.
    public func routing(
        for triage: Triage, reasons: [EscalationReason]? = nil, customer: CustomerContext? = nil, at time: RoutingTime
    ) throws(HelpdeskError) -> RoutingResult {
        try validate()
        try time.validate()
        let reasons = reasons ?? triage.escalationReasons
        var (queue, why) = try choice(triage, reasons, customer)
        if !queue.isOpen(at: time), let onCall, let other = self.queue(named: onCall.queue), other.name != queue.name,
            other.isOpen(at: time), let urgency = onCall.urgency(triage, reasons)
        {
            why = [urgency, .onCall(insteadOf: queue.name)]
            queue = other
        }
        let isOpen = queue.isOpen(at: time)
        let target = queue.targets[triage.priority] ?? targets[triage.priority]
        return RoutingResult(
            queue: queue.name, isOpen: isOpen, opensAt: isOpen ? nil : queue.hours?.opening(from: time),
            firstResponseDue: Self.due(target?.firstResponseMinutes, target, queue, time),
            resolutionDue: Self.due(target?.resolutionMinutes, target, queue, time), target: target, reasons: why)
    }

    private func queue(named name: String) -> RoutingQueue? { queues.first { $0.name == name } }

    private func choice(
        _ triage: Triage, _ reasons: [EscalationReason], _ customer: CustomerContext?
    ) throws(HelpdeskError) -> (RoutingQueue, [RoutingReason]) {
        for queue in queues {
            if let why = queue.matches(triage, reasons, customer) { return (queue, why) }
        }
        guard let fallback = queue(named: fallbackQueue) else {
            throw HelpdeskError(.invalidConfiguration, "fallbackQueue is “\(fallbackQueue)”, which is no queue")
        }
        return (fallback, [.fallback])
    }

    private static func due(
        _ minutes: Int?, _ target: RoutingTarget?, _ queue: RoutingQueue, _ time: RoutingTime
    ) -> RoutingTime? {
        guard let minutes, let target else { return nil }
        guard target.clock == .businessHours, let hours = queue.hours else { return time.adding(seconds: minutes * 60) }
        return hours.time(after: minutes * 60, from: time)
    }
}

extension RoutingPolicy.OnCall {
    /// Why a message cannot wait; `nil` where it can.
    func urgency(_ triage: Triage, _ reasons: [EscalationReason]) -> RoutingReason? {
        if let reason = reasons.first(where: self.reasons.contains) { return .reason(reason) }
        return priorities.contains(triage.priority) ? .priority(triage.priority) : nil
    }
}
