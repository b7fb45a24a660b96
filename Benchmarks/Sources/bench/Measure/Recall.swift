import VectorSearch

/// The share of true neighbours that a search finds.
///
/// A vector exactly as far as the last true neighbour counts too, whichever id it has: where vectors are equal, as many of
/// real texts are, which of them is "the" neighbour is chance.
struct Recall {
    private let vector: (VectorID) -> [Float]?
    private let queries: [[Float]]
    private let metric: DistanceMetric
    private let truth: [Set<VectorID>]
    /// The distance of the last true neighbour of each query.
    private let limits: [Float]

    /// - Parameters:
    ///   - vector: The vector stored under an id.
    ///   - truth: For each query the ids of its true neighbours, nearest first.
    init(queries: [[Float]], metric: DistanceMetric, truth: [[VectorID]], vector: @escaping (VectorID) -> [Float]?) {
        self.vector = vector
        self.queries = queries
        self.metric = metric
        self.truth = truth.map(Set.init)
        limits = zip(queries, truth).map { query, ids in
            ids.last.flatMap(vector).map { Self.distance(query, $0, metric) } ?? -.infinity
        }
    }

    /// The recall among vectors whose ids are their places.
    init(base: [[Float]], queries: [[Float]], metric: DistanceMetric, truth: [[VectorID]]) {
        self.init(queries: queries, metric: metric, truth: truth) { $0 < base.count ? base[Int($0)] : nil }
    }

    /// The recall of some results, one for each query.
    func callAsFunction(_ found: [[VectorMatch]]) -> Double {
        let wanted = truth.reduce(0) { $0 + $1.count }
        guard wanted > 0 else { return 1 }
        var hits = 0
        for (index, matches) in found.enumerated() {
            let near = Set(matches.map(\.id)).count { id in
                if truth[index].contains(id) { return true }
                guard let vector = vector(id) else { return false }
                // Sums in another order differ in the last digits.
                return abs(Self.distance(queries[index], vector, metric) - limits[index]) <= 1e-6
            }
            hits += min(near, truth[index].count)
        }
        return Double(hits) / Double(wanted)
    }

    private static func distance(_ a: [Float], _ b: [Float], _ metric: DistanceMetric) -> Float {
        var sum: Float = 0
        if metric == .euclidean {
            for i in a.indices { sum += (a[i] - b[i]) * (a[i] - b[i]) }
            return sum.squareRoot()
        }
        // For cosine both sides were scaled to length 1 when they were read.
        for i in a.indices { sum += a[i] * b[i] }
        return -sum
    }
}
