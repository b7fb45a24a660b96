public import HelpdeskTriage

/// Why a person should look at an answer before it is sent.
public struct DraftReason: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in snake case.
    public var rawValue: String
    /// Creates a reason of the host's own.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// The answer is plausible, but not certain enough to send.
    public static let moderateConfidence = DraftReason(rawValue: "moderate_confidence")
    /// The language model said something that no source supports; what is left may lack a part.
    public static let unsupportedStatements = DraftReason(rawValue: "unsupported_statements")
    /// The answer was cut off.
    public static let incomplete = DraftReason(rawValue: "incomplete")
    /// The language model found no answer in the sources, or wrote nothing that they could support.
    public static let noAnswerFound = DraftReason(rawValue: "no_answer_found")
    /// The customer's words try to steer the model.
    public static let suspectedInjection = DraftReason(rawValue: "suspected_injection")
    /// The answer would be certain enough in general, but not for this customer or message.
    public static let raisedThreshold = DraftReason(rawValue: "raised_threshold")

    /// A reason that the ``EscalationPolicy`` makes a draft of, by the same name.
    public init(_ reason: EscalationReason) { self.init(rawValue: reason.rawValue) }
}
