/// A passage that has been read closely.
struct ReadPassage {
    /// The position of its source in the request.
    var source: Int
    /// Its position in the source.
    var passage: Int
    var bytes: [UInt8]
    var structure: PassageStructure
}

/// Units of a passage that are quoted together or not at all.
struct AnswerCandidate {
    /// The position of the passage among those read.
    var passage: Int
    /// Positions of units, ascending.
    var units: [Int]
    /// Whether they are steps.
    var isSteps = false
    /// Whether they are all items of a list.
    var isWholeList = false
    /// Whether they are all that an FAQ answers.
    var isWholeAnswer = false
    /// Whether the question they answer asks how to do something, as the one that is asked does.
    var isAskedAlike = false
    /// How many sentences they count for.
    var sentences = 1
    /// The number of bytes of their words.
    var length = 0
    /// The terms of the question in them.
    var own = QuestionTerms.Coverage()
    /// The terms of the question in their headings and the question they answer.
    var context = QuestionTerms.Coverage()
    /// The terms in anything that belongs to them: titles, headings, lead-ins, the sentences that introduce steps. Relatives
    /// count in titles and headings only: "Save" in a step is no export.
    var named: UInt64 = 0
    /// The terms among the first words of the sentence itself, and whether it leans on the one before.
    var subject: UInt64 = 0
    var isLeaning = false
    /// Whether they speak of another case than the question: "In Business, …" where it asks about Classic.
    var isOtherCase = false
    /// How well they answer.
    var score = 0.0
}

/// Finds and scores what can be quoted of one passage.
struct CandidateFinder {
    let terms: QuestionTerms
    let read: ReadPassage
    /// The position of the passage among those read.
    let position: Int
    /// The terms in the source's title.
    let title: QuestionTerms.Coverage
    /// Whether the source's title is a question.
    let isTitleQuestion: Bool
    /// Whether the question of the passage, or its source's title, asks how to do something.
    let isHowToTitle: Bool
    let maximumCharacters: Int
    let maximumSentences: Int
    /// How much of the source's title the question holds.
    let titleMatch: Double
    /// How much of every heading it holds.
    let headingMatches: [Double]

    private var units: [PassageUnit] { read.structure.units }

    /// The candidates, in the order of the passage.
    func candidates() -> [AnswerCandidate] {
        let own = units.map { terms.coverage(of: $0.text) }
        let headings = read.structure.headings.map { terms.coverage(of: $0.text) }
        let hasAnswerer = units.contains { $0.voice == .answerer && !$0.isCourtesy }
        let members = listMembers()
        let leadIns = Set(read.structure.lists.compactMap(\.leadIn))
        var candidates: [AnswerCandidate] = []
        var inSection: [Int?: Int] = [:]
        for list in read.structure.lists.indices where !members[list].isEmpty {
            let first = units[members[list][0]]
            guard isQuotable(first, hasAnswerer) else { continue }
            if let candidate = candidate(list: list, members[list]) { candidates.append(candidate) }
        }
        for index in units.indices {
            let unit = units[index]
            guard isQuotable(unit, hasAnswerer), !unit.isQuestion || unit.kind == .item else { continue }
            if let list = unit.list, read.structure.lists[list].isOrdered { continue }
            if leadIns.contains(index) || isTableHeader(unit) { continue }
            let candidate = candidate(unit: index, hasAnswerer)
            // An announcement is quoted with what it announces or not at all.
            if let last = candidate.units.last, units[last].isLeadIn { continue }
            candidates.append(candidate)
        }
        if let answer = wholeAnswer(own, headings, hasAnswerer) { candidates.append(answer) }
        candidates.sort { ($0.units[0], $0.units.count) < ($1.units[0], $1.units.count) }
        for index in candidates.indices {
            let unit = units[candidates[index].units[0]]
            let place = inSection[unit.heading, default: 0]
            inSection[unit.heading] = place + 1
            score(&candidates[index], own: own, headings: headings, place: place, hasAnswerer: hasAnswerer)
        }
        return candidates
    }

    private func listMembers() -> [[Int]] {
        var members = [[Int]](repeating: [], count: read.structure.lists.count)
        for (index, unit) in units.enumerated() { if let list = unit.list { members[list].append(index) } }
        return members
    }

    private func isQuotable(_ unit: PassageUnit, _ hasAnswerer: Bool) -> Bool {
        !unit.isCourtesy && unit.voice != .asker && (!hasAnswerer || unit.voice == .answerer)
    }

