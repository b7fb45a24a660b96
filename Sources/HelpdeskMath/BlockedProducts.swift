/// Inner products of many queries with many rows, a block at a time, so that the scores stay in the cache.
package enum BlockedProducts {
    /// How many queries are scored at once.
    package static let queriesInBlock = 64
    /// How many rows are scored at once.
    package static let rowsInBlock = 1024

    /// Calls `body` with the first row of a block, and its scores: one line of `rowsInBlock` floats for each query.
    ///
    /// - Parameters:
    ///   - queries: At most ``queriesInBlock`` vectors, `dimensions` apart.
    ///   - rows: Vectors `stride` apart.
    package static func forEachBlock<Failure: Error>(
        queries: UnsafePointer<Float>, queryCount: Int, rows: UnsafePointer<Float>, rowCount: Int, stride: Int,
        dimensions: Int, _ body: (_ rows: Range<Int>, _ scores: UnsafePointer<Float>) throws(Failure) -> Void
    ) throws(Failure) {
        let scores = UnsafeMutablePointer<Float>.allocate(capacity: queriesInBlock * rowsInBlock)
        defer { scores.deallocate() }
        var first = 0
        while first < rowCount {
            let count = min(rowsInBlock, rowCount - first)
            BLAS.gemm(
                transposeA: false, transposeB: true, m: queryCount, n: count, k: dimensions, alpha: 1,
                queries, strideA: dimensions, rows + first * stride, strideB: stride, beta: 0,
                into: scores, strideC: rowsInBlock)
            try body(first..<first + count, scores)
            first += count
        }
    }
}
