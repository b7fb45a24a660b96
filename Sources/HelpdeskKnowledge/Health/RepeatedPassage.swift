/// One text that stands in several items, which are not duplicates as a whole.
public struct RepeatedPassage: Hashable, Sendable, Codable {
    /// Where it stands, one place an item, by id; at most ten.
    public var places: [Quotation]
    /// How many items hold it.
    public var itemCount: Int
    /// The least share of runs of five words that the first place has in common with another, from 0 to 1.
    public var sharedText: Double
}