    /// Whether a unit names the columns of a table.
    private func isTableHeader(_ unit: PassageUnit) -> Bool { unit.kind == .row && unit.isFragment }

    /// A list as a whole: steps always, items where they are few and announced.
    private func candidate(list: Int, _ members: [Int]) -> AnswerCandidate? {
        let info = read.structure.lists[list]
        var candidate = AnswerCandidate(passage: position, units: (info.leadIn.map { [$0] } ?? []) + members)
        candidate.units = Array(Set(candidate.units)).sorted()
        candidate.length = candidate.units.reduce(0) {
            $0 + units[$1].text.utf8.count + units[$1].marker.utf8.count + 2
        }
        candidate.isSteps = info.isOrdered
        candidate.sentences = 3
        if info.isOrdered { return candidate }
        guard members.count > 1, members.count <= 12, units[members[0]].kind == .item,
            candidate.length <= maximumCharacters * 9 / 10, info.leadIn != nil || candidate.length < 90 * members.count
        else { return nil }
        candidate.isWholeList = true
        return candidate
    }

    /// All that answers the question of an FAQ, where it is short and the question is much like the one that is asked.
    private func wholeAnswer(
        _ own: [QuestionTerms.Coverage], _ headings: [QuestionTerms.Coverage], _ hasAnswerer: Bool
    ) -> AnswerCandidate? {
        guard read.structure.headings.count <= 1, read.structure.lists.isEmpty else { return nil }
        let questions = units.indices.filter { units[$0].isQuestion }
        var asked = isTitleQuestion ? title.exact : 0
        if let question = questions.first, questions.count == 1, question == 0 { asked |= own[question].exact }
        guard asked & terms.decisive != 0, terms.share(asked) >= SelectionWeights.answeredForWhole else { return nil }
        let chosen = units.indices.filter { isQuotable(units[$0], hasAnswerer) && !units[$0].isQuestion }
        guard chosen.count > 1, chosen.count <= maximumSentences, let last = chosen.last, !units[last].isLeadIn,
            chosen.allSatisfy({ units[$0].kind == .sentence })
        else { return nil }
        var candidate = AnswerCandidate(passage: position, units: chosen)
        candidate.isWholeAnswer = true
        candidate.sentences = chosen.count
        candidate.length = chosen.reduce(0) { $0 + units[$1].text.utf8.count + 1 }
        return candidate.length <= maximumCharacters ? candidate : nil
    }

    /// A sentence or item, with the one it leans on, or what it announces: code, a table, the next paragraph.
    private func candidate(unit index: Int, _ hasAnswerer: Bool) -> AnswerCandidate {
        var chosen = [index]
        let unit = units[index]
        if unit.kind == .row, let header = unit.list.flatMap({ read.structure.lists[$0].leadIn }) {
            chosen.append(header)
        }
        var first = index
        while first > 0, index - first < 2, leans(units[first]), isBefore(first),
            !units[first - 1].isQuestion, isQuotable(units[first - 1], hasAnswerer)
        {
            first -= 1
            chosen.append(first)
        }
        if unit.kind == .code, index > 0, units[index - 1].kind == .sentence, units[index - 1].heading == unit.heading,
            isQuotable(units[index - 1], hasAnswerer)
        {
            chosen.append(index - 1)
        }
        if unit.isLeadIn, index + 1 < units.count,
            units[index + 1].kind == .code || units[index + 1].block == unit.block + 1,
            units[index + 1].heading == unit.heading, isQuotable(units[index + 1], hasAnswerer)
        {
            chosen.append(index + 1)
            if units[index + 1].kind == .row {
                var row = index + 2
                while row < units.count, units[row].kind == .row, units[row].heading == unit.heading {
                    chosen.append(row)
                    row += 1
                }
            }
        }
        chosen = Array(Set(chosen)).sorted()
        var candidate = AnswerCandidate(passage: position, units: chosen)
        candidate.sentences = chosen.count
        candidate.length = chosen.reduce(0) { $0 + units[$1].text.utf8.count + 1 }
        return candidate
    }

