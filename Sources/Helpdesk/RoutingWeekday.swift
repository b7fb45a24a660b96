/// A day of the week.
public enum RoutingWeekday: String, Hashable, Sendable, Codable, CaseIterable {
    /// Monday.
    case monday
    /// Tuesday.
    case tuesday
    /// Wednesday.
    case wednesday
    /// Thursday.
    case thursday
    /// Friday.
    case friday
    /// Saturday.
    case saturday
    /// Sunday.
    case sunday

    /// Monday to Friday.
    public static let workdays: [RoutingWeekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

    /// 1970-01-01 was a Thursday.
    init(daysSince1970: Int) {
        let index = (daysSince1970 + 3) - (daysSince1970 + 3).floorDivided(by: 7) * 7
        self = Self.allCases[index]
    }
}
