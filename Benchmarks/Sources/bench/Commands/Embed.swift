import ArgumentParser
import Foundation
import SentenceEmbeddings

struct Embed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Speed and memory of embedding; --out writes vectors.")

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Texts: one a line, or a .jsonl file with the field text.") var texts: String
    @Option(help: "Keep the packed weights in this file, and load them from there when they are in it.")
    var prepared: String?
    @Option(help: "Threads; all cores where absent.") var threads: Int?
    @Option(help: "Texts per call; all at once where absent.") var batch: Int?
    @Option(help: "Write float32 rows, in order, to this .npy file.") var out: String?
    @Option(help: "Runs; the median counts.") var runs = 3
    @Option(help: "A text whose latency is measured too, as the row \"query\".") var latencyText: String?
    @Option(help: "Single texts per latency figure; 0 for no latencies.") var latencyRuns = 200

    func run() async throws {
        let texts = try InputFile.texts(texts)
        guard batch ?? 1 > 0, threads ?? 1 > 0, runs > 0, latencyRuns >= 0 else {
            throw ValidationError("--batch, --threads and --runs must be 1 or more, --latency-runs 0 or more")
        }
        let clock = ContinuousClock()
        let loadStart = clock.now
        let model = try await model.load(threads: threads, preparedWeights: prepared)
        _ = try await model.embed("warm up", as: .query)
        let load = loadStart.duration(to: clock.now)

        var values: [Float] = []
        var tokens = 0
        let progress = Progress("embed")
        let size = batch ?? texts.count
        let timing = try await Timing.of(runs) {
            values.removeAll(keepingCapacity: true)
            tokens = 0
            for start in stride(from: 0, to: texts.count, by: size) {
                let part = try await model.embed(Array(texts[start..<min(start + size, texts.count)]), as: .passage)
                values += part.values
                tokens += part.tokenCounts.reduce(0, +)
                progress.update(min(start + size, texts.count), of: texts.count)
            }
        }
        progress.finish()
        if let out { try NPY.write(values, columns: model.dimensions, to: out) }

        var report = Report(json: output.json)
        report.add([
            ("precision", .text(model.identity.precision)),
            ("threads", .integer(threads ?? ProcessInfo.processInfo.activeProcessorCount)),
            ("texts", .integer(texts.count)), ("sentences/s", .number(Double(texts.count) / timing.median, digits: 1)),
            ("tokens/s", .number(Double(tokens) / timing.median, digits: 0)),
            ("cores", .number(timing.cores, digits: 2)), ("load ms", .number(load / .milliseconds(1), digits: 0)),
            ("peak MiB", .number(ProcessMemory.peakMiB, digits: 0)),
        ])

        let sorted = texts.sorted { $0.utf8.count < $1.utf8.count }
        var timed = latencyText.map { [("query", $0)] } ?? []
        for (name, share) in [("short", 0.05), ("median", 0.5), ("long", 0.95)] {
            timed.append((name, sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]))
        }
        for (name, text) in timed where latencyRuns > 0 {
            var count = 0
            let timing = try await Timing.of(latencyRuns) {
                count = try await model.embed([text], as: .query).tokenCounts.first ?? 0
            }
            report.add([
                ("text", .text(name)), ("tokens", .integer(count)),
                ("p50 ms", .number(timing.median * 1e3, digits: 2)),
                ("p95 ms", .number(timing.percentile(0.95) * 1e3, digits: 2)),
                ("p99 ms", .number(timing.percentile(0.99) * 1e3, digits: 2)),
            ])
        }
        report.finish()
    }
}
