/// A label and how probable it is.
public struct LabelProbability: Hashable, Sendable, Codable {
    /// The label.
    public var label: String
    /// From 0 to 1.
    public var probability: Double

    /// Creates a pair.
    public init(label: String, probability: Double) {
        self.label = label
        self.probability = probability
    }
}
