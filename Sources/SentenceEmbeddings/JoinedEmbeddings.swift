/// The batches of a stream, one after the other.
struct JoinedEmbeddings {
    private let dimensions: Int
    private(set) var count = 0
    private var values: [Float] = []
    private var tokenCounts: [Int] = []
    private var isTruncated: [Bool] = []
    private var windowCounts: [Int] = []

    init(capacity: Int, dimensions: Int) {
        self.dimensions = dimensions
        values.reserveCapacity(capacity * dimensions)
    }

    mutating func append(_ batch: Embeddings) {
        count += batch.count
        values += batch.values
        tokenCounts += batch.tokenCounts
        isTruncated += batch.isTruncated
        windowCounts += batch.windowCounts
    }

    /// A model that tells something about one batch and not about another tells nothing about all of them.
    var embeddings: Embeddings {
        Embeddings(
            values: values, count: count, dimensions: dimensions,
            tokenCounts: tokenCounts.count == count ? tokenCounts : [],
            isTruncated: isTruncated.count == count ? isTruncated : [],
            windowCounts: windowCounts.count == count ? windowCounts : [])
    }
}
