/// Chooses what to quote, over all sources.
struct AnswerSelector {
    /// What was chosen.
    struct Selection {
        var passages: [ReadPassage]
        /// Positions of passages in `passages`, in the order of the answer.
        var order: [Int]
        /// For every passage of the order, positions of units, ascending.
        var units: [[Int]]
        /// Whether steps or code are among them, which may take more room.
        var mayBeLong: Bool
        /// Whether steps go on from one passage to the next.
        var hasJoinedSteps = false
    }

    private let sources: [LLMSource]
    private var terms: QuestionTerms
    private let configuration: ExtractiveResponder.Configuration
    private let maximumSentences: Int
    private let maximumCharacters: Int

    init(sources: [LLMSource], terms: QuestionTerms, configuration: ExtractiveResponder.Configuration) {
        self.sources = sources
        self.terms = terms
        self.configuration = configuration
        maximumSentences = max(1, configuration.maximumSentences)
        maximumCharacters = max(1, configuration.maximumCharacters)
    }

    /// Chooses, or returns `nil` where nothing answers.
    ///
    /// - Throws: `CancellationError`.
    mutating func select() throws -> Selection? {
        guard terms.decisive != 0, !sources.isEmpty else { return nil }
        let (passages, titles) = try read()
        let limit = maximumCharacters
        let terms = terms
        let matches = sources.map { terms.match($0.title) }
        let isOutdated = sources.map(isOutdated)
        var candidates: [AnswerCandidate] = []
        for (position, passage) in passages.enumerated() {
            try Task.checkCancellation()
            candidates += CandidateFinder(
                terms: terms, read: passage, position: position, title: titles[passage.source],
                isTitleQuestion: sources[passage.source].title.hasSuffix("?"),
                isHowToTitle: QuestionTerms.isHowTo(sources[passage.source].title), maximumCharacters: limit,
                maximumSentences: maximumSentences, titleMatch: matches[passage.source],
                headingMatches: passage.structure.headings.map { terms.match($0.text) }
            ).candidates()
        }
        markOtherCases(&candidates, passages)
        for index in candidates.indices where isOutdated[passages[candidates[index].passage].source] {
            candidates[index].score *= SelectionWeights.outdated
        }
        markOtherSteps(&candidates, passages)
        let eligible = candidates.indices.filter { index in
            let candidate = candidates[index]
            let shared = candidate.own.all | candidate.context.all | titles[passages[candidate.passage].source].all
            let decisive = shared & terms.decisive
            let isEnough = decisive.nonzeroBitCount > 1 || terms.share(shared) >= configuration.minimumCoverage
            let source = passages[candidate.passage].source
            let named = titles[source].exact | candidate.context.exact
            let isNamed =
                source < SelectionWeights.trustedSources && named & terms.decisive != 0 && named.nonzeroBitCount > 1
            return decisive != 0 && (isEnough || isNamed) && candidate.score > 0
        }
        // The first of equals, for they are in the order of the ranking.
        guard var best = eligible.max(by: { (candidates[$0].score, $1) < (candidates[$1].score, $0) }) else {
            return nil
        }
        if let steps = steps(insteadOf: best, among: eligible, candidates, passages) { best = steps }
        var chosen = try extend(candidates[best], from: candidates, passages)
        if candidates[best].isSteps { joinSteps(&chosen, passages) }
        return chosen
    }

    /// Whether a source says of itself that it no longer holds, and the question doesn't ask for that.
    private func isOutdated(_ source: LLMSource) -> Bool {
        let opening = source.passages.first.map { $0.utf8.prefix(160) } ?? "".utf8.prefix(0)
        let title = Array(source.title.utf8.prefix(200).map(UTF8Text.lowercase))
        if UTF8Text.holds(
            title, anyOf: ["outdated", "obsolete", "superseded", "deprecated", "(old)", "archived", "no longer valid"])
        {
            return true
        }
        return UTF8Text.holds(
            opening.map(UTF8Text.lowercase),
            anyOf: [
                "is outdated", "is obsolete", "been superseded", "is deprecated", "no longer valid",
                "no longer maintained",
                "is out of date",
            ])
    }

