import HelpdeskMath
import SentenceEmbeddings
import VectorSearch

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The passages of a knowledge base with their stored vectors, in an order that does not depend on when they were stored.
struct HealthCorpus: Sendable {
    /// An item with its rows.
    struct Item: Sendable {
        let item: KnowledgeItem
        let updatedAt: Date?
        let language: String?
        let audience: String?
        var rows: Range<Int>
    }

    /// Items by id.
    var items: [Item] = []
    /// The passage of each row; an item's rows follow one another.
    var passages: [Passage] = []
    /// The item of each row.
    var owners: [Int32] = []
    /// The vector of each row, of length 1, or of zeros.
    var vectors: Matrix

    /// Reads the passages of some items from the index.
    ///
    /// Passages that a change has taken out of the index meanwhile are left out.
    init(
        _ stored: [StoredItem], base: KnowledgeBase, configuration: HealthConfiguration, progress: (Int) -> Void
    ) async throws {
        let dimensions = base.identity.dimensions
        let ordered = stored.sorted { $0.item.id < $1.item.id }
        var matrix = try Matrix(rows: ordered.reduce(0) { $0 + $1.passages.count }, columns: dimensions)
        for (place, stored) in ordered.enumerated() {
            if place % 64 == 0 {
                try Task.checkCancellation()
                progress(place)
            }
            let first = passages.count
            for passage in stored.passages {
                guard let vector = try await base.index.vector(for: passage.id), vector.count == dimensions else {
                    continue
                }
                let scale = Self.scale(vector)
                let start = passages.count * dimensions
                matrix.withUnsafeMutableBufferPointer { target in
                    for (offset, value) in vector.enumerated() { target[start + offset] = value * scale }
                }
                passages.append(passage)
                owners.append(Int32(items.count))
            }
            items.append(
                Item(
                    item: stored.item, updatedAt: stored.item.updated,
                    language: stored.item.metadata[configuration.languageKey],
                    audience: stored.item.metadata[configuration.audienceKey], rows: first..<passages.count))
        }
        vectors = matrix
    }

    /// What makes a vector of length 1; 0 for one that has no direction.
    static func scale(_ vector: some Sequence<Float>) -> Float {
        let square = vector.reduce(0.0) { $0 + Double($1) * Double($1) }
        return square > 0 && square.isFinite ? Float(1 / square.squareRoot()) : 0
    }

    /// A part of an item's text.
    func quotation(row: Int, range: Range<Int>, text: String) -> Quotation {
        let passage = passages[row]
        return Quotation(
            itemID: passage.itemID, title: items[Int(owners[row])].item.title, heading: passage.heading,
            passage: passage.position, range: range, text: text)
    }

    /// A whole passage.
    func quotation(row: Int) -> Quotation {
        quotation(row: row, range: passages[row].range, text: passages[row].text)
    }
}

extension KnowledgeItem {
    /// When the item was last changed, or the ticket resolved.
    var updated: Date? {
        switch self {
        case .article(let article): article.updatedAt
        case .faq(let faq): faq.updatedAt
        case .resolvedTicket(let ticket): ticket.resolvedAt
        }
    }

    /// How the item's text is marked up.
    var format: Article.Format {
        switch self {
        case .article(let article): article.format
        case .faq: .markdown
        case .resolvedTicket: .plain
        }
    }
}
