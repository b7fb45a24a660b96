public import HelpdeskTriage
import Synchronization

/// A ``TicketTriager`` that decides what the test tells it to, and records what it was given.
public final class FakeTriager: TicketTriager {
    private let decide: @Sendable (String) throws -> Triage
    private let recorded = Mutex<[String]>([])

    /// Creates a triager that decides the same about every message.
    public convenience init(_ triage: Triage = Triage()) { self.init { _ in triage } }

    /// Creates a triager that decides by a function.
    public init(deciding decide: @escaping @Sendable (String) throws -> Triage) { self.decide = decide }

    /// The messages so far, in order.
    public var messages: [String] { recorded.withLock { $0 } }

    /// Decides about a message.
    public func triage(_ message: String) async throws -> Triage {
        recorded.withLock { $0.append(message) }
        return try decide(message)
    }
}
