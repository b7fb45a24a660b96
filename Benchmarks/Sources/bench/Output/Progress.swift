import Foundation
import Synchronization

/// One line on standard error that tells how far a long step is.
final class Progress: Sendable {
    private let name: String
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock().now
    private let last = Mutex<(share: Int, time: ContinuousClock.Instant?)>((-1, nil))

    init(_ name: String) {
        self.name = name
        if !isTerminal { write("\(name) …\n") }
    }

    /// Shows progress, at most ten times a second.
    func update(_ done: Int, of total: Int) {
        guard isTerminal, total > 0 else { return }
        let now = ContinuousClock().now
        let due = last.withLock { last in
            if let time = last.time, time.duration(to: now) < .milliseconds(100), done < total { return false }
            last = (done * 100 / total, now)
            return true
        }
        if due { write("\r\u{1B}[K\(name) \(done)/\(total) (\(done * 100 / total)%)") }
    }

    /// Ends the line with the time the step took.
    func finish() {
        let seconds = start.duration(to: ContinuousClock().now) / .seconds(1)
        write((isTerminal ? "\r\u{1B}[K" : "") + name + String(format: ": %.1f s\n", seconds))
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
