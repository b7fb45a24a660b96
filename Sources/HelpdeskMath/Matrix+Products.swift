extension Matrix {
    /// C ← alpha·op(A)·op(B) + beta·C, by BLAS.
    ///
    /// - Parameters:
    ///   - alpha: The factor of the product; finite.
    ///   - a: The left operand.
    ///   - transposeA: Whether to use the transpose of `a`.
    ///   - b: The right operand.
    ///   - transposeB: Whether to use the transpose of `b`.
    ///   - beta: The factor of what `c` holds; 0 ignores it. Finite.
    ///   - c: The result: rows of op(A) × columns of op(B).
    /// - Throws: ``MathError/Code/mismatchedShape``, or ``MathError/Code/notFinite`` if an operand that is used has a NaN
    ///   or infinite element; BLAS implementations differ in what they make of those. `c` is unchanged then.
    /// - Complexity: O(m·n·k).
    public static func gemm(
        alpha: Float = 1, _ a: Matrix, transposeA: Bool = false, _ b: Matrix, transposeB: Bool = false,
        beta: Float = 0, into c: inout Matrix
    ) throws(MathError) {
        let (m, k) = transposeA ? (a.columns, a.rows) : (a.rows, a.columns)
        let (inner, n) = transposeB ? (b.columns, b.rows) : (b.rows, b.columns)
        guard k == inner else {
            throw MathError(
                .mismatchedShape, "cannot multiply \(m) × \(k) by \(inner) × \(n): the inner dimensions differ")
        }
        guard c.rows == m, c.columns == n else {
            throw MathError(
                .mismatchedShape, "the product is \(m) × \(n), but the result has \(c.rows) × \(c.columns)")
        }
        try alpha.requireFinite("alpha")
        try beta.requireFinite("beta")
        try a.requireFinite("the left operand")
        try b.requireFinite("the right operand")
        if beta != 0 { try c.requireFinite("the matrix added to") }
        guard m > 0, n > 0 else { return }
        guard k > 0 else {
            c.withUnsafeMutableBufferPointer { for i in $0.indices { $0[i] = beta == 0 ? 0 : $0[i] * beta } }
            return
        }
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                    BLAS.gemm(
                        transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: alpha,
                        a, strideA: transposeA ? m : k, b, strideB: transposeB ? k : n, beta: beta,
                        into: c, strideC: n)
                }
            }
        }
    }

    /// y ← alpha·op(A)·x + beta·y, by BLAS.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``, as ``gemm(alpha:_:transposeA:_:transposeB:beta:into:)``.
    /// - Complexity: O(rows·columns).
    public static func gemv(
        alpha: Float = 1, _ a: Matrix, transposeA: Bool = false, _ x: [Float], beta: Float = 0, into y: inout [Float]
    ) throws(MathError) {
        let (m, k) = transposeA ? (a.columns, a.rows) : (a.rows, a.columns)
        guard x.count == k, y.count == m else {
            throw MathError(
                .mismatchedShape,
                "a matrix of \(m) × \(k) maps \(k) components to \(m), not \(x.count) to \(y.count)")
        }
        try alpha.requireFinite("alpha")
        try beta.requireFinite("beta")
        try a.requireFinite("the matrix")
        try x.requireFinite("the vector")
        if beta != 0 { try y.requireFinite("the vector added to") }
        guard m > 0 else { return }
        guard k > 0 else {
            for i in y.indices { y[i] = beta == 0 ? 0 : y[i] * beta }
            return
        }
        a.withUnsafeBufferPointer { matrix in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeMutableBufferPointer { y in
                    guard let matrix = matrix.baseAddress, let x = x.baseAddress, let y = y.baseAddress else { return }
                    BLAS.gemv(
                        transpose: transposeA, rows: a.rows, columns: a.columns, alpha: alpha, matrix, x, beta: beta,
                        into: y)
                }
            }
        }
    }

    /// The product of this matrix and another.
    public func multiplied(
        by other: Matrix, transposingSelf: Bool = false, transposingOther: Bool = false
    ) throws(MathError) -> Matrix {
        var result = try Matrix(
            rows: transposingSelf ? columns : rows, columns: transposingOther ? other.rows : other.columns)
        try Matrix.gemm(self, transposeA: transposingSelf, other, transposeB: transposingOther, into: &result)
        return result
    }

    /// The product of this matrix and a column vector.
    public func multiplied(by vector: [Float]) throws(MathError) -> [Float] {
        var result = [Float](repeating: 0, count: rows)
        try Matrix.gemv(self, vector, into: &result)
        return result
    }
}
