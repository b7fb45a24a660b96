/// An item that a report names.
public struct ItemReference: Hashable, Sendable, Codable {
    /// The item's id.
    public var itemID: String
    /// The item's title.
    public var title: String
    /// How similar it is to what it is named for: a cosine.
    public var similarity: Double

    /// Creates a reference.
    public init(itemID: String, title: String, similarity: Double) {
        self.itemID = itemID
        self.title = title
        self.similarity = similarity
    }
}

extension ItemReference {
    init(_ item: KnowledgeItem, _ similarity: Double) {
        self.init(itemID: item.id, title: item.title, similarity: similarity)
    }
}
