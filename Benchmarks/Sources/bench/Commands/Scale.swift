import ArgumentParser
import Foundation
import VectorSearch

struct Scale: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "How build time, memory and speed of HNSW grow with the number of vectors.",
        discussion: "Beyond the rows of the file, vectors are made between pairs of real ones, with noise, from a seed."
    )

    @Option(help: "Real vectors: .npy, float32 or float16, C order; the last ones are the queries.") var base: String
    @Option(help: "Largest number of vectors.") var upto = 100_000
    @Option(help: "The recall@10 at which speed is compared, between 0 and 1.") var recall = 0.95
    @OptionGroup var output: OutputOptions

    func run() async throws {
        guard upto >= 1_000 else { throw ValidationError("--upto must be 1000 or more") }
        guard recall > 0, recall < 1 else { throw ValidationError("--recall must be between 0 and 1") }
        let real = try NPY.floats(base).vectors(normalized: true)
        let dimensions = real[0].count
        var generator = SplitMix64(state: 1)
        // The last of the real vectors are the queries and are never inserted.
        let queryCount = min(500, real.count / 10)
        guard queryCount > 0 else { throw BenchError("\(base): at least 10 rows are needed") }
        let queries = Array(real.suffix(queryCount))
        let pool = real.dropLast(queryCount)
        func vector(_ index: Int) -> [Float] {
            if index < pool.count { return pool[index] }
            let first = pool[Int(generator.next() % UInt64(pool.count))]
            let second = pool[Int(generator.next() % UInt64(pool.count))]
            let share = Float.random(in: 0.2...0.8, using: &generator)
            let mixed = zip(first, second).map {
                share * $0 + (1 - share) * $1 + Float.random(in: -0.02...0.02, using: &generator)
            }
            let norm = mixed.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
            return mixed.map { $0 / max(norm, .leastNormalMagnitude) }
        }
        var report = Report(json: output.json)
        let hnsw = try HNSWIndex(HNSWIndex.Configuration(dimensions: dimensions, metric: .cosine))
        let exact = try ExactIndex(ExactIndex.Configuration(dimensions: dimensions, metric: .cosine))
        var build = Duration.zero
        var inserted = 0
        for size in [1_000, 10_000, 100_000, 1_000_000].filter({ $0 < upto }) + [upto] {
            let progress = Progress("grow to \(size)")
            while inserted < size {
                let entries = (inserted..<min(inserted + 1_000, size)).map {
                    VectorEntry(id: VectorID($0), vector: vector($0))
                }
                build += try ContinuousClock().measure { try hnsw.insert(entries) }
                try exact.insert(entries)
                inserted += entries.count
                progress.update(inserted, of: size)
            }
            progress.finish()
            let recall = Recall(
                queries: queries, metric: .cosine, truth: try ANNSteps.truth(of: queries, in: exact, k: 10),
                vector: exact.vector(for:))
            var before: (recall: Double, speed: Double)?
            for width in [10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1_024] {
                var found: [[VectorMatch]] = []
                let timing = try await Timing.of(4) {
                    found = try queries.map { try hnsw.search([$0], count: 10, filter: nil, searchWidth: width)[0] }
                }
                let reached = recall(found)
                let speed = Double(queries.count) / timing.median
                guard reached >= self.recall || width == 1_024 else {
                    before = (reached, speed)
                    continue
                }
                // The speed at exactly the recall, on the line between two widths, so that steps do not hide the law.
                var atRecall = speed
                if let before, reached > self.recall {
                    let share = (self.recall - before.recall) / (reached - before.recall)
                    atRecall = exp(log(before.speed) + share * (log(speed) - log(before.speed)))
                }
                report.add([
                    ("vectors", .integer(size)), ("build s", .number(build / .seconds(1), digits: 1)),
                    ("ef", .integer(width)), ("recall@10", .number(reached, digits: 4)),
                    ("queries/s", .number(speed, digits: 0)),
                    ("queries/s at \(self.recall)", .number(reached >= self.recall ? atRecall : .nan, digits: 0)),
                    ("process MiB", .number(ProcessMemory.currentMiB, digits: 0)),
                ])
                break
            }
        }
        report.finish()
    }
}

/// A small seeded generator (Steele, Lea and Flood, 2014), so that every run grows the same vectors.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
