/// Finds the phrases of all rules in the tokens of one message.
///
/// Every phrase is tried only where its first word stands, in a window of 64 words inside one sentence; reached places
/// are bits of one integer, so gaps cost no backtracking and the whole is linear in the message.
struct RuleMatcher {
    /// A phrase that was found.
    struct Match {
        /// The first and the last token, or both -1 for a mark.
        var first: Int
        var last: Int
        var start: Int32
        var end: Int32
        var isNegated: Bool
        var isDenied: Bool
        var isQuoted: Bool
        var sentence: Int32
    }

    private let rules: CompiledRules
    private let message: MessageTokens
    /// For each rule, its first matches.
    private(set) var matches: [[Match]]
    /// For each rule, whether a required phrase, or an excluding one, is there.
    private var required: [Bool]
    private var excluded: [Bool]
    /// Sentences that ask for something, and side remarks.
    private(set) var requests: Set<Int32> = []
    private(set) var remarks: Set<Int32> = []

    /// How many matches of one rule are kept.
    private static let mostMatches = 6
    /// How far before the match a negation is looked for, in words.
    private static let negationReach = 5
    private static let denialReach = 8

    init(_ message: MessageTokens, rules: CompiledRules) {
        self.rules = rules
        self.message = message
        matches = Array(repeating: [], count: rules.rules.count)
        required = Array(repeating: false, count: rules.rules.count)
        excluded = required
        for index in message.tokens.indices { match(at: index) }
        for mark in message.marks { match(mark) }
        for index in rules.rules.indices {
            if excluded[index] || !rules.rules[index].requires.isEmpty && !required[index] { matches[index] = [] }
        }
    }

    private mutating func match(at index: Int) {
        let symbols = message.tokens[index].symbols
        if symbols.0 != 0 { match(at: index, symbols.0) }
        if symbols.1 != 0 { match(at: index, symbols.1) }
        if symbols.2 != 0 { match(at: index, symbols.2) }
        if symbols.3 != 0 { match(at: index, symbols.3) }
    }

    private mutating func match(at index: Int, _ symbol: Int32) {
        let token = message.tokens[index]
        for number in rules.starts[Int(symbol)] {
            let pattern = rules.patterns[Int(number)]
            if pattern.atStart && token.pause < .sentence { continue }
            if pattern.inQuestion && !message.questions[Int(token.sentence)] { continue }
            let rule = Int(pattern.rule)
            if pattern.role == .phrase, let last = matches[rule].last,
                last.first == index || matches[rule].count >= Self.mostMatches
            {
                continue
            }
            guard let last = end(of: pattern, from: index) else { continue }
            switch pattern.role {
            case .request: requests.insert(token.sentence)
            case .remark: remarks.insert(token.sentence)
            case .requirement: required[rule] = true
            case .exception: if !isNegated(index, Self.negationReach) { excluded[rule] = true }
            case .phrase:
                matches[rule].append(
                    Match(
                        first: index, last: last, start: token.start, end: message.tokens[last].end,
                        isNegated: isNegated(index, Self.negationReach), isDenied: isDenied(index),
                        isQuoted: token.isQuoted, sentence: token.sentence))
            }
        }
    }

    private mutating func match(_ mark: MessageTokens.Mark) {
        for number in rules.starts[Int(rules.symbol(of: mark.kind))] {
            let pattern = rules.patterns[Int(number)]
            let rule = Int(pattern.rule)
            switch pattern.role {
            case .request, .remark: break
            case .requirement: required[rule] = true
            case .exception: excluded[rule] = true
            case .phrase where matches[rule].count < Self.mostMatches:
                matches[rule].append(
                    Match(
                        first: -1, last: -1, start: mark.start, end: mark.end, isNegated: false, isDenied: false,
                        isQuoted: false, sentence: -1))
            case .phrase: break
            }
        }
    }

    /// The last token of the shortest match from there.
    private func end(of pattern: CompiledRules.Pattern, from index: Int) -> Int? {
        let tokens = message.tokens
        var reached: UInt64 = 1
        let first = Int(pattern.first)
        for place in 1..<max(1, Int(pattern.count)) {
            let element = rules.elements[first + place]
            let gap = Int(rules.gaps[first + place])
            var next: UInt64 = 0
            while reached != 0 {
                let offset = reached.trailingZeroBitCount
                reached &= reached - 1
                var position = offset + 1
                var skipped = 0
                while position < 64, index + position < tokens.count {
                    let token = tokens[index + position]
                    if token.pause == .sentence { break }
                    if rules.passes(token.symbols, element) { next |= 1 << UInt64(position) }
                    if skipped == gap || token.negates || token.turns { break }
                    skipped += 1
                    position += 1
                }
            }
            if next == 0 { return nil }
            reached = next
        }
        while pattern.atEnd, reached != 0 {
            let last = index + reached.trailingZeroBitCount
            if last + 1 == tokens.count || tokens[last + 1].pause == .sentence { return last }
            reached &= reached - 1
        }
        return reached == 0 ? nil : index + reached.trailingZeroBitCount
    }

    /// Whether a negation stands before the word, in its clause.
    private func isNegated(_ index: Int, _ reach: Int) -> Bool {
        var position = index
        var steps = 0
        while position > 0, steps < reach, message.tokens[position].pause == .none {
            position -= 1
            steps += 1
            let token = message.tokens[position]
            if token.turns { return false }
            if token.negates { return true }
        }
        return false
    }

    /// Whether the customer says that it is not about this: "not asking for", "isn't about".
    private func isDenied(_ index: Int) -> Bool {
        var position = index
        var steps = 0
        var denies = false
        while position > 0, steps < Self.denialReach, message.tokens[position].pause == .none {
            position -= 1
            steps += 1
            let token = message.tokens[position]
            if token.turns { return false }
            if token.denies { denies = true }
            if token.negates { return denies }
        }
        return false
    }
}
