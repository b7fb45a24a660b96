import HelpdeskTriage

extension EscalationSummary: CustomStringConvertible {
    /// The summary as text, one part a line, those that are empty left out.
    public var description: String {
        var lines = ["Problem: \(problem)"]
        lines += findings.filter { $0.effect != .ignore }.enumerated().map { index, finding in
            (index == 0 ? "Reason: " : "Also: ") + Self.describe(finding)
        }
        lines.append(
            "Triage: \(triage.category), \(triage.priority.rawValue) priority, \(triage.sentiment.rawValue) sentiment")
        if !customerLine.isEmpty { lines.append("Customer: \(customerLine)") }
        lines += list("Tried by the customer", attempts.map { "“\($0.text)”" })
        lines += list(
            "Already answered",
            answers.map { answer in
                let titles = answer.citations.map { "“\($0.title)”" }.uniqued
                return "“\(answer.text)”" + (titles.isEmpty ? "" : " (from \(titles.joined(separator: ", ")))")
            })
        if !facts.isEmpty { lines.append("Facts: " + facts.map(Self.describe).joined(separator: ", ")) }
        if earlierMessages > 0 {
            let moods = trend.sentiments.map(\.rawValue).joined(separator: " → ")
            lines.append(
                "Conversation: \(earlierMessages) earlier messages; mood \(trend.direction.rawValue) (\(moods))")
        }
        if sources.isEmpty {
            lines.append("Knowledge base: nothing found")
        } else {
            lines += list("Knowledge base", sources.map(Self.describe))
        }
        lines += list("Next", nextSteps.map(\.text))
        return lines.joined(separator: "\n")
    }

    private var customerLine: String {
        var facts: [String] = []
        if let customer {
            if let name = customer.name {
                facts.append("\(name) (\(customer.id))")
            } else {
                facts.append(customer.id)
            }
            if let plan = customer.plan { facts.append("plan \(plan)") }
            if let value = customer.lifetimeValue { facts.append("lifetime value \(value)") }
            if customer.previousContacts > 0 {
                facts.append("\(customer.previousContacts) earlier contact\(customer.previousContacts == 1 ? "" : "s")")
            }
        }
        if let language { facts.append("language \(language)") }
        return facts.joined(separator: ", ")
    }

    private func list(_ name: String, _ items: [String]) -> [String] {
        switch items.count {
        case 0: []
        case 1: ["\(name): \(items[0])"]
        default: ["\(name):"] + items.map { "- \($0)" }
        }
    }

    private static func describe(_ finding: EscalationFinding) -> String {
        let words = finding.evidence.map { "“\($0.text)”" }.uniqued
        let name = finding.reason.rawValue.split(separator: "_").joined(separator: " ")
        return "\(name): \(finding.explanation)"
            + (words.isEmpty ? "" : " (\(words.prefix(3).joined(separator: ", ")))")
    }

    private static func describe(_ fact: Fact) -> String {
        switch fact.kind {
        case .reference: "\(fact.label ?? "number") \(fact.text)"
        case .amount: "sum \(fact.text)"
        case .date: "date \(fact.text)"
        case .errorCode: "error \(fact.text)"
        case .version: "version \(fact.text)"
        }
    }

    private static func describe(_ source: SourceReference) -> String {
        var text = "“\(source.title)” [\(source.itemID)"
        if let version = source.version { text += ", version \(version)" }
        return text + "]" + (source.url.map { " \($0)" } ?? "")
    }
}

extension Array where Element: Hashable {
    /// Each element once, in the order of its first place.
    var uniqued: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
