import HelpdeskKnowledge
import HelpdeskLanguage
import HelpdeskTriage

/// The hits of a search as the sources of an answer.
struct SourceList {
    /// The hits that an answer can be taken from, best first.
    let hits: [SearchHit]
    /// The same as the language model sees them.
    let sources: [LLMSource]

    /// How much nearer to the query a past ticket must be than an article or question to come before it, in cosine.
    /// What the company publishes is kept up to date and speaks to everyone; a ticket spoke to one customer.
    private static let ticketHandicap: Float = 0.1

    /// Leaves out past tickets without a resolution, which tell what a message is about but answer nothing, and puts
    /// tickets behind what the company publishes where that is nearly as near.
    init(_ hits: [SearchHit]) {
        var ordered: [SearchHit] = []
        for hit in hits {
            if case .resolvedTicket(let ticket) = hit.item {
                if ticket.resolution.contains(where: { !$0.isWhitespace }) { ordered.append(hit) }
                continue
            }
            let place = ordered.lastIndex { !Self.yields($0, to: hit) }.map { $0 + 1 } ?? 0
            ordered.insert(hit, at: place)
        }
        self.hits = ordered
        sources = self.hits.map { hit in
            LLMSource(
                id: hit.item.id, title: InjectionDetector.neutralize(hit.item.title), version: hit.item.version,
                url: hit.item.url, passages: Self.passages(of: hit).map(InjectionDetector.neutralize))
        }
    }

    private static func yields(_ ticket: SearchHit, to published: SearchHit) -> Bool {
        guard ticket.item.kind == .resolvedTicket, let near = ticket.similarity, let other = published.similarity else {
            return false
        }
        return other >= near - ticketHandicap
    }

    /// What of an item an answer can quote. Of a past ticket it is the whole, with the parts named, so that the
    /// resolution is quoted and not somebody else's problem.
    static func passages(of hit: SearchHit) -> [String] {
        if case .resolvedTicket(let ticket) = hit.item {
            return ["Problem: \(ticket.problem)\n\nResolution: \(ticket.resolution)"]
        }
        return ([hit.passage] + hit.morePassages).map(\.text)
    }

    /// The citation that a language model's citation stands for, or `nil` where it names no source of the list.
    func citation(_ citation: LLMCitation) -> Citation? {
        guard let hit = hits.first(where: { $0.item.id == citation.sourceID }) else { return nil }
        return Citation(
            itemID: hit.item.id, kind: hit.item.kind, title: hit.item.title, url: hit.item.url,
            version: hit.item.version, quote: citation.quote)
    }
}
