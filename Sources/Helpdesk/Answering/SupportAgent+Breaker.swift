import HelpdeskLanguage
import Synchronization

/// Keeping a provider that is down from costing every customer its timeout.
extension SupportAgent {
    /// The time on the agent's clock since it was made.
    var now: Duration { age.elapsed }

    /// The right to ask the language model, where it may be asked; one of the notes below must follow.
    func modelPermit() -> CircuitBreaker.Permit? {
        let now = now
        return breaker.withLock { $0.permit(at: now) }
    }

    /// The same for calls that an answer does not depend on: they are not what tries whether the provider is back.
    func modelPermitWhileClosed() -> CircuitBreaker.Permit? {
        let now = now
        return breaker.withLock { $0.state(at: now) == .closed ? $0.permit(at: now) : nil }
    }

    /// Notes that the language model has answered, whatever it said.
    func noteModelSuccess(_ permit: CircuitBreaker.Permit) { breaker.withLock { $0.succeeded(permit) } }

    /// Notes that the language model has failed.
    ///
    /// - Throws: `CancellationError` where the customer went away, which says nothing about the provider.
    func noteModelFailure(_ error: any Error, _ permit: CircuitBreaker.Permit) throws {
        if Task.isCancelled {
            breaker.withLock { $0.abandoned(permit) }
            throw CancellationError()
        }
        let now = now
        let counts = (error as? LanguageError)?.isProviderFailure ?? true
        breaker.withLock { breaker in
            if counts { breaker.failed(permit, at: now) } else { breaker.abandoned(permit) }
        }
    }
}
