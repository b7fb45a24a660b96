/// The words of a question that say what it is about, each with its weight.
struct QuestionTerms {
    /// A word of the question.
    struct Term {
        var stem: UInt64
        /// How much it says, before rarity.
        var importance: Double
        /// Whether a source that shares only such words shares nothing.
        var isWeak: Bool
        /// The importance by its rarity.
        var weight = 0.0
    }

    /// What kind of answer the question asks for.
    enum Kind {
        /// Something to do.
        case action
        /// A number, a time, a sum.
        case quantity
        /// What something is.
        case definition
        /// Anything else.
        case other
    }

    /// At most 64, so that a set of them is one number.
    private(set) var terms: [Term] = []
    private(set) var kind = Kind.other
    /// Whether it asks how to do something, which steps answer best.
    private(set) var isHowTo = false
    /// Whether it asks what is needed, which a list answers best.
    private(set) var asksForNeeds = false
    /// Whether a second question follows: "… and what does it cost?"
    private(set) var asksTwoThings = false
    /// Whether it asks for a yes or no.
    private(set) var isYesNo = false
    /// What the person wants to do: the word after "how do I".
    private(set) var action: UInt64 = 0
    private var positions: [UInt64: Int] = [:]
    private var relatives: [UInt64: UInt64] = [:]
    /// Terms that count for the decision whether a source shares anything.
    private(set) var decisive: UInt64 = 0
    private(set) var totalWeight = 0.0

