import CHelpdeskKernels

/// A query with what its screening needs, computed once.
///
/// What is compared is a key that orders rows as their distances do: for the inner product the distance itself, for the
/// cosine one less, and for the Euclidean distance its square less that of the query's length.
struct ScreeningQuery {
    /// What the kernel reads; its limit moves while rows are screened.
    var description: helpdesk_screen_query
    private let metric: DistanceMetric
    /// What the square of the query's length and its rounding add to a key.
    private let offset: Double
    private let offsetSlack: Float
    private let addendSlack: Float

    /// Rounds a query of ordinary length. `values` has room for the stride of the codes and must outlive the query.
    init(_ query: PreparedQuery, metric: DistanceMetric, dimensions: Int, values: UnsafeMutablePointer<Int8>) {
        let rounded = helpdesk_screen_encode_query(dimensions, query.scaled, values)
        let rounding = ScreeningCodes.rounding(dimensions: dimensions)
        let norm = metric == .cosine ? (query.norm > 0 ? 1 : 0) : query.norm
        let times: Double = metric == .euclidean ? 2 : 1
        var total: Int32 = 0
        for i in 0..<dimensions { total += Int32(values[i]) }
        description = helpdesk_screen_query(
            values: values, total: total, product: Float(times * rounded.scale), length: Float(times * norm).nextUp,
            error: Float(times * (rounded.residual + rounding * norm)).nextUp, limit: .infinity)
        self.metric = metric
        let square = metric == .euclidean ? norm * norm : 0
        offset = square * (2 * rounding - 1)
        offsetSlack = Float(4 * rounding * square).nextUp
        addendSlack = metric == .euclidean ? Float(4 * rounding / (1 - 2 * rounding)).nextUp : 0
    }

    /// What a row's key is at most, where `bound` is what it is at least.
    @inline(__always)
    func upperBound(_ bound: Float, _ row: helpdesk_screen_row) -> Float {
        let error = description.length * row.residual + description.error * row.length
        return bound + 2 * error + addendSlack * row.addend + offsetSlack
    }

    /// The key above which no row is as near as a measured distance.
    func limit(distance: Float) -> Float {
        switch metric {
        case .cosine: distance - 1
        case .innerProduct: distance
        case .euclidean: Float(Double(distance) * Double(distance) + offset).nextUp
        }
    }
}
