#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What the host already knows about a message. A hint that is set wins over triage.
public struct QueryHints: Sendable {
    /// What the message is about.
    public var category: TicketCategory?
    /// How urgent it is.
    public var priority: TicketPriority?
    /// The kinds of knowledge to answer from; all where `nil`.
    public var kinds: Set<KnowledgeKind>?
    /// Which items may be used, by their metadata: an audience, a product, a language.
    public var filter: MetadataFilter?
    /// When the question is asked, to tell how old a source is; where `nil`, sources are compared with the newest found.
    public var time: Date?

    /// Creates hints.
    public init(
        category: TicketCategory? = nil, priority: TicketPriority? = nil, kinds: Set<KnowledgeKind>? = nil,
        filter: MetadataFilter? = nil, time: Date? = nil
    ) {
        self.category = category
        self.priority = priority
        self.kinds = kinds
        self.filter = filter
        self.time = time
    }
}
