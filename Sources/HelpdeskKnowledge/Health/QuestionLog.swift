import HelpdeskMath
import SentenceEmbeddings

/// The questions of a log that are not blank, with vectors.
struct QuestionLog: Sendable {
    let queries: [LoggedQuery]
    /// The places in the log of the questions that are not blank.
    let places: [Int]
    /// Their vectors, of length 1.
    let vectors: Matrix
    /// How many distinct texts had to be embedded.
    let embedded: Int

    init(_ queries: [LoggedQuery], base: KnowledgeBase, run: HealthRun) async throws {
        self.queries = queries
        places = queries.indices.filter { !queries[$0].text.isBlank }
        var missing: [String: Int] = [:]
        var texts: [String] = []
        for place in places where queries[place].vector == nil {
            let text = base.usablePart(of: queries[place].text).text
            if missing[text] == nil {
                missing[text] = texts.count
                texts.append(text)
            }
        }
        embedded = texts.count
        let total = texts.count
        run.report(.embedding, 0, total)
        let made = try await base.vectors(of: texts, as: .query) { run.report(.embedding, $0, total) }
        if total == 0 { run.report(.embedding, 0, 0) }
        let dimensions = base.identity.dimensions
        var matrix = try Matrix(rows: places.count, columns: dimensions)
        for (row, place) in places.enumerated() {
            let query = queries[place]
            let vector =
                query.vector ?? missing[base.usablePart(of: query.text).text].map { made[$0] } ?? []
            let scale = HealthCorpus.scale(vector)
            matrix.withUnsafeMutableBufferPointer { target in
                for (offset, value) in vector.prefix(dimensions).enumerated() {
                    target[row * dimensions + offset] = value * scale
                }
            }
        }
        vectors = matrix
    }

    /// The passage nearest to each question among those in its language and for its audience.
    func nearest(in corpus: HealthCorpus, run: HealthRun) async throws -> [Neighbor?] {
        let search = NeighborSearch(
            queries: vectors, queryCount: places.count, rows: corpus.vectors, rowCount: corpus.passages.count, count: 1,
            minimum: -1)
        let owners = corpus.owners
        return try await run.map(.gaps, count: search.blockCount) { block in
            search.neighbors(inBlock: block) { row, passage in
                let query = queries[places[row]]
                guard query.language != nil || query.audience != nil else { return true }
                let item = corpus.items[Int(owners[passage])]
                return (query.language == nil || item.language == nil || item.language == query.language)
                    && (query.audience == nil || item.audience == nil || item.audience == query.audience)
            }.map(\.first)
        }.flatMap { $0 }
    }
}
