import CHelpdeskLAPACKE

/// The few routines of LAPACK that are used.
///
/// They see a row-major symmetric matrix as its own transpose, so column-major calls need no copy. The workspace of the
/// eigenvalue routine has 2n² floats, counted in 32 bits: hence ``maximumOrder``.
enum LAPACK {
    /// The largest order of a matrix that is decomposed: a gigabyte of floats.
    static let maximumOrder = 16_384

    /// Replaces a symmetric matrix by its eigenvectors, one a row, and returns the eigenvalues, both ascending; `nil`
    /// if the iteration does not converge.
    static func symmetricEigen(_ matrix: UnsafeMutableBufferPointer<Float>, order n: Int) -> [Float]? {
        var values = [Float](repeating: 0, count: n)
        // Sizes by the formula of the manual: the workspace query answers in a float, which cannot hold them exactly.
        var work = [Float](repeating: 0, count: 1 + 6 * n + 2 * n * n)
        var integerWork = [Int32](repeating: 0, count: 3 + 5 * n)
        let status = LAPACKE_ssyevd_work(
            LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")), numericCast(n), matrix.baseAddress,
            numericCast(n), &values, &work, numericCast(work.count), &integerWork, numericCast(integerWork.count))
        return status == 0 ? values : nil
    }

    /// Solves A·X = B for a positive definite A, replacing A by its factor and B by X, both row-major. Only the upper
    /// triangle of the row-major A is read. Returns `false` if A is not positive definite.
    static func choleskySolve(
        _ a: UnsafeMutableBufferPointer<Float>, order n: Int, _ b: UnsafeMutableBufferPointer<Float>, columns: Int
    ) -> Bool {
        LAPACKE_sposv(
            LAPACK_ROW_MAJOR, CChar(UInt8(ascii: "U")), numericCast(n), numericCast(columns), a.baseAddress,
            numericCast(n), b.baseAddress, numericCast(max(1, columns))) == 0
    }

    /// The same in double precision. Also `false` when A is singular to working precision.
    static func choleskySolve(
        _ a: UnsafeMutableBufferPointer<Double>, order n: Int, _ b: UnsafeMutableBufferPointer<Double>, columns: Int
    ) -> Bool {
        var scale = 0.0
        for i in 0..<n { scale = max(scale, a[i * n + i]) }
        let status = LAPACKE_dposv(
            LAPACK_ROW_MAJOR, CChar(UInt8(ascii: "U")), numericCast(n), numericCast(columns), a.baseAddress,
            numericCast(n), b.baseAddress, numericCast(max(1, columns)))
        guard status == 0 else { return false }
        // Rounding hides an exact zero; a squared pivot this far below the largest entry is one.
        let least = scale * Double(n) * 0x1p-52
        return (0..<n).allSatisfy { a[$0 * n + $0] * a[$0 * n + $0] > least }
    }
}
