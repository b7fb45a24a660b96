/// Kernel ridge regression for any number of targets, with the exact predictions of leaving each example out.
///
/// Minimizes ‖Y − b − K·A‖² + penalty·tr(Aᵀ·K·A), where b is the mean of every target. The prediction for a new example
/// is b + Σ kernel(example, i)·A[i]. Leaving one out needs no second fit: with G = (K + penalty·I)⁻¹, the prediction of
/// example i by the fit without it is Y[i] − A[i] / G[i][i] (Cawley and Talbot 2004; b is kept).
public struct KernelRidgeRegression: Sendable {
    /// A: examples × targets.
    public let coefficients: Matrix
    /// b: one value for each target.
    public let intercept: [Float]
    /// The prediction for every example by the fit without it: examples × targets.
    public let leaveOneOut: Matrix

    /// Fits the coefficients by a blocked Cholesky factorization on the library's own matrix kernel, in single precision.
    ///
    /// - Parameters:
    ///   - kernel: K: symmetric and positive semidefinite, of order 1 to 16,384. Only its lower triangle (column ≤ row) is
    ///     read. Its memory is reused if nobody else holds it.
    ///   - targets: Y: as many rows as K, at least 1 column.
    ///   - penalty: Finite, above 0.
    /// - Throws: ``MathError/Code/notPositiveDefinite`` if the penalty is too small for the kernel;
    ///   ``MathError/Code/mismatchedShape``, ``MathError/Code/invalidArgument`` or ``MathError/Code/notFinite``.
    /// - Complexity: O(n³): n³/3 multiplications and additions, and no memory beyond K but a block of rows and the size of Y.
    public init(kernel: consuming Matrix, targets: Matrix, penalty: Float) throws(MathError) {
        var kernel = kernel
        let order = kernel.rows
        let outputs = targets.columns
        guard kernel.columns == order, targets.rows == order else {
            throw MathError(
                .mismatchedShape,
                "a kernel of \(order) × \(kernel.columns) does not fit \(targets.rows) rows of targets")
        }
        guard (1...LAPACK.maximumOrder).contains(order), outputs >= 1 else {
            throw MathError(
                .invalidArgument,
                "kernel regression needs 1 to \(LAPACK.maximumOrder) examples and a target, not \(order) and \(outputs)"
            )
        }
        guard penalty.isFinite, penalty > 0 else {
            throw MathError(.invalidArgument, "a penalty of \(penalty): it must be finite and above 0")
        }
        try kernel.requireFinite("the kernel")
        try targets.requireFinite("the targets")

        let means = Moments.means(targets).map { Float($0) }
        var solution = try Matrix(rows: order, columns: outputs) { targets[$0, $1] - means[$1] }
        let diagonal = kernel.withUnsafeMutableBufferPointer { kernel in
            solution.withUnsafeMutableBufferPointer { solution -> [Float]? in
                guard let kernel = kernel.baseAddress, let solution = solution.baseAddress else { return nil }
                for i in 0..<order { kernel[i * order + i] += penalty }
                return PositiveDefiniteSystem.solve(kernel, order: order, solution, columns: outputs)
            }
        }
        guard let diagonal, solution.isFinite, diagonal.allSatisfy({ $0.isFinite && $0 > 0 }) else {
            throw MathError(
                .notPositiveDefinite,
                "the kernel of order \(order) is not positive definite with a penalty of \(penalty)")
        }
        coefficients = solution
        intercept = means
        let coefficients = coefficients
        leaveOneOut = try Matrix(rows: order, columns: outputs) {
            targets[$0, $1] - coefficients[$0, $1] / diagonal[$0]
        }
    }
}