    /// Whether a sentence goes on with the one before without a word that says so: it tells what to do, or is very short.
    private func elaborates(_ unit: PassageUnit) -> Bool {
        guard unit.kind == .sentence else { return false }
        var scanner = WordScanner(Array(unit.text.utf8.prefix(60)))
        guard let first = scanner.next() else { return false }
        return EnglishWords.imperatives.contains(first.form) || EnglishWords.otherwises.contains(first.form)
            || unit.text.utf8.lazy.prefix(60).count { $0 == 0x20 } < 3
    }

    /// Whether the unit before is one that a sentence can lean on: in its paragraph, or the end of the one before.
    private func isBefore(_ index: Int) -> Bool {
        let (unit, before) = (units[index], units[index - 1])
        if before.block == unit.block { return true }
        return before.block + 1 == unit.block && before.kind == .sentence && before.heading == unit.heading
            && before.question == unit.question && before.voice == unit.voice && !before.isLeadIn && !before.isFragment
    }

    /// Whether a sentence needs the one before it.
    private func leans(_ unit: PassageUnit) -> Bool {
        guard unit.kind == .sentence else { return false }
        var scanner = WordScanner(Array(unit.text.utf8.prefix(60)))
        guard let first = scanner.next() else { return false }
        if EnglishWords.dependentOpenings.contains(first.form) { return true }
        // "After that, …", "do this …", "for them …"
        guard EnglishWords.beforePronouns.contains(first.form), let second = scanner.next(),
            EnglishWords.pronouns.contains(second.form)
        else { return false }
        // Not "in this article".
        let end = second.range.upperBound
        let rest = Array(unit.text.utf8.prefix(60)).dropFirst(end)
        guard !EnglishWords.personalPronouns.contains(second.form), rest.first == 0x20, let third = scanner.next()
        else {
            return true
        }
        return third.isStopWord
            || ["case", "time", "way", "reason"].contains { WordScanner.hash($0.utf8) == third.form }
    }

    // MARK: Scoring

    private func score(
        _ candidate: inout AnswerCandidate, own: [QuestionTerms.Coverage], headings: [QuestionTerms.Coverage],
        place: Int,
        hasAnswerer: Bool
    ) {
        let main = candidate.units.first { units[$0].list != nil || !units[$0].isLeadIn } ?? candidate.units[0]
        let unit = units[main]
        for index in candidate.units { candidate.own = candidate.own | own[index] }
        if let heading = unit.heading { candidate.context = headings[heading] }
        if let question = units[candidate.units[0]].question { candidate.context = candidate.context | own[question] }
        var upper = QuestionTerms.Coverage()
        var parent = unit.heading.flatMap { read.structure.headings[$0].parent }
        while let heading = parent {
            upper = upper | headings[heading]
            parent = read.structure.headings[heading].parent
        }
        var answered: UInt64 = 0
        if let question = units[candidate.units[0]].question { answered = own[question].exact }
        if let heading = unit.heading, read.structure.headings[heading].text.hasSuffix("?") {
            answered |= headings[heading].exact
        }
        if isTitleQuestion, read.structure.headings.count <= 1 { answered |= title.exact }
        // "Who can change it?" has another answer than "how do I change it?"
        var isHowToAnswer = isHowToTitle
        if let question = units[candidate.units[0]].question {
            isHowToAnswer = QuestionTerms.isHowTo(units[question].text)
        }
        candidate.isAskedAlike = answered & terms.decisive != 0 && isHowToAnswer && terms.isHowTo
        let questionLevel =
            terms.isHowTo && !isHowToAnswer ? SelectionWeights.heading : SelectionWeights.question
        var announced: UInt64 = 0
        if let leadIn = unit.list.flatMap({ read.structure.lists[$0].leadIn }), candidate.units.contains(leadIn) {
            announced = own[leadIn].exact
        }
        let isHowTo = candidate.isSteps && terms.isHowTo
        var introduced: UInt64 = 0
        if isHowTo {
            var before = candidate.units[0] - 1
            while before >= 0, candidate.units[0] - before <= 4, units[before].heading == unit.heading,
                units[before].list == nil
            {
                introduced |= own[before].exact
                before -= 1
            }
        }
        var near: UInt64 = 0
        for index in [candidate.units[0] - 1, (candidate.units.last ?? 0) + 1] where units.indices.contains(index) {
            if units[index].block == unit.block || units[index].isLeadIn { near |= own[index].exact }
        }
        let ownLevel =
            candidate.isSteps
            ? stepLevel : candidate.isWholeList ? SelectionWeights.wholeList : SelectionWeights.own
        // What a sentence leans on is context.
        var lent: UInt64 = 0
        var held = candidate.own
        if candidate.units.count > 1, !candidate.isSteps, !candidate.isWholeList, !candidate.isWholeAnswer,
            let last = candidate.units.last, units[last].kind == .sentence, leans(units[last])
        {
            held = own[last]
            lent = candidate.own.exact
        }
        let coverage = share(
            (held.exact, ownLevel), (lent, SelectionWeights.antecedent), (answered, questionLevel),
            (announced, SelectionWeights.leadIn),
            (introduced, SelectionWeights.introductionOfSteps),
            (
                candidate.context.exact,
                unit.kind == .row
                    ? SelectionWeights.headingOfRow
                    : isHowTo ? SelectionWeights.headingOfSteps : SelectionWeights.heading
            ),
            (held.related, SelectionWeights.ownRelated),
            (title.exact, isHowTo ? SelectionWeights.titleOfSteps : SelectionWeights.title),
            (upper.exact, isHowTo ? SelectionWeights.upperHeadingOfSteps : SelectionWeights.upperHeading),
            (candidate.context.related, SelectionWeights.headingRelated), (near, SelectionWeights.neighbour),
            (title.related | upper.related, SelectionWeights.titleRelated))
        candidate.context = candidate.context | upper
        candidate.named = candidate.own.exact | candidate.context.all | answered | announced | introduced | title.all
        if let last = candidate.units.last {
            candidate.subject = subject(of: units[last]) & terms.decisive
            candidate.isLeaning = leans(units[last]) || elaborates(units[last])
        }
        let asked = max(
            titleMatch, unit.heading.map { headingMatches[$0] } ?? 0,
            units[candidate.units[0]].question.map { terms.match(units[$0].text) } ?? 0)
        let prior = SelectionWeights.prior(source: read.source, passage: read.passage)
        let extra =
            SelectionWeights.firstInSection / Double(1 + place)
            + SelectionWeights.pair * terms.share(candidate.own.pairs | candidate.context.pairs)
            + SelectionWeights.titleMatch * asked + SelectionWeights.subject * terms.share(subject(of: unit))
        candidate.score =
            coverage * prior * (1 + extra) * quality(candidate, unit, hasAnswerer) * fit(candidate, unit)
    }

