#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Kernel matrices: how alike each two examples are. Only the upper triangle (column ≥ row) is made, which is what
/// ``KernelRidgeRegression`` reads.
extension Matrix {
    /// exp(sharpness·(product − 1)) of each two rows of unit vectors, in the upper triangle.
    ///
    /// - Throws: ``MathError/Code/notFinite``, or ``MathError/Code/invalidArgument`` if the sharpness is not finite and
    ///   above 0 or there is no memory.
    /// - Complexity: O(rows²·columns).
    public static func bumps(of points: Matrix, sharpness: Float) throws(MathError) -> Matrix {
        guard sharpness.isFinite, sharpness > 0 else {
            throw MathError(.invalidArgument, "a sharpness of \(sharpness): it must be finite and above 0")
        }
        var kernel = try Matrix(rows: points.rows, columns: points.rows)
        try Matrix.gemm(points, points, transposeB: true, into: &kernel)
        let order = points.rows
        kernel.withUnsafeMutableBufferPointer { kernel in
            for row in 0..<order {
                for column in row..<order {
                    let index = row * order + column
                    kernel[index] = exp(sharpness * (kernel[index] - 1))
                }
            }
        }
        return kernel
    }

    /// Adds the products of each two rows to the upper triangle.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` unless this is a square matrix of that order.
    /// - Complexity: The sum over the columns of the square of how many rows have them.
    public mutating func addProducts(of rows: SparseRows) throws(MathError) {
        guard self.rows == rows.count, columns == rows.count else {
            throw MathError(
                .mismatchedShape, "\(rows.count) sparse rows do not fit a kernel of \(self.rows) × \(columns)")
        }
        // For each column, the rows that have it, ascending.
        var starts = [Int](repeating: 0, count: rows.columns + 1)
        for column in rows.indices { starts[Int(column) + 1] += 1 }
        for column in 0..<rows.columns { starts[column + 1] += starts[column] }
        var next = starts
        var owners = [Int32](repeating: 0, count: rows.indices.count)
        var values = [Float](repeating: 0, count: rows.indices.count)
        for row in 0..<rows.count {
            for entry in rows.starts[row]..<rows.starts[row + 1] {
                let column = Int(rows.indices[entry])
                owners[next[column]] = Int32(row)
                values[next[column]] = rows.values[entry]
                next[column] += 1
            }
        }
        let order = self.rows
        next = starts
        withUnsafeMutableBufferPointer { kernel in
            owners.withUnsafeBufferPointer { owners in
                values.withUnsafeBufferPointer { values in
                    for row in 0..<order {
                        let line = UnsafeMutableBufferPointer(rebasing: kernel[row * order..<(row + 1) * order])
                        for entry in rows.starts[row]..<rows.starts[row + 1] {
                            let column = Int(rows.indices[entry])
                            let value = rows.values[entry]
                            // The earlier rows of the column are done.
                            for other in next[column]..<starts[column + 1] {
                                line[Int(owners[other])] += value * values[other]
                            }
                            next[column] += 1
                        }
                    }
                }
            }
        }
    }
}
