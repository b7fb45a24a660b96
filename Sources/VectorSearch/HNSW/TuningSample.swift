/// Queries whose true neighbours are known.
struct TuningSample {
    /// A query and what a search for it should find.
    private struct Question {
        /// The vector that the query was made of, and those equal to it: they do not count.
        var left: Set<VectorID>
        var truth: Set<VectorID>
        /// The distance of the last true neighbour, and a little more: what is as near is as good.
        var limit: Float
    }

    /// What is searched for.
    private(set) var queries: [[Float]] = []
    /// How many matches a search must return, so that enough are left.
    let asked: Int
    private let count: Int
    private var questions: [Question] = []

    /// Finds the true neighbours of the caller's queries.
    init(
        _ queries: [[Float]], count: Int, filter: VectorFilter?, in index: HNSWIndex
    ) throws {
        self.count = count
        asked = count
        try add(queries, ids: nil, filter, index)
    }

    /// Makes queries of stored vectors and finds their true neighbours.
    init(size: Int, count: Int, filter: VectorFilter?, in index: HNSWIndex) throws {
        self.count = count
        asked = count == .max ? count : count + 1
        var ids: [VectorID] = []
        var queries: [[Float]] = []
        for id in Self.spread(size, over: index.ids) {
            guard let vector = index.vector(for: id), let query = Self.beside(vector) else { continue }
            ids.append(id)
            queries.append(query)
        }
        try add(queries, ids: ids, filter, index)
    }

    private mutating func add(
        _ queries: [[Float]], ids: [VectorID]?, _ filter: VectorFilter?, _ index: HNSWIndex
    ) throws {
        let truth = try index.search(queries, count: asked, filter: filter, strategy: .scan)
        for (place, var matches) in truth.enumerated() {
            var left: Set<VectorID> = []
            if let ids, let vector = index.vector(for: ids[place]) {
                left.insert(ids[place])
                for match in matches where index.vector(for: match.id) == vector { left.insert(match.id) }
                matches.removeAll { left.contains($0.id) }
            }
            matches = Array(matches.prefix(count))
            guard let last = matches.last else { continue }
            let limit = last.distance + abs(last.distance) * 1e-6
            self.queries.append(queries[place])
            questions.append(Question(left: left, truth: Set(matches.map(\.id)), limit: limit))
        }
    }

    /// The share of the true neighbours among some results, and where it lies in all likelihood.
    func recall(of results: [[VectorMatch]]) -> (share: Double, interval: ClosedRange<Double>) {
        var hits = 0
        var wanted = 0
        var shares: [Double] = []
        for (question, matches) in zip(questions, results) {
            let others = matches.lazy.filter { !question.left.contains($0.id) }.prefix(count)
            let near = others.count { question.truth.contains($0.id) || $0.distance <= question.limit }
            let found = min(near, question.truth.count)
            hits += found
            wanted += question.truth.count
            shares.append(Double(found) / Double(question.truth.count))
        }
        let share = Double(hits) / Double(max(1, wanted))
        return (share, Self.interval(share, shares, wanted: wanted))
    }

    /// The interval of Wilson (1927) for 95%. Neighbours of one query are found or missed together, so they count as
    /// fewer independent ones: as many as explain how much queries differ, but at least one for each query.
    private static func interval(_ share: Double, _ shares: [Double], wanted: Int) -> ClosedRange<Double> {
        let queries = Double(shares.count)
        let mean = shares.reduce(0, +) / queries
        let variance = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, queries - 1) / queries
        let explained = variance > 0 ? share * (1 - share) / variance : 0
        let size = min(max(explained, queries), Double(wanted))
        let z = 1.96
        let centre = (share + z * z / (2 * size)) / (1 + z * z / size)
        let radius =
            z / (1 + z * z / size) * (share * (1 - share) / size + z * z / (4 * size * size)).squareRoot()
        return max(0, min(share, centre - radius))...min(1, max(share, centre + radius))
    }

    /// Some of the ids, one from each of equally long parts of the list; always the same ones.
    private static func spread(_ size: Int, over ids: [VectorID]) -> [VectorID] {
        let size = min(size, ids.count)
        return (0..<size).map { part in
            let start = ids.count / size * part + min(part, ids.count % size)
            let end = ids.count / size * (part + 1) + min(part + 1, ids.count % size)
            // The mixing of SplitMix64 (Steele, Lea & Flood 2014).
            var bits = UInt64(part) &* 0x9E37_79B9_7F4A_7C15
            bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
            bits ^= bits >> 31
            return ids[start + Int(bits % UInt64(end - start))]
        }
    }

    /// A query right beside a stored vector; `nil` for a zero vector, which has no direction.
    ///
    /// A search for exactly the stored vector would start there, and find its neighbours more easily than any other.
    private static func beside(_ vector: [Float]) -> [Float]? {
        guard let place = vector.indices.max(by: { abs(vector[$0]) < abs(vector[$1]) }), vector[place] != 0 else {
            return nil
        }
        var query = vector
        query[place] *= 1 - 0x1p-12
        return query
    }
}
