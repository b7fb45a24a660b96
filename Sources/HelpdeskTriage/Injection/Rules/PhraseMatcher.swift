/// Finds where phrase rules match, each rule tried only where its first element can begin.
struct PhraseMatcher: Sendable {
    /// A match of a rule.
    struct Match {
        var rule: Int
        /// Tokens.
        var range: Range<Int>
    }

    let rules: [PhraseRule]
    private var byConcept: [[Int]]
    private var byWord: [UInt64: [Int]] = [:]
    private var atStart: [Int] = []

    /// - Parameter disabled: The names of rules that never match; the others keep their numbers.
    init(_ rules: [PhraseRule], disabled: Set<String> = []) {
        self.rules = rules
        byConcept = Array(repeating: [], count: 64)
        for (index, rule) in rules.enumerated() where !disabled.contains(rule.name) {
            switch rule.elements.first {
            case .concept(let set): set.forEach { byConcept[$0].append(index) }
            case .words(let keys): for key in keys { byWord[key, default: []].append(index) }
            default: atStart.append(index)
            }
        }
    }

    /// The first match of each rule in each sentence.
    func matches(_ tokens: [InjectionToken]) -> [Match] {
        var found: [Match] = []
        var lastSentence = Array(repeating: Int32(-1), count: rules.count)
        for index in tokens.indices {
            let token = tokens[index]
            func attempt(_ rule: Int) {
                guard lastSentence[rule] != token.sentence, let range = rules[rule].match(tokens, at: index) else {
                    return
                }
                lastSentence[rule] = token.sentence
                found.append(Match(rule: rule, range: range))
            }
            if !token.isMark || token.concepts != [] {
                token.concepts.forEach { for rule in byConcept[$0] { attempt(rule) } }
            }
            if let list = byWord[token.key] { for rule in list { attempt(rule) } }
            if index == 0 || tokens[index - 1].sentence != token.sentence { for rule in atStart { attempt(rule) } }
        }
        return found
    }
}
