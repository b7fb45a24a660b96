#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension CrossEncoder {
    /// What makes scores of logits. Neither turns an order around, though a sigmoid makes equals of logits above 17.
    public enum Activation: String, Hashable, Sendable, Codable, CaseIterable {
        /// The logit itself, any number.
        case identity
        /// 1 / (1 + exp(−x)), from 0 to 1.
        case sigmoid

        package func callAsFunction(_ logit: Float) -> Float {
            switch self {
            case .identity: logit
            case .sigmoid: 1 / (1 + exp(-logit))
            }
        }
    }
}
