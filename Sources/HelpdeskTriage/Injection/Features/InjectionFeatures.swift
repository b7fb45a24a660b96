/// The features of a text: of the whole, and of each sentence or few.
@_spi(Training)
public struct InjectionFeatures: Sendable {
    /// Of the text as a whole; of parts that overlap by half, where it is long.
    public var windows: [FeatureVector]
    /// Of each small part; none where the text is no longer than one.
    public var parts: [FeatureVector]
    /// Whether words are hidden in it, so that it is suspicious whatever a model says.
    public var hidesWords: Bool

    /// What a text is judged by: the mean of its worst window and its worst part, so that one sentence in a long honest
    /// text counts.
    public func logit(_ model: (FeatureVector) -> Float) -> Float {
        let whole = windows.map(model).max() ?? 0
        guard let worst = parts.map(model).max() else { return whole }
        return (whole + worst) / 2
    }
}
