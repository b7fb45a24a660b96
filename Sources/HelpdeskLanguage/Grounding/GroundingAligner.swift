/// Sets the clauses of a sentence against the sentences of the sources.
struct GroundingAligner {
    /// How a word of the answer stands in the sources.
    struct Word {
        /// Its place in the reading.
        var token: Int
        /// 0 nowhere, 1 in another passage, 2 in the passage, 3 beside the best sentence, 4 in its title or heading, 5 in it.
        var level = 0
        /// How well it matches there, from 0 to 1.
        var strength = 0.0
        /// The token of the sources it was set against, or -1.
        var partner = -1
        /// Whether it is turned round there.
        var isOpposed = false
    }

    /// A clause and where it stands best.
    struct Clause {
        var words: Range<Int>
        var tokens: Range<Int>
        /// The best sentence of the sources, or -1.
        var unit = -1
        /// The second best, or -1.
        var second = -1
        var score = 0.0
        /// The clause of that sentence in which most of it stands, or -1.
        var sourceClause: Int32 = -1
        /// How much of it stands there, from 0 to 1.
        var sourceShare = 0.0
        /// How much of it stands there in the same words, from 0 to 1.
        var closeness = 0.0
    }

    let reading: GroundingReading
    let sources: GroundingCheck.Sources
    private(set) var words: [Word] = []
    private(set) var clauses: [Clause] = []
    /// The sentences that stand best for the whole.
    private(set) var best: [Int] = []

    /// Words beyond these are not aligned.
    static let maximumWords = 160

    init(_ reading: GroundingReading, _ sources: GroundingCheck.Sources, context: GroundingExamination.Context) {
        self.reading = reading
        self.sources = sources
        collect()
        align(context)
    }

    private mutating func collect() {
        var start = 0
        while start < reading.tokens.count, words.count < Self.maximumWords {
            let clause = reading.tokens[start].clause
            var end = start
            let first = words.count
            while end < reading.tokens.count, reading.tokens[end].clause == clause {
                if reading.tokens[end].isContent { words.append(Word(token: end)) }
                end += 1
            }
            clauses.append(Clause(words: first..<words.count, tokens: start..<end))
            start = end
        }
    }

    /// Scores of sentences that share words with some tokens.
    private func candidates(_ range: Range<Int>, weight: Double, into scores: inout [Int32: Double]) {
        let entries = GroundingLexicon.standard.entries
        let total = Double(sources.units.count + 1)
        for index in range {
            let token = reading.tokens[index]
            guard token.isContent || token.traits.contains(.quantity) else { continue }
            post(token.stem, weight * token.weight, total, into: &scores)
            if token.base != 0 { post(token.base, 0.8 * weight * token.weight, total, into: &scores) }
            guard token.entry >= 0, sources.postings[token.stem] == nil else { continue }
            for group in entries[Int(token.entry)].groups {
                post(GroundingCheck.Sources.key(group), 0.5 * weight * token.weight, total, into: &scores)
            }
        }
    }

    private func post(_ key: UInt64, _ weight: Double, _ total: Double, into scores: inout [Int32: Double]) {
        guard let units = sources.postings[key] else { return }
        let rarity = weight / (1 + Double(units.count) / total * 3)
        for unit in units { scores[unit, default: 0] += rarity }
    }

    private mutating func align(_ context: GroundingExamination.Context) {
        guard !sources.units.isEmpty else { return }
        var whole: [Int32: Double] = [:]
        candidates(
            reading.tokens.indices.prefix(2 * Self.maximumWords)
                .lowerBound..<min(reading.tokens.count, 2 * Self.maximumWords), weight: 0.3, into: &whole)
        if !context.tokens.isEmpty {
            let total = Double(sources.units.count + 1)
            for token in context.tokens where token.isContent {
                post(token.stem, 0.15 * token.weight, total, into: &whole)
            }
        }
        let near = context.unit
        if near >= 0 {
            for unit in max(0, near - 1)...min(sources.units.count - 1, near + 2) {
                whole[Int32(unit), default: 0] += 0.15
            }
        }
        if !context.preferred.isEmpty {
            for unit in Array(whole.keys)
            where context.preferred.contains(sources.passages[sources.units[Int(unit)].passage].source) {
                whole[unit, default: 0] += 0.5
            }
        }
        for index in clauses.indices {
            var scores = whole
            candidates(clauses[index].tokens, weight: 1, into: &scores)
            let shortlist = Self.greatest(scores, 6)
            var first = (unit: -1, score: -1.0)
            var second = (unit: -1, score: -1.0)
            for (unit, prior) in shortlist {
                let score = fit(clauses[index], unit: Int(unit)) + 0.35 * prior
                if score > first.score {
                    second = first
                    first = (Int(unit), score)
                } else if score > second.score {
                    second = (Int(unit), score)
                }
            }
            clauses[index].unit = first.unit
            clauses[index].second = second.unit
            clauses[index].score = first.score
            if first.unit >= 0, !best.contains(first.unit) { best.append(first.unit) }
        }
        for clause in clauses { for word in clause.words { place(&words[word], clause) } }
        for index in clauses.indices { findSourceClause(&clauses[index]) }
    }

