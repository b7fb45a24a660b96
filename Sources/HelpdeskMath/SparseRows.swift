/// Rows of mostly zeros: for each row the columns that are not zero, and their values.
public struct SparseRows: Sendable {
    /// The number of columns.
    public let columns: Int
    /// Where each row begins in ``indices`` and ``values``, and the end of the last.
    public private(set) var starts: [Int] = [0]
    /// The columns, row after row, ascending in each.
    public private(set) var indices: [Int32] = []
    /// Their values.
    public private(set) var values: [Float] = []

    /// No rows yet.
    ///
    /// - Parameter columns: 0 or more, at most `Int32.max`.
    public init(columns: Int) {
        precondition((0...Int(Int32.max)).contains(columns), "\(columns) columns")
        self.columns = columns
    }

    /// The number of rows.
    public var count: Int { starts.count - 1 }

    /// Adds a row.
    ///
    /// - Throws: ``MathError/Code/invalidArgument`` if the columns do not ascend within bounds;
    ///   ``MathError/Code/notFinite``. Nothing is added then.
    public mutating func append(_ row: [(column: Int32, value: Float)]) throws(MathError) {
        var last: Int32 = -1
        for (column, value) in row {
            guard column > last, column < columns else {
                throw MathError(
                    .invalidArgument, "row \(count): column \(column) after \(last) in a row of \(columns) columns")
            }
            guard value.isFinite else { throw MathError(.notFinite, "row \(count), column \(column) is \(value)") }
            last = column
        }
        for (column, value) in row {
            indices.append(column)
            values.append(value)
        }
        starts.append(indices.count)
    }

    /// The product of a row with a dense matrix, added to the result: result += row·matrix.
    public func addProduct(ofRow row: Int, with matrix: Matrix, to result: inout [Float]) throws(MathError) {
        guard matrix.rows == columns, result.count == matrix.columns else {
            throw MathError(
                .mismatchedShape,
                "a row of \(columns) and a matrix of \(matrix.rows) × \(matrix.columns) do not give \(result.count) values"
            )
        }
        let width = matrix.columns
        matrix.withUnsafeBufferPointer { matrix in
            for entry in starts[row]..<starts[row + 1] {
                let value = values[entry]
                let first = Int(indices[entry]) * width
                for column in 0..<width { result[column] += value * matrix[first + column] }
            }
        }
    }

    /// Aᵀ·B for these rows A and a dense matrix B with as many rows: columns × columns of B.
    public func transposedProduct(with matrix: Matrix) throws(MathError) -> Matrix {
        guard matrix.rows == count else {
            throw MathError(.mismatchedShape, "\(count) sparse rows and a matrix of \(matrix.rows) rows")
        }
        let width = matrix.columns
        var result = try Matrix(rows: columns, columns: width)
        matrix.withUnsafeBufferPointer { matrix in
            result.withUnsafeMutableBufferPointer { result in
                for row in 0..<count {
                    for entry in starts[row]..<starts[row + 1] {
                        let value = values[entry]
                        let target = Int(indices[entry]) * width
                        for column in 0..<width { result[target + column] += value * matrix[row * width + column] }
                    }
                }
            }
        }
        return result
    }
}
