import HelpdeskMath

/// The fits behind a ``TriageModel``. Everything here blocks its thread.
struct TriageModelTraining: Sendable {
    let tickets: [LabelledTicket]
    let examples: [KernelExample]
    let categories: [TicketCategory]
    let configuration: KernelConfiguration

    struct Result: Sendable {
        var parts: [TriageModel.Part] = []
        var calibrations: [TriageDecision: LogisticRegression] = [:]
        var reports: [TriageDecision: DecisionReport] = [:]
        var escalationThreshold = 0.5
    }

    /// Decisions that are known of the same tickets are fitted together.
    func run(_ progress: (Int, Int) -> Void) throws(MathError) -> Result {
        var groups: [(tickets: [Int], heads: [TriageDecision])] = []
        for decision in TriageDecision.allCases {
            let known = tickets.indices.filter { tickets[$0].knows(decision) }
            guard known.count >= 2 else { continue }
            if let index = groups.firstIndex(where: { $0.tickets == known }) {
                groups[index].heads.append(decision)
            } else {
                groups.append((known, [decision]))
            }
        }
        var result = Result()
        for (done, group) in groups.enumerated() {
            progress(done, groups.count)
            try fit(group.tickets, group.heads, into: &result)
        }
        progress(groups.count, groups.count)
        return result
    }

    private func fit(_ chosen: [Int], _ heads: [TriageDecision], into result: inout Result) throws(MathError) {
        let widths = heads.map { TriageModel.width(of: $0, categories: categories.count) }
        let rows = chosen.map { index in heads.flatMap { targets(tickets[index], $0) } }
        let fit = try KernelTrainer.train(
            chosen.map { examples[$0] }, targets: Matrix(rows), configuration: configuration)
        result.parts.append(TriageModel.Part(machine: fit.machine, heads: heads))
        var start = 0
        for (head, width) in zip(heads, widths) {
            let scores = chosen.indices.map { row in (start..<start + width).map { fit.leaveOneOut[row, $0] } }
            try calibrate(head, scores, rows.map { Array($0[start..<start + width]) }, into: &result)
            start += width
        }
    }

    private func targets(_ ticket: LabelledTicket, _ decision: TriageDecision) -> [Float] {
        switch decision {
        case .category: categories.map { $0 == ticket.category ? 1 : 0 }
        case .priority: TicketPriority.allCases.map { $0 == ticket.priority ? 1 : 0 }
        case .sentiment: Sentiment.allCases.map { $0 == ticket.sentiment ? 1 : 0 }
        case .escalation:
            [ticket.escalationReasons?.isEmpty == false ? 1 : 0]
                + EscalationReason.judged.map { ticket.escalationReasons?.contains($0) == true ? 1 : 0 }
        }
    }

    private func calibrate(
        _ decision: TriageDecision, _ scores: [[Float]], _ targets: [[Float]], into result: inout Result
    ) throws(MathError) {
        let evidence = scores.map { ConfidenceEvidence(scores: $0, similarities: [], owners: []) }
        let isEscalation = decision == .escalation
        let outcomes = zip(evidence, targets).map { isEscalation ? $1[0] == 1 : $1[$0.label] == 1 }
        let features = zip(scores, evidence).map { TriageModel.calibrationFeatures(of: decision, $0, $1) }
        let calibration = try LogisticRegression(
            features: features, outcomes: outcomes, smoothsOutcomes: true, penalty: 0.01)
        result.calibrations[decision] = calibration
        let count = Double(max(1, outcomes.count))
        guard isEscalation else {
            result.reports[decision] = DecisionReport(
                examples: outcomes.count, accuracy: Double(outcomes.count(where: \.self)) / count)
            return
        }
        let probabilities = features.map { calibration.probability($0) }
        let best = Self.bestThreshold(probabilities, outcomes)
        result.escalationThreshold = best.threshold
        let right = zip(probabilities, outcomes).count { ($0 >= best.threshold) == $1 }
        result.reports[decision] = DecisionReport(
            examples: outcomes.count, accuracy: Double(right) / count, f1: best.f1)
    }

    /// The probability from which escalating gives the best F1, on a grid.
    private static func bestThreshold(_ probabilities: [Double], _ outcomes: [Bool]) -> (threshold: Double, f1: Double)
    {
        var best = (threshold: 0.5, f1: 0.0)
        for step in 20...60 {
            let threshold = Double(step) / 100
            var (both, either) = (0, 0)
            for (probability, outcome) in zip(probabilities, outcomes) {
                let escalates = probability >= threshold
                if escalates && outcome { both += 1 }
                either += (escalates ? 1 : 0) + (outcome ? 1 : 0)
            }
            let f1 = either == 0 ? 0 : 2 * Double(both) / Double(either)
            if f1 > best.f1 { best = (threshold, f1) }
        }
        return best
    }
}
