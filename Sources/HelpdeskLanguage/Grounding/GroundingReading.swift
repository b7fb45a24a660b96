/// What the grounding check reads in a stretch of text: tokens, numbers, addresses, clauses and their polarity.
struct GroundingReading: Sendable {
    private(set) var tokens: [GroundingToken]
    private(set) var quantities: [Quantity] = []
    let links: [GroundingLink]
    /// How many clauses there are.
    private(set) var clauses = 0

    /// Reads a range of UTF-8 text. O(length).
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        (tokens, links) = GroundingScanner.scan(bytes, range)
        joinPhrases()
        readQuantities()
        cutClauses()
        readPolarity()
    }

    // MARK: Phrases

    private mutating func joinPhrases() {
        let lexicon = GroundingLexicon.standard
        var index = 0
        while index < tokens.count {
            defer { index += 1 }
            guard !tokens[index].traits.contains(.merged), let phrases = lexicon.phrases[tokens[index].stem] else {
                continue
            }
            for phrase in phrases {
                guard let places = match(phrase, after: index) else { continue }
                // "and up to 8" is not "and up".
                if let last = places.last, last + 1 < tokens.count, tokens[last].form == Self.up,
                    tokens[last + 1].form == Self.to, tokens[index].form == Self.and
                {
                    continue
                }
                tokens[index].entry = phrase.entry
                tokens[index].stem = phrase.key
                tokens[index].traits.subtract([.stop, .light, .negator, .name])
                tokens[index].traits.formUnion(phrase.traits)
                for place in places { tokens[place].traits.formUnion(.merged) }
                for place in places { tokens[place].traits.subtract([.negator, .conjunction]) }
                break
            }
        }
    }

    private func match(_ phrase: GroundingLexicon.Phrase, after index: Int) -> [Int]? {
        var places: [Int] = []
        var next = index + 1
        for stem in phrase.rest {
            guard next < tokens.count else { return nil }
            if tokens[next].stem == stem, tokens[next].gap.rawValue < GroundingToken.Gap.comma.rawValue,
                !tokens[next].traits.contains(.merged)
            {
                places.append(next)
                next += 1
                continue
            }
            guard phrase.isSeparable else { return nil }
            var far = next
            while far < tokens.count, far <= index + 4, tokens[far].gap.rawValue < GroundingToken.Gap.comma.rawValue,
                !tokens[far].traits.contains(.conjunction)
            {
                if tokens[far].stem == stem { return [far] }
                far += 1
            }
            return nil
        }
        return places
    }

    // MARK: Quantities

    private mutating func readQuantities() {
        let lexicon = GroundingLexicon.standard
        var index = 0
        while index < tokens.count {
            guard !tokens[index].number.isNaN, !tokens[index].traits.contains(.merged) else {
                if let length = readUnitAlone(at: index, lexicon) { index += length } else { index += 1 }
                continue
            }
            var number = tokens[index].number
            var next = index + 1
            let isWord = !tokens[index].traits.contains(.quantity)
            // twenty-five, two hundred, 5 million, a dozen
            while next < tokens.count, tokens[next].gap.rawValue <= GroundingToken.Gap.hyphen.rawValue {
                if let factor = lexicon.multipliers[tokens[next].form], tokens[next].end - tokens[next].start > 1 {
                    number *= factor
                } else if isWord, number >= 20, number < 100, number.truncatingRemainder(dividingBy: 10) == 0,
                    tokens[next].number < 10, tokens[next].number >= 1, !tokens[next].traits.contains(.quantity)
                {
                    number += tokens[next].number
                } else {
                    break
                }
                next += 1
            }
            if isWord, next + 2 < tokens.count, tokens[next + 2].form == Self.half,
                Self.articles.contains(tokens[next + 1].form)
            {
                number += 0.5
                next += 3
            }
            var quantity = Quantity(
                value: number, number: number,
                alternative: tokens[index].alternative.isNaN ? nil : tokens[index].alternative,
                tokens: index..<next)
            quantity.isWeak = isWord && number <= 2 && tokens[index].form != Self.half
            readUnit(&quantity, from: next, isWord: isWord)
            if quantity.dimension == .none, isWord, number < 1 { quantity.isWeak = true }
            add(quantity)
            index = quantity.tokens.upperBound
        }
        shareUnits()
    }

    private static let and = WordScanner.hash("and".utf8)
    private static let up = WordScanner.hash("up".utf8)
    private static let to = WordScanner.hash("to".utf8)
    private static let half = WordScanner.hash("half".utf8)
    private static let articles: Set<UInt64> = Set(["a", "an"].map { WordScanner.hash($0.utf8) })
    private static let rates: Set<UInt64> = Set(["per", "each", "every"].map { WordScanner.hash($0.utf8) })
    private static let working: Set<UInt64> = Set(["business", "working", "work"].map { WordScanner.hash($0.utf8) })
    private static let fillers: Set<UInt64> = Set(
        [
            "a", "an", "of", "full", "more", "calendar", "consecutive", "additional", "extra", "further", "whole",
            "other",
        ]
        .map { WordScanner.hash($0.utf8) })
    private static let ranges: Set<UInt64> = Set(
        ["to", "and", "or", "until", "till", "through"].map { WordScanner.hash($0.utf8) })
    private static let times: [UInt64: Double] = [
        WordScanner.hash("noon".utf8): 720, WordScanner.hash("midday".utf8): 720, WordScanner.hash("midnight".utf8): 0,
    ]
    private static let meridiem: [UInt64: Bool] = [
        WordScanner.hash("am".utf8): false, WordScanner.hash("pm".utf8): true,
    ]
    private static let lengths: [UInt64: (Double, Quantity.Dimension)] = [
        WordScanner.hash("fortnight".utf8): (1_209_600, .duration),
        WordScanner.hash("fortnightly".utf8): (1_209_600, .duration),
        WordScanner.hash("quarterly".utf8): (3, .months), WordScanner.hash("noon".utf8): (720, .timeOfDay),
        WordScanner.hash("midday".utf8): (720, .timeOfDay), WordScanner.hash("midnight".utf8): (0, .timeOfDay),
    ]

    /// "noon", "a fortnight", "an hour" where no number stands before.
    private mutating func readUnitAlone(at index: Int, _ lexicon: GroundingLexicon) -> Int? {
        if let (value, dimension) = Self.lengths[tokens[index].form] {
            add(Quantity(value: value, number: value, dimension: dimension, tokens: index..<index + 1))
            return 1
        }
        guard Self.articles.contains(tokens[index].form), index + 1 < tokens.count, tokens[index + 1].unit >= 0,
            tokens[index + 1].end - tokens[index + 1].start > 2
        else { return nil }
        // "15 euros a night" is a rate.
        if index > 0, tokens[index - 1].traits.contains(.quantity) || tokens[index - 1].unit >= 0 { return nil }
        let unit = GroundingTables.units[Int(tokens[index + 1].unit)]
        var quantity = Quantity(
            value: unit.factor, number: 1, dimension: unit.dimension, isWeak: true, tokens: index..<index + 2)
        if case .currency = unit.dimension { quantity.isWeak = true }
        // an hour and a half
        if index + 4 < tokens.count, tokens[index + 4].form == Self.half, Self.articles.contains(tokens[index + 3].form)
        {
            quantity.value *= 1.5
            quantity.isWeak = false
            quantity.tokens = index..<index + 5
            for part in quantity.tokens { tokens[part].traits.insert(.quantity) }
        }
        quantities.append(quantity)
        return quantity.tokens.count
    }

    private func readUnit(_ quantity: inout Quantity, from start: Int, isWord: Bool) {
        let first = tokens[quantity.tokens.lowerBound]
        if first.clock >= 0 { set(&quantity, Double(first.clock), .timeOfDay) }
        if first.unit >= 0, first.isAttached {
            let unit = GroundingTables.units[Int(first.unit)]
            set(&quantity, quantity.number * unit.factor, unit.dimension, factor: unit.factor)
            return
        }
        var next = start
        if next < tokens.count, let isAfternoon = Self.meridiem[tokens[next].form], tokens[next].gap == .space,
            quantity.number < 24
        {
            let minutes = first.clock >= 0 ? Double(first.clock) : (quantity.number * 60).rounded()
            let hours = (minutes / 60).rounded(.down).truncatingRemainder(dividingBy: 12)
            set(
                &quantity, (isAfternoon ? hours + 12 : hours) * 60 + minutes.truncatingRemainder(dividingBy: 60),
                .timeOfDay)
            quantity.tokens = quantity.tokens.lowerBound..<next + 1
            return
        }
        if first.clock >= 0 { return }
        while next < tokens.count, next < start + 3, Self.fillers.contains(tokens[next].form),
            tokens[next].gap.rawValue < GroundingToken.Gap.comma.rawValue
        {
            // "15 a month": a rate, except "half a month", "quarter of an hour", "a couple of hours".
            if Self.articles.contains(tokens[next].form), quantity.number != 0.5 { return }
            next += 1
        }
        if next < tokens.count, Self.working.contains(tokens[next].form), next + 1 < tokens.count,
            tokens[next + 1].unit >= 0
        {
            quantity.isWorkingTime = true
            next += 1
        }
        guard next < tokens.count, tokens[next].unit >= 0, tokens[next].gap.rawValue < GroundingToken.Gap.comma.rawValue
        else {
            return
        }
        // Single letters are units only where nothing else makes sense.
        let length = tokens[next].end - tokens[next].start
        if length == 1, tokens[next].traits.contains(.stop) { return }
        let unit = GroundingTables.units[Int(tokens[next].unit)]
        quantity.tokens = quantity.tokens.lowerBound..<next + 1
        set(&quantity, quantity.number * unit.factor, unit.dimension, factor: unit.factor)
        if case .duration = unit.dimension { quantity.isWeak = false }
        if isWord, quantity.number == 1 { quantity.isWeak = true }
        let after = quantity.tokens.upperBound
        if after + 2 < tokens.count, tokens[after + 2].form == Self.half, Self.articles.contains(tokens[after + 1].form)
        {
            // a month and a half
            quantity.value *= (quantity.number + 0.5) / quantity.number
            quantity.tokens = quantity.tokens.lowerBound..<after + 3
        }
    }

    private func set(_ quantity: inout Quantity, _ value: Double, _ dimension: Quantity.Dimension, factor: Double = 1) {
        quantity.value = value
        quantity.dimension = dimension
        quantity.alternative = quantity.alternative.map { $0 * factor }
    }

    private mutating func add(_ quantity: Quantity) {
        for index in quantity.tokens { tokens[index].traits.insert(.quantity) }
        var quantity = quantity
        let first = quantity.tokens.lowerBound
        quantity.isLabel =
            quantity.dimension == .none && first > 0 && tokens[first].gap == .space
            && tokens[first - 1].traits.contains(.capital) && !tokens[first - 1].traits.contains(.stop)
            && tokens[first - 1].isContent && tokens[first].traits.contains(.quantity)
        readBound(&quantity)
        quantities.append(quantity)
    }

    /// "5 to 7 days", "€5–10": the unit belongs to both.
    private mutating func shareUnits() {
        guard quantities.count > 1 else { return }
        for index in (1..<quantities.count).reversed() {
            let gap = quantities[index - 1].tokens.upperBound..<quantities[index].tokens.lowerBound
            let isRange =
                gap.isEmpty
                ? tokens[gap.upperBound].gap == .hyphen
                : gap.count == 1 && Self.ranges.contains(tokens[gap.lowerBound].form)
            guard isRange else { continue }
            share(from: index, to: index - 1)
        }
        for index in 1..<quantities.count {
            let gap = quantities[index - 1].tokens.upperBound..<quantities[index].tokens.lowerBound
            guard
                gap.isEmpty
                    ? tokens[gap.upperBound].gap == .hyphen
                    : gap.count == 1 && Self.ranges.contains(tokens[gap.lowerBound].form)
            else { continue }
            if case .currency = quantities[index - 1].dimension { share(from: index - 1, to: index) }
            if case .timeOfDay = quantities[index - 1].dimension, quantities[index].number > 12 {
                share(from: index - 1, to: index)
            }
        }
    }

    private mutating func share(from: Int, to: Int) {
        guard quantities[to].dimension == .none, quantities[from].dimension != .none else { return }
        let source = quantities[from]
        if source.dimension == .timeOfDay {
            quantities[to].value = quantities[to].number * 60
            // "9 to 5 pm" is nine in the morning.
            if source.value >= 720, quantities[to].number + 12 <= source.value / 60, quantities[to].number >= 1,
                quantities[to].number < 7
            {
                quantities[to].value += 720
            }
        } else {
            let factor = source.number == 0 ? 1 : source.value / source.number
            quantities[to].value = quantities[to].number * factor
            quantities[to].alternative = quantities[to].alternative.map { $0 * factor }
        }
        quantities[to].dimension = source.dimension
        quantities[to].isWorkingTime = source.isWorkingTime
        quantities[to].isWeak = false
    }

    private func readBound(_ quantity: inout Quantity) {
        let entries = GroundingLexicon.standard.entries
        func bound(_ index: Int) -> Int8 {
            guard tokens.indices.contains(index), tokens[index].entry >= 0 else { return 0 }
            for group in entries[Int(tokens[index].entry)].groups {
                if group == Self.minimumGroup { return 1 }
                if group == -Self.minimumGroup { return -1 }
            }
            return 0
        }
        let start = quantity.tokens.lowerBound
        for back in 1...4 where start - back >= 0 {
            if tokens[start - back].gap.rawValue >= GroundingToken.Gap.comma.rawValue, back > 1 { break }
            let value = bound(start - back)
            if value != 0 {
                quantity.bound = value
                return
            }
        }
        for ahead in 0...2 {
            let place = quantity.tokens.upperBound + ahead
            if place < tokens.count, tokens[place].gap.rawValue >= GroundingToken.Gap.comma.rawValue { break }
            let value = bound(place)
            if value != 0 {
                quantity.bound = value
                return
            }
        }
    }

    private static let minimumGroup: Int16 = {
        let lexicon = GroundingLexicon.standard
        guard let entry = lexicon.stems[lexicon.stem("minimum")] else { return 0 }
        return lexicon.entries[Int(entry)].groups.first ?? 0
    }()

    // MARK: Clauses and polarity

    private mutating func cutClauses() {
        var clause: Int32 = 0
        var segment: Int32 = 0
        var content = 0
        for index in tokens.indices {
            if index > 0, content >= 1, startsClause(index) {
                clause += 1
                content = 0
            }
            if index > 0,
                tokens[index].gap.rawValue >= GroundingToken.Gap.comma.rawValue
                    || Self.joints.contains(tokens[index].form)
            {
                segment += 1
            }
            tokens[index].clause = clause
            tokens[index].segment = segment
            if tokens[index].isContent || tokens[index].traits.contains(.quantity) { content += 1 }
        }
        clauses = tokens.isEmpty ? 0 : Int(clause) + 1
    }

    private func startsClause(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.gap.rawValue >= GroundingToken.Gap.strong.rawValue { return true }
        guard token.gap == .comma || token.traits.contains(.conjunction), !token.traits.contains(.merged) else {
            return false
        }
        // A clause has a verb of its own, or tells the reader to do something.
        var next = index
        var words = 0
        while next < tokens.count, words < 5 {
            if next > index,
                tokens[next].gap.rawValue >= GroundingToken.Gap.comma.rawValue
                    || (words > 1 && tokens[next].traits.contains(.conjunction))
            {
                break
            }
            if tokens[next].traits.contains(.verbal) || tokens[next].traits.contains(.negator) { return true }
            if words == 0 || (words == 1 && tokens[index].traits.contains(.conjunction)),
                tokens[next].traits.contains(.imperative)
            {
                return true
            }
            next += 1
            words += 1
        }
        return false
    }

    private static let joints: Set<UInt64> = Set(
        ["and", "or", "but", "while", "whereas", "against"].map { WordScanner.hash($0.utf8) })
    private static let local: [UInt64: Int] = [
        "no": 4, "without": 2, "neither": 2, "nor": 6, "none": 6, "nothing": 6,
    ].reduce(into: [:]) { $0[WordScanner.hash($1.key.utf8)] = $1.value }
    /// What follows these is no longer denied.
    private static let contrary: Set<UInt64> = Set(
        ["but", "instead", "because", "otherwise"].map { WordScanner.hash($0.utf8) })
    private static let no = WordScanner.hash("no".utf8)

    private mutating func readPolarity() {
        var clause: Int32 = -1
        var isNegated = false
        var isCore = false
        var isWhole = false
        var left = 0
        for index in tokens.indices {
            if tokens[index].clause != clause {
                clause = tokens[index].clause
                if !isWhole { isNegated = false }
                isCore = false
                left = 12
            }
            if Self.contrary.contains(tokens[index].form), !isWhole { isNegated = false }
            if tokens[index].traits.contains(.negator) {
                isNegated.toggle()
                isCore = isNegated
                left = Self.local[tokens[index].form] ?? 12
                // "No: soil, stones": the whole list.
                if tokens[index].form == Self.no, index == 0, tokens.count > 1, tokens[1].gap == .strong {
                    isWhole = true
                    left = .max
                }
                continue
            }
            guard isNegated else { continue }
            tokens[index].traits.insert(.negated)
            if tokens[index].isContent || tokens[index].traits.contains(.quantity) {
                left -= 1
                if isCore, !tokens[index].traits.contains(.light) {
                    tokens[index].traits.insert(.core)
                    isCore = false
                }
            }
            if left <= 0 { isNegated = false }
        }
        readPast()
    }

    private static let replaces: Set<UInt64> = Set(
        ["replaces", "replaced", "supersedes", "replacing"].map { WordScanner.hash($0.utf8) })
    private static let bygone: Set<UInt64> = Set(
        ["former", "formerly", "previously", "outdated", "obsolete", "superseded", "archived"].map {
            WordScanner.hash($0.utf8)
        })
    private static let until: Set<UInt64> = Set(["until", "till", "before"].map { WordScanner.hash($0.utf8) })

    /// Marks what is told of an earlier state: "replaces the policy under which …", "(until May 2024: …)".
    private mutating func readPast() {
        if tokens.contains(where: {
            Self.bygone.contains($0.form) || ($0.traits.contains(.past) && $0.entry >= 0 && $0.stem != $0.form)
        }),
            tokens.contains(where: { Self.bygone.contains($0.form) || Self.pastPhrases.contains($0.stem) })
        {
            for index in tokens.indices { tokens[index].traits.insert(.bygone) }
            return
        }
        var isPast = false
        var opening: Int32 = -1
        for index in tokens.indices {
            if Self.replaces.contains(tokens[index].form) { isPast = true }
            if tokens[index].gap == .strong, Self.until.contains(tokens[index].form),
                tokens[index..<min(tokens.count, index + 5)].contains(where: { $0.number >= 1_990 && $0.number < 2_100 }
                )
            {
                isPast = true
                opening = tokens[index].clause
            }
            if isPast { tokens[index].traits.insert(.bygone) }
            if opening >= 0, tokens[index].clause > opening + 1 { isPast = false }
        }
    }

    private static let pastPhrases: Set<UInt64> = Set(
        GroundingLexicon.standard.phrases.values.joined().filter { $0.traits.contains(.past) }.map(\.key))
}
