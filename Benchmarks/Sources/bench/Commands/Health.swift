import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskFiles
import Synchronization

struct Health: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The health report of a knowledge base: counts, time of each part, memory.",
        discussion: """
            Questions are one per line, JSON lines with text (and optionally outcome: escalated, noAnswer or a confidence), \
            or a CSV with the columns text,category: then the gaps are compared with the categories.
            """)

    @OptionGroup var model: ModelOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Knowledge: a folder or file of Markdown, JSON, JSON lines or CSV.") var kb: String
    @Option(help: "Questions, all without a good answer unless their outcome is told.") var queries: String?
    @Option(help: "How many of the questions, spread over the file; all where absent.") var count: Int?
    @Option(help: "Of the questions chosen by --count, the first to take.") var offset = 0
    @Option(help: "Keep the indexed knowledge in this file, to save the embedding at the next run.")
    var cache: String?
    @Option(help: "Average similarity from which questions are one gap.") var similarity: Double?
    @Option(help: "Threads; one a processor where absent.") var threads: Int?
    @Option(help: "Write the report as Markdown to this file.") var out: String?

    func run() async throws {
        let model = try await model.load()
        let knowledge = try await IndexedKnowledge.load(kb, model: model, cache: cache)
        let (log, truth) = try await questions(model)
        var configuration = HealthConfiguration()
        configuration.threadCount = threads
        if let similarity { configuration.questionSimilarity = similarity }
        let memory = ProcessMemory.currentMiB
        let clock = ContinuousClock()
        let phases = Mutex<[(name: String, start: ContinuousClock.Instant)]>([])
        let start = clock.now
        let report = try await knowledge.health(queries: log, configuration: configuration) { progress in
            phases.withLock { phases in
                if phases.last?.name != progress.phase.rawValue { phases.append((progress.phase.rawValue, clock.now)) }
            }
        }
        let end = clock.now
        let started = phases.withLock { $0 }
        var seconds: [String: Double] = [:]
        for (index, phase) in started.enumerated() {
            let next = index + 1 < started.count ? started[index + 1].start : end
            seconds[phase.name, default: 0] += phase.start.duration(to: next) / .seconds(1)
        }
        if let out { try OutputFile.write(Data(report.description.utf8), to: out) }

        var table = Report(json: output.json)
        let statistics = report.statistics
        table.add([
            ("items", .integer(statistics.items)), ("passages", .integer(statistics.passages)),
            ("tickets", .integer(statistics.tickets)), ("questions", .integer(statistics.queries)),
            ("gaps", .integer(statistics.gaps)), ("ungrouped", .integer(statistics.ungroupedQueries)),
            ("duplicates", .integer(statistics.duplicates)), ("repeated", .integer(statistics.repeatedPassages)),
            ("contradictions", .integer(statistics.contradictions)), ("stale", .integer(statistics.staleItems)),
        ])
        table.add(
            HealthProgress.Phase.allCases.map {
                ("\($0.rawValue) s", .number(seconds[$0.rawValue] ?? 0, digits: 2))
            } + [
                ("total s", .number(start.duration(to: end) / .seconds(1), digits: 2)),
                ("before MiB", .number(memory, digits: 0)), ("peak MiB", .number(ProcessMemory.peakMiB, digits: 0)),
            ])
        if !truth.isEmpty { table.add(agreement(report.gaps, statistics, truth)) }
        table.finish()
    }

    /// The questions, and the category of each where the file tells.
    private func questions(_ model: SentenceTransformer) async throws -> (log: [LoggedQuery], truth: [String]) {
        guard let queries else { return ([], []) }
        struct Row: Decodable {
            var text: String
            var outcome: String?
        }
        var log: [LoggedQuery] = []
        var truth: [String] = []
        if queries.hasSuffix(".csv") {
            for try await change in try FolderSource(URL(filePath: queries)).changes(after: nil) {
                guard case .upsert(.resolvedTicket(let ticket)) = change.action else { continue }
                log.append(LoggedQuery(ticket.problem, outcome: .noAnswer))
                truth.append(ticket.category ?? "")
            }
        } else if queries.hasSuffix(".jsonl") {
            log = try InputFile.jsonLines(queries, as: Row.self).map { row in
                let outcome: LoggedQuery.Outcome =
                    switch row.outcome {
                    case nil: .unknown
                    case "escalated": .escalated
                    case "noAnswer": .noAnswer
                    case .some(let value): .answered(confidence: Double(value) ?? 0)
                    }
                return LoggedQuery(row.text, outcome: outcome)
            }
        } else {
            log = try InputFile.texts(queries).map { LoggedQuery($0, outcome: .noAnswer) }
        }
        if let count, count < log.count, count > 0 {
            let step = log.count / count
            let chosen = (0..<count).map { ($0 * step + offset) % log.count }
            log = chosen.map { log[$0] }
            if !truth.isEmpty { truth = chosen.map { truth[$0] } }
        }
        let vectors = try await model.embed(log.map(\.text), as: .query)
        for (place, vector) in vectors.enumerated() { log[place].vector = vector }
        return (log, truth)
    }

    /// How well gaps and categories agree. Questions in no gap are groups of one.
    private func agreement(
        _ gaps: [KnowledgeGap], _ statistics: HealthStatistics, _ truth: [String]
    ) -> [(String, Cell)] {
        let grouped = Set(gaps.flatMap(\.queries))
        let groups = gaps.map(\.queries) + truth.indices.filter { !grouped.contains($0) }.map { [$0] }
        let total = Double(truth.count)
        var right = 0.0
        var classEntropy = 0.0
        var clusterEntropy = 0.0
        var joint = 0.0
        var classes: [String: Int] = [:]
        for label in truth { classes[label, default: 0] += 1 }
        var best: [String: Int] = [:]
        for group in groups {
            var labels: [String: Int] = [:]
            for place in group { labels[truth[place], default: 0] += 1 }
            right += Double(labels.values.max() ?? 0)
            let size = Double(group.count) / total
            clusterEntropy -= size * log2(size)
            for (label, count) in labels {
                joint -= Double(count) / total * log2(Double(count) / total)
                best[label] = max(best[label] ?? 0, count)
            }
        }
        for count in classes.values { classEntropy -= Double(count) / total * log2(Double(count) / total) }
        let inGaps = gaps.reduce(0.0) { sum, gap in
            var labels: [String: Int] = [:]
            for place in gap.queries { labels[truth[place], default: 0] += 1 }
            return sum + Double(labels.values.max() ?? 0)
        }
        let homogeneity = classEntropy > 0 ? 1 - (joint - clusterEntropy) / classEntropy : 1
        let completeness = clusterEntropy > 0 ? 1 - (joint - classEntropy) / clusterEntropy : 1
        return [
            ("categories", .integer(classes.count)), ("groups", .integer(groups.count)),
            ("purity", .number(right / total, digits: 3)),
            ("purity in gaps", .number(inGaps / Double(max(1, grouped.count)), digits: 3)),
            ("in gaps", .number(Double(grouped.count) / total, digits: 3)),
            ("share of a category in one group", .number(Double(best.values.reduce(0, +)) / total, digits: 3)),
            ("homogeneity", .number(homogeneity, digits: 3)), ("completeness", .number(completeness, digits: 3)),
            ("V-measure", .number(2 * homogeneity * completeness / (homogeneity + completeness), digits: 3)),
        ]
    }
}
