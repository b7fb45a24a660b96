import Foundation
import HTTPTypes
import HelpdeskHTTP
import HelpdeskJSON
import HelpdeskTesting
import Synchronization
import Testing

@Suite struct HTTPRetryPolicyTests {
    /// The library's answers, and the policy that must give the same.
    static let references: [(String, HTTPRetryPolicy)] = [
        ("retries-anthropic-0.121.0.json", HTTPRetryPolicy()),
        (
            "retries-anthropic-2.12.0.json",
            HTTPRetryPolicy(longestRetryAfter: .seconds(4_294_967), longWait: .waitLongest)
        ),
        ("retries-openai-3.54.0.json", HTTPRetryPolicy(longestRetryAfter: .seconds(120), longWait: .giveUp)),
    ]

    @Test(arguments: references) func agreesWithTheOfficialLibraries(file: String, policy: HTTPRetryPolicy) throws {
        let golden = try Golden.json(file)
        let now = Date(timeIntervalSince1970: try #require(golden["now"]?.double))
        let cases = try #require(golden["cases"]?.array)
        #expect(cases.count > 1000)
        for value in cases {
            var head = HTTPResponse(status: .init(code: try #require(value["status"]?.integer)))
            for member in try #require(value["headers"]?.members) {
                head.headerFields[try #require(HTTPField.Name(member.key))] = member.value.string
            }
            var policy = policy
            policy.maximumRetries = try #require(value["maximum"]?.integer)
            let delay = policy.delay(
                after: .response(head), retries: try #require(value["retries"]?.integer), now: now,
                random: try #require(value["random"]?.double))
            let expected = value["wait"]?.double
            #expect((delay == nil) == (expected == nil), "\(head): \(String(describing: delay))")
            if let delay, let expected { #expect(abs(delay / .seconds(1) - expected) < 1e-6, "\(head)") }
        }
    }

    @Test func givesUpAfterTheLastRetry() {
        let policy = HTTPRetryPolicy(maximumRetries: 2)
        let head = HTTPResponse(status: .serviceUnavailable)
        let now = Date(timeIntervalSince1970: 0)
        #expect(policy.delay(after: .response(head), retries: 1, now: now, random: 0) == .seconds(1))
        #expect(policy.delay(after: .response(head), retries: 2, now: now, random: 0) == nil)
        #expect(
            HTTPRetryPolicy(maximumRetries: 0).delay(after: .response(head), retries: 0, now: now, random: 0) == nil)
    }

    @Test func lostConnectionsAreTriedAgain() {
        let policy = HTTPRetryPolicy()
        let now = Date(timeIntervalSince1970: 0)
        for code in [HTTPTransportError.Code.connectionFailed, .connectionLost, .timedOut] {
            #expect(policy.delay(after: .failure(code), retries: 0, now: now, random: 0) == .milliseconds(500))
        }
        for code in [HTTPTransportError.Code.invalidRequest, .bodyTooLarge, .closed] {
            #expect(policy.delay(after: .failure(code), retries: 0, now: now, random: 0) == nil)
        }
    }

    @Test func readsDates() {
        let date = Date(timeIntervalSince1970: 784_111_777)
        #expect(HTTPDate.parse("Sun, 06 Nov 1994 08:49:37 GMT") == date)
        #expect(HTTPDate.parse("Sunday, 06-Nov-94 08:49:37 GMT") == date)
        #expect(HTTPDate.parse("Sun Nov  6 08:49:37 1994") == date)
        #expect(HTTPDate.parse("Thu, 29 Feb 2024 00:00:00 GMT") == Date(timeIntervalSince1970: 1_709_164_800))
        #expect(HTTPDate.parse("Thu, 01 Jan 1970 00:00:00 GMT") == Date(timeIntervalSince1970: 0))
        for text in [
            "", "soon", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 06 Non 1994 08:49:37 GMT",
            "Sun, 6 Nov 19940 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
            "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 ::: GMT", "Sun, 06-Nov 08:49:37 GMT", "1 2 3 4 5 6",
            "- - - - -",
            "Sun, ٠٦ Nov 1994 08:49:37 GMT", String(repeating: " ", count: 100_000),
        ] { #expect(HTTPDate.parse(text) == nil, "\(text.prefix(60))") }
    }

    @Test func theRetrierWaitsOnItsClock() async throws {
        let clock = ManualClock()
        let attempts = Mutex(0)
        let retrier = HTTPRetrier(
            policy: HTTPRetryPolicy(), clock: clock, now: { Date(timeIntervalSince1970: 0) }, random: { 0 })
        let task = Task {
            try await retrier.run { retries in
                attempts.withLock { $0 += 1 }
                if retries < 2 { throw HTTPTransportError(.connectionFailed, "refused") }
                return retries
            }
        }
        await clock.waitForSleepers(1)
        clock.advance(by: .milliseconds(499))
        #expect(attempts.withLock { $0 } == 1)
        clock.advance(by: .milliseconds(1))
        await clock.waitForSleepers(1)
        clock.advance(by: .seconds(1))
        #expect(try await task.value == 2)
    }

    @Test func theRetrierTellsHowOftenItTried() async throws {
        let retrier = HTTPRetrier(policy: HTTPRetryPolicy(initialDelay: .zero), clock: ContinuousClock())
        let failure = try await #require(throws: HTTPRetrier.Failure.self) {
            try await retrier.run { _ in throw HTTPTransportError(.connectionLost, "reset") }
        }
        #expect(failure.retries == 2)
        struct Other: Error {}
        let other = try await #require(throws: HTTPRetrier.Failure.self) {
            try await retrier.run { _ in throw Other() }
        }
        #expect(other.retries == 0 && other.error is Other)
    }

    @Test func cancellationEndsTheWait() async throws {
        let clock = ManualClock()
        let retrier = HTTPRetrier(policy: HTTPRetryPolicy(), clock: clock)
        let task = Task { try await retrier.run { _ in throw HTTPTransportError(.connectionLost, "reset") } }
        await clock.waitForSleepers(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
