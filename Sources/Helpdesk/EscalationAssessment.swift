import HelpdeskTriage

/// What speaks for a person, and what the policy makes of it.
struct EscalationAssessment {
    /// What is known about a query when its answer is there.
    struct Input {
        var message: String
        var customer: CustomerContext?
        var triage: Triage
        var trend: ConversationTrend
        var hasAnswer: Bool
        var confidence: Double
        /// Words that seem to give orders to the language model.
        var injections: [EscalationEvidence] = []
    }

    private let policy: ResolutionPolicy
    let input: Input
    private var escalation: EscalationPolicy { policy.escalation }
    /// All reasons that apply, most weighty first; those without effect are among them, ignored ones are not.
    private(set) var findings: [EscalationFinding] = []

    init(_ input: Input, policy: ResolutionPolicy) {
        self.policy = policy
        self.input = input
        for reason in input.triage.escalationReasons { addTriage(reason) }
        addContacts()
        addConversation()
        addCustomer()
        addAnswer()
    }

    /// The confidence from which on the answer may be sent.
    var requiredConfidence: Double {
        findings.reduce(policy.resolveThreshold) { threshold, finding in
            if case .raiseThreshold(let amount) = finding.effect { min(1, threshold + amount) } else { threshold }
        }
    }

    /// Whether the answer is good enough to be proposed.
    var proposes: Bool { input.hasAnswer && input.confidence >= policy.draftThreshold }

    /// What to do.
    ///
    /// - Parameters:
    ///   - draftReason: What is wrong with the answer itself.
    ///   - summary: Writes the summary, where a person takes over.
    func decision(draftReason: DraftReason?, summary: () -> EscalationSummary) -> Decision {
        let weighed = findings.filter { Self.weight($0) > 0 }
        let weight = weighed.reduce(0) { $0 + Self.weight($1) }
        // Sums of tenths must not miss their threshold by rounding.
        let tolerance = 1e-9
        let escalates = weight >= escalation.escalationWeight - tolerance
        let reasons = findings.filter { $0.effect == .escalate || escalates && Self.weight($0) > 0 }.map(\.reason)
        if !reasons.isEmpty { return .escalate(reasons, summary: summary()) }
        if let draftReason { return .draft(draftReason) }
        if let finding = findings.first(where: { $0.effect == .draft }) { return .draft(DraftReason(finding.reason)) }
        if weight >= escalation.draftWeight - tolerance, let finding = weighed.first {
            return .draft(DraftReason(finding.reason))
        }
        if input.confidence >= requiredConfidence { return .resolve }
        return .draft(input.confidence >= policy.resolveThreshold ? .raisedThreshold : .moderateConfidence)
    }

    private static func weight(_ finding: EscalationFinding) -> Double {
        if case .weight(let weight) = finding.effect { weight } else { 0 }
    }

    private mutating func add(
        _ reason: EscalationReason, _ explanation: String, _ evidence: [EscalationEvidence] = []
    ) {
        let effect = escalation.effect(of: reason)
        guard effect != .ignore, !findings.contains(where: { $0.reason == reason }) else { return }
        findings.append(
            EscalationFinding(reason: reason, effect: effect, explanation: explanation, evidence: evidence))
    }

    // MARK: What triage says

    private func evidence(for vote: String) -> [EscalationEvidence] {
        input.triage.evidence.filter { $0.vote == vote }.map { EscalationEvidence(text: $0.text, range: $0.range) }
    }

    private mutating func addTriage(_ reason: EscalationReason) {
        if reason == .disputedLargeSum, let minimum = escalation.minimumDisputedSum {
            let sums = EscalationSummaryWriter.facts(of: input.message, turn: nil).compactMap(\.value)
            if let largest = sums.max() {
                guard largest >= minimum else { return }
                add(
                    reason, "The customer disputes \(largest); \(minimum) counts as large.",
                    evidence(for: reason.rawValue))
                return
            }
        }
        add(reason, EscalationTexts.explanation(of: reason), evidence(for: reason.rawValue))
    }

    // MARK: The conversation

    private mutating func addContacts() {
        guard let contacts = input.customer?.previousContacts, contacts > escalation.maximumPreviousContacts else {
            return
        }
        add(
            .repeatedContact,
            "The customer has written \(contacts) times before; \(escalation.maximumPreviousContacts) is the most.")
    }

    private mutating func addConversation() {
        let trend = input.trend
        if !input.injections.isEmpty {
            add(.suspectedInjection, EscalationTexts.explanation(of: .suspectedInjection), input.injections)
        }
        if let evidence = trend.unhelpfulAnswer {
            add(.unhelpfulAnswer, "The customer says that the last answer did not help.", [evidence])
        }
        if let evidence = trend.repeatedQuestion {
            add(.repeatedQuestion, "The customer asks again what has been answered.", [evidence])
        }
        let moods = trend.sentiments.map(\.rawValue).joined(separator: ", ")
        if trend.direction == .worsening {
            add(.negativeTrend, "The customer's mood gets worse: \(moods).", evidence(for: "negative"))
        } else if trend.negativeTurns >= escalation.trend.negativeTurns {
            add(
                .negativeTrend, "The customer's last \(trend.negativeTurns) messages are negative.",
                evidence(for: "negative"))
        }
    }

    // MARK: Customer and message

    private mutating func addCustomer() {
        if let supported = escalation.supportedLanguages, let language = input.customer?.language,
            !supported.containsLanguage(language)
        {
            add(
                .unsupportedLanguage,
                "The customer writes in \(language); \(supported.sorted().joined(separator: ", ")) are answered.")
        }
        if input.triage.priority >= escalation.minimumUrgentPriority {
            let priority = input.triage.priority.rawValue
            add(.urgentPriority, "The priority is \(priority).", evidence(for: priority))
        }
        if let customer = input.customer {
            let met = escalation.highValue.met(by: customer)
            if !met.isEmpty {
                add(
                    .highValueCustomer, "The customer counts as especially valuable.",
                    met.map { EscalationEvidence(text: $0) })
            }
        }
    }

    // MARK: The answer

    private mutating func addAnswer() {
        if !input.hasAnswer {
            add(.noAnswer, "The knowledge base holds no answer.")
        } else if input.confidence < policy.draftThreshold {
            add(
                .lowConfidence,
                "The confidence is \(input.confidence.percent); "
                    + "from \(policy.draftThreshold.percent) on an answer is proposed."
            )
        }
    }
}

extension Double {
    /// The number in whole percent, for people.
    var percent: String { isFinite ? "\(Int((max(-10, min(10, self)) * 100).rounded())) %" : "\(self)" }
}
