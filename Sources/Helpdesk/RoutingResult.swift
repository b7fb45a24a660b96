/// Where a message goes, and when it is due.
public struct RoutingResult: Hashable, Sendable, Codable {
    /// The name of the queue.
    public var queue: String
    /// Whether the queue is open.
    public var isOpen: Bool
    /// When the queue opens; `nil` where it is open, or does not open within 1,200 days.
    public var opensAt: RoutingTime?
    /// When the first answer is due; `nil` where nothing is promised, or the queue does not open long enough.
    public var firstResponseDue: RoutingTime?
    /// When the matter is to be resolved; `nil` as with the first answer.
    public var resolutionDue: RoutingTime?
    /// The target that the times follow from; `nil` where there is none for the priority.
    public var target: RoutingTarget?
    /// Why this queue.
    public var reasons: [RoutingReason]

    /// Creates a result.
    public init(
        queue: String, isOpen: Bool, opensAt: RoutingTime? = nil, firstResponseDue: RoutingTime? = nil,
        resolutionDue: RoutingTime? = nil, target: RoutingTarget? = nil, reasons: [RoutingReason] = []
    ) {
        self.queue = queue
        self.isOpen = isOpen
        self.opensAt = opensAt
        self.firstResponseDue = firstResponseDue
        self.resolutionDue = resolutionDue
        self.target = target
        self.reasons = reasons
    }
}
