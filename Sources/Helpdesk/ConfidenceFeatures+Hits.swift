public import HelpdeskKnowledge
import HelpdeskLanguage

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension ConfidenceFeatures {
    /// How much of an answer is read, in characters: enough to tell whether two say the same.
    private static let comparedLength = 2_000
    /// The share of the words of the shorter of two answers from which on they say the same.
    private static let sameAnswer = 0.6
    /// After how many seconds a source has lost half of what being new is worth: two years.
    private static let halfLife = 63_072_000.0
    /// The number of content words that ``length`` is counted in.
    private static let longQuery = 10.0

    /// Reads the features off what a search found.
    ///
    /// - Parameters:
    ///   - hits: The hits, the one that the answer rests on first.
    ///   - query: The text that was searched for.
    ///   - time: When the question is asked, to tell how old the source is; where `nil`, it is compared with the newest
    ///     of the hits.
    /// - Complexity: O(length of the texts).
    public init(hits: [SearchHit], query: String, time: Date? = nil) {
        self.init(hits: hits, query: query, time: time, background: nil)
    }

    /// - Parameter background: The mean cosine of all that was found; that of the other hits where `nil`.
    init(hits: [SearchHit], query: String, time: Date?, background: Double?) {
        self.init(similarity: 0, margin: 0, agreement: 0, coverage: 0)
        guard let best = hits.first else { return }
        // Compared with its like: a past ticket that says the same as an article confirms it.
        let peers = hits.filter { ($0.item.kind == .resolvedTicket) == (best.item.kind == .resolvedTicket) }
        let others = hits.dropFirst()
        let nearness = Double(max(0, min(1, best.similarity ?? 0)))
        // A ticket alone among published items is compared with those.
        let rivals = peers.count > 1 ? peers.dropFirst() : others
        let next = rivals.compactMap(\.similarity).max().map { Double(max(0, $0)) } ?? nearness
        similarity = nearness
        margin = max(0, min(1, nearness - next))
        if let score = best.lexicalScore {
            let denseRank = 1 + peers.count { Double($0.similarity ?? -1) > nearness }
            let lexicalRank = 1 + peers.count { ($0.lexicalScore ?? 0) > score }
            agreement = 1 / Double(max(denseRank, lexicalRank))
        }
        if !others.isEmpty {
            let mean = others.reduce(0) { $0 + Double(max(0, $1.similarity ?? 0)) } / Double(others.count)
            contrast = max(0, min(1, nearness - (background ?? mean)))
            let answer = ContentWords([best.answer(Self.comparedLength)])
            support =
                Double(others.count { best.isFiled(as: $0) || Self.agree(answer, $0.answer(Self.comparedLength)) })
                / Double(others.count)
        }
        let words = ContentWords([query])
        coverage = words.share(
            in: ContentWords([best.item.title, best.passage.text] + best.morePassages.map(\.text)))
        length = min(1, Double(words.stems.count) / Self.longQuery)
        faq = best.item.kind == .faq ? 1 : 0
        resolvedTicket = best.item.kind == .resolvedTicket ? 1 : 0
        approval = best.item.approval ?? 0.5
        if let date = best.item.date {
            let newest = time ?? hits.compactMap(\.item.date).max() ?? date
            age = 1 - exp2(-max(0, newest.timeIntervalSince(date)) / Self.halfLife)
        }
    }

    private static func agree(_ answer: ContentWords, _ other: String) -> Bool {
        let other = ContentWords([other])
        return max(answer.share(in: other), other.share(in: answer)) >= sameAnswer
    }
}

extension SearchHit {
    /// What of the item answers, cut.
    fileprivate func answer(_ length: Int) -> String {
        switch item {
        case .article: String(passage.text.prefix(length))
        case .faq(let faq): String(faq.answer.prefix(length))
        case .resolvedTicket(let ticket): String(ticket.resolution.prefix(length))
        }
    }

    /// Whether both are past tickets of one category.
    fileprivate func isFiled(as other: SearchHit) -> Bool {
        guard case .resolvedTicket(let left) = item, case .resolvedTicket(let right) = other.item,
            let category = left.category
        else { return false }
        return category == right.category
    }
}

extension KnowledgeItem {
    /// When the item was last changed, or the ticket resolved.
    fileprivate var date: Date? {
        switch self {
        case .article(let article): article.updatedAt
        case .faq(let faq): faq.updatedAt
        case .resolvedTicket(let ticket): ticket.resolvedAt
        }
    }

    /// What people thought of the item, from 0 to 1: a ticket's satisfaction, or the votes in the metadata `votes_up` and
    /// `votes_down`, one more counted on each side.
    fileprivate var approval: Double? {
        if case .resolvedTicket(let ticket) = self, let satisfaction = ticket.satisfaction {
            return max(0, min(1, satisfaction))
        }
        let up = metadata["votes_up"].flatMap(Double.init)
        let down = metadata["votes_down"].flatMap(Double.init)
        guard up != nil || down != nil else { return nil }
        let votes = (up: max(0, up ?? 0), down: max(0, down ?? 0))
        let share = (votes.up + 1) / (votes.up + votes.down + 2)
        return share.isFinite ? share : nil
    }
}
