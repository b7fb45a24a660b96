import Foundation

/// Times of repeated runs.
struct Timing {
    /// Seconds, ascending.
    let seconds: [Double]
    /// How many cores were busy on average: the process's time on processors over the time that passed.
    let cores: Double

    init(_ durations: [Duration], processorSeconds: Double = .nan) {
        seconds = durations.map { $0 / .seconds(1) }.sorted()
        cores = processorSeconds / seconds.reduce(0, +)
    }

    /// The value below which a share of the runs lies, by the nearest rank.
    func percentile(_ share: Double) -> Double {
        guard !seconds.isEmpty else { return .nan }
        return seconds[min(seconds.count - 1, max(0, Int((share * Double(seconds.count)).rounded(.up)) - 1))]
    }

    var median: Double { percentile(0.5) }

    /// Runs something several times.
    static func of(_ runs: Int, _ body: () async throws -> Void) async rethrows -> Timing {
        var durations: [Duration] = []
        let before = processorSeconds()
        for _ in 0..<runs { durations.append(try await ContinuousClock().measure(body)) }
        return Timing(durations, processorSeconds: processorSeconds() - before)
    }

    /// The time all threads of this process have spent on processors.
    private static func processorSeconds() -> Double {
        var time = timespec()
        guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return .nan }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
