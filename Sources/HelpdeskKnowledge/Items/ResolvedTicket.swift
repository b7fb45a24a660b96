#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A past ticket with its resolution.
public struct ResolvedTicket: Hashable, Sendable, Codable {
    /// The host's name for the ticket; unique among the items of a knowledge base.
    public var id: String
    /// The subject line, or empty.
    public var subject: String
    /// What the customer wrote.
    public var problem: String
    /// What solved it. May be empty where only the label is of use (see `category`).
    public var resolution: String
    /// The category or intent it was filed under.
    public var category: String?
    /// How satisfied the customer was, from 0 to 1.
    public var satisfaction: Double?
    /// When it was resolved.
    public var resolvedAt: Date?
    /// Free fields that searches can filter on.
    public var metadata: [String: String]

    /// Creates a ticket.
    public init(
        id: String, subject: String = "", problem: String, resolution: String, category: String? = nil,
        satisfaction: Double? = nil, resolvedAt: Date? = nil, metadata: [String: String] = [:]
    ) {
        self.id = id
        self.subject = subject
        self.problem = problem
        self.resolution = resolution
        self.category = category
        self.satisfaction = satisfaction
        self.resolvedAt = resolvedAt
        self.metadata = metadata
    }
}
