import CHelpdeskKernels
import VectorSearch

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func vector(_ dimensions: Int) -> [Float] {
        (0..<dimensions).map { _ in Float.random(in: -1...1, using: &self) }
    }

    mutating func entries(_ ids: Range<UInt64>, _ dimensions: Int) -> [VectorEntry] {
        ids.map { VectorEntry(id: $0, vector: vector(dimensions)) }
    }

    /// Vectors around a few centres, as real embeddings are.
    mutating func clusters(_ ids: Range<UInt64>, _ dimensions: Int, centres: Int = 30) -> [VectorEntry] {
        let middles = (0..<centres).map { _ in vector(dimensions) }
        return ids.map { id in
            let middle = middles[Int.random(in: 0..<centres, using: &self)]
            return VectorEntry(id: id, vector: zip(middle, vector(dimensions)).map { $0 + 0.4 * $1 })
        }
    }
}

/// The distance by its definition, in double precision.
func distance(_ a: [Float], _ b: [Float], _ metric: DistanceMetric) -> Double {
    let dot = zip(a, b).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    switch metric {
    case .innerProduct: return -dot
    case .euclidean:
        return zip(a, b).reduce(0.0) { $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1)) }.squareRoot()
    case .cosine:
        let norms = [a, b].map { $0.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot() }
        return norms[0] == 0 || norms[1] == 0 ? 1 : 1 - dot / (norms[0] * norms[1])
    }
}

/// The nearest by definition.
func nearest(
    _ query: [Float], _ count: Int, in stored: [VectorID: [Float]], _ metric: DistanceMetric,
    _ filter: VectorFilter? = nil
) -> [(id: VectorID, distance: Double)] {
    let all = stored.filter { filter?.allows($0.key) ?? true }.map { ($0.key, distance(query, $0.value, metric)) }
    return Array(all.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(count))
}

/// What is wrong with matches for which the definition gives `expected`, or `nil`. Rounding may exchange neighbours.
func problem(
    _ matches: [VectorMatch], _ expected: [(id: VectorID, distance: Double)], query: [Float],
    stored: [VectorID: [Float]], _ metric: DistanceMetric, tolerance: Double = 1e-5
) -> String? {
    guard matches.count == expected.count else { return "\(matches.count) matches, not \(expected.count)" }
    guard Set(matches.map(\.id)).count == matches.count else { return "an id twice" }
    for (place, (match, want)) in zip(matches, expected).enumerated() {
        guard let vector = stored[match.id] else { return "id \(match.id) is not stored" }
        guard abs(Double(match.distance) - distance(query, vector, metric)) <= tolerance else {
            return "distance \(match.distance) of id \(match.id), not \(distance(query, vector, metric))"
        }
        guard abs(Double(match.distance) - want.distance) <= tolerance else {
            return "place \(place) is not the nearest"
        }
    }
    for (a, b) in zip(matches, matches.dropFirst()) where (a.distance, a.id) >= (b.distance, b.id) {
        return "out of order"
    }
    return nil
}

/// The code of the error that a call throws.
func code(_ body: () throws -> Void) -> VectorSearchError.Code? {
    do {
        try body()
        return nil
    } catch {
        return (error as? VectorSearchError)?.code
    }
}

/// The share of the true nearest that was found.
func recall(_ found: [[VectorMatch]], _ truth: [[VectorMatch]]) -> Double {
    var hits = 0
    var total = 0
    for (found, truth) in zip(found, truth) {
        hits += Set(found.map(\.id)).intersection(truth.map(\.id)).count
        total += truth.count
    }
    return Double(hits) / Double(max(1, total))
}
