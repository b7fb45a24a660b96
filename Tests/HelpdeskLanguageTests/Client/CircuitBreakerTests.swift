import HelpdeskLanguage
import Testing

@Suite struct CircuitBreakerTests {
    private static let configuration = CircuitBreaker.Configuration(
        failureThreshold: 3, openDuration: .seconds(10), maximumOpenDuration: .seconds(35))

    /// Opened at 2 s, with the permit of a call that is still under way.
    private static func opened() throws -> (CircuitBreaker, CircuitBreaker.Permit) {
        var breaker = CircuitBreaker(configuration: configuration)
        let late = breaker.permit(at: .zero)
        for second in 0..<3 { fail(&breaker, .seconds(second)) }
        return (breaker, try #require(late))
    }

    private static func fail(_ breaker: inout CircuitBreaker, _ time: Duration) {
        guard let permit = breaker.permit(at: time) else {
            Issue.record("no permit at \(time)")
            return
        }
        breaker.failed(permit, at: time)
    }

    private static func asks(_ breaker: inout CircuitBreaker, _ time: Duration) -> CircuitBreaker.Permit? {
        breaker.permit(at: time)
    }

    @Test func opensAfterFailuresInARow() throws {
        var breaker = CircuitBreaker(configuration: Self.configuration)
        Self.fail(&breaker, .seconds(0))
        Self.fail(&breaker, .seconds(1))
        breaker.succeeded(try #require(Self.asks(&breaker, .seconds(1))))
        Self.fail(&breaker, .seconds(2))
        Self.fail(&breaker, .seconds(3))
        #expect(breaker.state(at: .seconds(3)) == .closed)
        Self.fail(&breaker, .seconds(4))
        #expect(breaker.state(at: .seconds(4)) == .open)
        #expect(Self.asks(&breaker, .seconds(13)) == nil)
    }

    @Test func triesOneCallAfterAWhile() throws {
        var (breaker, _) = try Self.opened()
        #expect(breaker.state(at: .seconds(12)) == .halfOpen)
        let trial = try #require(Self.asks(&breaker, .seconds(12)))
        #expect(trial.isTrial)
        #expect(Self.asks(&breaker, .seconds(12)) == nil)
        breaker.succeeded(trial)
        #expect(breaker.state(at: .seconds(12)) == .closed)
        #expect(Self.asks(&breaker, .seconds(12)) != nil && Self.asks(&breaker, .seconds(12)) != nil)
    }

    @Test func waitsLongerAfterEveryFailedTry() throws {
        var (breaker, _) = try Self.opened()
        var now = Duration.seconds(2)
        for wait in [10, 20, 35, 35] {
            #expect(Self.asks(&breaker, now + .seconds(wait) - .milliseconds(1)) == nil)
            now += .seconds(wait)
            Self.fail(&breaker, now)
        }
    }

    @Test func aTryThatSaysNothingGivesWayToAnother() throws {
        var (breaker, _) = try Self.opened()
        breaker.abandoned(try #require(Self.asks(&breaker, .seconds(12))))
        #expect(Self.asks(&breaker, .seconds(12)) != nil)
    }

    /// Calls that were under way when it opened do not make it wait longer, nor give the place of the try to others.
    @Test func lateResultsAreNotThoseOfTheTry() throws {
        var (breaker, late) = try Self.opened()
        breaker.failed(late, at: .seconds(9))
        #expect(breaker.state(at: .seconds(12)) == .halfOpen)
        let trial = try #require(Self.asks(&breaker, .seconds(12)))
        breaker.failed(late, at: .seconds(13))
        breaker.abandoned(late)
        #expect(Self.asks(&breaker, .seconds(13)) == nil)
        breaker.failed(trial, at: .seconds(14))
        #expect(breaker.state(at: .seconds(33)) == .open)
        #expect(breaker.state(at: .seconds(34)) == .halfOpen)
    }

    @Test func aLateSuccessClosesIt() throws {
        var (breaker, late) = try Self.opened()
        breaker.succeeded(late)
        #expect(breaker.state(at: .seconds(3)) == .closed)
    }
}
