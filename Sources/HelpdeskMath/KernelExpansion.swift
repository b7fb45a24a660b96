#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A function of unit vectors that is a weighted sum of bumps around points: Σ exp(sharpness·(x·point − 1))·weights.
///
/// On unit vectors this is the radial basis function kernel exp(−sharpness/2·‖x − point‖²).
public struct KernelExpansion: Sendable {
    /// The points, one unit vector a row.
    public let points: Matrix
    /// The weight of every point for every output: points × outputs.
    public let weights: Matrix
    /// How narrow the bumps are.
    public let sharpness: Float

    /// Creates a function.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` if there is not a row of weights for every point;
    ///   ``MathError/Code/notFinite``; ``MathError/Code/invalidArgument`` if the sharpness is not finite and above 0.
    public init(points: Matrix, weights: Matrix, sharpness: Float) throws(MathError) {
        guard points.rows == weights.rows else {
            throw MathError(.mismatchedShape, "\(weights.rows) rows of weights for \(points.rows) points")
        }
        guard sharpness.isFinite, sharpness > 0 else {
            throw MathError(.invalidArgument, "a sharpness of \(sharpness): it must be finite and above 0")
        }
        try points.requireFinite("the points")
        try weights.requireFinite("the weights")
        self.points = points
        self.weights = weights
        self.sharpness = sharpness
    }

    /// The outputs for a vector, and its products with all points.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    /// - Complexity: O(points·(dimensions + outputs)).
    public func evaluate(_ vector: [Float]) throws(MathError) -> (outputs: [Float], products: [Float]) {
        guard vector.count == points.columns else {
            throw MathError(.mismatchedShape, "a vector of \(vector.count) for points of \(points.columns) components")
        }
        try vector.requireFinite("the vector")
        var products = [Float](repeating: 0, count: points.rows)
        var outputs = [Float](repeating: 0, count: weights.columns)
        guard points.rows > 0, weights.columns > 0 else { return (outputs, products) }
        points.withUnsafeBufferPointer { points in
            vector.withUnsafeBufferPointer { vector in
                products.withUnsafeMutableBufferPointer { products in
                    guard let points = points.baseAddress, let vector = vector.baseAddress,
                        let products = products.baseAddress
                    else { return }
                    BLAS.gemv(
                        transpose: false, rows: self.points.rows, columns: self.points.columns, alpha: 1, points,
                        vector, beta: 0, into: products)
                }
            }
        }
        var bumps = products
        bumps.withUnsafeMutableBufferPointer { Self.bump($0, sharpness: sharpness) }
        weights.withUnsafeBufferPointer { weights in
            bumps.withUnsafeBufferPointer { bumps in
                outputs.withUnsafeMutableBufferPointer { outputs in
                    guard let weights = weights.baseAddress, let bumps = bumps.baseAddress,
                        let outputs = outputs.baseAddress
                    else { return }
                    BLAS.gemv(
                        transpose: true, rows: self.weights.rows, columns: self.weights.columns, alpha: 1, weights,
                        bumps, beta: 0, into: outputs)
                }
            }
        }
        return (outputs, products)
    }

    /// Replaces products of unit vectors by bumps.
    static func bump(_ products: UnsafeMutableBufferPointer<Float>, sharpness: Float) {
        for index in products.indices { products[index] = exp(sharpness * (products[index] - 1)) }
    }
}
