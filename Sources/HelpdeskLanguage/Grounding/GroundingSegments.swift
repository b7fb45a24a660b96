/// Sets the parts of a sentence between commas and conjunctions against such parts of the sources.
///
/// What belongs together in a source stands in one part of a sentence: the thing and its value, the action and its
/// negation. An answer that takes the thing from one part and the value from another has mixed them up.
struct GroundingSegments {
    /// A word or number that can be compared.
    struct Atom {
        /// Its place among the tokens.
        var token: Int
        /// Its place among the quantities, or -1.
        var quantity: Int32 = -1
        var weight: Double
    }

    /// A part of a sentence of the sources.
    struct Part {
        var tokens: Range<Int>
        var atoms: Range<Int>
        var unit: Int
    }

    /// How an atom of the answer stands in a part of the sources.
    struct Match {
        var strength = 0.0
        var place: Int32 = -1
        /// Whether it says the contrary, negations counted.
        var isOpposed = false
        /// Whether the words are opposites.
        var isOpposite = false
    }

    let reading: GroundingReading
    let sources: GroundingCheck.Sources
    /// The atoms of the answer's sentence, and their ranges by part.
    private(set) var atoms: [Atom] = []
    private(set) var segments: [Range<Int>] = []
    /// The atoms of the sources nearby, and their parts.
    private(set) var others: [Atom] = []
    private(set) var parts: [Part] = []
    /// A row of matches for each atom, a column for each part.
    private var matches: [Match] = []

    /// Parts of the answer's sentence beyond so many atoms, and parts of the sources beyond so many, are not compared.
    private static let maximumAtoms = 80
    private static let maximumParts = 48
    private static let maximumTokens = 240

    init(_ reading: GroundingReading, _ aligner: GroundingAligner, _ sources: GroundingCheck.Sources) {
        self.reading = reading
        self.sources = sources
        collectAnswer()
        collectSources(aligner)
        compare()
    }

    subscript(atom: Int, part: Int) -> Match { matches[atom * parts.count + part] }

    private mutating func collectAnswer() {
        var quantity = 0
        var start = 0
        var segment: Int32 = -1
        for (index, token) in reading.tokens.enumerated() {
            if atoms.count == Self.maximumAtoms { break }
            if token.segment != segment {
                if atoms.count > start { segments.append(start..<atoms.count) }
                start = atoms.count
                segment = token.segment
            }
            while quantity < reading.quantities.count, reading.quantities[quantity].tokens.upperBound <= index {
                quantity += 1
            }
            if quantity < reading.quantities.count, reading.quantities[quantity].tokens.contains(index) {
                if reading.quantities[quantity].tokens.lowerBound == index {
                    atoms.append(Atom(token: index, quantity: Int32(quantity), weight: 1.2))
                }
            } else if token.isContent {
                atoms.append(Atom(token: index, weight: token.weight))
            }
        }
        if atoms.count > start { segments.append(start..<atoms.count) }
    }

    private mutating func collectSources(_ aligner: GroundingAligner) {
        var units: [Int] = []
        func add(_ unit: Int) {
            if unit >= 0, units.count < 10, !units.contains(unit) { units.append(unit) }
        }
        for clause in aligner.clauses.prefix(12) {
            add(clause.unit)
            add(clause.second)
        }
        for unit in aligner.best.prefix(4) {
            let passage = sources.passages[sources.units[unit].passage]
            if passage.units.contains(unit + 1) { add(unit + 1) }
            if passage.units.contains(unit - 1) { add(unit - 1) }
        }
        // What is replaced is no measure, unless there is nothing else.
        let valid = units.filter { !sources.units[$0].isStale }
        for unit in (valid.isEmpty ? units : valid).sorted() { collect(unit) }
    }

    private mutating func collect(_ unit: Int) {
        let range = sources.units[unit].tokens
        let quantities = sources.units[unit].quantities
        var quantity = quantities.lowerBound
        var start = range.lowerBound
        var first = others.count
        func close(_ end: Int, _ list: inout [Part], _ count: Int) {
            if count > first { list.append(Part(tokens: start..<end, atoms: first..<count, unit: unit)) }
            start = end
            first = count
        }
        let end = min(range.upperBound, range.lowerBound + Self.maximumTokens)
        for index in range.lowerBound..<end {
            if parts.count >= Self.maximumParts { return }
            let token = sources.tokens[index]
            if index > range.lowerBound, token.segment != sources.tokens[index - 1].segment {
                close(index, &parts, others.count)
            }
            while quantity < quantities.upperBound, sources.quantities[quantity].tokens.upperBound <= index {
                quantity += 1
            }
            if quantity < quantities.upperBound, sources.quantities[quantity].tokens.contains(index) {
                if sources.quantities[quantity].tokens.lowerBound == index {
                    others.append(Atom(token: index, quantity: Int32(quantity), weight: 1.2))
                }
            } else if token.isContent {
                others.append(Atom(token: index, weight: token.weight))
            }
        }
        close(end, &parts, others.count)
    }

    private mutating func compare() {
        matches = [Match](repeating: Match(), count: atoms.count * parts.count)
        for (column, part) in parts.enumerated() {
            // A word of the source that the answer has is not free to stand for another.
            var taken = Set<Int>()
            for other in part.atoms where others[other].quantity < 0 {
                let stem = sources.tokens[others[other].token].stem
                if atoms.contains(where: { $0.quantity < 0 && reading.tokens[$0.token].stem == stem }) {
                    taken.insert(other)
                }
            }
            for row in atoms.indices {
                var best = Match()
                for other in part.atoms {
                    if taken.contains(other),
                        reading.tokens[atoms[row].token].stem != sources.tokens[others[other].token].stem
                    {
                        continue
                    }
                    let found = match(atoms[row], others[other])
                    // Of equal matches the one that says the same.
                    if found.strength - (found.isOpposed ? 0.05 : 0) > best.strength - (best.isOpposed ? 0.05 : 0) {
                        best = found
                        best.place = Int32(other)
                    }
                }
                matches[row * parts.count + column] = best
            }
        }
    }

