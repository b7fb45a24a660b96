/// The eigenvalues and eigenvectors of a symmetric matrix.
public struct SymmetricEigen: Sendable {
    /// The eigenvalues, largest first.
    public let values: [Float]
    /// The eigenvectors, one a row in the order of ``values``: of length 1, at right angles, and with a positive
    /// component of largest magnitude, which makes the sign the same on every machine.
    public let vectors: Matrix
}

extension Matrix {
    /// Decomposes a symmetric matrix by LAPACK's divide and conquer (`ssyevd`).
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` if the matrix is not square, ``MathError/Code/invalidArgument`` if it
    ///   is empty, larger than 16,384, or differs from its transpose by more than 10⁻⁴ of its largest element,
    ///   ``MathError/Code/notFinite``, or ``MathError/Code/noConvergence``.
    /// - Complexity: O(n³).
    public func symmetricEigen() throws(MathError) -> SymmetricEigen {
        try requireDecomposable()
        try requireSymmetric()
        var vectors = self
        let order = rows
        guard let ascending = vectors.withUnsafeMutableBufferPointer({ LAPACK.symmetricEigen($0, order: order) }) else {
            throw MathError(.noConvergence, "the eigenvalues of \(self) did not converge")
        }
        let descending = try Matrix(rows: order, columns: order, values: descendingVectors(vectors))
        return SymmetricEigen(values: ascending.reversed(), vectors: descending)
    }

    private func descendingVectors(_ vectors: Matrix) -> [Float] {
        var result: [Float] = []
        result.reserveCapacity(vectors.count)
        for index in stride(from: vectors.rows - 1, through: 0, by: -1) {
            let vector = vectors.row(index)
            let largest = vector.max { abs($0) < abs($1) } ?? 0
            result += largest < 0 ? vector.map { -$0 } : vector
        }
        return result
    }

    /// Refuses what cannot be decomposed: empty, not square, too large or not finite.
    func requireDecomposable() throws(MathError) {
        guard rows == columns else {
            throw MathError(.mismatchedShape, "a matrix of \(rows) × \(columns) is not square")
        }
        guard (1...LAPACK.maximumOrder).contains(rows) else {
            throw MathError(
                .invalidArgument, "a matrix of order \(rows) cannot be decomposed: 1 to \(LAPACK.maximumOrder) can")
        }
        try requireFinite("the matrix")
    }

    func requireSymmetric() throws(MathError) {
        let order = rows
        let offender = withUnsafeBufferPointer { values -> (Int, Int)? in
            let tolerance = 1e-4 * values.reduce(0) { max($0, abs($1)) }
            for row in 0..<order {
                for column in 0..<row where abs(values[row * order + column] - values[column * order + row]) > tolerance
                {
                    return (row, column)
                }
            }
            return nil
        }
        if let (row, column) = offender {
            throw MathError(
                .invalidArgument,
                "the matrix is not symmetric: \(self[row, column]) in row \(row), column \(column), "
                    + "but \(self[column, row]) across the diagonal")
        }
    }
}
