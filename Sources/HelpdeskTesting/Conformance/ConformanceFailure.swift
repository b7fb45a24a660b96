/// A promise of a protocol that a conformer breaks.
public struct ConformanceFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The promise, in a few words.
    public var promise: String
    /// What was expected and what was found.
    public var message: String
    /// Where in the suite the check stands.
    public var location: String

    /// Creates a failure.
    public init(promise: String, message: String, location: String) {
        self.promise = promise
        self.message = message
        self.location = location
    }

    /// The three parts in one line.
    public var description: String { "\(promise): \(message) (\(location))" }
}

/// Checks of one promise.
struct Promise {
    let name: String

    init(_ name: String) { self.name = name }

    /// Fails where a condition doesn't hold.
    func require(
        _ condition: Bool, _ message: @autoclosure () -> String, fileID: String = #fileID, line: Int = #line
    ) throws(ConformanceFailure) {
        guard condition else { throw failure(message(), fileID: fileID, line: line) }
    }

    func failure(_ message: String, fileID: String = #fileID, line: Int = #line) -> ConformanceFailure {
        ConformanceFailure(promise: name, message: message, location: "\(fileID):\(line)")
    }

    /// Fails unless a call throws an error of a type.
    func requireError<Wanted: Error>(
        _ type: Wanted.Type, _ what: String, fileID: String = #fileID, line: Int = #line,
        where isRight: (Wanted) -> Bool = { _ in true }, _ call: () async throws -> Void
    ) async throws(ConformanceFailure) {
        do {
            try await call()
        } catch let error as Wanted {
            guard isRight(error) else {
                throw failure("\(what) threw the wrong \(type): \(error)", fileID: fileID, line: line)
            }
            return
        } catch {
            throw failure("\(what) threw \(error) instead of \(type)", fileID: fileID, line: line)
        }
        throw failure("\(what) threw nothing instead of \(type)", fileID: fileID, line: line)
    }

    /// Fails unless a call made in a cancelled task throws `CancellationError`.
    func requireCancellation(
        _ what: String, fileID: String = #fileID, line: Int = #line, _ call: @escaping @Sendable () async throws -> Void
    ) async throws(ConformanceFailure) {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await call()
        }
        let result = await task.result
        try await requireError(CancellationError.self, "\(what) in a cancelled task", fileID: fileID, line: line) {
            try result.get()
        }
    }
}