    private func match(_ atom: Atom, _ other: Atom) -> Match {
        let a = reading.tokens[atom.token]
        let b = sources.tokens[other.token]
        let differs = a.traits.contains(.negated) != b.traits.contains(.negated)
        if atom.quantity >= 0, other.quantity >= 0 {
            let agrees = reading.quantities[Int(atom.quantity)].agrees(with: sources.quantities[Int(other.quantity)])
            return Match(strength: agrees ? 1 : 0, isOpposed: agrees && differs)
        }
        let found = GroundingMatch.of(a, b)
        return Match(
            strength: found.strength, isOpposed: found.strength > 0 && found.isOpposite != differs,
            isOpposite: found.isOpposite)
    }

    /// Whether an atom of the sources could stand in the place of another: two prices, two days, two plans, two
    /// words before the same word.
    func isRival(_ first: Int, _ second: Int) -> Bool {
        let a = others[first]
        let b = others[second]
        if a.quantity >= 0 || b.quantity >= 0 {
            guard a.quantity >= 0, b.quantity >= 0 else { return false }
            let one = sources.quantities[Int(a.quantity)]
            let two = sources.quantities[Int(b.quantity)]
            return Self.areComparable(one, two) && !one.agrees(with: two)
        }
        let one = sources.tokens[a.token]
        let two = sources.tokens[b.token]
        if one.stem == two.stem { return false }
        let match = GroundingMatch.of(one, two)
        if match.strength > 0 { return match.isOpposite }
        if GroundingMatch.exclude(one, two) { return true }
        if one.traits.contains(.name), two.traits.contains(.name) { return true }
        guard one.weight >= 1, two.weight >= 1 else { return false }
        let areFirst = isFirst(first) && isFirst(second)
        // "Shirts are ready after two days, coats after five": what the parts of a sentence begin with.
        if areFirst, unit(of: first) == unit(of: second) { return true }
        guard a.token + 1 < sources.tokens.count, b.token + 1 < sources.tokens.count else { return false }
        let next = sources.tokens[a.token + 1]
        guard next.gap.rawValue <= GroundingToken.Gap.hyphen.rawValue, next.stem == sources.tokens[b.token + 1].stem
        else { return false }
        return next.isContent || areFirst
    }

    private func unit(of other: Int) -> Int? { parts.first { $0.atoms.contains(other) }?.unit }

    /// Whether one number could stand in the place of another; one without a unit could stand for any.
    static func areComparable(_ one: Quantity, _ two: Quantity) -> Bool {
        one.isComparable(with: two) || one.dimension == .none || two.dimension == .none
    }

    /// How many times a part of the answer's sentence is negated, as far as a part of the sources speaks of it.
    func negations(_ segment: Range<Int>, against part: Int) -> Int {
        var start = atoms[segment.lowerBound].token
        let own = reading.tokens[start].segment
        while start > 0, reading.tokens[start - 1].segment == own { start -= 1 }
        var end = atoms[segment.upperBound - 1].token + 1
        while end < reading.tokens.count, reading.tokens[end].segment == own { end += 1 }
        return Self.negations(reading.tokens[start..<end]) { place in
            guard let next = segment.first(where: { atoms[$0].token > place && atoms[$0].weight >= 0.5 }) else {
                return true
            }
            return self[next, part].strength > 0
        }
    }

    /// How many times a part of the sources is negated, as far as a part of the answer's sentence speaks of it.
    func negations(ofPart part: Int, against segment: Range<Int>) -> Int {
        Self.negations(sources.tokens[parts[part].tokens]) { place in
            guard let next = parts[part].atoms.first(where: { others[$0].token > place && others[$0].weight >= 0.5 })
            else { return true }
            return segment.contains { self[$0, part].place == Int32(next) && self[$0, part].strength > 0 }
        }
    }

    /// The negators of which something is told; what stands before a negator counts when nothing stands after it.
    private static func negations(_ tokens: ArraySlice<GroundingToken>, _ matters: (Int) -> Bool) -> Int {
        let negators = tokens.indices.filter { tokens[$0].traits.contains(.negator) }
        // "not A or B": the second part inherits the negation.
        if negators.isEmpty { return tokens.first { $0.isContent }?.traits.contains(.negated) ?? false ? 1 : 0 }
        return negators.count(where: matters)
    }

    /// Whether an atom of the sources begins a part.
    private func isFirst(_ other: Int) -> Bool { parts.contains { $0.atoms.lowerBound == other } }

    /// How much of a part of the answer's sentence stands in a part of the sources, by weight from 0 to 1.
    func closeness(_ segment: Range<Int>, _ part: Int, without left: Int = -1) -> Double {
        var total = 0.0
        var found = 0.0
        for atom in segment where atom != left {
            total += atoms[atom].weight
            let match = self[atom, part]
            found += atoms[atom].weight * (match.strength >= 1 ? 1 : match.strength * 0.7)
        }
        return total > 0 ? found / total : 0
    }

    /// Whether any of some atoms of the answer stands for an atom of the sources.
    func isTaken(_ other: Int, by range: Range<Int>) -> Bool {
        guard let part = parts.firstIndex(where: { $0.atoms.contains(other) }) else { return false }
        return range.contains { self[$0, part].place == Int32(other) && self[$0, part].strength >= 0.6 }
    }
}
