import HelpdeskMath

/// Groups the questions without a good answer.
struct GapFinder: Sendable {
    /// What was found.
    struct Result: Sendable {
        var gaps: [KnowledgeGap] = []
        var unanswered = 0
        var ungrouped = 0
    }

    /// A text that was asked once or more.
    private struct Asked: Sendable {
        /// The rows of the log's questions.
        var rows: [Int]
    }

    let log: QuestionLog
    /// The passage nearest to each question.
    let nearest: [Neighbor?]
    let corpus: HealthCorpus
    let run: HealthRun

    /// How many like questions each is compared with.
    private static let neighborCount = 24

    func find() async throws -> Result {
        let configuration = run.configuration
        let contents = try await run.map(.gaps, count: (log.places.count + 255) / 256) { block in
            (block * 256..<min(log.places.count, block * 256 + 256)).map { coverage($0) }
        }.flatMap { $0 }
        let costs = log.places.indices.map { cost($0, coverage: contents[$0], configuration) }
        var result = Result()
        // The same text is grouped once, however often it was asked.
        var texts: [String: Int] = [:]
        var asked: [Asked] = []
        for row in log.places.indices where costs[row] != nil {
            result.unanswered += 1
            let key = key(log.queries[log.places[row]])
            if let place = texts[key] {
                asked[place].rows.append(row)
            } else {
                texts[key] = asked.count
                asked.append(Asked(rows: [row]))
            }
        }
        guard !asked.isEmpty else { return result }
        let groups = try await groups(asked)
        for group in groups {
            let rows = group.flatMap { asked[$0].rows }.sorted()
            guard rows.count >= configuration.minimumGapSize else {
                result.ungrouped += rows.count
                continue
            }
            result.gaps.append(gap(rows, costs.map { $0 ?? 0 }, contents, configuration))
        }
        result.gaps.sort { left, right in
            if left.cost != right.cost { return left.cost > right.cost }
            if left.size != right.size { return left.size > right.size }
            return (left.queries.first ?? 0) < (right.queries.first ?? 0)
        }
        return result
    }

    private func key(_ query: LoggedQuery) -> String {
        StatementWord.words(of: query.text.lead(2_000)).map(\.text).joined(separator: " ").ifEmpty(query.text)
    }

    private func groups(_ asked: [Asked]) async throws -> [[Int]] {
        let dimensions = log.vectors.columns
        var matrix = try Matrix(rows: asked.count, columns: dimensions)
        for (place, question) in asked.enumerated() {
            let vector = log.vectors.row(question.rows[0])
            matrix.withUnsafeMutableBufferPointer { target in
                for (offset, value) in vector.enumerated() { target[place * dimensions + offset] = value }
            }
        }
        let vectors = matrix
        let threshold = run.configuration.questionSimilarity
        let search = NeighborSearch(
            queries: vectors, queryCount: asked.count, rows: vectors, rowCount: asked.count, count: Self.neighborCount,
            minimum: max(0.2, threshold - 0.2))
        let neighbors = try await run.map(.gaps, count: search.blockCount) { block in
            search.neighbors(inBlock: block) { $0 != $1 }
        }.flatMap { $0 }
        let weights = asked.map(\.rows.count)
        return try await run.map(.gaps, count: 1) { _ in
            QuestionClusters.groups(vectors, weights: weights, neighbors: neighbors, threshold: threshold)
        }.flatMap { $0 }
    }

    // MARK: - Questions

    /// See ``KnowledgeGap/coverage``.
    private func coverage(_ row: Int) -> Double {
        guard let nearest = nearest[row] else { return 0 }
        let similarity = min(1, max(0, (Double(nearest.similarity) - 0.3) / 0.5))
        let query = log.queries[log.places[row]]
        let asked = HealthText.tokens(of: StatementWord.words(of: query.text.lead(2_000)))
        guard !asked.isEmpty else { return similarity }
        let passage = corpus.passages[Int(nearest.row)]
        let title = corpus.items[Int(corpus.owners[Int(nearest.row)])].item.title
        let held = HealthText.tokens(
            of: StatementWord.words(of: title.lead(200) + "\n" + (passage.heading ?? "") + "\n" + passage.text))
        return 0.7 * similarity + 0.3 * Double(HealthText.shared(asked, held)) / Double(asked.count)
    }

