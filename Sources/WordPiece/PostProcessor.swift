/// Puts special tokens around texts: the reference's `TemplateProcessing`, of which `BertProcessing` is one.
struct PostProcessor: Sendable {
    /// A piece of a template.
    enum Piece: Hashable, Sendable {
        /// The first text or the second, and the type of its tokens.
        case sequence(index: Int, typeID: Int32)
        /// Special tokens and their type.
        case special(ids: [Int32], typeID: Int32)
    }

    /// The template of a single text.
    var single: [Piece]
    /// The template of two texts.
    var pair: [Piece]

    /// No special tokens.
    static let plain = PostProcessor(
        single: [.sequence(index: 0, typeID: 0)],
        pair: [.sequence(index: 0, typeID: 0), .sequence(index: 1, typeID: 1)])

    /// `[CLS] A [SEP]` and `[CLS] A [SEP] B [SEP]`, the second text and what follows it of type 1.
    static func bert(classification: Int32, separator: Int32) -> PostProcessor {
        let start = Piece.special(ids: [classification], typeID: 0)
        let end = Piece.special(ids: [separator], typeID: 0)
        let single = [start, .sequence(index: 0, typeID: 0), end]
        return PostProcessor(
            single: single,
            pair: single + [.sequence(index: 1, typeID: 1), .special(ids: [separator], typeID: 1)])
    }

    /// How many special tokens a template adds.
    static func specialCount(_ template: [Piece]) -> Int {
        template.reduce(0) { sum, piece in
            if case .special(let ids, _) = piece { sum + ids.count } else { sum }
        }
    }

    /// Fills a template with texts, cut to a length in all of at most `maximumLength`.
    func process(_ sequences: [TokenList], addsSpecialTokens: Bool, maximumLength: Int?) -> Encoding {
        let maximumLength = maximumLength.map { max(0, $0) }
        let template = sequences.count == 1 ? single : pair
        let specials = addsSpecialTokens ? Self.specialCount(template) : 0
        let counts = sequences.map(\.count)
        var kept = counts
        if let maximumLength { kept = Self.truncated(counts, to: max(0, maximumLength - specials)) }
        var encoding = Encoding(ids: [], typeIDs: [], isTruncated: kept != counts)
        encoding.ids.reserveCapacity(kept.reduce(specials, +))
        encoding.typeIDs.reserveCapacity(kept.reduce(specials, +))
        for piece in template {
            switch piece {
            case .sequence(let index, let typeID):
                encoding.ids += sequences[index].ids.prefix(kept[index])
                encoding.typeIDs += repeatElement(typeID, count: kept[index])
            case .special(let ids, let typeID) where addsSpecialTokens:
                encoding.ids += ids
                encoding.typeIDs += repeatElement(typeID, count: ids.count)
            case .special: break
            }
        }
        if let maximumLength, encoding.count > maximumLength {
            encoding.ids.removeLast(encoding.count - maximumLength)
            encoding.typeIDs.removeLast(encoding.typeIDs.count - encoding.count)
            encoding.isTruncated = true
        }
        return encoding
    }

    /// How many tokens of each text to keep so that they are `limit` in all: of two, the longer one gives first
    /// (the reference's strategy `LongestFirst`).
    static func truncated(_ counts: [Int], to limit: Int) -> [Int] {
        guard counts.reduce(0, +) > limit else { return counts }
        guard counts.count == 2, limit > 0 else { return counts.map { min($0, limit) } }
        let isSwapped = counts[0] > counts[1]
        var shorter = min(counts[0], counts[1])
        var longer = shorter > limit ? shorter : max(shorter, limit - shorter)
        if shorter + longer > limit {
            shorter = limit / 2
            longer = shorter + limit % 2
        }
        return isSwapped ? [longer, shorter] : [shorter, longer]
    }
}
