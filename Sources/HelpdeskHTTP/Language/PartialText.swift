import Synchronization

/// What a reader of a streamed answer has got so far; for errors.
package final class PartialText: Sendable {
    private let state = Mutex((text: "", hasBegun: false))

    package init() {}

    /// The text so far.
    package var text: String { state.withLock(\.text) }
    /// Whether anything of the answer has come, text or not.
    package var hasBegun: Bool { state.withLock(\.hasBegun) }

    package func append(_ piece: String) { state.withLock { $0.text += piece } }
    package func begin() { state.withLock { $0.hasBegun = true } }
}
