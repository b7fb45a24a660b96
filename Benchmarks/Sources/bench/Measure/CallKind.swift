import ArgumentParser

/// How queries are handed to an index.
enum CallKind: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// A call for each query.
    case single
    /// One call for all queries of a thread.
    case batch
}
