public import SentenceEmbeddings

/// Decides about a message by what was learned from labelled tickets, with rules above it.
///
/// ```swift
/// let triager = LearnedTriager()  // the model that ships with the library
/// let triage = try await triager.triage("Nobody in our office can log in since 9.")
/// ```
///
/// A message in a language that the model has not learned is not judged but escalated, for the reason
/// ``EscalationReason/unsupportedLanguage``; one that the rules are not for is judged without them.
///
/// Rules that are certain (``TriageRule/isCertain``) win over what was learned, and so does what a rule votes for that the
/// model does not know. A reason to escalate that other rules found needs less assent of the model than one it found alone,
/// and where the model is unsure of the category, the rules' stands. Evidence is that of the rules, and under the name
/// `learned` the words that spoke most for what was learned.
public struct LearnedTriager: TicketTriager {
    /// What was learned.
    public let model: TriageModel
    /// The rules above it.
    public let rules: RuleTriager
    let embeddingModel: (any EmbeddingModel)?

    /// Whether messages are embedded: a millisecond or some each.
    public var usesEmbeddings: Bool { embeddingModel != nil }

    /// Creates a triager from a host's own model.
    ///
    /// - Parameters:
    ///   - model: What was learned.
    ///   - rules: Those it was trained with, or changed ones.
    ///   - embeddingModel: The model it was trained with, where it uses embeddings.
    /// - Throws: ``TriageError`` (`mismatchedEmbeddings`) if the embedding model is not the one of training.
    public init(
        model: TriageModel, rules: RuleTriager = RuleTriager(), embeddingModel: (any EmbeddingModel)? = nil
    ) throws(TriageError) {
        if let identity = model.identity {
            guard let embeddingModel, embeddingModel.identity == identity else {
                throw TriageError(
                    .mismatchedEmbeddings,
                    "trained with the embeddings of \(identity), not with "
                        + (embeddingModel.map { "those of \($0.identity)" } ?? "none"))
            }
        }
        self.init(unchecked: model, rules: rules, embeddingModel: embeddingModel)
    }

    init(unchecked model: TriageModel, rules: RuleTriager, embeddingModel: (any EmbeddingModel)?) {
        self.model = model
        self.rules = rules
        self.embeddingModel = model.identity == nil ? nil : embeddingModel
    }

    /// Decides about the newest message of a customer.
    ///
    /// - Throws: What the embedding model throws; `CancellationError`.
    public func triage(_ message: String) async throws -> Triage {
        let message = MessageText(message)
        let language = MessageLanguage(message)
        if let foreign = language.outside(model.languages) { return foreign }
        let vector = try await embeddingModel?.embed(TicketFeatures.words(of: message), as: .query) ?? []
        var triage = try triage(message, vector: vector, mayUseRules: language.outside(rules.languages) == nil)
        triage.language = language.named
        return triage
    }

    private func triage(_ message: MessageText, vector: [Float], mayUseRules: Bool) throws(TriageError) -> Triage {
        let ruled = mayUseRules ? rules.judged(message) : Triage()
        let learned = try model.decide(message, vector: vector, triage: ruled)
        var result = combine(ruled, learned)
        let evidence = result.evidence + model.evidence(for: learned, in: message)
        result.evidence = evidence.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.rule, $0.vote)
                < ($1.range.lowerBound, $1.range.upperBound, $1.rule, $1.vote)
        }
        return result
    }

    /// From which probability a learned category stands against that of the rules.
    private static let leastConfidence = 0.45
    /// From which probability a reason that rules found escalates. Both were set on messages that neither was fitted to.
    private static let leastAssent = 0.15

    /// What was learned decides, unless a rule is certain or votes for what the model does not know.
    private func combine(_ ruled: Triage, _ learned: LearnedDecision) -> Triage {
        var result = ruled
        let certain = Set(ruled.evidence.lazy.filter(\.isCertain).map(\.vote))
        // A category that the host's rules know, and the model does not.
        let isOwnCategory =
            !model.categories.contains(ruled.category) && !TicketCategory.builtIn.contains(ruled.category)
        let mayFallBack = ruled.categoryConfidence > 0 && model.categories.contains(ruled.category)
        if let best = learned.categories.first, best.probability >= Self.leastConfidence || !mayFallBack,
            !certain.contains(ruled.category.rawValue), !isOwnCategory
        {
            result.category = TicketCategory(rawValue: best.label)
            result.categoryConfidence = best.probability
        }
        if let priority = learned.priority, !certain.contains(ruled.priority.rawValue) {
            result.priority = priority.value
        }
        if let sentiment = learned.sentiment, !certain.contains(ruled.sentiment.rawValue) {
            result.sentiment = sentiment.value
        }
        guard let probability = learned.escalationProbability else { return result }
        result.escalationProbability = probability
        let standing = ruled.escalationReasons.filter {
            certain.contains($0.rawValue) || !EscalationReason.judged.contains($0)
        }
        // What rules found needs less of the model's assent than what it found alone.
        let needsHuman = learned.needsHuman || ruled.needsHuman && probability >= Self.leastAssent
        // A certain reason is as urgent as the rules say.
        if standing.contains(where: { certain.contains($0.rawValue) }) {
            result.priority = max(result.priority, ruled.priority)
        }
        if certain.contains(EscalationReason.notNeeded.rawValue) || !needsHuman {
            result.escalationReasons = standing
        } else if !learned.needsHuman {
            result.escalationReasons = ruled.escalationReasons
        } else {
            let reasons = ruled.escalationReasons
            result.escalationReasons = reasons + learned.reasons.filter { !reasons.contains($0) }
        }
        return result
    }
}
