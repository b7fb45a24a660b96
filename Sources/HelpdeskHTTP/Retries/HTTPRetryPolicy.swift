public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Whether and when a request is sent again.
///
/// The rules are those of Anthropic's own Python library: the header `x-should-retry` decides where the server sends
/// it; else 408, 409, 429, 500 and above, and lost connections are tried again. The wait is the one the server asks
/// for, where it is reasonable, else it doubles from half a second to eight, less up to a quarter by chance.
///
/// A value without state: the number of retries so far, the time and a random number are arguments.
public struct HTTPRetryPolicy: Hashable, Sendable {
    /// What came of a request.
    public enum Outcome: Sendable {
        /// An answer whose status is not 2xx.
        case response(HTTPResponse)
        /// No answer, or half of one.
        case failure(HTTPTransportError.Code)
    }

    /// What is done where the server asks to wait longer than ``longestRetryAfter``.
    public enum LongWait: Hashable, Sendable {
        /// Wait as if the server had not asked; the anthropic library of version 0.121 does so.
        case backOff
        /// Wait as long as ``HTTPRetryPolicy/longestRetryAfter``; the anthropic library of version 2.12 does so, with a
        /// limit of seven weeks.
        case waitLongest
        /// Give up; the openai library of version 3.54 does so.
        case giveUp
    }

    /// How often a request is sent again at most; 0 for never.
    public var maximumRetries: Int
    /// The wait before the first retry, where the server does not say; doubled each time.
    public var initialDelay: Duration
    /// The longest of these waits.
    public var maximumDelay: Duration
    /// The longest wait that a server may ask for.
    public var longestRetryAfter: Duration
    /// What is done where a server asks for more.
    public var longWait: LongWait

    /// Creates a policy; the defaults are those of the anthropic library of version 0.121.
    public init(
        maximumRetries: Int = 2, initialDelay: Duration = .milliseconds(500), maximumDelay: Duration = .seconds(8),
        longestRetryAfter: Duration = .seconds(60), longWait: LongWait = .backOff
    ) {
        self.maximumRetries = maximumRetries
        self.initialDelay = initialDelay
        self.maximumDelay = maximumDelay
        self.longestRetryAfter = longestRetryAfter
        self.longWait = longWait
    }

    /// Whether to send a request again, and after how long.
    ///
    /// - Parameters:
    ///   - outcome: What came of the request.
    ///   - retries: How often it was sent again already.
    ///   - now: The time, for a server that names a date.
    ///   - random: A number from 0 up to 1.
    /// - Returns: How long to wait, or `nil` to give up.
    public func delay(after outcome: Outcome, retries: Int, now: Date, random: Double) -> Duration? {
        guard retries < maximumRetries, isWorthRetrying(outcome) else { return nil }
        if case .response(let head) = outcome, let asked = Self.retryAfter(head.headerFields, now: now), asked > 0 {
            if asked <= longestRetryAfter / .seconds(1) { return .seconds(asked) }
            switch longWait {
            case .backOff: break
            case .waitLongest: return longestRetryAfter
            case .giveUp: if asked.isFinite { return nil }
            }
        }
        var delay = min(initialDelay, maximumDelay)
        for _ in 0..<max(0, retries) where delay < maximumDelay { delay = min(delay * 2, maximumDelay) }
        return delay * (1 - 0.25 * random)
    }

    private func isWorthRetrying(_ outcome: Outcome) -> Bool {
        switch outcome {
        case .response(let head):
            switch head.headerFields[.shouldRetry] {
            case "true": true
            case "false": false
            default: [408, 409, 429].contains(head.status.code) || head.status.code >= 500
            }
        case .failure(let code):
            [.connectionFailed, .connectionLost, .timedOut, .tlsFailed, .malformedResponse].contains(code)
        }
    }

    /// The seconds that a server asks to wait; `nil` where it does not say, or not in a known form.
    static func retryAfter(_ fields: HTTPFields, now: Date) -> Double? {
        if let milliseconds = fields[.retryAfterMilliseconds].flatMap(number) { return milliseconds / 1000 }
        guard let text = fields[.retryAfter] else { return nil }
        if let seconds = number(text) { return seconds }
        return HTTPDate.parse(text).map { $0.timeIntervalSince(now) }
    }

    /// A decimal number; Swift alone would take hexadecimal ones too.
    private static func number(_ text: String) -> Double? {
        let trimmed = text.trimmingPrefix { $0 == " " || $0 == "\t" }
        guard trimmed.utf8.count <= 64, !trimmed.contains(where: { $0 == "x" || $0 == "X" }) else { return nil }
        return Double(trimmed)
    }
}

extension HTTPField.Name {
    /// Whether the server wants the request again.
    static let shouldRetry = HTTPField.Name("x-should-retry")!
    /// The wait in thousandths of a second.
    static let retryAfterMilliseconds = HTTPField.Name("retry-after-ms")!
}
