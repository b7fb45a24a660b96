import HelpdeskMath
public import SentenceEmbeddings

extension TriageModel {
    private static let batchSize = 256

    /// Learns from tickets.
    ///
    /// - Parameters:
    ///   - tickets: At least ten; what is not known of a ticket is `nil`, and a decision that is known of fewer than two is
    ///     left to the rules. Some hundreds are a start.
    ///   - rules: Whose votes are evidence; use the triager with the same.
    ///   - embeddingModel: Embeds the messages; without it, words, signs and rules are learned from.
    ///   - configuration: How to learn.
    ///   - progress: Is told how far it has come, on any thread.
    /// - Throws: ``TriageError`` (`invalidExamples`, `invalidArgument`); what the model throws; `CancellationError` between
    ///   the steps.
    /// - Complexity: Beside the embedding, O(tickets³): some 10 seconds for 10,000, 14 with the reference BLAS, on a thread
    ///   of its own.
    public static func train(
        _ tickets: [LabelledTicket], rules: RuleTriager = RuleTriager(), embeddingModel: (any EmbeddingModel)? = nil,
        configuration: TriageModelConfiguration = TriageModelConfiguration(),
        progress: (@Sendable (TrainingProgress) -> Void)? = nil
    ) async throws -> TriageModel {
        try configuration.validate()
        guard tickets.count >= 10 else {
            throw TriageError(.invalidExamples, "\(tickets.count) tickets: at least 10 are needed to learn from")
        }
        if let index = tickets.firstIndex(where: { !$0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }) {
            throw TriageError(.invalidExamples, "ticket \(index) has no text")
        }
        let known = tickets.filter { ticket in TriageDecision.allCases.contains { ticket.knows($0) } }
        let tickets = Array(known.prefix(configuration.maximumExamples))
        guard tickets.count >= 10 else {
            throw TriageError(.invalidExamples, "\(tickets.count) tickets say anything: at least 10 are needed")
        }
        var configuration = configuration
        if embeddingModel == nil { configuration.embeddings = .none }
        let usesModel = configuration.embeddings != .none
        let features = TicketFeatures(
            embeddings: configuration.embeddings, usesRules: configuration.usesRules,
            dimensions: usesModel ? embeddingModel?.identity.dimensions ?? 0 : 0)
        var examples: [KernelExample] = []
        for start in stride(from: 0, to: tickets.count, by: batchSize) {
            let batch = tickets[start..<min(start + batchSize, tickets.count)]
            let vectors =
                usesModel
                ? try await embeddingModel?.embed(batch.map { TicketFeatures.words(of: $0.text) }, as: .query) : nil
            for (index, ticket) in batch.enumerated() {
                let message = MessageText(ticket.text)
                examples.append(
                    features.example(
                        message, vector: vectors?[index] ?? [],
                        triage: configuration.usesRules && MessageLanguage(message).outside(rules.languages) == nil
                            ? rules.judged(message) : Triage()))
            }
            progress?(TrainingProgress(phase: .embedding, done: examples.count, total: tickets.count))
        }
        let training = TriageModelTraining(
            tickets: tickets, examples: examples,
            categories: Set(tickets.compactMap(\.category)).sorted { $0.rawValue < $1.rawValue },
            configuration: configuration.kernel)
        let result = try await BlockingWork.run { () throws(MathError) in
            try training.run { progress?(TrainingProgress(phase: .fitting, done: $0, total: $1)) }
        }
        return TriageModel(
            categories: training.categories, identity: usesModel ? embeddingModel?.identity : nil,
            languages: Self.languages(of: tickets), features: features, parts: result.parts,
            calibrations: result.calibrations, escalationThreshold: result.escalationThreshold,
            reports: result.reports)
    }

    /// The languages that at least one in fifty tickets is in, and five of them; `nil` where fewer than half tell theirs.
    private static func languages(of tickets: [LabelledTicket]) -> Set<Language>? {
        let detector = LanguageDetector()
        var counts: [Language: Int] = [:]
        for ticket in tickets {
            if let language = detector.detect(TicketFeatures.words(of: ticket.text)).language {
                counts[language, default: 0] += 1
            }
        }
        guard counts.values.reduce(0, +) * 2 >= tickets.count else { return nil }
        let known = counts.filter { $0.value >= max(5, tickets.count / 50) }
        return known.isEmpty ? nil : Set(known.keys)
    }
}
