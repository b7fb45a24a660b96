#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

import HelpdeskLanguage

/// Sends again what a policy says is worth it.
package struct HTTPRetrier: Sendable {
    package var policy: HTTPRetryPolicy
    package var clock: any Clock<Duration>
    /// The time of day, for servers that name a date.
    package var now: @Sendable () -> Date
    /// A number from 0 up to 1.
    package var random: @Sendable () -> Double

    package init(
        policy: HTTPRetryPolicy, clock: any Clock<Duration>, now: @escaping @Sendable () -> Date = { Date() },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.policy = policy
        self.clock = clock
        self.now = now
        self.random = random
    }

    /// An error, and how often the request was sent again before it.
    package struct Failure: Error {
        package var error: any Error
        package var retries: Int
    }

    /// Runs an attempt until it succeeds or is not worth another one.
    ///
    /// Only ``HTTPStatusError`` and ``HTTPTransportError`` are tried again; an attempt that may not be repeated throws
    /// something else.
    ///
    /// - Parameters:
    ///   - limit: How long it may take in all; a wait that would not leave time for another attempt is not begun.
    ///   - attempt: Gets how often it was tried before.
    /// - Throws: ``Failure`` with what the last attempt threw; `CancellationError`.
    package func run<Value: Sendable>(
        within limit: Duration? = nil, _ attempt: @Sendable (_ retries: Int) async throws -> Value
    ) async throws -> Value {
        let stopwatch = Stopwatch(clock)
        var retries = 0
        while true {
            try Task.checkCancellation()
            do {
                return try await attempt(retries)
            } catch {
                try Task.checkCancellation()
                if error is CancellationError { throw error }
                let outcome: HTTPRetryPolicy.Outcome? =
                    switch error {
                    case let error as HTTPStatusError: .response(error.head)
                    case let error as HTTPTransportError: .failure(error.code)
                    default: nil
                    }
                guard let outcome,
                    let delay = policy.delay(after: outcome, retries: retries, now: now(), random: random())
                else { throw Failure(error: error, retries: retries) }
                if let limit, stopwatch.elapsed + delay >= limit { throw Failure(error: error, retries: retries) }
                retries += 1
                try await clock.sleep(for: delay)
            }
        }
    }
}
