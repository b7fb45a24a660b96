public import HelpdeskLanguage
public import HelpdeskTriage

/// What goes into the prompt for an answer: what is known, before it is put into words.
///
/// All texts are as the language model may see them: personal data replaced, invisible characters taken out.
public struct AnswerPrompt: Hashable, Sendable {
    /// What the model is told; trusted text of the host.
    public var instructions: String
    /// The conversation before the message, oldest first.
    public var conversation: [ConversationTurn]
    /// The customer's newest message.
    public var message: String
    /// What the message is about, how urgent it is and how it reads.
    public var triage: Triage
    /// The sources, best first; a source's number is its place in this list, from 1.
    public var sources: [LLMSource]
    /// The most tokens that the answer may have.
    public var maximumAnswerTokens: Int

    /// Creates a prompt.
    public init(
        instructions: String, conversation: [ConversationTurn] = [], message: String, triage: Triage,
        sources: [LLMSource], maximumAnswerTokens: Int = 1024
    ) {
        self.instructions = instructions
        self.conversation = conversation
        self.message = message
        self.triage = triage
        self.sources = sources
        self.maximumAnswerTokens = maximumAnswerTokens
    }
}
