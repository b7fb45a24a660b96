/// Turns rules into the tables of ``CompiledRules``.
struct RuleCompiler {
    private let source: TriageRules
    private(set) var patterns: [CompiledRules.Pattern] = []
    /// For each rule, where its matches are kept. Rules with the same phrases, requirements and exceptions share one.
    private(set) var slots: [Int32] = []
    private(set) var slotNeedsRequirement: [Bool] = []
    private(set) var slotAddsUp: [Bool] = []
    private(set) var places: [Int32] = []
    private(set) var gaps: [UInt8] = []
    private(set) var startOffsets: [Int32] = []
    private(set) var starts: [Int32] = []
    /// For each of ``ContextList``, its place, or 0.
    private(set) var contextPlaces: [Int32] = []
    private(set) var stems: [UInt64: Int32] = [:]
    private(set) var exacts: [UInt64: Int32] = [:]
    private(set) var prefixes: [UInt64: Int32] = [:]
    private(set) var prefixLengths = 3...3
    private(set) var kinds: [Int32] = Array(repeating: 0, count: WordKind.allCases.count)
    private(set) var bits: [UInt64] = []
    private(set) var bitsPerRow = 0
    /// The words of the phrases as they are written, for slips of the keyboard.
    private(set) var words: Set<[UInt8]> = []
    private var symbols: [PhrasePattern.Test: Int32] = [:]
    private var elementNumbers: [[PhrasePattern.Test]: Int] = [:]
    private var elements: [[PhrasePattern.Test]] = []

    init(_ source: TriageRules) { self.source = source }

    /// Fills the tables.
    mutating func compile() {
        let parser = PhraseParser(wordLists: source.wordLists)
        var numbers: [Int] = []
        var slotNumbers: [[[String]]: Int] = [:]
        for rule in source.all {
            let key = rule.isEnabled ? [rule.phrases, rule.requires, rule.unless] : []
            if let slot = slotNumbers[key] {
                slots.append(Int32(slot))
                slotAddsUp[slot] = slotAddsUp[slot] || rule.addsUp
                continue
            }
            let slot = slotAddsUp.count
            slotNumbers[key] = slot
            slots.append(Int32(slot))
            slotAddsUp.append(rule.addsUp)
            slotNeedsRequirement.append(!rule.requires.isEmpty)
            if !rule.isEnabled { continue }
            for (role, phrases) in [
                (CompiledRules.Role.phrase, rule.phrases), (.requirement, rule.requires), (.exception, rule.unless),
            ] {
                for phrase in phrases {
                    for pattern in (try? parser.parse(phrase)) ?? [] { append(pattern, slot, role, &numbers) }
                }
            }
        }
        var contextTests: [ContextList: Set<PhrasePattern.Test>] = [:]
        for list in ContextList.allCases {
            for pattern in (source.wordLists[list.rawValue] ?? []).flatMap({ (try? parser.parse($0)) ?? [] }) {
                switch list {
                case .negation, .denial, .turn:
                    if pattern.elements.count == 1 {
                        contextTests[list, default: []].formUnion(pattern.elements[0].tests)
                    }
                case .request: append(pattern, -1, .request, &numbers)
                case .remark: append(pattern, -1, .remark, &numbers)
                }
            }
        }
        let contextNumbers = ContextList.allCases.map { list in
            contextTests[list].map { number(of: $0.sorted()) }
        }
        numberTests()
        let elementPlaces = fillPlaces()
        places = numbers.map { elementPlaces[$0] }
        contextPlaces = contextNumbers.map { number in number.map { elementPlaces[$0] } ?? 0 }
        fillStarts()
    }

    private mutating func append(
        _ pattern: PhrasePattern, _ slot: Int, _ role: CompiledRules.Role, _ numbers: inout [Int]
    ) {
        patterns.append(
            CompiledRules.Pattern(
                slot: Int32(slot), role: role, atStart: pattern.atStart, atEnd: pattern.atEnd,
                inQuestion: pattern.inQuestion, first: Int32(numbers.count), count: Int32(pattern.elements.count)))
        for element in pattern.elements {
            numbers.append(number(of: element.tests))
            gaps.append(UInt8(element.gap))
        }
    }

    private mutating func number(of tests: [PhrasePattern.Test]) -> Int {
        if let number = elementNumbers[tests] { return number }
        elementNumbers[tests] = elements.count
        elements.append(tests)
        return elements.count - 1
    }

    /// Gives every test a symbol; 0 stands for no symbol.
    private mutating func numberTests() {
        var lengths: ClosedRange<Int>?
        for test in elements.joined() where symbols[test] == nil {
            let symbol = Int32(symbols.count + 1)
            symbols[test] = symbol
            switch test {
            case .stem(let word): stems[WordHash.hash(word)] = symbol
            case .exact(let word): exacts[WordHash.hash(word)] = symbol
            case .kind(let kind): kinds[Int(kind.rawValue)] = symbol
            case .prefix(let word):
                prefixes[WordHash.hash(word)] = symbol
                let known = lengths ?? word.count...word.count
                lengths = min(known.lowerBound, word.count)...max(known.upperBound, word.count)
            }
            switch test {
            case .stem(let word), .exact(let word), .prefix(let word): words.insert(word)
            case .kind: break
            }
        }
        prefixLengths = lengths ?? WordForm.longest...WordForm.longest
    }

    /// For each element its place: the symbol of its only test, or the complement of its row of bits.
    private mutating func fillPlaces() -> [Int32] {
        let beginnings = symbols.compactMap { test, symbol in
            if case .prefix(let word) = test { (word: word, symbol: symbol) } else { nil }
        }
        bitsPerRow = (symbols.count + 1 + 63) / 64
        return elements.map { tests in
            var passing: Set<Int32> = []
            for test in tests {
                guard let symbol = symbols[test] else { continue }
                passing.insert(symbol)
                // A word has the symbol of its longest prefix only, so that one stands for the shorter ones as well.
                guard case .prefix(let short) = test else { continue }
                for (word, longer) in beginnings where word.starts(with: short) { passing.insert(longer) }
            }
            if passing.count == 1, let only = passing.first { return only }
            let row = bits.count / bitsPerRow
            bits.append(contentsOf: repeatElement(0, count: bitsPerRow))
            for symbol in passing {
                bits[row * bitsPerRow + Int(symbol) / 64] |= 1 << UInt64(symbol % 64)
            }
            return ~Int32(row)
        }
    }

    private mutating func fillStarts() {
        var lists = [[Int32]](repeating: [], count: symbols.count + 1)
        for (index, pattern) in patterns.enumerated() {
            for symbol in passing(places[Int(pattern.first)]) { lists[Int(symbol)].append(Int32(index)) }
        }
        startOffsets = [0]
        for list in lists {
            starts += list
            startOffsets.append(Int32(starts.count))
        }
    }

    private func passing(_ place: Int32) -> [Int32] {
        if place >= 0 { return [place] }
        var found: [Int32] = []
        for word in 0..<bitsPerRow {
            var rest = bits[Int(~place) * bitsPerRow + word]
            while rest != 0 {
                found.append(Int32(word * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return found
    }
}