    /// The terms among the first words of a unit: what it speaks of.
    private func subject(of unit: PassageUnit) -> UInt64 {
        var scanner = WordScanner(Array(unit.text.utf8.prefix(80)))
        var stems: [UInt64] = []
        for _ in 0..<4 { if let word = scanner.next(), !word.isStopWord { stems.append(word.stem) } }
        return terms.positions(of: stems)
    }

    private var stepLevel: Double {
        if terms.isYesNo { return SelectionWeights.stepForFact }
        return stepLevelOfKind
    }

    private var stepLevelOfKind: Double {
        switch terms.kind {
        case .action: SelectionWeights.step
        case .quantity, .definition: SelectionWeights.stepForFact
        case .other: SelectionWeights.stepUnasked
        }
    }

    /// The weight of the terms, each at the first and highest level that holds it, as a share of all.
    private func share(_ levels: (set: UInt64, level: Double)...) -> Double {
        var seen: UInt64 = 0
        var sum = 0.0
        for (set, level) in levels.sorted(by: { $0.level > $1.level }) {
            sum += level * terms.share(set & ~seen)
            seen |= set
        }
        return sum
    }

    /// How well the units read on their own.
    private func quality(_ candidate: AnswerCandidate, _ unit: PassageUnit, _ hasAnswerer: Bool) -> Double {
        var quality = 1.0
        let bytes = Array(unit.text.utf8)
        let text = String(decoding: bytes.prefix(60).map(UTF8Text.lowercase), as: UTF8.self)
        let words = bytes.count { $0 == 0x20 } + 1
        if unit.kind == .sentence, unit.isFragment { quality *= SelectionWeights.fragment }
        if words < 3, candidate.units.count == 1, !UTF8Text.hasUnspacedScript(unit.text) {
            quality *= SelectionWeights.short
        }
        if unit.kind == .sentence, looksLikeCode(unit.text) { quality *= SelectionWeights.loneCode }
        if text.hasPrefix("this "), UTF8Text.holds(Array(text.utf8), anyOf: Self.selfDescriptions) {
            quality *= SelectionWeights.pointer
        }
        // "The following are supported." of a list or table that isn't quoted with it.
        if unit.kind == .sentence, candidate.units.count == 1, !unit.isLeadIn,
            UTF8Text.holds(bytes, anyOf: ["following", "listed below", "shown below"])
        {
            quality *= SelectionWeights.pointer
        }
        if Self.pointers.contains(where: text.hasPrefix) { quality *= SelectionWeights.pointer }
        if candidate.isWholeAnswer, candidate.isAskedAlike || !terms.isHowTo { quality *= SelectionWeights.wholeAnswer }
        if terms.asksForNeeds, candidate.isWholeList, units[candidate.units[0]].isLeadIn,
            UTF8Text.holds(Array(units[candidate.units[0]].text.utf8), anyOf: ["need", "requir", "bring", "prepare"])
        {
            quality *= SelectionWeights.listOfNeeds
        }
        if unit.kind == .code, candidate.units.count == 1 { quality *= SelectionWeights.loneCode }
        if unit.kind == .row, candidate.context.exact & ~candidate.own.exact == 0 { quality *= SelectionWeights.row }
        if candidate.isSteps, terms.isYesNo { quality *= SelectionWeights.stepsForYesNo }
        if !candidate.isSteps, candidate.length > maximumCharacters { quality *= SelectionWeights.tooLong }
        if unit.range.lowerBound < 3, unit.text.utf8.first.map(UTF8Text.isLowercase) ?? false, read.bytes.count > 200 {
            quality *= SelectionWeights.cutOff
        }
        if let list = unit.list, candidate.isSteps, read.structure.lists[list].firstNumber > 1 {
            quality *= SelectionWeights.partialSteps
        }
        if unit.voice == .unknown, ["i ", "i'm ", "i've ", "i’m ", "i’ve ", "my "].contains(where: text.hasPrefix) {
            quality *= SelectionWeights.firstPerson
        }
        if candidate.units.count > 1, !candidate.isSteps, leans(unit) { quality *= SelectionWeights.dependent }
        return quality
    }

