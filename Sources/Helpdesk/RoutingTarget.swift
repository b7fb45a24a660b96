/// How soon a message is to be answered and resolved.
public struct RoutingTarget: Hashable, Sendable, Codable {
    /// When the time runs.
    public enum Clock: String, Hashable, Sendable, Codable {
        /// While the queue is open.
        case businessHours = "business_hours"
        /// Always.
        case always
    }

    /// Until the first answer, in minutes; `nil` where nothing is promised.
    public var firstResponseMinutes: Int?
    /// Until the matter is resolved, in minutes; `nil` where nothing is promised.
    public var resolutionMinutes: Int?
    /// When the time runs.
    public var clock: Clock

    /// Creates a target.
    public init(firstResponseMinutes: Int? = nil, resolutionMinutes: Int? = nil, clock: Clock = .businessHours) {
        self.firstResponseMinutes = firstResponseMinutes
        self.resolutionMinutes = resolutionMinutes
        self.clock = clock
    }

    /// Reads a target; without a clock the business hours count.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        firstResponseMinutes = try container.decodeIfPresent(Int.self, forKey: .firstResponseMinutes)
        resolutionMinutes = try container.decodeIfPresent(Int.self, forKey: .resolutionMinutes)
        clock = try container.decodeIfPresent(Clock.self, forKey: .clock) ?? .businessHours
    }

    func validate(_ name: String) throws(HelpdeskError) {
        // A hundred years of minutes: beyond that it is a slip.
        for (field, minutes) in [
            ("firstResponseMinutes", firstResponseMinutes), ("resolutionMinutes", resolutionMinutes),
        ] {
            guard let minutes, !(1...52_560_000).contains(minutes) else { continue }
            throw HelpdeskError(.invalidConfiguration, "\(name).\(field) is \(minutes); it must be 1 or more")
        }
        if let firstResponseMinutes, let resolutionMinutes, firstResponseMinutes > resolutionMinutes {
            throw HelpdeskError(
                .invalidConfiguration,
                "\(name): the first response (\(firstResponseMinutes)) is due after the resolution "
                    + "(\(resolutionMinutes))"
            )
        }
    }
}
