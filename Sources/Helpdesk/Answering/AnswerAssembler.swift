import HelpdeskLanguage

/// Turns what a language model writes, piece by piece, into the answer that is sent: whole sentences only, those
/// without support left out, placeholders replaced by what they stand for, no white space at the ends.
///
/// Pure: text goes in, text comes out. The same sentences come out however the input is cut.
struct AnswerAssembler {
    /// What became of a sentence, in UTF-8 offsets.
    private struct Sentence {
        /// Where it stands in the model's text.
        var source: Range<Int>
        /// Where it begins in the answer; `nil` where it was removed.
        var start: Int?
        /// Whether it stands in the answer as the model wrote it.
        var isLiteral: Bool
    }

    /// A sentence longer than this, in characters, is cut.
    private static let maximumSentence = 4_096

    private let check: GroundingCheck?
    private let sources: GroundingCheck.Sources
    private let restore: (String) -> String
    private let withoutCustomerData: (String) -> String
    private let isUnrestored: (String) -> Bool
    private var pending = ""
    /// White space that belongs to the answer only if more text follows.
    private var space = ""
    private var read = 0
    private var sentences: [Sentence] = []
    private(set) var answer = ""
    private(set) var removed: [String] = []
    /// Whether the model wrote ``noAnswerMark``.
    private(set) var isDenied = false
    /// Whether the answer says anything that a source could support, besides courtesies.
    private(set) var hasClaim = false
    /// Whether it says of something that the sources do not tell.
    private(set) var hasRefusal = false
    /// What supports the sentences of the answer, in their order; no ranges.
    private(set) var support: [LLMCitation] = []

    /// The last sentences that were judged, for what "it" stands for in the next.
    private var judged: [String] = []
    private let checksLinksOnly: Bool

    /// How many sentences are looked back at.
    private static let memory = 4
    /// Finds made-up addresses only.
    private static let linkCheck = GroundingCheck(
        minimumProbability: 0.03, ignoring: Set(GroundingProblem.Kind.allCases).subtracting([.link]))

    /// How sentences are checked.
    enum Check {
        /// Not at all: the text is known to be literal.
        case none
        /// For addresses that no source has.
        case linksOnly
        /// As the host says.
        case all(GroundingCheck)
    }

    /// What a model is told to write where the sources hold no answer. It is no part of the answer.
    static let noAnswerMark = "NO_ANSWER"

    /// - Parameters:
    ///   - check: How to check each sentence.
    ///   - restore: Puts personal data back in place of placeholders.
    ///   - withoutCustomerData: Takes placeholders of the customer's own data out of a sentence before it is checked.
    ///   - isUnrestored: Whether a restored sentence still has a placeholder.
    init(
        check: Check, sources: GroundingCheck.Sources, restore: @escaping (String) -> String,
        withoutCustomerData: @escaping (String) -> String = { $0 },
        isUnrestored: @escaping (String) -> Bool = { _ in false }
    ) {
        switch check {
        case .none: (self.check, checksLinksOnly) = (nil, false)
        case .linksOnly: (self.check, checksLinksOnly) = (Self.linkCheck, true)
        case .all(let own): (self.check, checksLinksOnly) = (own, false)
        }
        self.sources = sources
        self.restore = restore
        self.withoutCustomerData = withoutCustomerData
        self.isUnrestored = isUnrestored
    }

    /// Takes the next characters and returns what can be sent now, which may be nothing.
    mutating func append(_ text: String) -> String {
        pending += text
        var output = ""
        var rest = pending[...]
        while let end = Self.end(in: rest) {
            output += release(String(rest[..<end]))
            rest = rest[end...]
        }
        pending = String(rest)
        return output
    }

    /// Returns the rest, once the model has finished.
    mutating func finish() -> String {
        let rest = pending
        pending = ""
        return rest.isEmpty ? "" : release(rest)
    }

