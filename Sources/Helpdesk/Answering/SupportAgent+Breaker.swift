import HelpdeskLanguage
import Synchronization

/// Keeping a provider that is down from costing every customer its timeout.
extension SupportAgent {
    /// The time on the agent's clock since it was made.
    var now: Duration { age.elapsed }

    /// Whether the language model may be asked; one of the notes below must follow where it is.
    func isModelAvailable() -> Bool {
        let now = now
        return breaker.withLock { $0.permits(at: now) }
    }

    /// Notes that the language model has answered, whatever it said.
    func noteModelSuccess() { breaker.withLock { $0.succeeded() } }

    /// Notes that the language model has failed.
    ///
    /// - Throws: `CancellationError` where the customer went away, which says nothing about the provider.
    func noteModelFailure(_ error: any Error) throws {
        if error is CancellationError || Task.isCancelled {
            breaker.withLock { $0.abandoned() }
            throw CancellationError()
        }
        let now = now
        let counts = (error as? LanguageError)?.isProviderFailure ?? true
        breaker.withLock { breaker in
            if counts { breaker.failed(at: now) } else { breaker.abandoned() }
        }
    }
}
