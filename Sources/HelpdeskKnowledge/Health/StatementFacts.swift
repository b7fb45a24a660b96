/// What a sentence says, as far as it can contradict another.
struct StatementFacts: Sendable {
    let words: [StatementWord]
    /// The stems of its content words.
    let tokens: Set<String>
    let quantities: [Quantity]
    let scopes: [ScopeTerms.Kind: Set<String>]
    /// Words with capitals that are not due to the start of a sentence, in lower case.
    let names: Set<String>
    /// How often it denies.
    private(set) var denials = 0
    /// The stem of what is denied.
    private(set) var denied: String?
    /// Whether a need is denied: "do not have to".
    private(set) var deniesNeed = false
    /// The stems of the verbs after "can", "must", "to" and the like.
    let verbs: Set<String>
    /// The stems of the words of its conditions and times: after "if", "when", "before".
    let conditions: Set<String>
    let steps: InterfaceSteps

    init(_ statement: Statement, format: Article.Format) {
        let words = StatementWord.words(of: PlainText.of(statement.text, format: format))
        self.words = words
        tokens = Set(words.compactMap(ContentWords.stem))
        quantities = QuantityParser.quantities(in: words)
        scopes = ScopeTerms.scopes(of: words)
        names = Set(
            words.enumerated().compactMap { place, word in
                let isName =
                    word.hasInnerCapital && word.written.unicodeScalars.count > 1
                    || place > 0 && word.isCapitalized && word.mark == nil && word.text != "i"
                return isName && Unit.known[word.text] == nil ? word.text : nil
            })
        verbs = Self.verbs(words)
        conditions = Self.conditions(words)
        steps = InterfaceSteps(StatementWord.words(of: Self.withoutLinks(statement.text, format: format)))
        findDenials()
    }

    /// Whether the sentence has one of some words.
    func has(_ set: Set<String>) -> Bool { words.contains { set.contains($0.text) } }

    /// Whether it is an example or a guess rather than a rule.
    var isExample: Bool {
        for (place, word) in words.enumerated() {
            switch word.text {
            case "example", "examples", "e.g", "suppose", "imagine", "assume", "assuming", "instance", "sample":
                return true
            case "such": if place + 1 < words.count, words[place + 1].text == "as" { return true }
            default: break
            }
        }
        return false
    }

    /// Words that make an exception or a condition.
    static let exceptions: Set<String> = [
        "unless", "except", "only", "until", "but", "instead", "however", "rather", "otherwise", "although", "though",
        "excluding", "apart", "than", "despite", "yet", "some", "most", "might", "sometimes", "partially", "currently",
        "true", "false",
    ]
    /// Words that begin a condition.
    static let openers: Set<String> = ["if", "when", "unless", "once", "while", "whenever", "where", "provided"]

    /// The values of a switch that it speaks of: sentences describe them one by one.
    var states: Set<String> {
        Set(words.map(\.text)).intersection(["true", "false", "enabled", "disabled", "default"])
    }

    private static func verbs(_ words: [StatementWord]) -> Set<String> {
        var verbs: Set<String> = []
        for (place, word) in words.enumerated() {
            let opens = ["can", "cannot", "can't", "may", "must", "to", "should", "will", "could", "won't", "shall"]
            guard opens.contains(word.text) else { continue }
            var next = place + 1
            while next < words.count, next < place + 4, words[next].mark == nil {
                if let stem = ContentWords.stem(of: words[next]) {
                    verbs.insert(stem)
                    break
                }
                next += 1
            }
        }
        return verbs
    }

    private static func conditions(_ words: [StatementWord]) -> Set<String> {
        var result: Set<String> = []
        /// How many words still belong to it: a clause of its own goes on to the comma, a time is two words long.
        var left = 0
        for word in words {
            if openers.contains(word.text) {
                left = .max
                continue
            }
            if ["before", "after", "until", "since", "during"].contains(word.text) {
                left = max(left, 2)
                continue
            }
            if word.mark == "," || word.mark == ";" { left = 0 }
            if left > 0, let stem = ContentWords.stem(of: word) {
                result.insert(stem)
                left -= 1
            }
        }
        return result
    }

    private mutating func findDenials() {
        for (place, word) in words.enumerated() {
            let isWord = Negation.of(word.text) != nil
            let opposite = Negation.positive(of: word.text)
            guard isWord || opposite != nil else { continue }
            // "is non-refundable" denies, "non-profit organizations" does not.
            let before = place > 0 ? words[place - 1].text : ""
            if opposite != nil, word.text.hasPrefix("non"), !["is", "are", "be", "was", "were"].contains(before) {
                continue
            }
            denials += 1
            if let opposite, let stem = ContentWords.stem(of: StatementWord(text: opposite, written: opposite)) {
                denied = stem
                continue
            }
            let rest = words[(place + 1)...].prefix(4)
            if isWord, rest.prefix(2).contains(where: { ["need", "have", "required", "necessary"].contains($0.text) }) {
                deniesNeed = true
            }
            denied =
                rest.lazy.compactMap(ContentWords.stem).first
                ?? words[..<place].reversed().lazy.compactMap(ContentWords.stem).first
        }
    }

    /// Whether what is denied is denied of all, for certain, and of nothing else: not "not only", "may not".
    var deniesPlainly: Bool {
        guard denials == 1, denied != nil else { return false }
        for (place, word) in words.enumerated() where Negation.of(word.text) != nil {
            let next = place + 1 < words.count ? words[place + 1].text : ""
            let before = place > 0 ? words[place - 1].text : ""
            // "Copy the value, not the name."
            if word.mark == ",", word.text == "not" { return false }
            if ["only", "yet", "sure", "necessarily", "all", "always", "every", "just", "matter", "later"].contains(
                next)
                || ["may", "might", "if", "why", "or", "whether", "does", "do"].contains(before) && next.isEmpty
                || ["may", "might", "if", "or"].contains(before)
            {
                return false
            }
        }
        return true
    }

    /// The text without the targets of reStructuredText links, which have marks of paths.
    private static func withoutLinks(_ text: String, format: Article.Format) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        return PlainText.of(text, format: format)
    }
}
