import HelpdeskTesting
import VectorSearch

/// Vectors around centres, as embeddings lie around topics: a graph of pure noise is harder to search than any real one.
struct SyntheticVectors {
    static let dimensions = 384

    private let centres: [[Float]]
    private var generator: SeededGenerator

    init(centres: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        self.centres = (0..<centres).map { _ in generator.vector(dimensions: Self.dimensions) }
        self.generator = generator
    }

    mutating func next() -> [Float] {
        let centre = centres[Int(generator.next() % UInt64(centres.count))]
        return zip(centre, generator.vector(dimensions: Self.dimensions)).map { $0 + 0.8 * $1 }
    }

    mutating func entries(_ count: Int) -> [VectorEntry] {
        (0..<count).map { VectorEntry(id: VectorID($0), vector: next()) }
    }
}
