import CHelpdeskKernels

extension Matrix {
    /// Finds the rows with the largest inner product with each query.
    ///
    /// BLAS scores the rows in blocks and keeps all that may be among the best; those are scored once more in a fixed
    /// order of additions, so that equal rows have equal scores and every BLAS gives the same answer.
    ///
    /// - Parameters:
    ///   - count: How many rows to return for each query; 0 or more.
    ///   - queries: One query a row, with as many columns as this matrix.
    /// - Returns: For each query `min(count, rows)` rows, best first, equal scores in ascending order of index.
    /// - Throws: ``MathError/Code/invalidArgument``, ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    /// - Complexity: O(queries·rows·columns).
    public func topK(_ count: Int, for queries: Matrix) throws(MathError) -> [[RankedRow]] {
        guard count >= 0 else {
            throw MathError(.invalidArgument, "cannot return \(count) rows: the count must be 0 or more")
        }
        guard queries.columns == columns else {
            throw MathError(
                .mismatchedShape, "queries of \(queries.columns) columns do not fit rows of \(columns) columns")
        }
        try requireFinite("the matrix")
        try queries.requireFinite("the queries")
        let wanted = min(count, rows)
        guard wanted > 0, queries.rows > 0 else { return Array(repeating: [], count: queries.rows) }
        let queryCount = queries.rows
        return withUnsafeBufferPointer { rows in
            queries.withUnsafeBufferPointer { queries in topK(wanted, queries, count: queryCount, rows) }
        }
    }

    private func topK(
        _ wanted: Int, _ queries: UnsafeBufferPointer<Float>, count queryCount: Int,
        _ matrix: UnsafeBufferPointer<Float>
    ) -> [[RankedRow]] {
        guard let queryBase = queries.baseAddress, let rowBase = matrix.baseAddress else { return [] }
        let largest = (0..<rows).reduce(0.0) { max($0, norm(rowBase + $1 * columns)) }
        let isa = helpdesk_best_isa()
        var results: [[RankedRow]] = []
        results.reserveCapacity(queryCount)
        for first in stride(from: 0, to: queryCount, by: BlockedProducts.queriesInBlock) {
            let inBlock = min(BlockedProducts.queriesInBlock, queryCount - first)
            let block = queryBase + first * columns
            let norms = (0..<inBlock).map { norm(block + $0 * columns) }
            // Beyond this a float product may overflow; such rows are all scored in double precision.
            let isWide = norms.contains { !($0 * largest < 1e30) }
            var lists = norms.map {
                ShortList(
                    count: wanted, margin: isWide ? .infinity : Float(Double(columns + 8) * 0x1p-22 * $0 * largest))
            }
            if isWide {
                for index in 0..<inBlock { for row in 0..<rows { lists[index].add(key: 0, row: UInt32(row)) } }
            } else {
                BlockedProducts.forEachBlock(
                    queries: block, queryCount: inBlock, rows: rowBase, rowCount: rows, stride: columns,
                    dimensions: columns
                ) { range, scores in
                    for index in 0..<inBlock {
                        let line = scores + index * BlockedProducts.rowsInBlock
                        for row in range { lists[index].add(key: -line[row - range.lowerBound], row: UInt32(row)) }
                    }
                }
            }
            for index in 0..<inBlock {
                let query = block + index * columns
                var ranked = lists[index].rows().map { row in
                    let candidate = rowBase + Int(row) * columns
                    let score =
                        isWide
                        ? Float(clamping: helpdesk_dot_wide(query, candidate, columns))
                        : helpdesk_dot(isa, query, candidate, columns)
                    return RankedRow(index: Int(row), score: score)
                }
                ranked.sort { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
                results.append(Array(ranked.prefix(wanted)))
            }
        }
        return results
    }

    private func norm(_ vector: UnsafePointer<Float>) -> Double {
        helpdesk_dot_wide(vector, vector, columns).squareRoot()
    }
}

extension Float {
    /// The nearest finite float.
    package init(clamping value: Double) {
        let limit = Double(Float.greatestFiniteMagnitude)
        self = Float(Swift.min(limit, Swift.max(-limit, value)))
    }
}
