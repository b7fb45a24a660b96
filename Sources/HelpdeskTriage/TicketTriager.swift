/// Decides category, priority, sentiment and escalation of a customer's message.
///
/// Callers: ``triage(_:)`` is called once per customer query, and once for each earlier message of the customer whose
/// sentiment is not known, from any task, any number of times at once.
///
/// Conformers promise an answer for every text, the empty one included, within microseconds to a few milliseconds,
/// the same for the same text, and evidence whose ranges lie inside the text.
public protocol TicketTriager: Sendable {
    /// Decides about the newest message of a customer.
    ///
    /// - Parameter message: The message as the customer wrote it; quoted history is recognized and set aside.
    func triage(_ message: String) async throws -> Triage
}
