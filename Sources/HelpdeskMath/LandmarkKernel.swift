/// A kernel of bumps seen from a few landmarks (the Nyström approximation): features whose products come near the kernel,
/// and the way back from weights of features to weights of landmarks.
///
/// With Kmm the kernel among the landmarks and Kmm = L·Lᵀ, the features of examples are Z = Knm·L⁻ᵀ, so that Z·Zᵀ =
/// Knm·Kmm⁻¹·Kmn (Williams and Seeger 2001).
public struct LandmarkKernel: Sendable {
    /// The landmarks, one unit vector a row.
    public let landmarks: Matrix
    /// Z: examples × landmarks.
    public let features: Matrix
    /// L⁻ᵀ.
    private let inverseFactor: Matrix

    /// Makes the features.
    ///
    /// - Parameters:
    ///   - points: Unit vectors, one a row.
    ///   - landmarks: The rows of `points` that are landmarks; at least one, at most 16,384.
    ///   - sharpness: Of the bumps; finite, above 0.
    /// - Throws: ``MathError``.
    /// - Complexity: O(points·landmarks·(dimensions + landmarks)).
    public init(points: Matrix, landmarks chosen: [Int], sharpness: Float) throws(MathError) {
        let count = chosen.count
        guard (1...LAPACK.maximumOrder).contains(count), chosen.allSatisfy({ (0..<points.rows).contains($0) }) else {
            throw MathError(.invalidArgument, "\(count) landmarks among \(points.rows) points")
        }
        let landmarks = try Matrix(chosen.map { points.row($0) })
        var factor = try Matrix.bumps(of: landmarks, sharpness: sharpness)
        let isDefinite = factor.withUnsafeMutableBufferPointer { factor in
            guard let factor = factor.baseAddress else { return false }
            // Landmarks that are alike make the kernel singular.
            for i in 0..<count { factor[i * count + i] += 1e-2 }
            return PositiveDefiniteSystem.invertFactor(factor, order: count)
        }
        guard isDefinite, factor.isFinite else {
            throw MathError(.notPositiveDefinite, "the kernel of \(count) landmarks is not positive definite")
        }
        // L⁻ᵀ lies in the upper triangle, and what is left of L below it.
        factor.withUnsafeMutableBufferPointer { factor in
            for row in 0..<count { for column in 0..<row { factor[row * count + column] = 0 } }
        }
        var kernel = try points.multiplied(byRowsOf: landmarks)
        kernel.withUnsafeMutableBufferPointer { KernelExpansion.bump($0, sharpness: sharpness) }
        features = try kernel.multiplied(by: factor)
        inverseFactor = factor
        self.landmarks = landmarks
    }

    /// The weights of landmarks that give the same function as weights of features: landmarks × outputs.
    public func landmarkWeights(of weights: Matrix) throws(MathError) -> Matrix {
        try inverseFactor.multiplied(by: weights)
    }
}
