#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Kernel matrices: how alike each two examples are. Only the lower triangle (column ≤ row) is made, which is what
/// ``KernelRidgeRegression`` reads.
extension Matrix {
    /// exp(sharpness·(product − 1)) of each two rows of unit vectors, in the lower triangle.
    ///
    /// - Throws: ``MathError/Code/notFinite``, or ``MathError/Code/invalidArgument`` if the sharpness is not finite and
    ///   above 0 or there is no memory.
    /// - Complexity: O(rows²·columns).
    public static func bumps(of points: Matrix, sharpness: Float) throws(MathError) -> Matrix {
        guard sharpness.isFinite, sharpness > 0 else {
            throw MathError(.invalidArgument, "a sharpness of \(sharpness): it must be finite and above 0")
        }
        try points.requireFinite("the points")
        var kernel = try Matrix(rows: points.rows, columns: points.rows)
        let order = points.rows
        try kernel.fillProducts(points, points, isLower: true)
        kernel.withUnsafeMutableBufferPointer { kernel in
            for row in 0..<order {
                for column in 0...row {
                    let index = row * order + column
                    kernel[index] = exp(sharpness * (kernel[index] - 1))
                }
            }
        }
        return kernel
    }

    /// Adds the products of each two rows to the lower triangle.
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
                            // The rows of the column up to this one.
                            next[column] += 1
                            for other in starts[column]..<next[column] {
                                line[Int(owners[other])] += value * values[other]
                            }
                        }
                    }
                }
            }
        }
    }

    /// The products of each row with each row of another matrix, by the library's own matrix kernel: as fast with the
    /// reference BLAS as with any other, and faster than ``multiplied(by:transposingSelf:transposingOther:)`` with that.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    /// - Complexity: O(rows·rows of the other·columns).
    public func multiplied(byRowsOf other: Matrix) throws(MathError) -> Matrix {
        guard columns == other.columns else {
            throw MathError(
                .mismatchedShape, "rows of \(columns) components do not fit rows of \(other.columns)")
        }
        try requireFinite("the left operand")
        try other.requireFinite("the right operand")
        var result = try Matrix(rows: rows, columns: other.rows)
        try result.fillProducts(self, other, isLower: false)
        return result
    }

    /// Fills in the products of rows, or only those in the lower triangle.
    private mutating func fillProducts(_ left: Matrix, _ right: Matrix, isLower: Bool) throws(MathError) {
        let dimensions = left.columns
        guard dimensions > 0 else { return }
        let products = TileProducts()
        let blockSize = 192
        let width = columns
        let (leftRows, rightRows) = (left.rows, right.rows)
        // The kernel takes rows to change and rows to read alike.
        var (left, right) = (left, right)
        withUnsafeMutableBufferPointer { result in
            left.withUnsafeMutableBufferPointer { rows in
                right.withUnsafeMutableBufferPointer { others in
                    guard let result = result.baseAddress, let rows = rows.baseAddress, let others = others.baseAddress
                    else { return }
                    let input = TileProducts.Block(start: rows, stride: dimensions)
                    let target = TileProducts.Block(start: result, stride: width)
                    for start in stride(from: 0, to: rightRows, by: blockSize) {
                        let packed = PackedRows(
                            outputs: min(blockSize, rightRows - start), capacity: dimensions,
                            columnsAtOnce: dimensions, width: products.panelWidth)
                        packed.append(
                            TileProducts.Block(start: others, stride: dimensions).at(start, 0), columns: dimensions)
                        let first = isLower ? start : 0
                        products.set(
                            rows: leftRows - first, input.at(first, 0), packed, to: target.at(first, start))
                    }
                }
            }
        }
    }
}
