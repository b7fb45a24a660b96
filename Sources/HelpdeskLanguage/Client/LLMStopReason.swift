/// Why an answer ended.
public struct LLMStopReason: RawRepresentable, Hashable, Sendable, Codable {
    /// The reason's name.
    public var rawValue: String
    /// Creates a reason; providers' own names are kept where none of the known ones fits.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The answer is complete.
    public static let complete = LLMStopReason(rawValue: "complete")
    /// The limit of tokens, of the answer or of the model's context, was reached; the answer is cut off.
    public static let length = LLMStopReason(rawValue: "length")
    /// The model refused, or the provider held its answer back.
    public static let refusal = LLMStopReason(rawValue: "refusal")
    /// No source holds an answer.
    public static let noAnswer = LLMStopReason(rawValue: "no_answer")
    /// The model wants to use a tool, which this library does not offer.
    public static let toolUse = LLMStopReason(rawValue: "tool_use")
    /// The provider did not say; the answer may be cut off.
    public static let unknown = LLMStopReason(rawValue: "unknown")
    /// The provider stopped a long turn, to be asked to go on.
    public static let paused = LLMStopReason(rawValue: "paused")
}
