import HelpdeskMath

/// A row and how similar it is.
struct Neighbor: Sendable {
    var row: Int32
    var similarity: Float
}

/// The nearest rows of a matrix to each row of another, by products of BLAS a block at a time.
///
/// What BLAS finds is measured once more in a fixed order of additions, so that the result depends neither on the BLAS nor
/// on the number of threads. Memory: a block of products a thread, and the neighbours.
struct NeighborSearch: Sendable {
    /// Vectors of length 1, a row each.
    let queries: Matrix
    /// How many rows of `queries` count; further ones are left out.
    let queryCount: Int
    /// Vectors of length 1, a row each.
    let rows: Matrix
    /// How many rows of `rows` count.
    let rowCount: Int
    /// How many neighbours are wanted of each row.
    let count: Int
    /// The least similarity of a neighbour.
    let minimum: Double

    /// The number of blocks that the work is divided into.
    var blockCount: Int {
        (queryCount + BlockedProducts.queriesInBlock - 1) / BlockedProducts.queriesInBlock
    }

    /// The neighbours of the rows of one block, the most similar first, equal ones by row.
    ///
    /// - Parameter admits: Whether a row (second) may be a neighbour of a query (first).
    func neighbors(inBlock block: Int, where admits: (Int, Int) -> Bool) -> [[Neighbor]] {
        let first = block * BlockedProducts.queriesInBlock
        let size = min(BlockedProducts.queriesInBlock, queryCount - first)
        let dimensions = queries.columns
        let margin = Float(dimensions + 8) * 0x1p-22
        guard size > 0, rowCount > 0, dimensions > 0 else { return Array(repeating: [], count: max(0, size)) }
        return queries.withUnsafeBufferPointer { queryBuffer in
            rows.withUnsafeBufferPointer { rowBuffer in
                guard let queryBase = queryBuffer.baseAddress, let rowBase = rowBuffer.baseAddress else { return [] }
                let block = queryBase + first * dimensions
                var lists = (0..<size).map { _ in ShortList(count: count, margin: margin) }
                let floor = Float(minimum) - margin
                BlockedProducts.forEachBlock(
                    queries: block, queryCount: size, rows: rowBase, rowCount: rowCount, stride: dimensions,
                    dimensions: dimensions
                ) { range, scores in
                    for index in 0..<size {
                        let line = scores + index * BlockedProducts.rowsInBlock
                        for row in range {
                            let score = line[row - range.lowerBound]
                            guard score >= floor, -score <= lists[index].limit, admits(first + index, row) else {
                                continue
                            }
                            lists[index].add(key: -score, row: UInt32(row))
                        }
                    }
                }
                return (0..<size).map { index in
                    var found: [Neighbor] = []
                    for row in lists[index].rows() {
                        let similarity = Self.product(
                            block + index * dimensions, rowBase + Int(row) * dimensions, dimensions)
                        guard similarity >= minimum else { continue }
                        found.append(Neighbor(row: Int32(row), similarity: Float(min(1, similarity))))
                    }
                    found.sort { $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.row < $1.row }
                    return Array(found.prefix(count))
                }
            }
        }
    }

    /// Four sums side by side, in a fixed order.
    static func product(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, _ count: Int) -> Double {
        var sums = SIMD4<Double>()
        var index = 0
        while index + 4 <= count {
            let a = SIMD4<Double>(
                Double(left[index]), Double(left[index + 1]), Double(left[index + 2]), Double(left[index + 3]))
            let b = SIMD4<Double>(
                Double(right[index]), Double(right[index + 1]), Double(right[index + 2]), Double(right[index + 3]))
            sums += a * b
            index += 4
        }
        var sum = sums[0] + sums[1] + sums[2] + sums[3]
        while index < count {
            sum += Double(left[index]) * Double(right[index])
            index += 1
        }
        return sum
    }
}
