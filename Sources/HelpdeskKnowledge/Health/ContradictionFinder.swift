#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Compares the sentences of passages on one topic.
struct ContradictionFinder: Sendable {
    private let corpus: HealthCorpus
    private let neighbors: [[Neighbor]]
    private let texts: [HealthText]
    private let configuration: HealthConfiguration
    /// How rare the word of a hash is: the logarithm of the items over those that have it.
    private let rarity: [UInt64: Float]
    /// What stands above each row.
    private let contexts: [Context]

    /// Title, headings and metadata of a passage.
    private struct Context: Sendable {
        var tokens: [UInt64]
        var stems: Set<String>
        var scopes: [ScopeTerms.Kind: Set<String>]
    }

    /// A contradiction with the order it was found in.
    private struct Found: Sendable {
        var contradiction: Contradiction
        var wordings: (UInt64, UInt64)
    }

    /// Pairs of sentences under this agreement are not looked at.
    private static let leastAgreement = 0.4
    /// How many rows one thread takes at a time.
    private static let rowsInBlock = 32

    init(corpus: HealthCorpus, neighbors: [[Neighbor]], texts: [HealthText], configuration: HealthConfiguration) {
        self.corpus = corpus
        self.neighbors = neighbors
        self.texts = texts
        self.configuration = configuration
        var holders: [UInt64: Int] = [:]
        for text in texts {
            for token in Set(text.statements.joined().flatMap(\.tokens)) { holders[token, default: 0] += 1 }
        }
        let items = Double(max(1, texts.count))
        // One is added, so that in a small knowledge base the words that all items have still count.
        rarity = holders.mapValues { Float(log(1 + (items + 1) / (Double($0) + 0.5))) }
        contexts = corpus.passages.indices.map { row in
            let item = corpus.items[Int(corpus.owners[row])].item
            let words = StatementWord.words(
                of: item.title.lead(200) + "\n" + (corpus.passages[row].heading ?? "").lead(400))
            let scopes = ScopeTerms.scopes(of: words, isTitle: true)
            return Context(
                tokens: HealthText.tokens(of: words), stems: Set(words.compactMap(ContentWords.stem)), scopes: scopes)
        }
    }

    func find(_ run: HealthRun) async throws -> [Contradiction] {
        let rows = corpus.passages.count
        let found = try await run.map(.contradictions, count: (rows + Self.rowsInBlock - 1) / Self.rowsInBlock) {
            block in
            var facts: [Int: [StatementFacts?]] = [:]
            var found: [Found] = []
            for row in block * Self.rowsInBlock..<min(rows, (block + 1) * Self.rowsInBlock) {
                compare(row, &facts, &found)
                if facts.count > 512 { facts = [:] }
            }
            return found
        }
        return select(found.flatMap { $0 })
    }

    /// Compares a row with its neighbours, each pair once.
    private func compare(_ row: Int, _ facts: inout [Int: [StatementFacts?]], _ found: inout [Found]) {
        let own = statements(row)
        guard !own.isEmpty else { return }
        for neighbor in neighbors[row] where Double(neighbor.similarity) >= configuration.topicSimilarity {
            let other = Int(neighbor.row)
            if other < row, neighbors[other].contains(where: { Int($0.row) == row }) { continue }
            let (left, right) = row < other ? (row, other) : (other, row)
            guard mayDiffer(left, right) else { continue }
            for (i, a) in statements(left).enumerated() {
                for (j, b) in statements(right).enumerated() where a.wording != b.wording {
                    let agreement = agreement(a, left, b, right, similarity: Double(neighbor.similarity))
                    guard agreement >= Self.leastAgreement else { continue }
                    let rules = ContradictionRules(minimumAgreement: configuration.statementSimilarity)
                    let sideA = side(left, i, a, &facts)
                    let sideB = side(right, j, b, &facts)
                    guard let finding = rules.finding(sideA, sideB, agreement: agreement) else { continue }
                    found.append(
                        Found(
                            contradiction: contradiction(
                                finding, a, left, b, right, Double(neighbor.similarity), agreement),
                            wordings: (min(a.wording, b.wording), max(a.wording, b.wording))))
                }
            }
            if let order = ListOrder.finding(statements(left), statements(right)),
                shared(contexts[left].tokens, contexts[right].tokens) >= 0.75
            {
                let a = order.left
                let b = order.right
                found.append(
                    Found(
                        contradiction: contradiction(
                            ContradictionRules.Finding(
                                kind: .step, left: "step \(a.ordinal ?? 0)", right: "step \(b.ordinal ?? 0)"), a, left,
                            b,
                            right, Double(neighbor.similarity), 1),
                        wordings: (min(a.wording, b.wording), max(a.wording, b.wording))))
            }
        }
    }

    private func statements(_ row: Int) -> [Statement] {
        let owner = Int(corpus.owners[row])
        return texts[owner].statements[row - corpus.items[owner].rows.lowerBound]
    }

