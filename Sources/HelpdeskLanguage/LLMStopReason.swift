/// Why an answer ended.
public struct LLMStopReason: RawRepresentable, Hashable, Sendable, Codable {
    /// The reason's name.
    public var rawValue: String
    /// Creates a reason; providers' own names are kept where none of the known ones fits.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The answer is complete.
    public static let complete = LLMStopReason(rawValue: "complete")
    /// The limit of tokens was reached; the answer is cut off.
    public static let length = LLMStopReason(rawValue: "length")
    /// The model refused.
    public static let refusal = LLMStopReason(rawValue: "refusal")
    /// No source holds an answer.
    public static let noAnswer = LLMStopReason(rawValue: "no_answer")
}
