import HelpdeskMath

extension ExactSearch {
    /// Finds by products of BLAS the rows that may be among the nearest, and measures those.
    func multiplied(_ queries: [[Float]], longest: Double) throws -> [[VectorMatch]] {
        let lists = try shortLists(queries, longest: longest)
        return try zip(queries, lists).map { query, rows in
            let search = ExactSearch(
                table: table, rowIDs: rowIDs, selected: rows, wanted: wanted, codes: nil, interruption: interruption)
            return try search.measured([query])[0]
        }
    }

    private func shortLists(_ queries: [[Float]], longest: Double) throws -> [[UInt32]] {
        // How far a sum of products may be off by rounding, relative to the lengths, counted twice: here and in the
        // kernels.
        let rounding = Double(table.dimensions + 16) * 0x1p-22
        var lists: [ShortList] = []
        var matrix: [Float] = []
        matrix.reserveCapacity(queries.count * table.dimensions)
        for query in queries {
            table.withQuery(query) { query in
                let margin =
                    switch table.metric {
                    case .cosine: rounding
                    case .innerProduct: rounding * query.norm * longest
                    case .euclidean: rounding * (query.norm + longest) * (query.norm + longest)
                    }
                lists.append(ShortList(count: wanted, margin: Float(margin)))
                matrix += UnsafeBufferPointer(start: query.scaled, count: table.dimensions)
            }
        }
        try matrix.withUnsafeBufferPointer { matrix in
            guard let matrix = matrix.baseAddress else { return }
            try BlockedProducts.forEachBlock(
                queries: matrix, queryCount: queries.count, rows: table.vectors, rowCount: rowIDs.count,
                stride: table.stride, dimensions: table.dimensions
            ) { range, scores in
                try interruption.check()
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
