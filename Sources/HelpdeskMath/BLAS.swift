import CHelpdeskBLAS

/// The few routines of BLAS that are used, on row-major memory.
///
/// Callers have checked the shapes: a BLAS ends the process when it finds an argument wrong, and its integers have 32 bits.
enum BLAS {
    /// C ← alpha·op(A)·op(B) + beta·C for C of m × n and an inner dimension of k.
    static func gemm(
        transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, alpha: Float,
        _ a: UnsafePointer<Float>, strideA: Int, _ b: UnsafePointer<Float>, strideB: Int, beta: Float,
        into c: UnsafeMutablePointer<Float>, strideC: Int
    ) {
        cblas_sgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
            numericCast(m), numericCast(n), numericCast(k), alpha, a, numericCast(max(1, strideA)), b,
            numericCast(max(1, strideB)), beta, c, numericCast(max(1, strideC)))
    }

    /// y ← alpha·op(A)·x + beta·y for A of rows × columns.
    static func gemv(
        transpose: Bool, rows: Int, columns: Int, alpha: Float, _ a: UnsafePointer<Float>, _ x: UnsafePointer<Float>,
        beta: Float, into y: UnsafeMutablePointer<Float>
    ) {
        cblas_sgemv(
            CblasRowMajor, transpose ? CblasTrans : CblasNoTrans, numericCast(rows), numericCast(columns), alpha, a,
            numericCast(max(1, columns)), x, 1, beta, y, 1)
    }

    /// C ← C + Aᵀ·B in double precision for A of k × m, B of k × n and C of m × n.
    static func accumulate(
        _ a: UnsafePointer<Double>, m: Int, _ b: UnsafePointer<Double>, n: Int, k: Int,
        into c: UnsafeMutablePointer<Double>
    ) {
        cblas_dgemm(
            CblasRowMajor, CblasTrans, CblasNoTrans, numericCast(m), numericCast(n), numericCast(k), 1, a,
            numericCast(m), b, numericCast(n), 1, c, numericCast(n))
    }
}
