/// A query with what its distances need, computed once.
///
/// The pointers are borrowed: the query lives only as long as the memory they were made from.
struct PreparedQuery {
    /// The components as they were given.
    let original: UnsafePointer<Float>
    /// The components of the vector that is multiplied: of length 1 for the cosine, else the original.
    let scaled: UnsafePointer<Float>
    /// The length of the original, or of what is kept of it.
    let norm: Double
    /// Whether the distances are those that links are chosen by (they differ for the inner product).
    let isLinking: Bool
    /// What would be kept of the query, where vectors are kept in fixed point.
    var fixed: FixedPoint?

    /// A vector in fixed point.
    struct FixedPoint {
        let values: UnsafePointer<Int16>
        let high: UnsafePointer<Int8>
        let low: UnsafePointer<Int8>
        let scale: Double
    }

    /// One over the length; 0 for a zero vector.
    var inverseNorm: Double { norm > 0 ? 1 / norm : 0 }
}
