/// When a queue is staffed: hours of the week in local time, without holidays.
///
/// ```swift
/// var hours = RoutingHours(timeZone: RoutingTimeZone(offset: 3_600))
/// hours.add(RoutingWeekday.workdays, from: 9 * 60, to: 17 * 60)
/// hours.add([.saturday], from: 22 * 60, to: 6 * 60)  // until Sunday, 6 o'clock
/// hours.holidays = [try RoutingDate("2026-12-25")]
/// ```
public struct RoutingHours: Hashable, Sendable, Codable {
    /// A stretch of time that begins on a day of the week.
    public struct Interval: Hashable, Sendable, Codable {
        /// The day it begins.
        public var day: RoutingWeekday
        /// When it begins, in minutes after midnight, from 0 to 1439.
        public var opens: Int
        /// When it ends, in minutes after midnight, from 0 to 1440; at or before ``opens`` it is the next day.
        public var closes: Int

        /// Creates an interval.
        public init(day: RoutingWeekday, opens: Int, closes: Int) {
            self.day = day
            self.opens = opens
            self.closes = closes
        }
    }

    /// The time zone of the hours and holidays.
    public var timeZone: RoutingTimeZone
    /// The hours; where they overlap they count once.
    public var intervals: [Interval]
    /// The days on which nobody is there, from midnight to midnight. Hours that began the day before end at midnight;
    /// those that would begin on the day do not take place, their rest on the next morning included.
    public var holidays: Set<RoutingDate>

    /// Creates hours.
    public init(timeZone: RoutingTimeZone = .utc, intervals: [Interval] = [], holidays: Set<RoutingDate> = []) {
        self.timeZone = timeZone
        self.intervals = intervals
        self.holidays = holidays
    }

    /// Reads hours; holidays may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        timeZone = try container.decodeIfPresent(RoutingTimeZone.self, forKey: .timeZone) ?? .utc
        intervals = try container.decode([Interval].self, forKey: .intervals)
        holidays = try container.decodeIfPresent(Set<RoutingDate>.self, forKey: .holidays) ?? []
    }

    /// Adds the same hours on several days, in minutes after midnight.
    public mutating func add(_ days: [RoutingWeekday], from opens: Int, to closes: Int) {
        intervals += days.map { Interval(day: $0, opens: opens, closes: closes) }
    }

    func validate(_ name: String) throws(HelpdeskError) {
        try timeZone.validate("\(name).timeZone")
        guard !intervals.isEmpty else {
            throw HelpdeskError(.invalidConfiguration, "\(name): there are no hours; nil means always open")
        }
        for interval in intervals {
            guard (0..<1_440).contains(interval.opens), (0...1_440).contains(interval.closes) else {
                throw HelpdeskError(
                    .invalidConfiguration,
                    "\(name): \(interval.day.rawValue) from minute \(interval.opens) to \(interval.closes); "
                        + "opening is from 0 to 1439 and closing from 0 to 1440")
            }
        }
    }
}
