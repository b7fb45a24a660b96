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

    /// The least probability with which a source moves behind the others, and with which it is left out. Of 374 honest
    /// articles none reaches the first.
    private static let doubt = 0.75
    private static let distrust = 0.9

    /// Examines what the search found. What surely tries to steer is left out, what may is moved behind the rest, unless
    /// the policy ignores it; both are noted.
    ///
    /// Left out rather than moved, since the extractive responder would quote it, and a language model reads all that it
    /// is given. Moved rather than left out, since some honest articles look like it and may hold the only answer.
    func trusted(_ hits: [SearchHit], noting found: inout SuspectedInjections) -> [SearchHit] {
        var first: [SearchHit] = []
        var last: [SearchHit] = []
        let isIgnored = configuration.policy.escalation.effect(of: .suspectedInjection) == .ignore
        for hit in hits {
            let (probability, findings) = suspicion(of: hit)
            if !findings.isEmpty { found.sources[hit.item.id] = findings }
            if findings.isEmpty || probability < Self.doubt || isIgnored {
                first.append(hit)
            } else if probability < Self.distrust {
                last.append(hit)
            }
        }
        return first + last
    }

    /// The worst passage's probability, and what was found in all.
    private func suspicion(of hit: SearchHit) -> (probability: Double, findings: [InjectionFinding]) {
        let origin: InjectionOrigin = hit.item.kind == .resolvedTicket ? .resolvedTicket : .knowledgeArticle
        let numbers = ([hit.passage] + hit.morePassages).map(\.id)
        var probability = 0.0
        var findings: [InjectionFinding] = []
        var offset = 0
        for (text, number) in zip(SourceList.passages(of: hit), numbers) {
            let verdict = injectionMemory.verdict(of: text, number: number) {
                configuration.injectionDetector.examine($0, origin: origin)
            }
            probability = max(probability, verdict.probability)
            for var finding in verdict.findings {
                finding.range = finding.range.lowerBound + offset..<finding.range.upperBound + offset
                findings.append(finding)
            }
            // A blank line stands between two passages.
            offset += verdict.length + 2
        }
        return (probability, findings)
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

extension SuspectedInjections {
    /// What the customer wrote that seems to give orders to the model.
    var evidence: [EscalationEvidence] {
        query.map { EscalationEvidence(text: $0.text, range: $0.range) }
            + conversation.sorted { $0.key < $1.key }.flatMap { turn, findings in
                findings.map { EscalationEvidence(text: $0.text, turn: turn, range: $0.range) }
            }
    }
}
