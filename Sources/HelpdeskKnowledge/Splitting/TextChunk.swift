/// A piece of a longer text.
public struct TextChunk: Hashable, Sendable {
    /// The piece, without white space at its ends.
    public var text: String
    /// Where the piece lies in the whole text, counted in Unicode scalars.
    public var range: Range<Int>

    /// Where the piece begins in the whole text, counted in Unicode scalars.
    public var offset: Int { range.lowerBound }

    /// Creates a piece.
    public init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}
