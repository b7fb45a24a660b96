extension Matrix {
    /// The element at a row and column. Both must be in range, as with an array.
    public subscript(row: Int, column: Int) -> Float {
        get {
            withUnsafeBufferPointer { $0[offset(row, column)] }
        }
        set {
            let offset = offset(row, column)
            withUnsafeMutableBufferPointer { $0[offset] = newValue }
        }
    }

    private func offset(_ row: Int, _ column: Int) -> Int {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "element outside the matrix")
        return row * columns + column
    }

    /// A row as an array. The index must be in range, as with an array.
    public func row(_ index: Int) -> [Float] {
        precondition(index >= 0 && index < rows, "row outside the matrix")
        return withUnsafeBufferPointer { Array($0[index * columns..<(index + 1) * columns]) }
    }

    /// All elements, row by row.
    public var values: [Float] {
        withUnsafeBufferPointer { Array($0) }
    }

    /// The matrix with rows and columns exchanged.
    public func transposed() throws(MathError) -> Matrix {
        var result = try Matrix(rows: columns, columns: rows)
        // Square tiles, so that neither side strides through the cache.
        let tile = 32
        withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                for top in stride(from: 0, to: rows, by: tile) {
                    for left in stride(from: 0, to: columns, by: tile) {
                        for row in top..<min(top + tile, rows) {
                            for column in left..<min(left + tile, columns) {
                                target[column * rows + row] = source[row * columns + column]
                            }
                        }
                    }
                }
            }
        }
        return result
    }
}

extension Matrix: Equatable {
    /// Whether two matrices have the same shape and equal elements.
    public static func == (left: Matrix, right: Matrix) -> Bool {
        left.rows == right.rows && left.columns == right.columns
            && left.withUnsafeBufferPointer { a in right.withUnsafeBufferPointer { b in a.elementsEqual(b) } }
    }
}

extension Matrix: CustomStringConvertible {
    /// The shape of the matrix.
    public var description: String { "Matrix(\(rows) × \(columns))" }
}
