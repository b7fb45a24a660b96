/// A day of the Gregorian calendar. Coded as `"2026-12-25"`.
public struct RoutingDate: Hashable, Sendable, Comparable {
    /// The year, from 1 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Creates a date.
    ///
    /// - Throws: ``HelpdeskError`` with code `invalidArgument` where there is no such day.
    public init(year: Int, month: Int, day: Int) throws(HelpdeskError) {
        guard (1...9_999).contains(year), (1...12).contains(month),
            (1...Self.dayCount(year: year, month: month)).contains(day)
        else { throw HelpdeskError(.invalidArgument, "there is no day \(year)-\(month)-\(day)") }
        self.init(unchecked: year, month, day)
    }

    /// Reads a date such as `2026-12-25`.
    ///
    /// - Throws: ``HelpdeskError`` with code `invalidArgument`.
    public init(_ text: String) throws(HelpdeskError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { throw HelpdeskError(.invalidArgument, "“\(text)” is no date such as 2026-12-25") }
        try self.init(year: year, month: month, day: day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day of the week.
    public var weekday: RoutingWeekday { RoutingWeekday(daysSince1970: daysSince1970) }

    /// Orders by time.
    public static func < (first: RoutingDate, second: RoutingDate) -> Bool {
        (first.year, first.month, first.day) < (second.year, second.month, second.day)
    }

    private static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // The year begins in March, so that the leap day is its last (Howard Hinnant, "chrono-compatible low-level date
    // algorithms"); 719,468 days lie between 0000-03-01 and 1970-01-01.

    /// The number of days since 1970-01-01.
    var daysSince1970: Int {
        let year = month <= 2 ? self.year - 1 : self.year
        let era = year.floorDivided(by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date that many days after 1970-01-01.
    init(daysSince1970: Int) {
        let days = daysSince1970 + 719_468
        let era = days.floorDivided(by: 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        self.init(
            unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension RoutingDate: Codable {
    /// Reads a date such as `"2026-12-25"`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message)
        }
    }

    /// Writes the date as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension RoutingDate: CustomStringConvertible {
    /// The date: `2026-12-25`.
    public var description: String {
        func padded(_ number: Int, _ length: Int) -> String {
            let digits = "\(number)"
            return String(repeating: "0", count: max(0, length - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
