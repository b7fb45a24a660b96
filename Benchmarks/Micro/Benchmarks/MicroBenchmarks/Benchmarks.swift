import Benchmark
import MicroWorkloads

let benchmarks: @Sendable () -> Void = {
    for workload in Workload.all {
        Benchmark(
            workload.name,
            configuration: .init(
                metrics: [.instructions, .wallClock, .throughput],
                warmupIterations: 1,
                scalingFactor: workload.scale == 1 ? .one : .kilo,
                maxDuration: .seconds(1),
                thresholds: [.instructions: .init(relative: [.p90: workload.tolerance])])
        ) { benchmark, run in
            blackHole(try await run(benchmark.scaledIterations.count))
        } setup: {
            try await workload.prepare(Fixtures())
        }
    }
}
