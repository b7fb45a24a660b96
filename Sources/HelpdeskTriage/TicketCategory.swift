/// What a message is chiefly about. Hosts add their own.
public struct TicketCategory: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in snake case.
    public var rawValue: String
    /// Creates a category of the host's own.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// How-to, set-up, integration, access.
    public static let technical = TicketCategory(rawValue: "technical")
    /// Charges, invoices, refunds, plans.
    public static let billing = TicketCategory(rawValue: "billing")
    /// Everything else.
    public static let general = TicketCategory(rawValue: "general")
    /// Something that does not exist yet.
    public static let featureRequest = TicketCategory(rawValue: "feature_request")
    /// The product breaks its own promise.
    public static let bugReport = TicketCategory(rawValue: "bug_report")

    /// The categories with rules that ship with the library.
    public static let builtIn: [TicketCategory] = [.technical, .billing, .general, .featureRequest, .bugReport]
}
