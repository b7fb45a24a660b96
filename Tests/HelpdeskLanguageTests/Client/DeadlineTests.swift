import HelpdeskLanguage
import HelpdeskTesting
import Testing

@Suite(.timeLimit(.minutes(10))) struct DeadlineTests {
    @Test func workInTimeGivesItsResult() async throws {
        let clock = ManualClock()
        #expect(try await Deadline.run(.seconds(5), clock: clock) { 7 } == 7)
        #expect(try await Deadline.run(nil, clock: clock) { 8 } == 8)
    }

    @Test func workThatTakesTooLongIsCancelled() async throws {
        let clock = ManualClock()
        let task = Task {
            try await Deadline.run(.seconds(5), clock: clock) { try await Task.sleep(for: .seconds(3_600)) }
        }
        await clock.waitForSleepers(1)
        clock.advance(by: .seconds(5))
        await #expect { try await task.value } throws: { ($0 as? LanguageError)?.code == .timedOut }
    }

    @Test func errorsAndCancellationPassThrough() async throws {
        let clock = ManualClock()
        await #expect {
            try await Deadline.run(.seconds(5), clock: clock) { throw LanguageError(.overloaded, "x") }
        } throws: { ($0 as? LanguageError)?.code == .overloaded }
        let task = Task {
            try await Deadline.run(.seconds(5), clock: clock) { try await Task.sleep(for: .seconds(3_600)) }
        }
        await clock.waitForSleepers(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