    private func findSourceClause(_ clause: inout Clause) {
        var shares: [(clause: Int32, weight: Double)] = []
        var total = 0.0
        var exact = 0.0
        for word in words[clause.words] {
            let weight = reading.tokens[word.token].weight
            total += weight
            guard word.level == 5 else { continue }
            if word.strength >= 1 { exact += weight }
            let its = sources.tokens[word.partner].clause
            if let known = shares.firstIndex(where: { $0.clause == its }) {
                shares[known].weight += weight
            } else {
                shares.append((its, weight))
            }
        }
        guard total > 0, let best = shares.max(by: { ($0.weight, -$0.clause) < ($1.weight, -$1.clause) }) else {
            return
        }
        clause.sourceClause = best.clause
        clause.sourceShare = best.weight / total
        clause.closeness = exact / total
    }

    private static func greatest(_ scores: [Int32: Double], _ count: Int) -> [(Int32, Double)] {
        var kept: [(Int32, Double)] = []
        for (unit, score) in scores {
            if kept.count == count, let last = kept.last, (last.1, -last.0) >= (score, -unit) { continue }
            let place = kept.firstIndex { ($0.1, -$0.0) < (score, -unit) } ?? kept.count
            kept.insert((unit, score), at: place)
            if kept.count > count { kept.removeLast() }
        }
        return kept
    }

    /// How well a clause stands in a sentence of the sources.
    private func fit(_ clause: Clause, unit: Int) -> Double {
        var score = 0.0
        for word in clause.words {
            let token = reading.tokens[words[word].token]
            score += token.weight * partner(token, in: sources.units[unit].tokens).strength
        }
        for quantity in reading.quantities where clause.tokens.contains(quantity.tokens.lowerBound) {
            if sources.quantities[sources.units[unit].quantities].contains(where: quantity.agrees) { score += 0.8 }
        }
        return score
    }

    /// The best match of a token among some of the sources.
    private func partner(_ token: GroundingToken, in range: Range<Int>) -> (
        place: Int, strength: Double, isOpposite: Bool
    ) {
        var best = (place: -1, strength: 0.0, isOpposite: false)
        for place in range where !sources.tokens[place].traits.contains(.merged) {
            let match = GroundingMatch.of(token, sources.tokens[place])
            guard match.strength > 0 else { continue }
            let agrees = token.traits.contains(.negated) == sources.tokens[place].traits.contains(.negated)
            let isOpposite = match.isOpposite == agrees
            // Of equal matches the one that says the same.
            let strength = match.strength - (isOpposite ? 0.05 : 0)
            if strength > best.strength { best = (place, strength, isOpposite) }
        }
        return best
    }

    private func place(_ word: inout Word, _ clause: Clause) {
        let token = reading.tokens[word.token]
        guard clause.unit >= 0 else { return }
        let unit = sources.units[clause.unit]
        func take(_ range: Range<Int>, _ level: Int) -> Bool {
            let found = partner(token, in: range)
            guard found.strength > 0 else { return false }
            word.level = level
            word.strength = found.strength
            word.partner = found.place
            word.isOpposed = found.isOpposite
            return true
        }
        if take(unit.tokens, 5) { return }
        let passage = sources.passages[unit.passage]
        if take(passage.context, 4) { return }
        for neighbour in [clause.unit - 1, clause.unit + 1] where passage.units.contains(neighbour) {
            if take(sources.units[neighbour].tokens, 3) { return }
        }
        if clause.second >= 0, take(sources.units[clause.second].tokens, 3) { return }
        // Elsewhere: by the postings.
        let entries = GroundingLexicon.standard.entries
        func occurs(_ key: UInt64, _ strength: Double) {
            guard let units = sources.postings[key] else { return }
            let isInside = units.contains { passage.units.contains(Int($0)) }
            if (isInside ? 2 : 1) > word.level {
                word.level = isInside ? 2 : 1
                word.strength = strength
            }
        }
        occurs(token.stem, 1)
        if token.base != 0 { occurs(token.base, 0.8) }
        if token.entry >= 0, word.level < 2 {
            for group in entries[Int(token.entry)].groups { occurs(GroundingCheck.Sources.key(group), 0.7) }
        }
    }
}
