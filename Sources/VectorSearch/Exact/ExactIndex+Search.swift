import HelpdeskMath

extension ExactIndex {
    /// Finds the nearest vectors to each query.
    ///
    /// - Parameters:
    ///   - queries: Vectors of ``dimensions`` finite components.
    ///   - count: How many matches to return for each; 0 or more.
    ///   - filter: Which vectors may be returned; `nil` for all.
    /// - Returns: For each query exactly `min(count, live vectors that pass the filter)` matches, nearest first, equal
    ///   distances in ascending order of id.
    /// - Throws: ``VectorSearchError``; `CancellationError` if the task is cancelled meanwhile.
    /// - Complexity: O(queries · vectors · dimensions).
    public func search(_ queries: [[Float]], count: Int, filter: VectorFilter? = nil) throws -> [[VectorMatch]] {
        try VectorInput.require(queries, count: count, dimensions: dimensions)
        var results: [[VectorMatch]] = []
        results.reserveCapacity(queries.count)
        // A block at a time, so that a long batch does not keep changes waiting.
        for first in stride(from: 0, to: queries.count, by: BlockedProducts.queriesInBlock) {
            let block = queries[first..<min(first + BlockedProducts.queriesInBlock, queries.count)]
            results += try lock.read { try search(block: Array(block), count: count, filter: filter) }
        }
        return results
    }

    /// Finds the vectors nearest to one query.
    public func search(_ query: [Float], count: Int, filter: VectorFilter? = nil) throws -> [VectorMatch] {
        try search([query], count: count, filter: filter).first ?? []
    }

    private func search(block: [[Float]], count: Int, filter: VectorFilter?) throws -> [[VectorMatch]] {
        let selected = filter.map(rows(passing:))
        let wanted = min(count, selected?.count ?? rowIDs.count)
        guard wanted > 0 else { return Array(repeating: [], count: block.count) }
        let table = store.table()
        let isOrdinary = !table.isWide && block.allSatisfy { !VectorTable.isExtreme(norm: table.norm($0)) }
        guard usesBLAS, selected == nil, isOrdinary, block.count >= 8, wanted < rowIDs.count / 4 else {
            return try measure(block, wanted, selected, table)
        }
        let lists = try shortLists(block, wanted, table)
        var results: [[VectorMatch]] = []
        for (query, rows) in zip(block, lists) { results += try measure([query], wanted, rows, table) }
        return results
    }

    /// The rows whose ids pass a filter, ascending.
    private func rows(passing filter: VectorFilter) -> [UInt32] {
        if case .including(let wanted) = filter {
            return wanted.compactMap { rows[$0].map(UInt32.init) }.sorted()
        }
        return rowIDs.indices.filter { filter.allows(rowIDs[$0]) }.map { UInt32($0) }
    }

    /// Measures rows, all of them where `selected` is `nil`, with the kernels.
    private func measure(
        _ queries: [[Float]], _ wanted: Int, _ selected: [UInt32]?, _ table: VectorTable
    ) throws -> [[VectorMatch]] {
        let size = 256
        let total = selected?.count ?? rowIDs.count
        var best = queries.map { _ in TopMatches(count: wanted) }
        var distances = [Float](repeating: 0, count: size)
        // Each block of rows stays in the cache for all the queries.
        for first in stride(from: 0, to: total, by: size) {
            try Task.checkCancellation()
            let count = min(size, total - first)
            for (index, query) in queries.enumerated() {
                table.withQuery(query) { query in
                    distances.withUnsafeMutableBufferPointer { distances in
                        guard let out = distances.baseAddress else { return }
                        if let selected {
                            selected.withUnsafeBufferPointer { rows in
                                table.distances(
                                    from: query, to: rows.baseAddress.map { $0 + first }, count: count, into: out)
                            }
                        } else {
                            table.distances(from: query, to: nil, first: first, count: count, into: out)
                        }
                    }
                }
                for i in 0..<count where distances[i] <= best[index].limit {
                    let row = selected.map { Int($0[first + i]) } ?? first + i
                    best[index].add(rowIDs[row], distance: distances[i])
                }
            }
        }
        return best.indices.map { best[$0].sorted() }
    }

    /// The rows that may be among the nearest to each query, by products of BLAS.
    private func shortLists(_ queries: [[Float]], _ wanted: Int, _ table: VectorTable) throws -> [[UInt32]] {
        // How far a sum of products may be off by rounding, relative to the lengths, counted twice: here and in the kernels.
        let rounding = Double(dimensions + 16) * 0x1p-22
        let longest = store.longest
        var lists: [ShortList] = []
        var matrix: [Float] = []
        matrix.reserveCapacity(queries.count * dimensions)
        for query in queries {
            let norm = table.norm(query)
            let margin =
                switch metric {
                case .cosine: rounding
                case .innerProduct: rounding * norm * longest
                case .euclidean: rounding * (norm + longest) * (norm + longest)
                }
            lists.append(ShortList(count: wanted, margin: Float(margin)))
            matrix += table.withQuery(query) { Array(UnsafeBufferPointer(start: $0.scaled, count: dimensions)) }
        }
        try matrix.withUnsafeBufferPointer { matrix in
            guard let matrix = matrix.baseAddress else { return }
            try BlockedProducts.forEachBlock(
                queries: matrix, queryCount: queries.count, rows: table.vectors, rowCount: rowIDs.count,
                stride: table.stride, dimensions: dimensions
            ) { range, scores in
                try Task.checkCancellation()
                for index in queries.indices {
                    let line = scores + index * BlockedProducts.rowsInBlock
                    for row in range {
                        let product = line[row - range.lowerBound]
                        lists[index].add(key: table.orderingKey(product: product, row: row), row: UInt32(row))
                    }
                }
            }
        }
        return lists.indices.map { lists[$0].rows() }
    }
}

extension VectorTable {
    /// The length of a query.
    fileprivate func norm(_ query: [Float]) -> Double {
        query.withUnsafeBufferPointer { $0.baseAddress.map { VectorStore.norm($0, dimensions) } ?? 0 }
    }

    /// A number that orders rows by distance to a query, from their inner product with it.
    @inline(__always)
    fileprivate func orderingKey(product: Float, row: Int) -> Float {
        switch metric {
        case .cosine: -product * Float(weights[row])
        case .innerProduct: -product
        case .euclidean: Float(weights[row] * weights[row]) - 2 * product
        }
    }
}
