/// Completes a message from the conversation before it, so that it can be searched for on its own.
///
/// ```swift
/// let completer = FollowUpCompleter()
/// let question = completer.complete(
///     "and for the annual plan?",
///     after: [FollowUpTurn(.customer, "How do I cancel my monthly plan?"), FollowUpTurn(.agent, "Under Billing.")])
/// // question.text == "How do I cancel my annual plan?"
/// ```
///
/// By rule, with no model: ellipses take the place of the phrase of the same head, kind or preposition in the last
/// question; pronouns become the thing or the action they stand for; bare question words, choices, answers, corrections
/// and complaints are put to what they belong to. The customer's earlier messages are completed first, so that the
/// chain may be long. A message that stands on its own, and one that says it is about something else, takes nothing
/// from before.
///
/// The text is made to be searched for; its grammar is not always good. English is known. In other languages a message
/// of few words is put after the customer's last one.
///
/// Time and memory are linear in what is read: the last turns of the configuration, of each no more than its limit.
public struct FollowUpCompleter: Hashable, Sendable {
    /// How much of a conversation is read.
    public struct Configuration: Hashable, Sendable {
        /// The most turns before the message that are read; 0 or more.
        public var maximumTurns: Int
        /// The most characters of a turn that are read, and of the text that comes out; 1 or more.
        public var maximumCharacters: Int
        /// The fewest content words with which a message in a language that isn't known stands on its own.
        public var completeQuestion: Int

        /// Creates a configuration.
        public init(maximumTurns: Int = 12, maximumCharacters: Int = 4_000, completeQuestion: Int = 4) {
            self.maximumTurns = maximumTurns
            self.maximumCharacters = maximumCharacters
            self.completeQuestion = completeQuestion
        }
    }

    /// How much of a conversation is read.
    public var configuration: Configuration

    /// Creates a completer.
    public init(configuration: Configuration = Configuration()) { self.configuration = configuration }

    /// A message longer than this, in words and marks, stands on its own.
    private static let longestFollowUp = 40

    /// Completes a message.
    ///
    /// - Parameters:
    ///   - message: The customer's newest message, without quoted history.
    ///   - turns: What was said before, oldest first.
    /// - Returns: What to search for.
    public func complete(_ message: String, after turns: [FollowUpTurn]) -> CompletedQuestion {
        let limit = max(1, configuration.maximumCharacters)
        let message = String(message.prefix(limit))
        let first = turns.count - min(turns.count, max(0, configuration.maximumTurns))
        let recent = turns[first...].map { FollowUpTurn($0.role, String($0.text.prefix(limit))) }
        guard let lastCustomer = recent.lastIndex(where: { $0.role == .customer && !Self.isCourtesy($0.text) }) else {
            return CompletedQuestion(text: message, reason: Self.isCourtesy(message) ? .courtesy : .standalone)
        }
        guard Self.isEnglish(message, recent) else {
            let words = ContentWords([message]).stems.count
            guard words < (Self.goesOn(message) ? 2 : 1) * configuration.completeQuestion else {
                return CompletedQuestion(text: message, reason: .standalone)
            }
            return CompletedQuestion(
                text: recent[lastCustomer].text + "\n" + message, reason: .joined, usedTurns: [first + lastCustomer])
        }
        var thread = FollowUpThread()
        for (position, turn) in recent.enumerated() {
            let tokens = [FollowUpToken](of: turn.text, limit: 400)
            if turn.role == .agent {
                thread.agent = tokens
                thread.agentTurn = position
                continue
            }
            let step = FollowUpStep(tokens, thread: thread)?.result
            switch step?.reason {
            case nil: thread.ask(tokens, turn: position)
            case .courtesy: break
            case .newTopic, .standalone, .ellipsis, .reference, .correction, .incomplete:
                thread.ask(step?.tokens ?? tokens, turn: position)
            default: break
            }
        }
        let tokens = [FollowUpToken](of: message, limit: 400)
        guard tokens.count <= Self.longestFollowUp || FollowUpOpening.newTopic(in: tokens) != nil,
            let result = FollowUpStep(tokens, thread: thread)?.result
        else { return CompletedQuestion(text: message, reason: .standalone) }
        switch result.reason {
        case .standalone, .courtesy: return CompletedQuestion(text: message, reason: result.reason)
        case .newTopic:
            return CompletedQuestion(
                text: tokens.count < 400 ? result.tokens.rendered : message, reason: .newTopic)
        default:
            return CompletedQuestion(
                text: String(result.tokens.rendered.prefix(limit)), reason: result.reason,
                usedTurns: result.turns.sorted().map { first + $0 }, replacements: result.replacements)
        }
    }

    private static func isCourtesy(_ text: String) -> Bool {
        FollowUpOpening.isCourtesy([FollowUpToken](of: text, limit: 40))
    }

    /// Whether a message in another language begins with its "and" or "or".
    private static func goesOn(_ message: String) -> Bool {
        [FollowUpToken](of: message, limit: 4).first { !$0.isMark }.map { conjunctions.contains($0.lower) } ?? false
    }

    private static let conjunctions = FollowUpWords.words(
        "und oder et ou y e o en of och eller og eller ja tai i a lub oraz și sau и или a nebo és vagy ve veya")

    /// Whether a fifth of the words are English function words.
    private static func isEnglish(_ message: String, _ turns: [FollowUpTurn]) -> Bool {
        var (words, known) = (0, 0)
        for text in turns.suffix(6).map(\.text) + [message] {
            for token in [FollowUpToken](of: text, limit: 100) where !token.isMark {
                words += 1
                if !token.isContent || FollowUpWords.affirmations.contains(token.lower) { known += 1 }
            }
        }
        return words > 0 && 5 * known >= words
    }
}