    /// Marks what begins with a case that the question doesn't ask about, where another begins with the one it asks about:
    /// "In Classic, …", "Starter: …".
    private func markOtherCases(_ candidates: inout [AnswerCandidate], _ passages: [ReadPassage]) {
        var cases: [(index: Int, isAsked: Bool, passage: Int)] = []
        for index in candidates.indices where !candidates[index].isSteps && !candidates[index].isWholeList {
            let passage = passages[candidates[index].passage]
            // The case of the sentence itself, not of one that it leans on.
            guard candidates[index].units.count == 1,
                let stems = Self.caseNamed(by: passage.structure.units[candidates[index].units[0]])
            else { continue }
            let asked = terms.positions(of: stems) & terms.decisive
            cases.append((index, asked != 0, candidates[index].passage))
        }
        let asked = Set(cases.lazy.filter(\.isAsked).map(\.passage))
        for item in cases where !item.isAsked && asked.contains(item.passage) {
            candidates[item.index].isOtherCase = true
            candidates[item.index].score *= SelectionWeights.otherCase
        }
    }

    /// Marks steps that do something else than what is asked, where their source tells of that too: how to record calls, for
    /// how to export recordings.
    private func markOtherSteps(_ candidates: inout [AnswerCandidate], _ passages: [ReadPassage]) {
        let action = terms.action & terms.decisive
        guard terms.isHowTo, action != 0 else { return }
        let telling = Set(
            candidates.lazy.filter { !$0.isSteps && $0.own.all & action != 0 }.map { passages[$0.passage].source })
        for index in candidates.indices
        where candidates[index].isSteps && candidates[index].named & action == 0
            && telling.contains(passages[candidates[index].passage].source)
        {
            candidates[index].score *= SelectionWeights.otherSteps
        }
    }

