/// Linear regression with a penalty on the squared coefficients (ridge regression), for any number of targets.
///
/// Minimizes ‖Y − X·W − b‖² + penalty·‖W‖²; the intercept b is not penalized. Solved by the normal equations in double
/// precision and a Cholesky factorization.
public struct RidgeRegression: Sendable {
    /// W: features × targets.
    public let coefficients: Matrix
    /// b: one value for each target; zeros where no intercept was fitted.
    public let intercept: [Float]

    /// Fits the coefficients.
    ///
    /// - Parameters:
    ///   - features: X: one observation a row; at least 1 row and 1 to 16,384 columns.
    ///   - targets: Y: as many rows as X, at least 1 column.
    ///   - penalty: The weight of the squared coefficients; finite, 0 or more.
    ///   - fitsIntercept: Whether to fit b.
    /// - Throws: ``MathError/Code/notPositiveDefinite`` if the penalty is too small for features that depend on each
    ///   other; ``MathError/Code/mismatchedShape``, ``MathError/Code/invalidArgument`` or ``MathError/Code/notFinite``.
    /// - Complexity: O(rows·columns² + columns³).
    public init(
        features: Matrix, targets: Matrix, penalty: Float, fitsIntercept: Bool = true
    ) throws(MathError) {
        guard features.rows == targets.rows else {
            throw MathError(
                .mismatchedShape, "\(features.rows) rows of features, but \(targets.rows) rows of targets")
        }
        guard features.rows >= 1, (1...LAPACK.maximumOrder).contains(features.columns), targets.columns >= 1 else {
            throw MathError(
                .invalidArgument,
                "regression needs a row, 1 to \(LAPACK.maximumOrder) features and a target, "
                    + "not \(features.rows) × \(features.columns) features and \(targets.columns) targets")
        }
        guard penalty.isFinite, penalty >= 0 else {
            throw MathError(.invalidArgument, "a penalty of \(penalty): it must be finite and 0 or more")
        }
        try features.requireFinite("the features")
        try targets.requireFinite("the targets")

        let order = features.columns
        let outputs = targets.columns
        let featureMeans = fitsIntercept ? Moments.means(features) : Array(repeating: 0, count: order)
        let targetMeans = fitsIntercept ? Moments.means(targets) : Array(repeating: 0, count: outputs)
        var gram = Moments.products(features, featureMeans, features, featureMeans)
        var solution = Moments.products(features, featureMeans, targets, targetMeans)
        for i in 0..<order { gram[i * order + i] += Double(penalty) }
        let isDefinite = gram.withUnsafeMutableBufferPointer { gram in
            solution.withUnsafeMutableBufferPointer {
                LAPACK.choleskySolve(gram, order: order, $0, columns: outputs)
            }
        }
        guard isDefinite, solution.allSatisfy({ $0.isFinite }) else {
            throw MathError(
                .notPositiveDefinite,
                "the features depend on each other: a penalty of \(penalty) does not determine the coefficients")
        }
        coefficients = try Matrix(rows: order, columns: outputs, values: solution.map { Float(clamping: $0) })
        intercept = (0..<outputs).map { output in
            let explained = (0..<order).reduce(0.0) { $0 + featureMeans[$1] * solution[$1 * outputs + output] }
            return Float(clamping: targetMeans[output] - explained)
        }
    }

    /// The targets predicted for observations: rows × targets.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    public func predict(_ features: Matrix) throws(MathError) -> Matrix {
        guard features.columns == coefficients.rows else {
            throw MathError(
                .mismatchedShape, "\(features.columns) features a row: \(coefficients.rows) were fitted")
        }
        let intercept = intercept
        var result = try Matrix(rows: features.rows, columns: intercept.count) { intercept[$1] }
        try Matrix.gemm(features, coefficients, beta: 1, into: &result)
        return result
    }

    /// The targets predicted for one observation.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    public func predict(_ features: [Float]) throws(MathError) -> [Float] {
        try predict(Matrix([features])).values
    }
}
