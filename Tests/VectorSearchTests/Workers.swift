import Foundation
import Synchronization

/// Work on several threads at once, all real ones: none of them waits for another to give way.
enum Workers {
    /// What became of the threads.
    private final class Outcome: Sendable {
        let error = Mutex<(any Error)?>(nil)
        let left: Atomic<Int>

        init(_ count: Int) { left = Atomic(count) }
    }

    /// Runs each function on a thread of its own, waits for all, and throws the first error.
    static func run(_ bodies: [@Sendable () throws -> Void]) async throws {
        let outcome = Outcome(bodies.count)
        await withCheckedContinuation { continuation in
            for body in bodies {
                Thread.detachNewThread {
                    do {
                        try body()
                    } catch {
                        outcome.error.withLock { if $0 == nil { $0 = error } }
                    }
                    if outcome.left.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
                        continuation.resume()
                    }
                }
            }
        }
        if let error = outcome.error.withLock({ $0 }) { throw error }
    }
}

/// How long tests of many threads last: a number of rounds, or the time that `HELPDESK_STRESS_SECONDS` names.
struct StressTime: Sendable {
    private let rounds: Int
    private let end: ContinuousClock.Instant?

    init(rounds: Int) {
        self.rounds = rounds
        let seconds = ProcessInfo.processInfo.environment["HELPDESK_STRESS_SECONDS"].flatMap(Double.init)
        end = seconds.map { ContinuousClock().now + .seconds($0) }
    }

    /// Whether a round begins.
    func lasts(_ round: Int) -> Bool {
        if let end { ContinuousClock().now < end } else { round < rounds }
    }
}
