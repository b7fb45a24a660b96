/// How far apart two vectors are. Smaller is nearer for every metric.
public enum DistanceMetric: String, Hashable, Sendable, Codable, CaseIterable {
    /// `1 − cos(a, b)`, from 0 to 2. The cosine to a zero vector is 0, so its distance is 1.
    case cosine
    /// `−⟨a, b⟩`: the negated inner product.
    case innerProduct
    /// `‖a − b‖`: the Euclidean distance (not squared).
    case euclidean
}
