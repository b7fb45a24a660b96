import Dispatch
import Synchronization

/// Work on many items by several threads, while the caller waits.
enum ParallelWork {
    /// Calls `body` once with each part of `0..<count`, several at a time.
    ///
    /// - Parameters:
    ///   - count: How many items there are.
    ///   - grain: How many items a part has; the last one may have fewer.
    ///   - threads: How many threads work at once, the caller's among them.
    static func run(count: Int, grain: Int, threads: Int, _ body: @Sendable (Range<Int>) -> Void) {
        let parts = (count + grain - 1) / grain
        @Sendable func part(_ index: Int) { body(index * grain..<min(count, (index + 1) * grain)) }
        guard threads > 1, parts > 1 else {
            for index in 0..<parts { part(index) }
            return
        }
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, parts)) { _ in
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < parts else { return }
                part(index)
            }
        }
    }

    /// The same by as many threads as there are workspaces, with one of them each. Throws one of the errors of `body`; the rest may be left undone then.
    static func run(
        count: Int, grain: Int, _ workspaces: [Workspace],
        _ body: @Sendable (Range<Int>, Workspace) throws -> Void
    ) throws {
        let idle = Mutex(workspaces)
        let failure = Mutex<(any Error)?>(nil)
        run(count: count, grain: grain, threads: workspaces.count) { range in
            guard failure.withLock({ $0 == nil }), let workspace = idle.withLock({ $0.popLast() }) else { return }
            defer { idle.withLock { $0.append(workspace) } }
            do {
                try body(range, workspace)
            } catch {
                failure.withLock { if $0 == nil { $0 = error } }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
