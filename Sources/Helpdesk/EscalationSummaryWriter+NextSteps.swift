import HelpdeskKnowledge
import HelpdeskTriage

/// What to suggest to the person who takes over.
extension EscalationSummaryWriter {
    private static let maximumReasons = 3

    /// The texts for the reasons, then the steps of the best source.
    var nextSteps: [EscalationSummary.NextStep] {
        var steps: [EscalationSummary.NextStep] = []
        for finding in input.assessment.findings where Self.counts(finding.effect) && steps.count < Self.maximumReasons
        {
            if let text = options.playbook[finding.reason] {
                steps.append(EscalationSummary.NextStep(text: text, origin: .playbook(finding.reason)))
            } else if let text = EscalationTexts.nextStep(for: finding.reason) {
                steps.append(EscalationSummary.NextStep(text: text, origin: .standard(finding.reason)))
            }
        }
        if let step = stepFromSource { steps.append(step) }
        return steps
    }

    private static func counts(_ effect: EscalationEffect) -> Bool {
        switch effect {
        case .escalate, .draft: true
        case .weight(let weight): weight > 0
        case .raiseThreshold, .ignore: false
        }
    }

    private var stepFromSource: EscalationSummary.NextStep? {
        guard input.assessment.proposes, !input.draft.text.isEmpty else { return nil }
        let cited = input.draft.citations.first?.itemID
        guard let hit = input.sources.hits.first(where: { $0.item.id == cited }) ?? input.sources.hits.first else {
            return nil
        }
        let steps = ([hit.passage] + hit.morePassages).lazy.map { Self.numberedLines($0.text) }.first { !$0.isEmpty }
        let text =
            if let steps {
                "Steps of “\(hit.item.title)”: " + steps.joined(separator: " ")
            } else {
                "See “\(hit.item.title)”, which the proposed answer rests on."
            }
        return EscalationSummary.NextStep(text: text, origin: .source(itemID: hit.item.id))
    }

    /// The first lines that begin with "1." and the like.
    private static func numberedLines(_ text: String) -> [String] {
        var lines: [String] = []
        for line in text.split(separator: "\n") where lines.count < 2 * maximumSteps {
            let line = String(line).trimmed
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            guard (1...2).contains(digits.count), let mark = line.dropFirst(digits.count).first,
                mark == "." || mark == ")",
                line.dropFirst(digits.count + 1).first == " "
            else { continue }
            lines.append(line.shortened(to: maximumEvidence))
        }
        return lines.count >= 2 ? lines : []
    }
}
