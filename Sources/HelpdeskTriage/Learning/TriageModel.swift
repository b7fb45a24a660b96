import HelpdeskMath
public import SentenceEmbeddings

/// Triage learned from labelled tickets: category, priority, sentiment and escalation, each a linear function of words,
/// signs, the votes of rules and, where there is a model for them, embeddings.
///
/// ``standard`` ships with the library. A host's own is trained in seconds and saved as bytes:
///
/// ```swift
/// let model = try await TriageModel.train(tickets, embeddingModel: embeddings)
/// let triager = try LearnedTriager(model: model, embeddingModel: embeddings)
/// ```
///
/// Fitted by kernel ridge regression, all decisions in one solution; probabilities are calibrated on what the
/// fit says of each ticket without that ticket.
public struct TriageModel: Sendable {
    /// The categories it tells apart.
    public let categories: [TicketCategory]
    /// The decisions it has learned; rules make the others.
    public var decisions: [TriageDecision] { parts.flatMap(\.heads) }
    /// Which embeddings it was trained with; `nil` where it uses none.
    public let identity: EmbeddingIdentity?
    /// The languages of the tickets it learned from; any where `nil`, because too few of them tell their language.
    public let languages: Set<Language>?
    /// What training found out about each decision.
    public let reports: [TriageDecision: DecisionReport]
    let features: TicketFeatures
    let parts: [Part]
    let calibrations: [TriageDecision: LogisticRegression]
    /// From which probability a person must take over.
    public let escalationThreshold: Double

    /// Decisions that were learned from the same tickets.
    struct Part: Sendable {
        var machine: KernelMachine
        var heads: [TriageDecision]
    }

    init(
        categories: [TicketCategory], identity: EmbeddingIdentity?, languages: Set<Language>?,
        features: TicketFeatures, parts: [Part],
        calibrations: [TriageDecision: LogisticRegression], escalationThreshold: Double,
        reports: [TriageDecision: DecisionReport]
    ) {
        self.categories = categories
        self.identity = identity
        self.languages = languages
        self.features = features
        self.parts = parts
        self.calibrations = calibrations
        self.escalationThreshold = escalationThreshold
        self.reports = reports
    }

    /// How many scores a decision has.
    static func width(of decision: TriageDecision, categories: Int) -> Int {
        switch decision {
        case .category: categories
        case .priority: TicketPriority.allCases.count
        case .sentiment: Sentiment.allCases.count
        case .escalation: 1 + EscalationReason.judged.count
        }
    }

    /// Judges a message.
    ///
    /// - Parameters:
    ///   - message: The message, taken apart.
    ///   - vector: The embedding of the customer's own words in it; ignored where the model uses none.
    ///   - triage: What the rules say.
    func decide(_ message: MessageText, vector: [Float], triage: Triage) throws(TriageError) -> LearnedDecision {
        let example = features.example(message, vector: vector, triage: triage)
        var result = LearnedDecision(categories: [], needsHuman: false, reasons: [])
        for part in parts {
            let scores: [Float]
            do throws(MathError) {
                scores = try part.machine.evaluate(example).scores
            } catch {
                throw TriageError(.invalidArgument, "the message cannot be judged", cause: error)
            }
            var start = 0
            for head in part.heads {
                let width = Self.width(of: head, categories: categories.count)
                read(head, Array(scores[start..<start + width]), into: &result)
                start += width
            }
        }
        return result
    }

    private func read(_ decision: TriageDecision, _ scores: [Float], into result: inout LearnedDecision) {
        let evidence = ConfidenceEvidence(scores: scores, similarities: [], owners: [])
        let probability = probability(of: decision, scores, evidence)
        switch decision {
        case .category:
            // What the best leaves is shared by how near the others come to it.
            let positive = scores.map { max(0, Double($0)) + 0.01 }
            let rest = positive.enumerated().reduce(0) { $1.offset == evidence.label ? $0 : $0 + $1.element }
            result.categories = scores.indices.map { index in
                LabelProbability(
                    label: categories[index].rawValue,
                    probability: index == evidence.label
                        ? probability : min(probability, (1 - probability) * positive[index] / max(rest, 1e-9)))
            }.sorted { ($0.probability, $1.label) > ($1.probability, $0.label) }
        case .priority:
            result.priorityValue = TicketPriority.allCases[evidence.label]
            result.priorityProbability = probability
        case .sentiment:
            result.sentimentValue = Sentiment.allCases[evidence.label]
            result.sentimentProbability = probability
        case .escalation:
            result.escalationProbability = probability
            result.needsHuman = probability >= escalationThreshold
            result.reasons = scores.dropFirst().enumerated().sorted { $0.element > $1.element }.prefix {
                $0.element >= Self.clearReason
            }.map { EscalationReason.judged[$0.offset] }
            if result.reasons.isEmpty,
                let best = scores.dropFirst().enumerated().max(by: { $0.element < $1.element })
            {
                result.reasons = [EscalationReason.judged[best.offset]]
            }
        }
    }

    /// The score from which a reason is named beside the best one.
    private static let clearReason: Float = 0.3

    private func probability(
        of decision: TriageDecision, _ scores: [Float], _ evidence: ConfidenceEvidence
    ) -> Double {
        guard let calibration = calibrations[decision] else { return 0 }
        return calibration.probability(Self.calibrationFeatures(of: decision, scores, evidence))
    }

    static func calibrationFeatures(
        of decision: TriageDecision, _ scores: [Float], _ evidence: ConfidenceEvidence
    ) -> [Double] {
        decision == .escalation
            ? [Double(scores[0]), Double(scores.dropFirst().max() ?? 0)] : Array(evidence.labelFeatures.prefix(2))
    }
}
