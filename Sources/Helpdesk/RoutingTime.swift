/// An instant, in whole seconds. The library reads no clock of the day: the host says what time it is.
///
/// ```swift
/// let now = RoutingTime(Date())
/// ```
///
/// Coded as the number of seconds.
public struct RoutingTime: Hashable, Sendable, Comparable {
    /// Seconds since 1970-01-01 00:00:00 UTC, leap seconds not counted.
    public var secondsSince1970: Int

    /// Creates an instant.
    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Creates an instant from a civil date and time of day.
    ///
    /// - Parameter offset: Seconds east of UTC.
    public init(_ date: RoutingDate, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0) {
        secondsSince1970 = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
    }

    /// Orders by time.
    public static func < (first: RoutingTime, second: RoutingTime) -> Bool {
        first.secondsSince1970 < second.secondsSince1970
    }

    /// The instant some seconds later.
    func adding(seconds: Int) -> RoutingTime { RoutingTime(secondsSince1970: secondsSince1970 + seconds) }

    /// The years 1 to 9999.
    static let supported = -62_135_596_800..<253_402_300_800

    /// Checks that the instant lies in the years 1 to 9999.
    func validate() throws(HelpdeskError) {
        guard Self.supported.contains(secondsSince1970) else {
            throw HelpdeskError(
                .invalidArgument,
                "the time is \(secondsSince1970) seconds since 1970; it must be in the years 1 to 9999")
        }
    }
}

extension RoutingTime: Codable {
    /// Reads a number of seconds.
    public init(from decoder: any Decoder) throws {
        secondsSince1970 = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes the number of seconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(secondsSince1970)
    }
}

extension RoutingTime: CustomStringConvertible {
    /// The instant in UTC: `2026-11-23T14:30:00Z`.
    public var description: String {
        guard Self.supported.contains(secondsSince1970) else { return "\(secondsSince1970) s" }
        let day = secondsSince1970.floorDivided(by: 86_400)
        let second = secondsSince1970 - day * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(RoutingDate(daysSince1970: day))T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}

extension Int {
    /// The quotient, rounded down for negative numbers too.
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