    private func side(
        _ row: Int, _ index: Int, _ statement: Statement, _ facts: inout [Int: [StatementFacts?]]
    ) -> ContradictionRules.Side {
        let count = statements(row).count
        let known: StatementFacts
        if let cached = facts[row]?[index] {
            known = cached
        } else {
            known = StatementFacts(statement, format: corpus.items[Int(corpus.owners[row])].item.format)
            facts[row, default: Array(repeating: nil, count: count)][index] = known
        }
        return ContradictionRules.Side(
            statement: statement, facts: known, scopes: contexts[row].scopes, context: contexts[row].stems)
    }

    /// Whether the metadata of two rows' items leaves them on one topic.
    private func mayDiffer(_ left: Int, _ right: Int) -> Bool {
        let a = corpus.items[Int(corpus.owners[left])].item.metadata
        let b = corpus.items[Int(corpus.owners[right])].item.metadata
        return configuration.scopeKeys.allSatisfy { key in
            guard let value = a[key], let other = b[key] else { return true }
            return value == other
        }
    }

    // MARK: - Agreement

    /// The share of weighted words that two sentences have in common; 0 where what stands above them differs too much.
    private func agreement(_ a: Statement, _ left: Int, _ b: Statement, _ right: Int, similarity: Double) -> Double {
        let own = shared(a.tokens, b.tokens)
        let least = min(a.tokens.count, b.tokens.count)
        if least >= 2, own < Self.leastAgreement { return 0 }
        let context = shared(contexts[left].tokens, contexts[right].tokens)
        if least < 2 {
            // "Five to seven business days." says nothing without the question above it.
            guard context >= 0.7 else { return 0 }
            return shared(
                Set(a.tokens).union(contexts[left].tokens).sorted(),
                Set(b.tokens).union(contexts[right].tokens).sorted())
        }
        if least < 3 { return context >= 0.5 ? own : 0 }
        return context >= 0.2 || similarity >= 0.75 ? own : 0
    }

    /// Twice the weight of what two lists share, over the weight of both.
    private func shared(_ a: [UInt64], _ b: [UInt64]) -> Double {
        var common: Float = 0
        var total: Float = 0
        var i = 0
        var j = 0
        func weight(_ token: UInt64) -> Float { rarity[token] ?? 1 }
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, a[i] == b[j] {
                let weight = weight(a[i])
                common += weight
                total += 2 * weight
                i += 1
                j += 1
            } else if j >= b.count || i < a.count && a[i] < b[j] {
                total += weight(a[i])
                i += 1
            } else {
                total += weight(b[j])
                j += 1
            }
        }
        return total > 0 ? Double(2 * common / total) : 0
    }

    // MARK: - Choice

    private func contradiction(
        _ finding: ContradictionRules.Finding, _ a: Statement, _ left: Int, _ b: Statement, _ right: Int,
        _ similarity: Double, _ agreement: Double
    ) -> Contradiction {
        let items = (corpus.items[Int(corpus.owners[left])], corpus.items[Int(corpus.owners[right])])
        var newer: String?
        if let one = items.0.updatedAt, let other = items.1.updatedAt, one != other {
            newer = one > other ? items.0.item.id : items.1.item.id
        }
        return Contradiction(
            kind: finding.kind, left: corpus.quotation(row: left, range: a.range, text: a.text),
            right: corpus.quotation(row: right, range: b.range, text: b.text), leftValue: finding.left,
            rightValue: finding.right, similarity: similarity, agreement: agreement, newerItemID: newer)
    }

    /// The surest first; of the same two sentences in several items one, and of two items not more than a few.
    private func select(_ found: [Found]) -> [Contradiction] {
        struct Pair: Hashable {
            var left: String
            var right: String
        }
        struct Wordings: Hashable {
            var left: UInt64
            var right: UInt64
        }
        let ordered = found.sorted { left, right in
            let a = left.contradiction
            let b = right.contradiction
            let scores = (a.agreement * a.similarity, b.agreement * b.similarity)
            if scores.0 != scores.1 { return scores.0 > scores.1 }
            return (a.left.itemID, a.right.itemID, a.left.range.lowerBound, a.right.range.lowerBound)
                < (b.left.itemID, b.right.itemID, b.left.range.lowerBound, b.right.range.lowerBound)
        }
        var seen: Set<Wordings> = []
        var counts: [Pair: Int] = [:]
        return ordered.compactMap { found in
            let contradiction = found.contradiction
            guard seen.insert(Wordings(left: found.wordings.0, right: found.wordings.1)).inserted else { return nil }
            let pair = Pair(left: contradiction.left.itemID, right: contradiction.right.itemID)
            counts[pair, default: 0] += 1
            return counts[pair, default: 0] <= configuration.contradictionsPerPair ? contradiction : nil
        }
    }
}
