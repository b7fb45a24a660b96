/// How local time follows from UTC: an offset, and the instants from which on another one holds.
///
/// The library holds no time zone database, which changes several times a year and lies in files. A host that has one
/// fills in the transitions (with Foundation, `TimeZone.nextDaylightSavingTimeTransition(after:)` gives them); without
/// transitions the offset is fixed.
///
/// ```swift
/// let berlin = RoutingTimeZone(
///     identifier: "Europe/Berlin", offset: 3_600,
///     transitions: [
///         RoutingTimeZone.Transition(at: RoutingTime(secondsSince1970: 1_774_746_000), offset: 7_200),
///         RoutingTimeZone.Transition(at: RoutingTime(secondsSince1970: 1_792_890_000), offset: 3_600),
///     ])
/// ```
public struct RoutingTimeZone: Hashable, Sendable, Codable {
    /// A change of the offset.
    public struct Transition: Hashable, Sendable, Codable {
        /// From when on.
        public var at: RoutingTime
        /// Seconds east of UTC from then on.
        public var offset: Int

        /// Creates a transition.
        public init(at: RoutingTime, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The name of the zone, for people; nothing is looked up by it.
    public var identifier: String?
    /// Seconds east of UTC before the first transition.
    public var offset: Int
    /// The changes, in the order of time.
    public var transitions: [Transition]

    /// Creates a time zone.
    public init(identifier: String? = nil, offset: Int, transitions: [Transition] = []) {
        self.identifier = identifier
        self.offset = offset
        self.transitions = transitions
    }

    /// Reads a time zone; without transitions the offset is fixed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        identifier = try container.decodeIfPresent(String.self, forKey: .identifier)
        offset = try container.decode(Int.self, forKey: .offset)
        transitions = try container.decodeIfPresent([Transition].self, forKey: .transitions) ?? []
    }

    /// UTC.
    public static let utc = RoutingTimeZone(identifier: "UTC", offset: 0)

    /// The offset at an instant, in seconds east of UTC. O(log transitions).
    public func offset(at time: RoutingTime) -> Int {
        let next = nextTransition(after: time)
        return next == 0 ? offset : transitions[next - 1].offset
    }

    /// The place of the first transition after an instant.
    func nextTransition(after time: RoutingTime) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func validate(_ name: String) throws(HelpdeskError) {
        // The widest offsets in use are UTC−12 and UTC+14; history knows some beyond.
        let day = 86_400
        guard ([offset] + transitions.map(\.offset)).allSatisfy({ abs($0) < day }) else {
            throw HelpdeskError(.invalidConfiguration, "\(name): an offset is a day or more")
        }
        for (first, second) in zip(transitions, transitions.dropFirst()) where first.at >= second.at {
            throw HelpdeskError(.invalidConfiguration, "\(name): the transition at \(second.at) is not in order")
        }
    }
}
