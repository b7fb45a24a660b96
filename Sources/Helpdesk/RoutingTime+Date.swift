#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension RoutingTime {
    /// The instant of a date, rounded down to a second. A date beyond all bounds gives the first or last second there is,
    /// which an agent refuses.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        self.init(secondsSince1970: Int(exactly: seconds) ?? (seconds < 0 ? .min : .max))
    }

    /// The instant as a date.
    public var date: Date { Date(timeIntervalSince1970: Double(secondsSince1970)) }
}
