/// Cuts items into passages, and decides what of each is embedded and what words it is found by.
///
/// - An **article** is cut at its headings; short neighbouring sections stay together, long ones are cut by
///   ``RecursiveTextSplitter``. Title, headings and the plain words of the passage are embedded and indexed.
/// - A **question** and its answer are one passage, found by the words of both. Embedded is the question with the
///   first words of the answer: customers ask questions, and a long answer would draw the vector away from them.
/// - A **ticket** is one passage, problem and resolution, found by the words of both and of the subject. Embedded are
///   subject and problem: the next customer has the problem, not the solution.
/// - Questions and tickets longer than a passage are cut too; the parts that hold nothing of the question or problem are
///   embedded with its first words in front.
struct PassageBuilder: Sendable {
    let maximumLength: Int
    private let markdown: RecursiveTextSplitter
    private let restructuredText: RecursiveTextSplitter
    private let plain: RecursiveTextSplitter

    /// How much of an answer is embedded with its question, in characters: about two sentences.
    private static let answerLead = 200
    /// How much of a title goes before each passage, in characters.
    private static let titleLead = 200
    /// Sections shorter than this part of a passage are joined to the next.
    private static let joinedPart = 3

    /// - Throws: ``KnowledgeError`` with `invalidArgument`.
    init(maximumLength: Int, overlap: Int) throws {
        func splitter(_ separators: [RecursiveTextSplitter.Separator]) throws -> RecursiveTextSplitter {
            try RecursiveTextSplitter(
                maximumLength: maximumLength, overlap: overlap, separators: separators,
                separatorPlacement: .startOfNext, measure: .condensed)
        }
        self.maximumLength = maximumLength
        markdown = try splitter(.markdown)
        restructuredText = try splitter(.restructuredText)
        plain = try splitter(.plain)
    }

    /// The passages of an item; at least one where the item is valid. O(text).
    func drafts(of item: KnowledgeItem) -> [PassageDraft] {
        switch item {
        case .article(let article): drafts(of: article)
        case .faq(let faq): drafts(of: faq, text: item.text)
        case .resolvedTicket(let ticket): drafts(of: ticket, text: item.text)
        }
    }

    // MARK: - Articles

    private func drafts(of article: Article) -> [PassageDraft] {
        var body = article.body
        return body.withUTF8 { bytes in
            let outline = HeadingOutline(bytes, format: article.format)
            var run = SplitterRun(splitter(for: article.format), bytes)
            for section in sections(bytes, outline) { run.split(section) }
            let paths = outline.paths(at: run.spans.map(\.bytes.lowerBound), title: article.title)
            var drafts: [PassageDraft] = []
            drafts.reserveCapacity(run.spans.count)
            for (span, path) in zip(run.spans, paths) {
                let text = bytes.string(span.bytes)
                let words = PlainText.of(
                    text, format: article.format, fence: outline.fence(at: span.bytes.lowerBound))
                // A part of nothing but mark-up is left out, unless the article is nothing else.
                if words.isEmpty, run.spans.count > 1, !drafts.isEmpty || span.bytes != run.spans.last?.bytes {
                    continue
                }
                let prefixed = [article.title.lead(Self.titleLead), path?.lead(Self.titleLead) ?? "", words]
                    .filter { !$0.isEmpty }.joined(separator: "\n")
                drafts.append(
                    PassageDraft(
                        text: text, heading: path, range: span.scalars, embedded: prefixed, lexical: prefixed))
            }
            return drafts
        }
    }

    /// The parts of a body to be split: from heading to heading, short ones joined.
    private func sections(_ bytes: UnsafeBufferPointer<UInt8>, _ outline: HeadingOutline) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = 0
        var length = 0
        var sectionStart = 0
        for end in outline.headings.map(\.start) + [bytes.count] where end > sectionStart {
            let added = TextMeasure.condensed.length(of: sectionStart..<end, in: bytes)
            if start < sectionStart, length * Self.joinedPart > maximumLength || length + added > maximumLength {
                result.append(start..<sectionStart)
                start = sectionStart
                length = 0
            }
            length += added
            sectionStart = end
        }
        if start < bytes.count { result.append(start..<bytes.count) }
        return result
    }

    private func splitter(for format: Article.Format) -> RecursiveTextSplitter {
        switch format {
        case .markdown: markdown
        case .restructuredText: restructuredText
        case .plain: plain
        }
    }

    // MARK: - Questions and tickets

    private func drafts(of faq: FAQ, text: String) -> [PassageDraft] {
        let chunks = markdown.split(text)
        let answerStart = faq.question.unicodeScalars.count
        let question = PlainText.of(faq.question, format: .markdown).ifEmpty(faq.question)
        return chunks.map { chunk in
            let answer = PlainText.of(chunk.part(from: answerStart), format: .markdown)
            let embedded =
                chunks.count == 1
                ? question + "\n" + answer.lead(Self.answerLead) : question.lead(Self.titleLead) + "\n" + answer
            // The question counts twice as much as the answer: a match in it is worth more.
            let lexical = question.lead(maximumLength) + "\n" + PlainText.of(chunk.text, format: .markdown)
            return PassageDraft(text: chunk.text, range: chunk.range, embedded: embedded, lexical: lexical)
        }
    }

    private func drafts(of ticket: ResolvedTicket, text: String) -> [PassageDraft] {
        let problemEnd = ticket.statement.unicodeScalars.count
        let subject = ticket.problem.isBlank || ticket.subject.isBlank ? "" : ticket.subject.lead(Self.titleLead) + "\n"
        let chunks = plain.split(text)
        return chunks.map { chunk in
            let problem = chunk.part(to: problemEnd)
            let embedded =
                problem.isBlank
                ? (subject.isEmpty ? ticket.statement.lead(Self.titleLead) + "\n" : subject) + chunk.text
                : subject + problem
            return PassageDraft(
                text: chunk.text, range: chunk.range, embedded: embedded, lexical: subject + chunk.text)
        }
    }
}

extension TextChunk {
    /// What lies before a place in the whole text.
    fileprivate func part(to end: Int) -> String {
        guard end < range.upperBound else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, end - range.lowerBound)))).trimmed
    }

    /// What lies from a place in the whole text on.
    fileprivate func part(from start: Int) -> String {
        guard start > range.lowerBound else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start - range.lowerBound))).trimmed
    }
}

extension String {
    /// The string without the white space at its ends.
    var trimmed: String {
        var copy = self
        return copy.withUTF8 { $0.string($0.trimmed(0..<$0.count)) }
    }

    /// The first characters, up to the end of a word where there is one in the second half.
    func lead(_ count: Int) -> String {
        guard let end = index(startIndex, offsetBy: count, limitedBy: endIndex), end < endIndex else { return self }
        let cut = self[..<end]
        if let space = cut.lastIndex(of: " "), cut.distance(from: startIndex, to: space) > count / 2 {
            return String(cut[..<space])
        }
        return String(cut)
    }

    func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
