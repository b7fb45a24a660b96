/// A part of an item: what is embedded, found and shown.
public struct Passage: Hashable, Sendable {
    /// The number of the passage in its knowledge base, and of its vector in the index. Never used again for another.
    public var id: UInt64
    /// The item it is part of.
    public var itemID: String
    /// Which of the item's passages it is, from 0.
    public var position: Int
    /// The passage as it stands in the item, mark-up included.
    public var text: String
    /// The headings above it, outermost first, joined by ` > `; `nil` where there is none but the item's title.
    public var heading: String?
    /// Where it lies in ``KnowledgeItem/text``, counted in Unicode scalars.
    public var range: Range<Int>

    /// Creates a passage.
    public init(id: UInt64, itemID: String, position: Int, text: String, heading: String?, range: Range<Int>) {
        self.id = id
        self.itemID = itemID
        self.position = position
        self.text = text
        self.heading = heading
        self.range = range
    }
}
