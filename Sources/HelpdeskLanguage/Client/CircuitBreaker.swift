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
    /// Counts every opening and closing, so that results of calls from before say nothing about now.
    private var generation = 0
    private var isTrying = false

    /// The right to make one call. Its result is to be told with it.
    public struct Permit: Hashable, Sendable {
        fileprivate var generation: Int
        /// Whether the call is the one that tries whether the provider is back.
        public fileprivate(set) var isTrial: Bool
    }

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

    /// Asks for a call.
    ///
    /// - Returns: The right to make it, after which one of ``succeeded(_:)``, ``failed(_:at:)`` and ``abandoned(_:)`` must
    ///   follow; `nil` where the provider is not to be asked.
    public mutating func permit(at now: Duration) -> Permit? {
        switch state(at: now) {
        case .closed: return Permit(generation: generation, isTrial: false)
        case .open: return nil
        case .halfOpen:
            guard !isTrying else { return nil }
            isTrying = true
            return Permit(generation: generation, isTrial: true)
        }
    }

    /// The provider answered: whatever call it was, it is back.
    public mutating func succeeded(_ permit: Permit) {
        failures = 0
        guard openedAt != nil else { return }
        openedAt = nil
        wait = configuration.openDuration
        isTrying = false
        generation += 1
    }

    /// The provider failed. A call from before it was opened or closed changes nothing.
    public mutating func failed(_ permit: Permit, at now: Duration) {
        guard permit.generation == generation else { return }
        if permit.isTrial {
            isTrying = false
            openedAt = now
            wait = min(wait * 2, max(configuration.maximumOpenDuration, configuration.openDuration))
            generation += 1
        } else if openedAt == nil {
            failures += 1
            if failures >= max(1, configuration.failureThreshold) {
                openedAt = now
                generation += 1
            }
        }
    }

    /// The call ended without saying anything about the provider: it was cancelled, or the request was wrong.
    public mutating func abandoned(_ permit: Permit) {
        if permit.isTrial, permit.generation == generation { isTrying = false }
    }
}
