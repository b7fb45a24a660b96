import Foundation
import Synchronization

/// Progress on standard error: a bar that is drawn over on a terminal, a line per tenth elsewhere.
///
/// May be updated from any thread; the knowledge base reports from where it works.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var lastTenth = 0
        var isFinished = false
    }

    private let title: String
    private let start = ContinuousClock.now
    private let redraws = Terminal.canRedraw
    private let state = Mutex(State())

    init(_ title: String) {
        self.title = title
        Terminal.writeError(redraws ? "\(title) …" : "\(title) …\n")
    }

    deinit {
        // Work that failed leaves its line; the error message goes on the next one.
        if redraws, !state.withLock({ $0.isFinished }) { Terminal.writeError("\n") }
    }

    /// Shows how far the work is.
    func update(done: Int, of total: Int) {
        guard total > 0 else { return }
        let done = min(done, total)
        state.withLock { redraws ? redraw(done, of: total, &$0) : log(done, of: total, &$0) }
    }

    /// Ends the progress with a result.
    func finish(_ result: String) {
        state.withLock { $0.isFinished = true }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        Terminal.writeError(
            "\(redraws ? "\r\u{1B}[2K" : "")\(title): \(result), \(String(format: "%.2f s", seconds))\n")
    }

    private func redraw(_ done: Int, of total: Int, _ state: inout State) {
        let now = ContinuousClock.now
        // Ten times a second is smooth; more would slow the work down.
        if let last = state.lastDrawn, now - last < .milliseconds(100), done < total { return }
        state.lastDrawn = now
        let filled = 30 * done / total
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        Terminal.writeError("\r\u{1B}[2K\(title) \(bar) \(done)/\(total)")
    }

    private func log(_ done: Int, of total: Int, _ state: inout State) {
        let tenth = 10 * done / total
        guard tenth > state.lastTenth else { return }
        state.lastTenth = tenth
        Terminal.writeError("\(title) … \(done) of \(total)\n")
    }
}
