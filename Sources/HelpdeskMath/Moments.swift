/// Means and sums of products of the columns of data, in double precision whatever the number of rows.
enum Moments {
    /// The mean of every column.
    static func means(_ data: Matrix) -> [Double] {
        var sums = [Double](repeating: 0, count: data.columns)
        data.withUnsafeBufferPointer { values in
            for row in 0..<data.rows {
                for column in 0..<data.columns { sums[column] += Double(values[row * data.columns + column]) }
            }
        }
        return sums.map { $0 / Double(max(1, data.rows)) }
    }

    /// Σ (a − mean a)ᵀ·(b − mean b) over the rows: columns of a × columns of b.
    static func products(_ a: Matrix, _ meansA: [Double], _ b: Matrix, _ meansB: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: a.columns * b.columns)
        let rowsInBlock = 256
        var first = 0
        while first < a.rows {
            let rows = first..<min(first + rowsInBlock, a.rows)
            let left = centred(a, rows, meansA)
            let right = centred(b, rows, meansB)
            left.withUnsafeBufferPointer { left in
                right.withUnsafeBufferPointer { right in
                    result.withUnsafeMutableBufferPointer { result in
                        guard let left = left.baseAddress, let right = right.baseAddress,
                            let result = result.baseAddress
                        else { return }
                        BLAS.accumulate(left, m: a.columns, right, n: b.columns, k: rows.count, into: result)
                    }
                }
            }
            first += rowsInBlock
        }
        return result
    }

    private static func centred(_ data: Matrix, _ rows: Range<Int>, _ means: [Double]) -> [Double] {
        data.withUnsafeBufferPointer { values in
            var block: [Double] = []
            block.reserveCapacity(rows.count * data.columns)
            for row in rows {
                for column in 0..<data.columns {
                    block.append(Double(values[row * data.columns + column]) - means[column])
                }
            }
            return block
        }
    }
}
