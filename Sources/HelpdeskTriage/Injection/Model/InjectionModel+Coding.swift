extension InjectionModel {
    /// Reads weights from base64, one byte a feature.
    ///
    /// - Returns: `nil` where the text is no base64 or has not a byte for each feature.
    public init?(base64: some StringProtocol, step: Float, intercept: Float, slope: Float) {
        guard let bytes = Base64.decode(base64.utf8), bytes.count == FeatureVector.dimension else { return nil }
        self.init(
            weights: bytes.map { Int8(bitPattern: $0) }, step: step, intercept: intercept, slope: slope)
    }
}
