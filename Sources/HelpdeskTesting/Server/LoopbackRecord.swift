#if AsyncHTTPClient
    import NIOCore
    import Synchronization

    /// What happened at a server, and who waits for it.
    final class LoopbackRecord: Sendable {
        private typealias Waiter = (
            isThere: @Sendable (LoopbackServer.Counts) -> Bool,
            continuation: CheckedContinuation<LoopbackServer.Counts, any Error>
        )

        private struct State {
            var counts = LoopbackServer.Counts()
            var requests: [RecordedRequest] = []
            var bytes: [[UInt8]] = []
            var open: [Int: (channel: any Channel, player: Task<Void, Never>)] = [:]
            var waiters: [Int: Waiter] = [:]
            var waiterCount = 0
            var isStopped = false
        }

        private let state = Mutex(State())
        private let keepsRequests: Bool

        init(keepsRequests: Bool) { self.keepsRequests = keepsRequests }

        var counts: LoopbackServer.Counts { state.withLock { $0.counts } }
        var requests: [RecordedRequest] { state.withLock { $0.requests } }
        var bytes: [[UInt8]] { state.withLock { $0.bytes } }
        var isStopped: Bool { state.withLock { $0.isStopped } }

        // MARK: Connections

        /// The number of a new connection.
        func open() -> Int {
            change { state in
                state.counts.connections += 1
                state.counts.openConnections += 1
                state.bytes.append([])
                return state.counts.connections - 1
            }
        }

        /// Keeps what must be ended with the server. `false` where the server has stopped already.
        func keep(_ channel: any Channel, _ player: Task<Void, Never>, of connection: Int) -> Bool {
            state.withLock { state in
                if !state.isStopped { state.open[connection] = (channel, player) }
                return !state.isStopped
            }
        }

        func close(_ connection: Int) {
            change { $0.counts.openConnections -= 1 }
        }

        /// The player has ended.
        func forget(_ connection: Int) {
            state.withLock { state in _ = state.open.removeValue(forKey: connection) }
        }

        func receive(_ bytes: some Collection<UInt8>, on connection: Int) {
            if keepsRequests { state.withLock { $0.bytes[connection].append(contentsOf: bytes) } }
        }

        /// The request with its number.
        func receive(_ request: RecordedRequest) -> RecordedRequest {
            change { state in
                var request = request
                request.index = state.counts.requests
                state.counts.requests += 1
                if keepsRequests { state.requests.append(request) }
                return request
            }
        }

        func count(_ change: (inout LoopbackServer.Counts) -> Void) { self.change { change(&$0.counts) } }

        /// Closes all connections. Returns what is still running.
        @discardableResult
        func stop() -> [Task<Void, Never>] {
            let (open, waiters) = state.withLock { state in
                state.isStopped = true
                defer { state.waiters = [:] }
                return (Array(state.open.values), Array(state.waiters.values))
            }
            for (channel, player) in open {
                player.cancel()
                channel.close(promise: nil)
            }
            for waiter in waiters { waiter.continuation.resume(throwing: CancellationError()) }
            return open.map(\.player)
        }

        // MARK: Waiting

        func wait(until isThere: @escaping @Sendable (LoopbackServer.Counts) -> Bool) async throws
            -> LoopbackServer.Counts
        {
            let number = state.withLock { state in
                state.waiterCount += 1
                return state.waiterCount
            }
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let result: Result<LoopbackServer.Counts, any Error>? = state.withLock { state in
                        if isThere(state.counts) { return .success(state.counts) }
                        if state.isStopped || Task.isCancelled { return .failure(CancellationError()) }
                        state.waiters[number] = (isThere, continuation)
                        return nil
                    }
                    if let result { continuation.resume(with: result) }
                }
            } onCancel: {
                let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
                waiter?.continuation.resume(throwing: CancellationError())
            }
        }

        /// Changes the state and wakes those who waited for it.
        private func change<Value: Sendable>(_ body: (inout State) -> Value) -> Value {
            let (value, counts, woken) = state.withLock { state in
                let value = body(&state)
                let ready = state.waiters.filter { $0.value.isThere(state.counts) }
                for number in ready.keys { state.waiters[number] = nil }
                return (value, state.counts, Array(ready.values))
            }
            for waiter in woken { waiter.continuation.resume(returning: counts) }
            return value
        }
    }
#endif
