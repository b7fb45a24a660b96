/// Watches an agent at work, for traces and metrics.
///
/// Nothing an observer is given holds any text of a customer, an answer or a source. `HelpdeskObservability` has an
/// observer that feeds swift-distributed-tracing and swift-metrics.
///
/// Callers: ``observe(_:_:)`` is called for every query and every stage of it, in the task that does the work;
/// ``record(_:)`` once for each query that came to a resolution.
public protocol AgentObserver: Sendable {
    /// Runs a piece of work, and observes it.
    ///
    /// - Parameters:
    ///   - operation: What the work is.
    ///   - body: The work; to be called once, and its result or error to be passed on.
    func observe<Value>(_ operation: AgentOperation, _ body: () async throws -> Value) async throws -> Value

    /// Takes what a query came to. Called while its operation is still observed.
    func record(_ measurements: ResolutionMeasurements)

    /// Takes that a query failed, with the name of the error's type.
    func recordFailure(_ kind: String)
}

/// Watches nothing.
struct NoObserver: AgentObserver {
    func observe<Value>(_ operation: AgentOperation, _ body: () async throws -> Value) async throws -> Value {
        try await body()
    }
    func record(_ measurements: ResolutionMeasurements) {}
    func recordFailure(_ kind: String) {}
}
