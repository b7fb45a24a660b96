/// Finds items that say the same, and texts that stand in several items.
struct DuplicateFinder: Sendable {
    /// What was found.
    struct Result: Sendable {
        var items: [DuplicateItems] = []
        var passages: [RepeatedPassage] = []
    }

    /// Two passages that repeat, the one of the smaller row first.
    private struct Match: Sendable {
        var left: Int
        var right: Int
        var similarity: Double
        var sharedText: Double
    }

    private struct Pair: Hashable {
        var left: Int
        var right: Int
    }

    let corpus: HealthCorpus
    let neighbors: [[Neighbor]]
    let texts: [HealthText]

    /// Passages less similar than this are not compared word by word: the same words have similar vectors.
    private static let leastSimilarity: Float = 0.6
    /// The share of one item that repeats in the other from which it is needless, however long the other is.
    private static let containedShare = 0.8

    func find(_ run: HealthRun) async throws -> Result {
        let configuration = run.configuration
        let rows = corpus.passages.count
        let found = try await run.map(.duplicates, count: (rows + 63) / 64) { block -> [Match] in
            var found: [Match] = []
            for row in block * 64..<min(rows, block * 64 + 64) { found += repeats(of: row, configuration) }
            return found
        }
        let matches = found.flatMap { $0 }
        var byPair: [Pair: [Match]] = [:]
        for match in matches {
            byPair[Pair(left: owner(match.left), right: owner(match.right)), default: []].append(match)
        }
        var result = Result()
        var duplicates: Set<Pair> = []
        for (pair, matches) in byPair {
            guard let found = duplicate(pair, matches, configuration) else { continue }
            duplicates.insert(pair)
            result.items.append(found)
        }
        result.items.sort {
            $0.similarity != $1.similarity
                ? $0.similarity > $1.similarity : ($0.leftID, $0.rightID) < ($1.leftID, $1.rightID)
        }
        result.passages = repeated(
            matches.filter {
                $0.sharedText >= configuration.repeatedTextShare
                    && min(length($0.left), length($0.right)) >= configuration.minimumRepeatedLength
                    && !duplicates.contains(Pair(left: owner($0.left), right: owner($0.right)))
            })
        return result
    }

    private func owner(_ row: Int) -> Int { Int(corpus.owners[row]) }

    private func length(_ row: Int) -> Int { corpus.passages[row].range.count }

    private func shingles(_ row: Int) -> [UInt64] {
        texts[owner(row)].shingles[row - corpus.items[owner(row)].rows.lowerBound]
    }

    /// The later rows that repeat a row, and the earlier ones that do not have it among their neighbours.
    private func repeats(of row: Int, _ configuration: HealthConfiguration) -> [Match] {
        neighbors[row].compactMap { neighbor in
            guard neighbor.similarity >= Self.leastSimilarity else { return nil }
            let other = Int(neighbor.row)
            if other < row, neighbors[other].contains(where: { Int($0.row) == row }) { return nil }
            let (left, right) = (min(row, other), max(row, other))
            let a = shingles(left)
            let b = shingles(right)
            let least = min(a.count, b.count)
            let share = least > 0 ? Double(HealthText.shared(a, b)) / Double(least) : 0
            let isRepeated = share >= configuration.repeatedTextShare
            let isSame =
                Double(neighbor.similarity) >= configuration.duplicateSimilarity && haveSameScope(left, right)
            guard isRepeated || isSame else { return nil }
            return Match(left: left, right: right, similarity: Double(neighbor.similarity), sharedText: share)
        }
    }

    /// Whether the titles name the same version, platform and plan, so that like meaning is not a like form.
    private func haveSameScope(_ left: Int, _ right: Int) -> Bool {
        func scopes(_ row: Int) -> [ScopeTerms.Kind: Set<String>] {
            let title = corpus.items[owner(row)].item.title
            return ScopeTerms.scopes(of: StatementWord.words(of: title.lead(200)), isTitle: true)
        }
        return scopes(left) == scopes(right)
    }

    private func duplicate(
        _ pair: Pair, _ matches: [Match], _ configuration: HealthConfiguration
    ) -> DuplicateItems? {
        let left = corpus.items[pair.left]
        let right = corpus.items[pair.right]
        func share(_ rows: Set<Int>, _ item: HealthCorpus.Item) -> (Double, repeated: Int, total: Int) {
            let total = item.rows.reduce(0) { $0 + length($1) }
            let repeated = rows.reduce(0) { $0 + length($1) }
            return (total > 0 ? min(1, Double(repeated) / Double(total)) : 0, repeated, total)
        }
        let own = share(Set(matches.map(\.left)), left)
        let other = share(Set(matches.map(\.right)), right)
        let similarity = Double(own.repeated + other.repeated) / Double(max(1, own.total + other.total))
        guard similarity >= configuration.duplicateItemShare || max(own.0, other.0) >= Self.containedShare else {
            return nil
        }
        let best = matches.sorted {
            $0.similarity != $1.similarity ? $0.similarity > $1.similarity : ($0.left, $0.right) < ($1.left, $1.right)
        }
        let shown = best.prefix(5).sorted { ($0.left, $0.right) < ($1.left, $1.right) }
        return DuplicateItems(
            leftID: left.item.id, leftTitle: left.item.title, rightID: right.item.id, rightTitle: right.item.title,
            similarity: min(1, similarity), leftShare: own.0, rightShare: other.0,
            passages: shown.map {
                DuplicateItems.SharedPassage(
                    left: corpus.quotation(row: $0.left), right: corpus.quotation(row: $0.right),
                    similarity: $0.similarity, sharedText: $0.sharedText)
            })
    }

    /// Groups of passages that repeat each other, one place an item.
    private func repeated(_ matches: [Match]) -> [RepeatedPassage] {
        var groups = DisjointSets(count: corpus.passages.count)
        for match in matches { groups.join(match.left, match.right) }
        var rows: [Int: Set<Int>] = [:]
        var share: [Int: Double] = [:]
        for match in matches {
            let root = groups.root(of: match.left)
            rows[root, default: []].formUnion([match.left, match.right])
            share[root] = min(share[root] ?? 1, match.sharedText)
        }
        var result: [RepeatedPassage] = []
        for (root, rows) in rows {
            var seen: Set<Int> = []
            let places = rows.sorted().filter { seen.insert(owner($0)).inserted }
            result.append(
                RepeatedPassage(
                    places: places.prefix(10).map { corpus.quotation(row: $0) }, itemCount: places.count,
                    sharedText: share[root] ?? 0))
        }
        func order(_ passage: RepeatedPassage) -> (String, Int) {
            (passage.places.first?.itemID ?? "", passage.places.first?.range.lowerBound ?? 0)
        }
        return result.sorted {
            $0.itemCount != $1.itemCount ? $0.itemCount > $1.itemCount : order($0) < order($1)
        }
    }
}
