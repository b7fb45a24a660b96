import HelpdeskKnowledge
import HelpdeskTriage

/// What a person who takes over should know, in a few lines.
enum EscalationSummary {
    /// The longest part of the customer's words that is repeated, in characters.
    private static let maximumProblemLength = 400

    static func text(query: SupportQuery, triage: Triage, reasons: [EscalationReason], sources: [SearchHit]) -> String {
        var lines: [String] = []
        let problem = query.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        lines.append(
            "Problem: "
                + (problem.count > maximumProblemLength ? problem.prefix(maximumProblemLength) + "…" : problem))
        lines.append(
            "Triage: \(triage.category), \(triage.priority.rawValue) priority, \(triage.sentiment.rawValue) sentiment")
        lines.append(
            "Reason: " + reasons.map { description(of: $0, evidence: triage.evidence) }.joined(separator: "; "))
        if let customer = query.customer {
            var facts = [customer.name ?? customer.id]
            if let plan = customer.plan { facts.append("plan \(plan)") }
            if customer.previousContacts > 0 { facts.append("\(customer.previousContacts) earlier contacts") }
            lines.append("Customer: " + facts.joined(separator: ", "))
        }
        if !query.conversation.isEmpty { lines.append("Conversation: \(query.conversation.count) earlier messages") }
        if sources.isEmpty {
            lines.append("Knowledge base: nothing found")
        } else {
            lines.append("Knowledge base: " + sources.prefix(3).map { "“\($0.item.title)”" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n")
    }

    private static func description(of reason: EscalationReason, evidence: [TriageEvidence]) -> String {
        let name = reason.rawValue.split(separator: "_").joined(separator: " ")
        guard let words = evidence.first(where: { $0.vote == reason.rawValue })?.text else { return name }
        return "\(name) (“\(words)”)"
    }
}
