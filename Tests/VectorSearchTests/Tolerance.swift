import VectorSearch

/// How exactly an index must keep vectors and distances: from 64 dimensions on it may keep components of 16 bits.
enum Tolerance {
    static let fewestRoundedDimensions = 64

    private static func share(_ dimensions: Int) -> Double { dimensions < fewestRoundedDimensions ? 1e-5 : 1e-4 }

    /// How far a distance may be off.
    static func distance(_ query: [Float], _ vector: [Float], _ metric: DistanceMetric) -> Double {
        switch metric {
        case .cosine: share(query.count)
        case .innerProduct: share(query.count) * (norm(query) * norm(vector) + 1e-30)
        case .euclidean: share(query.count) * (norm(query) + norm(vector) + 1e-30)
        }
    }

    /// Whether two vectors are the same as far as an index must tell.
    static func areSame(_ kept: [Float]?, _ given: [Float]) -> Bool {
        guard let kept, kept.count == given.count else { return false }
        guard given.count >= fewestRoundedDimensions else { return kept == given }
        let largest = given.reduce(0) { max($0, abs($1)) }
        return zip(kept, given).allSatisfy { abs($0 - $1) <= 1e-4 * largest }
    }

    static func norm(_ vector: [Float]) -> Double {
        vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
}

/// What is wrong with matches whatever search they come from, or `nil`: `count` of them, distinct, of stored vectors that
/// pass the filter, nearest first and then by id, with the right distances.
func flaw(
    _ matches: [VectorMatch], count: Int, query: [Float], stored: [VectorID: [Float]], _ metric: DistanceMetric,
    _ filter: VectorFilter? = nil
) -> String? {
    guard matches.count == count else { return "\(matches.count) matches, not \(count)" }
    guard Set(matches.map(\.id)).count == count else { return "an id twice" }
    for (a, b) in zip(matches, matches.dropFirst()) where (a.distance, a.id) >= (b.distance, b.id) {
        return "\(a) stands before \(b)"
    }
    for match in matches {
        guard let vector = stored[match.id] else { return "id \(match.id) is not stored" }
        guard filter?.allows(match.id) ?? true else { return "id \(match.id) does not pass the filter" }
        let right = distance(query, vector, metric)
        guard abs(Double(match.distance) - right) <= Tolerance.distance(query, vector, metric) else {
            return "distance \(match.distance) of id \(match.id), not \(right)"
        }
    }
    return nil
}
