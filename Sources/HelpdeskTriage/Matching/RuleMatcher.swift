/// Finds the phrases of all rules in the tokens of one message.
///
/// Every phrase is tried only where its first word stands, in a window of 64 words inside one sentence; reached places
/// are bits of one integer, so gaps cost no backtracking and the whole is linear in the message.
struct RuleMatcher {
    /// A phrase that was found.
    struct Match {
        /// The number of the phrase.
        var pattern: Int32
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
    /// All matches in the order they were found. Those of one slot are chained from the first to the last.
    private var found: [(match: Match, next: Int32)] = []
    /// For each slot, its first and last match (0 for none), how many there are, and whether a required or excluding
    /// phrase is there.
    private var states: [State]
    /// Sentences that ask for something, and side remarks.
    private(set) var requests: Set<Int32> = []
    private(set) var remarks: Set<Int32> = []

    private struct State {
        var first: Int32 = 0
        var last: Int32 = 0
        var count: UInt8 = 0
        var isRequired = false
        var isExcluded = false
    }

    /// How far before the match a negation is looked for, in words.
    private static let negationReach = 5
    private static let denialReach = 8

    init(_ message: MessageTokens, rules: CompiledRules) {
        self.rules = rules
        self.message = message
        states = Array(repeating: State(), count: rules.mostMatches.count)
        found.reserveCapacity(64)
        for index in message.tokens.indices { match(at: index) }
        for mark in message.marks { match(mark) }
    }

    /// The number of the first match of a rule, or `nil` if there is none, a required phrase is missing, or an
    /// excluding one is there.
    @inline(__always)
    func firstMatch(of rule: Int) -> Int? {
        let slot = Int(rules.slots[rule])
        let first = states[slot].first
        if first == 0 || states[slot].isExcluded { return nil }
        return rules.needsRequirement[slot] && !states[slot].isRequired ? nil : Int(first)
    }

    /// The match of that number, and the number of the next one of the same rule.
    @inline(__always)
    func match(_ number: Int) -> (match: Match, next: Int?) {
        let entry = found[number - 1]
        return (entry.match, entry.next == 0 ? nil : Int(entry.next))
    }

    private mutating func add(_ match: Match, to slot: Int) {
        found.append((match, 0))
        let number = Int32(found.count)
        if states[slot].last == 0 {
            states[slot].first = number
        } else {
            found[Int(states[slot].last) - 1].next = number
        }
        states[slot].last = number
        states[slot].count += 1
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
        for position in rules.candidates(symbol) {
            let number = rules.pattern(at: position)
            let pattern = rules.patterns[number]
            if pattern.atStart && token.pause < .sentence { continue }
            if pattern.inQuestion && !message.questions[Int(token.sentence)] { continue }
            let slot = Int(pattern.slot)
            if pattern.role == .phrase {
                let state = states[slot]
                if state.count >= rules.mostMatches[slot]
                    || state.last != 0 && !rules.addsUp[slot] && found[Int(state.last) - 1].match.first == index
                {
                    continue
                }
            }
            let last = pattern.count == 1 && !pattern.atEnd ? index : end(of: pattern, from: index)
            guard let last else { continue }
            switch pattern.role {
            case .request: requests.insert(token.sentence)
            case .remark: remarks.insert(token.sentence)
            case .requirement: states[slot].isRequired = true
            case .exception: if !isNegated(index, Self.negationReach) { states[slot].isExcluded = true }
            case .phrase:
                add(
                    Match(
                        pattern: Int32(number), first: index, last: last, start: token.start,
                        end: message.tokens[last].end,
                        isNegated: isNegated(index, Self.negationReach), isDenied: isDenied(index),
                        isQuoted: token.isQuoted, sentence: token.sentence), to: slot)
            }
        }
    }

    private mutating func match(_ mark: MessageTokens.Mark) {
        for position in rules.candidates(rules.symbol(of: mark.kind)) {
            let number = rules.pattern(at: position)
            let pattern = rules.patterns[number]
            let slot = Int(pattern.slot)
            switch pattern.role {
            case .request, .remark: break
            case .requirement: states[slot].isRequired = true
            case .exception: states[slot].isExcluded = true
            case .phrase where states[slot].count < rules.mostMatches[slot]:
                add(
                    Match(
                        pattern: Int32(number), first: -1, last: -1, start: mark.start, end: mark.end, isNegated: false,
                        isDenied: false,
                        isQuoted: false, sentence: -1), to: slot)
            case .phrase: break
            }
        }
    }

    /// The last token of the shortest match from there.
    private func end(of pattern: CompiledRules.Pattern, from index: Int) -> Int? {
        var reached: UInt64 = 1
        let first = Int(pattern.first)
        let count = message.tokens.count
        for place in first + 1..<max(first + 1, first + Int(pattern.count)) {
            let element = rules.places[place]
            let gap = Int(rules.gaps[place])
            var next: UInt64 = 0
            while reached != 0 {
                let offset = reached.trailingZeroBitCount
                reached &= reached - 1
                var position = offset + 1
                var skipped = 0
                while position < 64, index + position < count {
                    let token = message.tokens[index + position]
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
            if last + 1 == count || message.tokens[last + 1].pause == .sentence { return last }
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
