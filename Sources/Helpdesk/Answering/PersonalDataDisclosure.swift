/// Whose personal data a language model may see as it is.
///
/// What it may not see is replaced by placeholders such as `[EMAIL_1]` before anything leaves, and put back in the answer.
/// What counts as personal data, ``PersonalDataRedactor`` tells; names and postal addresses are not among it.
public struct PersonalDataDisclosure: OptionSet, Hashable, Sendable, Codable {
    /// The bits.
    public let rawValue: Int
    /// Creates a set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Messages of the customer and of the conversation.
    public static let conversation = PersonalDataDisclosure(rawValue: 1)
    /// Articles and questions: a hotline, an address of the company.
    public static let publishedKnowledge = PersonalDataDisclosure(rawValue: 2)
    /// Past tickets.
    public static let resolvedTickets = PersonalDataDisclosure(rawValue: 4)
}
