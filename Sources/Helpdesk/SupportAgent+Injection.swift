import HelpdeskKnowledge
import HelpdeskTriage

/// Looking for texts that try to steer the model, and what follows.
extension SupportAgent {
    /// Examines the customer's messages, those that the language model is going to see.
    func suspectedInjections(in query: SupportQuery) -> SuspectedInjections {
        let detector = configuration.injectionDetector
        var found = SuspectedInjections(query: detector.examine(query.text, origin: .customerMessage).findings)
        let seen = query.conversation.indices.suffix(configuration.conversationTurns)
        for index in seen where query.conversation[index].speaker == .customer {
            let findings = detector.examine(query.conversation[index].text, origin: .customerMessage).findings
            if !findings.isEmpty { found.conversation[index] = findings }
        }
        return found
    }

    /// Examines what the search found and leaves out what tries to steer, unless the policy ignores it.
    ///
    /// A source is left out rather than moved last: the extractive responder would quote it, and a language model reads
    /// all that it is given.
    func trusted(_ hits: [SearchHit], noting found: inout SuspectedInjections) -> [SearchHit] {
        hits.filter { hit in
            let origin: InjectionOrigin = hit.item.kind == .resolvedTicket ? .resolvedTicket : .knowledgeArticle
            let findings = configuration.injectionDetector.examine(SourceList.text(of: hit), origin: origin).findings
            guard !findings.isEmpty else { return true }
            found.sources[hit.item.id] = findings
            return configuration.policy.escalation.effect(of: .suspectedInjection) == .ignore
        }
    }
}

extension SupportQuery {
    /// The query without invisible characters.
    var neutralized: SupportQuery {
        var query = self
        query.text = InjectionDetector.neutralize(text)
        for index in query.conversation.indices {
            query.conversation[index].text = InjectionDetector.neutralize(query.conversation[index].text)
        }
        return query
    }
}

extension SourceList {
    /// What of an item an answer can be taken from, as one text.
    static func text(of hit: SearchHit) -> String { passages(of: hit).joined(separator: "\n\n") }
}

extension SuspectedInjections {
    /// What the customer wrote that seems to give orders to the model.
    var evidence: [EscalationEvidence] {
        query.map { EscalationEvidence(text: $0.text, range: $0.range) }
            + conversation.sorted { $0.key < $1.key }.flatMap { turn, findings in
                findings.map { EscalationEvidence(text: $0.text, turn: turn, range: $0.range) }
            }
    }
}