    /// The words of the case that a sentence begins with: a few words after a preposition and before a comma, or before a
    /// colon.
    private static func caseNamed(by unit: PassageUnit) -> [UInt64]? {
        let bytes = Array(unit.text.utf8.prefix(60))
        guard let end = bytes.firstIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }) else {
            return nil
        }
        var scanner = WordScanner(bytes, in: 0..<end)
        var stems: [UInt64] = []
        var count = 0
        while let word = scanner.next() {
            if count == 0, bytes[end] == UInt8(ascii: ","), !EnglishWords.caseOpenings.contains(word.form) {
                return nil
            }
            count += 1
            if !word.isStopWord { stems.append(word.stem) }
        }
        return stems.isEmpty || count > 5 ? nil : stems
    }

    /// The steps to quote instead of a sentence, where the question is how to do something: those of its section, or of
    /// its source or another of the first where they fit nearly as well.
    private func steps(
        insteadOf best: Int, among eligible: [Int], _ candidates: [AnswerCandidate], _ passages: [ReadPassage]
    ) -> Int? {
        guard terms.isHowTo, !candidates[best].isSteps, !candidates[best].isAskedAlike else { return nil }
        let passage = candidates[best].passage
        let heading = passages[passage].structure.units[candidates[best].units[0]].heading
        let steps = eligible.filter { index in
            let other = candidates[index]
            let source = passages[other.passage].source
            guard other.isSteps else { return false }
            // What the sentence says of the question, they must be about too.
            let missing = candidates[best].own.exact & terms.decisive & ~other.named
            guard terms.share(missing) < SelectionWeights.missingInSteps else { return false }
            guard source == passages[passage].source else {
                return source < SelectionWeights.trustedSources
                    && other.score >= SelectionWeights.stepsOfOtherSource * candidates[best].score
            }
            let isSameSection =
                other.passage == passage && passages[passage].structure.units[other.units[0]].heading == heading
            let share = isSameSection ? SelectionWeights.stepsOfSection : SelectionWeights.stepsOfSource
            return other.score >= share * candidates[best].score
        }
        return steps.max { (candidates[$0].score, $1) < (candidates[$1].score, $0) }
    }

    // MARK: Reading

    /// Reads the passages that share most with the question, and the others of the best one's source.
    private mutating func read() throws -> (passages: [ReadPassage], titles: [QuestionTerms.Coverage]) {
        let titles = sources.map { terms.coverage(of: $0.title) }
        var found: [(source: Int, passage: Int, coverage: QuestionTerms.Coverage)] = []
        var frequencies = [Int](repeating: 0, count: terms.terms.count)
        for (source, content) in sources.enumerated() {
            for (passage, text) in content.passages.enumerated() {
                try Task.checkCancellation()
                let coverage = terms.coverage(of: text)
                for index in frequencies.indices where (coverage.exact | titles[source].exact) >> UInt64(index) & 1 == 1
                {
                    frequencies[index] += 1
                }
                found.append((source, passage, coverage))
            }
        }
        terms.weigh(frequencies: frequencies, among: found.count)
        let scored = found.enumerated().map { index, item in
            let share =
                terms.share(item.coverage.exact) + 0.5 * terms.share(item.coverage.related & ~item.coverage.exact)
                + 0.4 * terms.share(titles[item.source].all & ~item.coverage.all)
            let prior = SelectionWeights.prior(source: item.source, passage: item.passage)
            return (index: index, score: share * prior)
        }.filter { $0.score > 0 }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }

        var passages: [ReadPassage] = []
        var bytesLeft = SelectionWeights.bytesRead
        func add(_ source: Int, _ passage: Int) throws {
            guard passages.count < 2 * SelectionWeights.passagesRead, bytesLeft > 0 || passages.isEmpty,
                !passages.contains(where: { $0.source == source && $0.passage == passage })
            else { return }
            try Task.checkCancellation()
            let bytes = Array(sources[source].passages[passage].utf8)
            bytesLeft -= bytes.count
            passages.append(
                ReadPassage(
                    source: source, passage: passage, bytes: bytes,
                    structure: PassageParser.parse(bytes, title: sources[source].title)))
        }
        for item in scored.prefix(SelectionWeights.passagesRead) {
            try add(found[item.index].source, found[item.index].passage)
        }
        if let first = passages.first {
            for passage in sources[first.source].passages.indices.prefix(SelectionWeights.passagesRead) {
                try add(first.source, passage)
            }
        }
        return (passages, titles)
    }

    // MARK: Choosing

    /// Adds to the best candidate what goes with it or covers what it leaves open.
    private func extend(
        _ best: AnswerCandidate, from candidates: [AnswerCandidate], _ passages: [ReadPassage]
    ) throws -> Selection {
        var chosen = [best]
        var units: [Int: Set<Int>] = [best.passage: Set(best.units)]
        var order = [best.passage]
        var sentences = best.sentences
        var length = best.length
        var covered = best.own.all | best.context.all
        var words = self.words(best, passages)
        let ranked = candidates.indices.filter { candidates[$0].score > 0 }
            .sorted { (candidates[$1].score, $0) < (candidates[$0].score, $1) }
        var rest = ranked.prefix(400).map { candidates[$0] }
        while sentences < maximumSentences, length < maximumCharacters {
            try Task.checkCancellation()
            var winner: (index: Int, gain: Double)?
            for (index, candidate) in rest.enumerated() {
                let new = candidate.units.filter { !(units[candidate.passage]?.contains($0) ?? false) }
                guard !new.isEmpty, sentences + min(candidate.sentences, new.count) <= maximumSentences,
                    length + candidate.length <= maximumCharacters
                else { continue }
                let gain = gain(candidate, best, units, passages, covered: covered)
                guard gain >= SelectionWeights.admission * best.score, gain > winner?.gain ?? 0 else { continue }
                let ownWords = self.words(candidate, passages)
                let repeated = Double(ownWords.intersection(words).count) / Double(max(1, ownWords.count))
                guard repeated < SelectionWeights.repetition || isNext(candidate, units, passages) else { continue }
                winner = (index, gain)
            }
            guard let winner else { break }
            let candidate = rest.remove(at: winner.index)
            let isNewSource = !order.contains { passages[$0].source == passages[candidate.passage].source }
            let sourceCount = Set(order.map { passages[$0].source }).count
            if isNewSource, sourceCount >= max(1, configuration.maximumSources) { continue }
            let new = candidate.units.filter { !(units[candidate.passage]?.contains($0) ?? false) }
            units[candidate.passage, default: []].formUnion(candidate.units)
            if !order.contains(candidate.passage) { order.append(candidate.passage) }
            sentences += min(candidate.sentences, new.count)
            length += candidate.length
            covered |= candidate.own.all
            words.formUnion(self.words(candidate, passages))
            chosen.append(candidate)
        }
        let mayBeLong =
            chosen.contains { $0.isSteps }
            || order.contains { passage in
                (units[passage] ?? []).contains { passages[passage].structure.units[$0].kind == .code }
            }
        return Selection(
            passages: passages, order: order, units: order.map { (units[$0] ?? []).sorted() }, mayBeLong: mayBeLong)
    }

    /// What a candidate adds to those chosen; 0 where it doesn't belong to them.
    private func gain(
        _ candidate: AnswerCandidate, _ best: AnswerCandidate, _ units: [Int: Set<Int>], _ passages: [ReadPassage],
        covered: UInt64
    ) -> Double {
        let new = terms.share(candidate.own.exact & ~covered)
        // Long lists hold many words by chance; another passage adds sentences only.
        guard candidate.passage == best.passage || !(candidate.isSteps || candidate.isWholeList) else { return 0 }
        let asksForFact = terms.kind == .quantity || terms.kind == .definition || terms.isYesNo
        if candidate.isOtherCase { return 0 }
        if candidate.isSteps, asksForFact, new < SelectionWeights.newInSource { return 0 }
        if best.isSteps, terms.isHowTo, candidate.passage == best.passage {
            return new >= SelectionWeights.newInSource ? gainBesideSteps(candidate, best, units, passages) : 0
        }
        let source = passages[candidate.passage].source
        guard source == passages[best.passage].source else {
            // One word in common with another subject is chance.
            let shared = candidate.own.exact | candidate.context.exact
            return new >= SelectionWeights.newInOtherSource && shared.nonzeroBitCount > 1 ? candidate.score : 0
        }
        guard candidate.passage == best.passage else {
            return new >= SelectionWeights.newInSource ? candidate.score : 0
        }
        let all = passages[candidate.passage].structure.units
        // Of a fact, what its neighbours say of other things is no part: "Standard delivery takes …" of express delivery.
        if asksForFact, !terms.asksTwoThings, new == 0, !candidate.isLeaning, !best.isSteps, !best.isWholeAnswer,
            best.subject & ~candidate.subject != 0
        {
            return 0
        }
        if isNext(candidate, units, passages) { return candidate.score + SelectionWeights.follows * best.score }
        let isSameSection = all[candidate.units[0]].heading == all[best.units[0]].heading
        if isSameSection {
            let isBefore =
                candidate.units.last.map { units[candidate.passage]?.contains($0 + 1) ?? false } ?? false
                && all[candidate.units[0]].block == all[best.units[0]].block && all[best.units[0]].kind == .sentence
            if new > 0 || (isBefore && candidate.own.all != 0) {
                return candidate.score + SelectionWeights.sameSection * best.score
            }
            // One row of a table is as good as the next by its columns alone.
            if all[candidate.units[0]].kind == .row { return 0 }
            let isFact = terms.kind == .quantity && best.isSteps
            return candidate.score >= (isFact ? SelectionWeights.admission : SelectionWeights.asGood) * best.score
                ? candidate.score : 0
        }
        return new >= SelectionWeights.newInSource ? candidate.score : 0
    }

    /// What a candidate that covers something new adds to steps that are the answer: one sentence may stand before them.
    private func gainBesideSteps(
        _ candidate: AnswerCandidate, _ best: AnswerCandidate, _ units: [Int: Set<Int>], _ passages: [ReadPassage]
    ) -> Double {
        let all = passages[best.passage].structure.units
        guard let list = best.units.last.flatMap({ all[$0].list }) else { return 0 }
        let first = best.units.first { all[$0].list == list } ?? best.units[0]
        let before = (units[best.passage] ?? []).union(candidate.units).filter { $0 < first }
        guard candidate.units[0] < first else { return candidate.score }
        return before.count <= 1 ? candidate.score + SelectionWeights.follows * best.score : 0
    }

    /// Whether a candidate follows a chosen unit in the same block.
    private func isNext(_ candidate: AnswerCandidate, _ units: [Int: Set<Int>], _ passages: [ReadPassage]) -> Bool {
        guard let chosen = units[candidate.passage], let last = candidate.units.last else { return false }
        let all = passages[candidate.passage].structure.units
        return chosen.contains {
            $0 + 1 <= last && candidate.units.contains($0 + 1) && all[$0].block == all[last].block
        }
    }

    /// The stems of a candidate's words, stop words left out.
    private func words(_ candidate: AnswerCandidate, _ passages: [ReadPassage]) -> Set<UInt64> {
        var words: Set<UInt64> = []
        for unit in candidate.units {
            var scanner = WordScanner(Array(passages[candidate.passage].structure.units[unit].text.utf8))
            while let word = scanner.next() { if !word.isStopWord { words.insert(word.stem) } }
        }
        return words
    }

    // MARK: Steps across passages

    /// Where the steps were cut by the end of their passage, joins those of another passage of the source: one that ends
    /// with the steps before, or begins with the steps after.
    private func joinSteps(_ selection: inout Selection, _ passages: [ReadPassage]) {
        guard let first = selection.order.first, let units = selection.units.first else { return }
        let structure = passages[first].structure
        guard let list = units.compactMap({ structure.units[$0].list }).first(where: { structure.lists[$0].isOrdered })
        else { return }
        let info = structure.lists[list]
        let isAtStart = structure.units.first?.list == list
        let isAtEnd = structure.units.last?.list == list
        for (position, other) in passages.enumerated()
        where other.source == passages[first].source && position != first && !selection.order.contains(position) {
            let ordered = other.structure.lists.indices.filter { other.structure.lists[$0].isOrdered }
            if isAtStart, info.firstNumber > 1, let last = ordered.last, other.structure.units.last?.list == last,
                other.structure.lists[last].firstNumber < info.firstNumber,
                other.structure.lists[last].lastNumber >= info.firstNumber - 1
            {
                let leadIn = other.structure.lists[last].leadIn.map { [$0] } ?? []
                let before = steps(of: last, other) { $0 < info.firstNumber }
                selection.hasJoinedSteps = true
                selection.order.insert(position, at: 0)
                selection.units.insert((leadIn + before).sorted(), at: 0)
                return
            }
            if isAtEnd, let next = ordered.first, other.structure.units.first?.list == next,
                other.structure.lists[next].firstNumber > 1,
                other.structure.lists[next].firstNumber <= info.lastNumber + 1,
                other.structure.lists[next].lastNumber > info.lastNumber
            {
                selection.hasJoinedSteps = true
                selection.order.insert(position, at: 1)
                selection.units.insert(steps(of: next, other) { $0 > info.lastNumber }, at: 1)
                return
            }
        }
    }

    private func steps(of list: Int, _ passage: ReadPassage, where isWanted: (Int) -> Bool) -> [Int] {
        passage.structure.units.indices.filter {
            let unit = passage.structure.units[$0]
            return unit.list == list && unit.number.map(isWanted) ?? false
        }
    }
}
