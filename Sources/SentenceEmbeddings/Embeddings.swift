/// The vectors of a batch of texts, row after row in one array.
public struct Embeddings: Hashable, Sendable, RandomAccessCollection {
    /// The components: `count` rows of `dimensions` floats.
    public let values: [Float]
    /// The number of components of a row.
    public let dimensions: Int
    /// The number of tokens of each text that went into its vector, special tokens included, those of all windows
    /// together; empty where the model does not tell.
    public let tokenCounts: [Int]
    /// Whether each text was cut to the model's limit; empty where the model does not tell.
    public let isTruncated: [Bool]
    /// How many windows each text was cut into, whose vectors were joined: 1 for a text that was embedded as it is; empty
    /// where the model does not tell.
    public let windowCounts: [Int]
    /// The number of rows.
    public let count: Int

    /// Creates a batch.
    ///
    /// - Precondition: `values.count == count * dimensions`; `tokenCounts`, `isTruncated` and `windowCounts` are empty or
    ///   have `count` elements.
    public init(
        values: [Float], count: Int, dimensions: Int, tokenCounts: [Int] = [], isTruncated: [Bool] = [],
        windowCounts: [Int] = []
    ) {
        precondition(values.count == count * dimensions, "values must be count rows of dimensions floats")
        precondition(tokenCounts.isEmpty || tokenCounts.count == count)
        precondition(isTruncated.isEmpty || isTruncated.count == count)
        precondition(windowCounts.isEmpty || windowCounts.count == count)
        self.values = values
        self.count = count
        self.dimensions = dimensions
        self.tokenCounts = tokenCounts
        self.isTruncated = isTruncated
        self.windowCounts = windowCounts
    }

    /// The position of the first row.
    public var startIndex: Int { 0 }
    /// The position after the last row.
    public var endIndex: Int { count }

    /// A copy of one row. O(dimensions).
    public subscript(position: Int) -> [Float] {
        precondition(indices.contains(position), "row \(position) of \(count)")
        return Array(values[position * dimensions..<(position + 1) * dimensions])
    }
}
