#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads a message as learned models see it.
struct TicketFeatures: Sendable {
    var embeddings: TriageModelConfiguration.EmbeddingUse
    var usesRules: Bool
    /// The number of components of an embedding.
    var dimensions: Int

    private static let signCount = 7
    private static let ruleWeight: Float = 0.4
    private static let categories = TicketCategory.builtIn
    private static let reasons = EscalationReason.judged

    /// The customer's own words of a message, or all of it where there are none: what is embedded.
    static func words(of message: MessageText) -> String {
        let newest = message.newest
        return newest.unicodeScalars.contains { !$0.properties.isWhitespace }
            ? newest : message.text(in: 0..<message.scalars.count)
    }

    /// The same of a message that is not taken apart yet.
    static func words(of message: String) -> String { words(of: MessageText(message)) }

    /// The number of side features.
    var sideCount: Int {
        Self.signCount + (embeddings == .linear ? dimensions : 0)
            + (usesRules ? Self.categories.count + TicketPriority.allCases.count + 3 + 1 + Self.reasons.count : 0)
    }

    /// - Parameters:
    ///   - message: The message, taken apart.
    ///   - vector: The embedding of its ``words(of:)``, where embeddings are used.
    ///   - triage: What the rules say of it.
    func example(_ message: MessageText, vector: [Float], triage: Triage) -> KernelExample {
        let words = Self.words(of: message)
        var side = Self.signs(of: words, parts: message)
        if usesRules { side += Self.votes(triage) }
        let vector = KernelExample.normalized(vector)
        if embeddings == .linear {
            let scale = TriageModelConfiguration.linearWeight.squareRoot()
            side += vector.map { $0 * scale }
        }
        return KernelExample(
            vector: embeddings == .kernel ? vector : [], lexical: LexicalFeatures(words), side: side)
    }

    /// Length, punctuation, capitals and what came along, each from 0 to about 1, at the weight they count.
    private static func signs(of words: String, parts: MessageText) -> [Float] {
        var length = 0
        var exclamations = 0
        var questions = 0
        var letters = 0
        var capitals = 0
        var lines = 0
        for scalar in words.unicodeScalars {
            length += 1
            switch scalar {
            case "!": exclamations += 1
            case "?": questions += 1
            case "\n": lines += 1
            default:
                guard WordForm.isWord(scalar) else { continue }
                letters += 1
                if scalar.properties.isUppercase { capitals += 1 }
            }
        }
        let shouted = letters > 3 ? Float(capitals) / Float(letters) : 0
        let kinds = Set(parts.parts.map(\.kind))
        return [
            log(1 + Float(length)) / 8, Float(min(exclamations, 3)) / 3, Float(min(questions, 3)) / 3, shouted,
            Float(min(lines, 5)) / 5, kinds.contains(.quotedHistory) ? 0.5 : 0,
            kinds.contains(.code) || kinds.contains(.stackTrace) ? 0.5 : 0,
        ].map { $0 * 0.4 }
    }

    private static func votes(_ triage: Triage) -> [Float] {
        func choice<Value: Equatable>(_ value: Value, of values: [Value]) -> [Float] {
            values.map { $0 == value ? ruleWeight : 0 }
        }
        return choice(triage.category, of: categories) + choice(triage.priority, of: TicketPriority.allCases)
            + choice(triage.sentiment, of: Sentiment.allCases) + [triage.needsHuman ? ruleWeight : 0]
            + reasons.map { triage.escalationReasons.contains($0) ? ruleWeight : 0 }
    }
}

extension EscalationReason {
    /// The reasons that a message itself can give.
    static let judged: [EscalationReason] = [
        .safety, .securityIncident, .outage, .dataLoss, .legalThreat, .disputedLargeSum, .repeatedContact,
        .humanRequested, .accountAction,
    ]
}