    /// Whether the units are the kind of answer that is asked for.
    private func fit(_ candidate: AnswerCandidate, _ unit: PassageUnit) -> Double {
        switch terms.kind {
        case .action:
            if candidate.isSteps, terms.isYesNo { return 1 }
            if candidate.isSteps {
                let isCut = candidate.units.last == units.count - 1 || candidate.units[0] == 0
                return candidate.units.count > 1 || isCut ? SelectionWeights.stepsForAction : 1
            }
            var scanner = WordScanner(Array(unit.text.utf8.prefix(40)))
            let opening = scanner.next().map { EnglishWords.imperatives.contains($0.form) } ?? false
            let isTo = unit.text.hasPrefix("To ")
            return opening || isTo ? SelectionWeights.imperativeForAction : 1
        case .quantity:
            return namesNumber(candidate) ? SelectionWeights.numberForQuantity : 1
        case .definition:
            if unit.kind == .row, unit.text.utf8.contains(UInt8(ascii: ":")) { return SelectionWeights.definition }
            let isDefining = UTF8Text.holds(
                Array(unit.text.utf8), anyOf: [" is ", " are ", " means ", " because "])
            return isDefining ? SelectionWeights.definition : 1
        case .other: return 1
        }
    }

    /// Whether a number is among the words, in digits or letters.
    private func namesNumber(_ candidate: AnswerCandidate) -> Bool {
        candidate.units.contains { index in
            if units[index].text.utf8.contains(where: UTF8Text.isDigit) { return true }
            var scanner = WordScanner(Array(units[index].text.utf8.prefix(2_000)))
            while let word = scanner.next() { if EnglishWords.numbers.contains(word.form) { return true } }
            return false
        }
    }

    /// Whether many marks stand among few words, as in code whose beginning was cut off.
    private func looksLikeCode(_ text: String) -> Bool {
        let marks = text.utf8.count { "{}$=;<>/\\|_@#&[]\"".utf8.contains($0) }
        return 9 * marks > text.utf8.count
    }

    private static let selfDescriptions: [StaticString] = [
        "page describes", "page explains", "page covers", "article describes", "article explains", "article covers",
        "guide describes", "guide explains", "document describes", "document explains", "section describes",
        "section explains", "section covers",
    ]
    private static let pointers = [
        "see ", "learn more", "for more ", "for details", "refer to", "read more", "visit ", "check out",
        "more information",
    ]
}
