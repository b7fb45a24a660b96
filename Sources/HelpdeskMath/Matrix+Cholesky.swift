extension Matrix {
    /// Solves A·X = B for this symmetric positive definite matrix A, by LAPACK's Cholesky factorization (`sposv`).
    ///
    /// - Parameter right: B, with as many rows as this matrix.
    /// - Returns: X, of the shape of B.
    /// - Throws: ``MathError/Code/notPositiveDefinite``; ``MathError/Code/mismatchedShape`` if this matrix is not square or
    ///   B has another number of rows; ``MathError/Code/invalidArgument`` if it is empty, larger than 16,384 or not
    ///   symmetric to 10⁻⁴ of its largest element; ``MathError/Code/notFinite``.
    /// - Complexity: O(n³ + n²·columns of B).
    public func choleskySolve(_ right: Matrix) throws(MathError) -> Matrix {
        try requireDecomposable()
        try requireSymmetric()
        guard right.rows == rows else {
            throw MathError(
                .mismatchedShape, "a right side of \(right.rows) rows does not fit a matrix of order \(rows)")
        }
        try right.requireFinite("the right side")
        guard right.columns > 0 else { return right }
        var factor = self
        var solution = right
        let order = rows
        let isDefinite = factor.withUnsafeMutableBufferPointer { factor in
            solution.withUnsafeMutableBufferPointer {
                LAPACK.choleskySolve(factor, order: order, $0, columns: right.columns)
            }
        }
        guard isDefinite, solution.isFinite else {
            throw MathError(.notPositiveDefinite, "the matrix of order \(rows) is not positive definite")
        }
        return solution
    }
}
