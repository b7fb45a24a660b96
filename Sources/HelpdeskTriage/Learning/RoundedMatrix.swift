import HelpdeskMath

/// A matrix whose rows are bytes with a factor each: what a model keeps, and what it is saved as.
///
/// A model computes with the rounded values from the start, so that a saved and loaded one gives the same results.
struct RoundedMatrix: Sendable {
    let rows: Int
    let columns: Int
    /// One factor a row.
    let scales: [Float]
    /// The rows, from -127 to 127.
    let values: [Int8]

    init(rows: Int, columns: Int, scales: [Float], values: [Int8]) {
        self.rows = rows
        self.columns = columns
        self.scales = scales
        self.values = values
    }

    /// Rounds a matrix; an element is off by at most 1/254 of the largest of its row.
    init(_ matrix: Matrix) {
        var scales: [Float] = []
        var values: [Int8] = []
        scales.reserveCapacity(matrix.rows)
        values.reserveCapacity(matrix.count)
        matrix.withUnsafeBufferPointer { elements in
            for row in 0..<matrix.rows {
                let row = elements[row * matrix.columns..<(row + 1) * matrix.columns]
                let largest = row.reduce(0) { max($0, abs($1)) }
                let scale = largest / 127
                scales.append(scale)
                values += row.map { scale > 0 ? Int8(max(-127, min(127, ($0 / scale).rounded()))) : 0 }
            }
        }
        self.init(rows: matrix.rows, columns: matrix.columns, scales: scales, values: values)
    }

    /// The rounded values.
    func matrix() throws(MathError) -> Matrix {
        var result = try Matrix(rows: rows, columns: columns)
        result.withUnsafeMutableBufferPointer { result in
            for row in 0..<rows {
                for index in row * columns..<(row + 1) * columns { result[index] = scales[row] * Float(values[index]) }
            }
        }
        return result
    }
}
