extension LanguageError {
    /// Whether the error speaks against the provider rather than the request: what a ``CircuitBreaker`` counts.
    public var isProviderFailure: Bool {
        switch code {
        case .invalidRequest, .refused: false
        default: true
        }
    }
}
