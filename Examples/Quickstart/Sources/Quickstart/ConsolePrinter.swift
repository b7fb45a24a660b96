import Foundation
import Helpdesk

/// Plain text for people: colors only where the terminal has them.
struct ConsolePrinter {
    /// How many sources and search hits to show.
    let sourceCount: Int
    private let hasColors = Terminal.hasColors
    private let width = Terminal.width

    init(sourceCount: Int) { self.sourceCount = sourceCount }

    func write(_ text: String) { Terminal.write(text) }
    func line(_ text: String) { Terminal.write(text + "\n") }

    func heading(_ text: String) { line("\n" + style("1;36", "== \(text)")) }

    func question(_ text: String, from customer: CustomerContext) {
        line(wrapped("\(customer.name ?? customer.id) (\(customer.plan ?? "no plan")): “\(text)”", indent: "  "))
    }

    func show(_ triage: Triage) {
        line(style("2", "\(triage.category) · \(triage.priority.rawValue) · \(triage.sentiment.rawValue)\n"))
    }

    func show(_ resolution: Resolution) {
        let triage = resolution.triage
        line("")
        field("category", "\(triage.category) (\(decimal(triage.categoryConfidence)))")
        field("priority", triage.priority.rawValue)
        field("sentiment", triage.sentiment.rawValue)
        showOutcome(of: resolution, answer: resolution.annotatedAnswer)
    }

    /// What comes of a resolution: confidence, decision, time, the answer unless it was streamed, and its sources.
    func showOutcome(of resolution: Resolution, answer: String? = nil) {
        field("confidence", decimal(resolution.confidence))
        field("decision", describe(resolution.decision))
        field("time", describe(resolution.timings))
        if resolution.model != "extractive" { field("written by", resolution.model) }
        if let fallback = resolution.fallback { field("fell back", "\(fallback.cause): \(fallback.detail)") }
        for sentence in resolution.removedSentences { field("left out", "“\(sentence)”") }
        if let summary = resolution.decision.summary {
            line("\n  For the person who takes over:\n" + wrapped(summary.description, indent: "    "))
        }
        if let answer {
            line("\n" + wrapped(answer.isEmpty ? "(The knowledge base holds no answer.)" : answer, indent: "  "))
        }
        if !resolution.citations.isEmpty { line("") }
        for (number, citation) in resolution.citedItems.enumerated() {
            let place = citation.url.map { "  \($0)" } ?? ""
            line("  [\(number + 1)] \(citation.kind.name): \(citation.title)" + style("2", place))
        }
    }

    /// The hits by kind, best first.
    func show(_ results: SearchResults) {
        if results.hits.isEmpty { line("  nothing found") }
        for kind in KnowledgeKind.allCases {
            let hits = results.hits(of: kind)
            if hits.isEmpty { continue }
            line(style("1", "  \(kind.name)s"))
            for hit in hits.prefix(sourceCount) {
                let similarity = hit.similarity.map { decimal(Double($0)) } ?? " –  "
                line("    \(similarity)  \(hit.item.title)" + style("2", hit.item.url.map { "  \($0)" } ?? ""))
            }
        }
    }

    func show(_ statistics: AgentStatistics) {
        let kinds = KnowledgeKind.allCases.map { kind in
            let count = statistics.indexedByKind[kind] ?? 0
            return "\(count) \(kind.name)\(count == 1 ? "" : "s")"
        }
        field("knowledge", kinds.joined(separator: ", "))
        field("queries", "\(statistics.processed) processed, \(statistics.failed) failed")
        field(
            "decisions",
            "\(statistics.resolved) resolved, \(statistics.drafted) drafted, \(statistics.escalated) escalated")
        field("learned", "\(statistics.learned)")
        if statistics.usage != LLMUsage() {
            field("tokens", "\(statistics.usage.totalInputTokens) read, \(statistics.usage.outputTokens) written")
        }
        if statistics.fellBack > 0 {
            let causes = statistics.fallbacks.sorted { $0.key.rawValue < $1.key.rawValue }
            field("fell back", causes.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        }
        field("confidence", statistics.meanConfidence.map { "\(decimal($0)) on average" } ?? "–")
        field("satisfaction", statistics.meanSatisfaction.map { "\(decimal($0)) on average" } ?? "–")
        let latencies = [
            ("50%", statistics.latency50), ("95%", statistics.latency95), ("99%", statistics.latency99),
        ].map { "\($0.0) within \($0.1.map(milliseconds) ?? "–")" }
        field("latency", latencies.joined(separator: ", "))
    }
}

extension ConsolePrinter {
    private func describe(_ decision: Decision) -> String {
        switch decision {
        case .resolve: style("32", "resolve")
        case .draft(let reason): style("33", "draft") + " (\(reason))"
        case .escalate(let reasons, _):
            style("31", "escalate") + " (\(reasons.map(\.rawValue).joined(separator: ", ")))"
        }
    }

    private func describe(_ timings: StageTimings) -> String {
        let stages = timings.entries.map { "\($0.stage.rawValue) \(milliseconds($0.duration))" }
        return milliseconds(timings.total) + style("2", "  (\(stages.joined(separator: ", ")))")
    }

    private func field(_ name: String, _ value: String) {
        line("  " + style("2", name.padding(toLength: 14, withPad: " ", startingAt: 0)) + value)
    }

    private func decimal(_ value: Double) -> String { String(format: "%.2f", value) }

    private func milliseconds(_ duration: Duration) -> String {
        String(format: "%.1f ms", duration / .milliseconds(1))
    }

    private func style(_ code: String, _ text: String) -> String {
        hasColors && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Breaks lines at spaces; line breaks of the text stay.
    private func wrapped(_ text: String, indent: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
            if paragraph.isEmpty { return "" }
            var lines = [indent]
            for word in paragraph.split(separator: " ") {
                let isFirst = lines[lines.count - 1].count == indent.count
                if !isFirst, lines[lines.count - 1].count + 1 + word.count > width { lines.append(indent) }
                lines[lines.count - 1] += (lines[lines.count - 1].count == indent.count ? "" : " ") + word
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
