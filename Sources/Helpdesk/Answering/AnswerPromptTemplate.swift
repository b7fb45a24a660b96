public import HelpdeskLanguage

/// Puts into words what a language model is asked.
///
/// Conformers promise:
/// - every source that is in the request is one of the prompt's, with the same id, so that citations can be followed;
///   passages keep their places;
/// - texts of customers and sources cannot pass for the host's: they are delimited, and cannot close their delimiter (see
///   ``DelimitedText``);
/// - a shorter prompt gives a shorter request;
/// - the same prompt gives the same request.
///
/// A template may be asked several times for one query, with ever shorter prompts, until the request is within the budget.
public protocol AnswerPromptTemplate: Sendable {
    /// The request for a prompt.
    func request(for prompt: AnswerPrompt) -> LLMRequest
}