    /// What a question without a good answer costs; `nil` for one that has one.
    private func cost(_ row: Int, coverage: Double, _ configuration: HealthConfiguration) -> Double? {
        let query = log.queries[log.places[row]]
        if query.feedback == .negative { return configuration.negativeFeedbackCost }
        switch query.outcome {
        case .escalated: return configuration.escalationCost
        case .noAnswer: return configuration.noAnswerCost
        case .answered(let confidence), .drafted(let confidence):
            if query.feedback == .positive || confidence >= configuration.confidenceThreshold { return nil }
            return configuration.lowConfidenceCost * (1 - (confidence > 0 ? min(1, confidence) : 0))
        case .unknown:
            if query.feedback == .positive || coverage >= configuration.coverageThreshold { return nil }
            return configuration.uncoveredCost
        }
    }

    // MARK: - Gaps

    private func gap(
        _ rows: [Int], _ costs: [Double], _ coverages: [Double], _ configuration: HealthConfiguration
    ) -> KnowledgeGap {
        let dimensions = log.vectors.columns
        var sum = [Double](repeating: 0, count: dimensions)
        let vectors = rows.map { log.vectors.row($0) }
        for vector in vectors { for (index, value) in vector.enumerated() { sum[index] += Double(value) } }
        let typical = zip(rows, vectors).map { row, vector in
            (row: row, value: zip(vector, sum).reduce(0.0) { $0 + Double($1.0) * $1.1 })
        }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.row < $1.row }
        var examples: [String] = []
        var seen: Set<String> = []
        for (row, _) in typical where examples.count < max(1, configuration.examplesPerGap) {
            let query = log.queries[log.places[row]]
            if seen.insert(key(query)).inserted { examples.append(query.text.trimmed) }
        }
        let size = Double(rows.count)
        let square = sum.reduce(0) { $0 + $1 * $1 }
        let coverage = rows.reduce(0) { $0 + coverages[$1] } / size
        var gap = KnowledgeGap(
            title: examples.first ?? "", size: rows.count,
            examples: Array(examples.prefix(configuration.examplesPerGap)),
            queries: rows.map { log.places[$0] }, cost: rows.reduce(0) { $0 + costs[$1] }, coverage: coverage,
            cause: coverage < configuration.coverageThreshold ? .missing : .unsatisfying,
            cohesion: rows.count > 1 ? min(1, (square - size) / (size * (size - 1))) : 1, escalated: 0,
            withoutAnswer: 0, lowConfidence: 0, negativeFeedback: 0, languages: [:], audiences: [:], nearest: nil)
        for place in gap.queries { count(log.queries[place], configuration, &gap) }
        gap.nearest = nearestItem(rows)
        return gap
    }

    private func count(_ query: LoggedQuery, _ configuration: HealthConfiguration, _ gap: inout KnowledgeGap) {
        switch query.outcome {
        case .escalated: gap.escalated += 1
        case .noAnswer: gap.withoutAnswer += 1
        case .answered(let confidence), .drafted(let confidence):
            if !(confidence >= configuration.confidenceThreshold) { gap.lowConfidence += 1 }
        case .unknown: break
        }
        if query.feedback == .negative { gap.negativeFeedback += 1 }
        if let language = query.language { gap.languages[language, default: 0] += 1 }
        if let audience = query.audience { gap.audiences[audience, default: 0] += 1 }
    }

    /// The item that is nearest to most questions, by the sum of similarities.
    private func nearestItem(_ rows: [Int]) -> ItemReference? {
        var sums: [Int: (sum: Double, count: Int)] = [:]
        for row in rows {
            guard let nearest = nearest[row], nearest.similarity > 0 else { continue }
            let old = sums[Int(corpus.owners[Int(nearest.row)])] ?? (0, 0)
            sums[Int(corpus.owners[Int(nearest.row)])] = (old.sum + Double(nearest.similarity), old.count + 1)
        }
        guard
            let best = sums.min(by: {
                $0.value.sum != $1.value.sum ? $0.value.sum > $1.value.sum : $0.key < $1.key
            })
        else { return nil }
        let item = corpus.items[best.key].item
        return ItemReference(
            itemID: item.id, title: item.title, similarity: best.value.sum / Double(best.value.count))
    }
}
