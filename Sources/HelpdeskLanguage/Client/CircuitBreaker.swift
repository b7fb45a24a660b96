/// Decides whether a provider is worth asking, after it has failed.
///
/// Closed, every call may go. After ``Configuration/failureThreshold`` failures in a row it opens: no call may go until
/// ``Configuration/openDuration`` has passed. Then one call may try (half open): if it succeeds all is well again, if it
/// fails the wait doubles, up to ``Configuration/maximumOpenDuration``. So a provider that is down costs a few customers
/// its timeout, not all of them.
///
/// A value without a clock: the caller says what time it is, as a duration since any fixed moment.
public struct CircuitBreaker: Hashable, Sendable {
    /// When a breaker opens, and for how long.
    public struct Configuration: Hashable, Sendable, Codable {
        /// How many failures in a row open it; 1 or more.
        public var failureThreshold: Int
        /// How long it stays open at first.
        public var openDuration: Duration
        /// How long it stays open at most, after several failed tries.
        public var maximumOpenDuration: Duration

        /// Creates a configuration.
        public init(
            failureThreshold: Int = 5, openDuration: Duration = .seconds(30),
            maximumOpenDuration: Duration = .seconds(300)
        ) {
            self.failureThreshold = failureThreshold
            self.openDuration = openDuration
            self.maximumOpenDuration = maximumOpenDuration
        }
    }

    /// What a breaker lets through.
    public enum State: String, Hashable, Sendable, Codable {
        /// Every call.
        case closed
        /// No call.
        case open
        /// One call, to see whether the provider is back.
        case halfOpen = "half_open"
    }

    /// When it opens, and for how long.
    public let configuration: Configuration
    private var failures = 0
    private var openedAt: Duration?
    private var wait: Duration
    private var isTrying = false

    /// Creates a closed breaker.
    public init(configuration: Configuration = Configuration()) {
        self.configuration = configuration
        wait = configuration.openDuration
    }

    /// What it lets through at a time.
    public func state(at now: Duration) -> State {
        guard let openedAt else { return .closed }
        return now - openedAt >= wait ? .halfOpen : .open
    }

    /// Asks for a call. After `true`, one of ``succeeded()``, ``failed(at:)`` and ``abandoned()`` must follow.
    public mutating func permits(at now: Duration) -> Bool {
        switch state(at: now) {
        case .closed: return true
        case .open: return false
        case .halfOpen:
            guard !isTrying else { return false }
            isTrying = true
            return true
        }
    }

    /// The provider answered.
    public mutating func succeeded() { self = CircuitBreaker(configuration: configuration) }

    /// The provider failed.
    public mutating func failed(at now: Duration) {
        failures += 1
        if isTrying {
            isTrying = false
            openedAt = now
            wait = min(wait * 2, max(configuration.maximumOpenDuration, configuration.openDuration))
        } else if openedAt == nil, failures >= max(1, configuration.failureThreshold) {
            openedAt = now
        }
    }

    /// The call ended without saying anything about the provider: it was cancelled, or the request was wrong.
    public mutating func abandoned() { isTrying = false }
}
