/// Decides about a message by rules: which words stand in the customer's newest message, and which do not.
///
/// ```swift
/// let triager = RuleTriager()
/// let triage = triager.triage("I was charged twice. Not urgent, but please refund one of them.")
/// // triage.category == .billing, triage.priority == .low, triage.needsHuman == false
/// ```
///
/// Rules are data (``TriageRules``); the built-in ones are English. Compiling rules of one's own takes some tens of
/// milliseconds, so create one triager and keep it; it is a value and can be used from any number of tasks. Time is linear in the message, and
/// every text gets an answer.
public struct RuleTriager: TicketTriager {
    /// The rules it was made of.
    public let rules: TriageRules
    private let compiled: CompiledRules

    /// Compiles rules.
    public init(rules: TriageRules = .english) {
        self.rules = rules
        compiled = rules == .english ? .english : CompiledRules(rules)
    }

    /// Decides about the newest message of a customer. Quoted history, signatures and code are set aside.
    ///
    /// - Parameter message: The message as the customer wrote it.
    /// - Returns: The decisions with their evidence, whose ranges are offsets of Unicode scalars in `message`.
    public func triage(_ message: String) -> Triage {
        let text = MessageText(message)
        let tokens = MessageScanner.tokens(of: text, rules: compiled)
        let ballot = RuleBallot(matcher: RuleMatcher(tokens, rules: compiled), rules: compiled)
        return ballot.decide { text.text(in: $0) }
    }
}
