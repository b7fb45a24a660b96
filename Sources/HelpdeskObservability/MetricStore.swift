#if Observability
    import CoreMetrics
    import Synchronization

    /// Metrics by label and dimensions, each made once.
    final class MetricStore: Sendable {
        private struct Key: Hashable {
            var label: String
            var dimensions: [String]
        }

        private struct State {
            var counters: [Key: Counter] = [:]
            var timers: [Key: Timer] = [:]
            var recorders: [Key: Recorder] = [:]
        }

        private let factory: any MetricsFactory
        private let state = Mutex(State())

        init(factory: any MetricsFactory) { self.factory = factory }

        private func key(_ label: String, _ dimensions: [(String, String)]) -> Key {
            Key(label: label, dimensions: dimensions.flatMap { [$0.0, $0.1] })
        }

        func count(_ label: String, _ dimensions: [(String, String)], by amount: Int = 1) {
            let key = key(label, dimensions)
            let counter = state.withLock { state in
                if let counter = state.counters[key] { return counter }
                let counter = Counter(label: label, dimensions: dimensions, factory: factory)
                state.counters[key] = counter
                return counter
            }
            counter.increment(by: amount)
        }

        func time(_ label: String, _ dimensions: [(String, String)], _ duration: Duration) {
            let key = key(label, dimensions)
            let timer = state.withLock { state in
                if let timer = state.timers[key] { return timer }
                let timer = Timer(label: label, dimensions: dimensions, factory: factory)
                state.timers[key] = timer
                return timer
            }
            timer.recordNanoseconds(Int64(duration / .nanoseconds(1)))
        }

        func record(_ label: String, _ value: Double) {
            let key = key(label, [])
            let recorder = state.withLock { state in
                if let recorder = state.recorders[key] { return recorder }
                let recorder = Recorder(label: label, dimensions: [], aggregate: true, factory: factory)
                state.recorders[key] = recorder
                return recorder
            }
            recorder.record(value)
        }
    }
#endif
