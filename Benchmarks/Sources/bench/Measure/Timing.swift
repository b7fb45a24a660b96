import Foundation

/// Times of repeated runs.
struct Timing {
    /// Seconds, ascending.
    let seconds: [Double]

    init(_ durations: [Duration]) { seconds = durations.map { $0 / .seconds(1) }.sorted() }

    /// The value below which a share of the runs lies, by the nearest rank.
    func percentile(_ share: Double) -> Double {
        guard !seconds.isEmpty else { return .nan }
        return seconds[min(seconds.count - 1, max(0, Int((share * Double(seconds.count)).rounded(.up)) - 1))]
    }

    var median: Double { percentile(0.5) }

    /// Runs something several times.
    static func of(_ runs: Int, _ body: () async throws -> Void) async rethrows -> Timing {
        var durations: [Duration] = []
        for _ in 0..<runs { durations.append(try await ContinuousClock().measure(body)) }
        return Timing(durations)
    }
}