    /// Where a range of the model's text stands in the answer.
    ///
    /// - Returns: `nil` where all of it was removed; a range of `nil` where it has no exact place.
    func place(of range: Range<Int>) -> Range<Int>?? {
        // The text is gone: it was half a sentence of an answer that broke off.
        if range.lowerBound >= read { return nil }
        // Sentences are in order: the first that ends behind the beginning of the range, by halving.
        var lower = 0
        var upper = sentences.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if sentences[middle].source.upperBound <= range.lowerBound { lower = middle + 1 } else { upper = middle }
        }
        let touched = sentences[lower...].prefix { $0.source.lowerBound < range.upperBound }
        if touched.isEmpty { return .some(nil) }
        let kept = touched.filter { $0.start != nil }
        guard let first = kept.first, let start = first.start else { return nil }
        guard kept.count == touched.count, kept.allSatisfy(\.isLiteral) else { return .some(nil) }
        let begin = start + max(0, range.lowerBound - first.source.lowerBound)
        let end = min(begin + range.count, answer.utf8.count)
        return begin <= end ? .some(begin..<end) : .some(nil)
    }

    private static func end(in text: Substring) -> String.Index? {
        if let end = SentenceBoundary.first(in: text.prefix(maximumSentence)) { return end }
        let end = text.index(text.startIndex, offsetBy: maximumSentence, limitedBy: text.endIndex)
        return end == text.endIndex ? nil : end
    }

    /// Whether a sentence may stay.
    private mutating func stands(_ written: String) -> Bool {
        let sentence = Self.unescaped(written)
        if isUnrestored(restore(sentence)) { return false }
        guard let check else {
            hasClaim = true
            return true
        }
        let text = withoutCustomerData(sentence).trimmed
        guard !text.isEmpty else { return true }
        let judgement = check.judge(text, after: judged, by: sources)
        judged.append(text)
        if judged.count > Self.memory { judged.removeFirst() }
        let isSupported = checksLinksOnly ? !judgement.problems.contains { $0.kind == .link } : judgement.isSupported
        guard isSupported else { return false }
        if judgement.isRefusal {
            hasRefusal = true
        } else if judgement.isClaim {
            hasClaim = true
            if let place = judgement.support {
                support.append(LLMCitation(sourceID: place.sourceID, passage: place.passage, quote: place.quote))
            }
        }
        return true
    }

    /// Placeholders as they were given, where a model has written them as Markdown: `[EMAIL\\_1]`.
    private static func unescaped(_ sentence: String) -> String {
        sentence.contains("\\_") ? sentence.replacing("\\_", with: "_") : sentence
    }

    private mutating func release(_ sentence: String) -> String {
        let source = read..<read + sentence.utf8.count
        read = source.upperBound
        if check != nil, Self.unescaped(sentence).uppercased().contains(Self.noAnswerMark) {
            isDenied = true
            sentences.append(Sentence(source: source, start: nil, isLiteral: false))
            return ""
        }
        guard stands(sentence) else {
            removed.append(restore(sentence.trimmed))
            sentences.append(Sentence(source: source, start: nil, isLiteral: false))
            return ""
        }
        let restored = restore(Self.unescaped(sentence))
        let body = restored.trimmed
        guard !body.isEmpty else {
            if !answer.isEmpty { space += restored }
            return ""
        }
        let lead = String(restored.prefix(while: \.isWhitespace))
        let trail = String(restored.dropFirst(lead.count + body.count))
        let text = answer.isEmpty ? body : space + lead + body
        let begin = answer.utf8.count + text.utf8.count - body.utf8.count - (answer.isEmpty ? 0 : lead.utf8.count)
        let offset = answer.isEmpty ? source.lowerBound + lead.utf8.count : source.lowerBound
        sentences.append(
            Sentence(source: offset..<source.upperBound, start: begin, isLiteral: restored == sentence))
        answer += text
        space = trail
        return text
    }
}

extension String {
    /// The beginning, without cutting a character.
    func cut(toBytes count: Int) -> String {
        guard utf8.count > count else { return self }
        var end = utf8.index(utf8.startIndex, offsetBy: max(0, count))
        while end > utf8.startIndex, end.samePosition(in: self) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }

    /// The text without white space at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
