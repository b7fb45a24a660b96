import CHelpdeskKernels

/// The arithmetic of an encoder's linear layers; everything between them is computed in 32-bit floats.
///
/// Rows of activations are rounded as they come, each with a scale of its own, weights once when the model is loaded. All
/// sums of products are exact, on every processor.
public enum EmbeddingPrecision: String, Hashable, Sendable, Codable, CaseIterable {
    /// 32-bit floats: the reference.
    case float32
    /// 16-bit whole numbers: the cosine to `float32` is above 0.9999.
    case int16
    /// 8-bit whole numbers: the fastest. Exact enough with a ``ModelCalibration``, less so without.
    case int8

    /// What the numbers of the kernels are called; `nil` for floats.
    var numberType: helpdesk_number_type? {
        switch self {
        case .float32: nil
        case .int16: HELPDESK_INT16
        case .int8: HELPDESK_INT8
        }
    }
}
