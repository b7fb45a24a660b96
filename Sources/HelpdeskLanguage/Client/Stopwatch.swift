/// Measures from its creation, by a clock of any kind.
package struct Stopwatch: Sendable {
    private let read: @Sendable () -> Duration

    package init(_ clock: some Clock<Duration>) {
        let start = clock.now
        read = { start.duration(to: clock.now) }
    }

    /// The time since it was made.
    package var elapsed: Duration { read() }
}
