/// Words of an item, and where they stand.
public struct Quotation: Hashable, Sendable, Codable {
    /// The item.
    public var itemID: String
    /// The item's title.
    public var title: String
    /// The headings above the words, joined by ` > `; `nil` where there is none but the title.
    public var heading: String?
    /// Which of the item's passages holds them, from 0; see ``KnowledgeBase/passages(ofItem:)``.
    public var passage: Int
    /// Where the words lie in ``KnowledgeItem/text``, counted in Unicode scalars.
    public var range: Range<Int>
    /// The words, exactly as they stand there, mark-up included.
    public var text: String

    /// Creates a quotation.
    public init(itemID: String, title: String, heading: String?, passage: Int, range: Range<Int>, text: String) {
        self.itemID = itemID
        self.title = title
        self.heading = heading
        self.passage = passage
        self.range = range
        self.text = text
    }
}
