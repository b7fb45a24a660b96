import HelpdeskLanguage
import Testing

@Suite struct CircuitBreakerTests {
    private static let configuration = CircuitBreaker.Configuration(
        failureThreshold: 3, openDuration: .seconds(10), maximumOpenDuration: .seconds(35))

    private static func opened() -> CircuitBreaker {
        var breaker = CircuitBreaker(configuration: configuration)
        for second in 0..<3 {
            _ = breaker.permits(at: .seconds(second))
            breaker.failed(at: .seconds(second))
        }
        return breaker
    }

    private func asks(_ breaker: inout CircuitBreaker, _ time: Duration) -> Bool { breaker.permits(at: time) }

    @Test func opensAfterFailuresInARow() {
        var breaker = CircuitBreaker(configuration: Self.configuration)
        breaker.failed(at: .seconds(0))
        breaker.failed(at: .seconds(1))
        breaker.succeeded()
        breaker.failed(at: .seconds(2))
        breaker.failed(at: .seconds(3))
        #expect(breaker.state(at: .seconds(3)) == .closed)
        breaker.failed(at: .seconds(4))
        #expect(breaker.state(at: .seconds(4)) == .open)
        #expect(!asks(&breaker, .seconds(13)))
    }

    @Test func triesOneCallAfterAWhile() {
        var breaker = Self.opened()
        #expect(breaker.state(at: .seconds(12)) == .halfOpen)
        #expect(asks(&breaker, .seconds(12)))
        #expect(!asks(&breaker, .seconds(12)))
        breaker.succeeded()
        #expect(breaker.state(at: .seconds(12)) == .closed)
        #expect(asks(&breaker, .seconds(12)) && asks(&breaker, .seconds(12)))
    }

    @Test func waitsLongerAfterEveryFailedTry() {
        var breaker = Self.opened()
        var now = Duration.seconds(2)
        for wait in [10, 20, 35, 35] {
            #expect(!asks(&breaker, now + .seconds(wait) - .milliseconds(1)))
            now += .seconds(wait)
            #expect(asks(&breaker, now))
            breaker.failed(at: now)
        }
    }

    @Test func aTryThatSaysNothingGivesWayToAnother() {
        var breaker = Self.opened()
        #expect(asks(&breaker, .seconds(12)))
        breaker.abandoned()
        #expect(asks(&breaker, .seconds(12)))
    }

    /// Calls that were under way when it opened do not make it wait longer.
    @Test func lateFailuresChangeNothing() {
        var breaker = Self.opened()
        for _ in 0..<100 { breaker.failed(at: .seconds(9)) }
        #expect(breaker.state(at: .seconds(12)) == .halfOpen)
    }
}
