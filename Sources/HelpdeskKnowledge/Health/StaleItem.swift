#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An item that may be out of date.
public struct StaleItem: Hashable, Sendable, Codable {
    /// Why an item may be out of date.
    public enum Reason: Hashable, Sendable, Codable {
        /// It was not updated for `days` days, while `newer` items or tickets on its topic came later; the most similar ones.
        case notUpdated(days: Int, newer: Int, examples: [ItemReference])
        /// It speaks of a year or version older than those of similar items: the words here and there.
        case olderVersion(mentioned: String, newer: String, quotation: Quotation, other: Quotation)
        /// Of `questions` questions that are nearest to it, only `citations` were answered from it.
        case rarelyCited(questions: Int, citations: Int)
        /// An item that was updated later contradicts it.
        case contradicted(by: String, quotation: Quotation, other: Quotation)
    }

    /// The item's id.
    public var itemID: String
    /// The item's title.
    public var title: String
    /// When it was last updated, where that is known.
    public var updatedAt: Date?
    /// Why it may be out of date; at least one reason.
    public var reasons: [Reason]
}