    /// Reads the question, and what the person wrote before it, which counts little.
    init(question: String, earlier: String) {
        let bytes = Self.ends(of: question)
        let sentences = SentenceSegmenter.sentences(bytes, 0..<bytes.count)
        let isAsking = sentences.map { $0.last.map { bytes[$0] == UInt8(ascii: "?") } ?? false }
        for (sentence, isAsking) in zip(sentences, isAsking) where isAsking { add(bytes, sentence, importance: 1) }
        let importance = isAsking.contains(true) ? 0.7 : 1
        for (sentence, isAsking) in zip(sentences, isAsking) where !isAsking {
            add(bytes, sentence, importance: importance)
        }
        let strong = terms.indices.filter { !terms[$0].isWeak }
        for index in strong.isEmpty ? Array(terms.indices) : strong { decisive |= 1 << UInt64(index) }

        let context = Self.ends(of: earlier)
        let count = terms.count
        let own = action
        add(context, 0..<context.count, importance: 0.3)
        action = own
        // "And how do I do that?": all that is known is what was said before.
        if decisive == 0 { for index in count..<terms.count { decisive |= 1 << UInt64(index) } }
        for (index, term) in terms.enumerated() {
            for relative in EnglishWords.related[term.stem] ?? [] {
                relatives[relative, default: 0] |= 1 << UInt64(index)
            }
        }
        let words = " " + UTF8Text.lowercaseWords(bytes, 0..<bytes.count, limit: 400) + " "
        kind = Self.kind(of: words)
        isHowTo = kind == .action && Self.asks(words, Self.waysToAskHow)
        let asking = sentences.last { bytes[$0.upperBound - 1] == UInt8(ascii: "?") } ?? sentences.last
        asksTwoThings = Self.asks(words, Self.secondQuestions)
        asksForNeeds = Self.asks(words, Self.waysToAskForNeeds)
        if asksForNeeds {
            kind = .other
            isHowTo = false
        }
        if let asking, !isHowTo {
            // "My order has left, can I still …"
            let comma = bytes[asking].lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 }
            isYesNo = [asking.lowerBound, comma].contains { start in
                guard let start else { return false }
                var scanner = WordScanner(bytes, in: start..<asking.upperBound)
                return scanner.next().map { EnglishWords.yesNoOpenings.contains($0.form) } ?? false
            }
        }
    }

    private static let actionImportance = 1.3

    /// The first and last kilobytes of a text.
    private static func ends(of text: String) -> [UInt8] {
        let utf8 = text.utf8
        guard utf8.count > 16_384 else { return Array(utf8) }
        return Array(utf8.prefix(12_288)) + [0x0A] + utf8.suffix(4_096)
    }

    private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, importance: Double) {
        var scanner = WordScanner(bytes, in: range)
        var isAction = false
        while terms.count < 64, let word = scanner.next() {
            // "How do I restore …": what is to be done says more than what it is done to.
            defer { isAction = EnglishWords.subjects.contains(word.form) }
            guard !word.isStopWord, positions[word.stem] == nil else { continue }
            let importance = isAction ? Self.actionImportance * importance : importance
            let isWeak = EnglishWords.weakWords.contains(word.stem)
            positions[word.stem] = terms.count
            if isAction, !isWeak { action |= 1 << UInt64(terms.count) }
            terms.append(Term(stem: word.stem, importance: isWeak ? 0.35 * importance : importance, isWeak: isWeak))
        }
    }

    /// Whether one of some phrases occurs among words that are separated and surrounded by single spaces.
    private static func asks(_ words: String, _ phrases: [String]) -> Bool {
        phrases.contains { words.contains(" " + $0 + " ") }
    }

    private static let secondQuestions = [
        "and what", "and how", "and when", "and where", "and which", "and why", "and who", "and do", "and does",
        "and can", "and is", "and are", "and will",
    ]

    private static let waysToAskForNeeds = [
        "what do i need", "what do we need", "what documents", "which documents", "what is needed", "what is required",
        "what are the requirements", "what should i bring", "what do i have to bring",
    ]

    /// Not "can I", which asks for a yes or no.
    private static let waysToAskHow = [
        "how do", "how can", "how to", "how should", "how would", "how could", "how", "where do", "where can", "steps",
        "need to", "want to", "trying to", "what can i do", "what should i do", "what do i do", "what should we do",
        "what can we do", "what do we do",
    ]

    /// Whether a question of an FAQ asks how to do something.
    static func isHowTo(_ question: String) -> Bool {
        let bytes = Array(question.utf8)
        let words = " " + UTF8Text.lowercaseWords(bytes, 0..<bytes.count, limit: 100) + " "
        return kind(of: words) == .action && asks(words, waysToAskHow)
    }

    private static func kind(of words: String) -> Kind {
        func asks(_ phrases: [String]) -> Bool { Self.asks(words, phrases) }
        if asks([
            "how much", "how many", "how long", "how often", "how soon", "when", "what time", "how big", "how large",
        ]) {
            return .quantity
        }
        if asks([
            "how do", "how can", "how to", "how should", "where do", "where can", "can i", "can we", "steps",
            "how would", "how could", "what can i do", "what should i do", "what do i do", "what should we do",
            "what can we do", "what do we do",
        ]) {
            return .action
        }
        if asks([
            "what is", "what's", "what are", "what does", "why", "what do you mean", "difference", "what happens",
            "how does", "how is",
            "how are", "how come",
        ]) {
            return .definition
        }
        return asks(["can't", "cannot", "doesn't", "won't", "not working", "need to", "want to", "trying to", "how"])
            ? .action : .other
    }

    /// Weighs the terms by their rarity among the passages, as BM25 does.
    ///
    /// - Parameters:
    ///   - frequencies: For every term, the number of passages that hold it.
    ///   - count: The number of passages.
    mutating func weigh(frequencies: [Int], among count: Int) {
        for index in terms.indices {
            // A word that occurs nowhere is as rare as one that occurs once: it may be chat, or the point.
            let frequency = Double(max(1, frequencies[index]))
            let rarity = Self.logarithm(1 + (Double(count) - frequency + 0.5) / (frequency + 0.5))
            terms[index].weight = terms[index].importance * (0.3 + rarity)
        }
        totalWeight = terms.reduce(0) { $0 + $1.weight }
    }

    /// The natural logarithm of a number from 1 on, without Foundation: exponent and a series for the mantissa.
    private static func logarithm(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        var sum = 0.0
        var power = ratio
        for odd in stride(from: 1.0, through: 19, by: 2) {
            sum += power / odd
            power *= square
        }
        return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
    }

    /// The terms in a text, as they are, as relatives, and next to each other.
    func coverage(of text: String) -> Coverage {
        let bytes = Array(text.utf8)
        return coverage(of: bytes, 0..<bytes.count)
    }

    /// The terms in a range of a text.
    func coverage(of bytes: [UInt8], _ range: Range<Int>) -> Coverage {
        var coverage = Coverage()
        var scanner = WordScanner(bytes, in: range)
        var last: (term: Int, place: Int)?
        var place = 0
        while let word = scanner.next() {
            place += 1
            if let position = positions[word.stem] {
                coverage.exact |= 1 << UInt64(position)
                if let last, last.term + 1 == position, place - last.place <= 2 {
                    coverage.pairs |= 1 << UInt64(position)
                }
                last = (position, place)
            } else if let related = relatives[word.stem] {
                coverage.related |= related
            }
        }
        return coverage
    }

    /// The terms among some stems.
    func positions(of stems: [UInt64]) -> UInt64 {
        stems.reduce(0) { set, stem in positions[stem].map { set | 1 << UInt64($0) } ?? set }
    }

    /// How much of a title the question holds: the share of its content words, from 0 to 1; 0 where there is only one.
    func match(_ title: String) -> Double {
        var scanner = WordScanner(Array(title.utf8.prefix(400)))
        var seen: Set<UInt64> = []
        var held = 0
        while let word = scanner.next() {
            guard !word.isStopWord, seen.insert(word.stem).inserted else { continue }
            if let position = positions[word.stem], terms[position].importance >= 0.3 { held += 1 }
        }
        return seen.count > 1 ? Double(held) / Double(seen.count) : 0
    }

    /// The weight of a set of terms as a share of all, from 0 to 1.
    func share(_ set: UInt64) -> Double {
        guard totalWeight > 0 else { return 0 }
        return weight(set) / totalWeight
    }

    func weight(_ set: UInt64) -> Double {
        var rest = set
        var sum = 0.0
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            if index < terms.count { sum += terms[index].weight }
            rest &= rest - 1
        }
        return sum
    }

    /// Terms of a question that occur in a text, as sets of their positions.
    struct Coverage {
        /// Those that occur.
        var exact: UInt64 = 0
        /// Those of which a relative occurs.
        var related: UInt64 = 0
        /// Those that occur right after the term before them.
        var pairs: UInt64 = 0

        var all: UInt64 { exact | related }

        static func | (first: Coverage, second: Coverage) -> Coverage {
            Coverage(
                exact: first.exact | second.exact, related: first.related | second.related,
                pairs: first.pairs | second.pairs)
        }
    }
}
