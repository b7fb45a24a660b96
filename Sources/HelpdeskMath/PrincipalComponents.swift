/// The directions in which data varies most (principal component analysis), and the change to and from them.
///
/// ```swift
/// let components = try PrincipalComponents(of: vectors, count: 64)
/// let short = try components.transform(vectors)
/// ```
public struct PrincipalComponents: Sendable {
    /// The mean of the data, subtracted first.
    public let mean: [Float]
    /// The directions, one a row, of length 1, most variance first.
    public let directions: Matrix
    /// The variance of the data along each direction (dividing by one less than the number of rows).
    public let variances: [Float]
    /// The variance of the data in all directions together.
    public let totalVariance: Float

    /// Finds the directions of most variance, by the eigenvectors of the covariance matrix.
    ///
    /// - Parameters:
    ///   - data: One observation a row; at least 2 rows and 1 to 16,384 columns, all finite.
    ///   - count: How many directions to keep, from 1 to the smaller of rows and columns.
    /// - Throws: ``MathError``.
    /// - Complexity: O(rows·columns² + columns³).
    public init(of data: Matrix, count: Int) throws(MathError) {
        guard data.rows >= 2, (1...LAPACK.maximumOrder).contains(data.columns) else {
            throw MathError(
                .invalidArgument,
                "principal components need at least 2 rows and 1 to \(LAPACK.maximumOrder) columns, "
                    + "not \(data.rows) × \(data.columns)")
        }
        guard count >= 1, count <= min(data.rows, data.columns) else {
            throw MathError(
                .invalidArgument,
                "\(count) components of \(data.rows) × \(data.columns) data: 1 to \(min(data.rows, data.columns)) exist"
            )
        }
        try data.requireFinite("the data")
        let means = Moments.means(data)
        let products = Moments.products(data, means, data, means)
        let covariance = try Matrix(
            rows: data.columns, columns: data.columns,
            values: products.map { Float($0 / Double(data.rows - 1)) })
        let eigen = try covariance.symmetricEigen()
        mean = means.map { Float($0) }
        directions = try Matrix(
            rows: count, columns: data.columns, values: Array(eigen.vectors.values.prefix(count * data.columns)))
        // Rounding can leave a variance of zero slightly negative.
        variances = eigen.values.prefix(count).map { max(0, $0) }
        totalVariance = (0..<data.columns).reduce(0) { $0 + covariance[$1, $1] }
    }

    /// The data in the coordinates of the directions: rows × directions.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    public func transform(_ data: Matrix) throws(MathError) -> Matrix {
        guard data.columns == mean.count else {
            throw MathError(
                .mismatchedShape, "data of \(data.columns) columns: the components were fitted to \(mean.count)")
        }
        var centred = data
        let mean = mean
        centred.withUnsafeMutableBufferPointer { values in
            for row in 0..<data.rows {
                for column in 0..<mean.count { values[row * mean.count + column] -= mean[column] }
            }
        }
        return try centred.multiplied(by: directions, transposingOther: true)
    }

    /// The data that coordinates stand for: rows × columns of the original data. What the kept directions do not span
    /// is lost.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` or ``MathError/Code/notFinite``.
    public func inverseTransform(_ coordinates: Matrix) throws(MathError) -> Matrix {
        guard coordinates.columns == directions.rows else {
            throw MathError(
                .mismatchedShape, "\(coordinates.columns) coordinates a row: there are \(directions.rows) directions")
        }
        var data = try coordinates.multiplied(by: directions)
        let mean = mean
        let rows = data.rows
        data.withUnsafeMutableBufferPointer { values in
            for row in 0..<rows {
                for column in 0..<mean.count { values[row * mean.count + column] += mean[column] }
            }
        }
        return data
    }
}
