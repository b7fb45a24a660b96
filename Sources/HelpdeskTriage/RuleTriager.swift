/// Decides about a message by rules: which words stand in the customer's newest message, and which do not.
///
/// ```swift
/// let triager = RuleTriager()
/// let triage = triager.triage("I was charged twice. Not urgent, but please refund one of them.")
/// // triage.category == .billing, triage.priority == .low, triage.needsHuman == false
/// ```
///
/// A message in another language than the rules' is not judged by them: it is escalated, for the reason
/// ``EscalationReason/unsupportedLanguage``.
///
/// Rules are data (``TriageRules``); the built-in ones are English. Compiling rules of one's own takes some tens of
/// milliseconds, so create one triager and keep it; it is a value and can be used from any number of tasks. Time is linear in the message, and
/// every text gets an answer.
public struct RuleTriager: TicketTriager {
    /// The rules it was made of.
    public let rules: TriageRules
    /// The languages they are for; any where `nil`.
    public let languages: Set<Language>?
    private let compiled: CompiledRules

    /// Compiles rules.
    ///
    /// - Parameters:
    ///   - rules: The rules.
    ///   - languages: The languages they are for; `nil` to judge messages in any language by them.
    public init(rules: TriageRules = .english, languages: Set<Language>? = [.english]) {
        self.rules = rules
        self.languages = languages
        compiled = rules == .english ? .english : CompiledRules(rules)
    }

    /// Decides about the newest message of a customer. Quoted history, signatures and code are set aside.
    ///
    /// - Parameter message: The message as the customer wrote it.
    /// - Returns: The decisions with their evidence, whose ranges are offsets of Unicode scalars in `message`.
    public func triage(_ message: String) -> Triage {
        let text = MessageText(message)
        let language = MessageLanguage(text)
        if let foreign = language.outside(languages) { return foreign }
        var triage = judged(text)
        triage.language = language.named
        return triage
    }

    /// What the rules say, whatever the language.
    func judged(_ text: MessageText) -> Triage {
        let tokens = MessageScanner.tokens(of: text, rules: compiled)
        let ballot = RuleBallot(matcher: RuleMatcher(tokens, rules: compiled), rules: compiled)
        return ballot.decide { text.text(in: $0) }
    }
}
