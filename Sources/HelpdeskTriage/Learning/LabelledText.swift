/// A text and what it is about: an example to learn from.
public struct LabelledText: Hashable, Sendable, Codable {
    /// The text, as a customer wrote it.
    public var text: String
    /// The label: an intent, a category, a queue; anything but empty.
    public var label: String

    /// Creates an example.
    public init(text: String, label: String) {
        self.text = text
        self.label = label
    }
}
