import CHelpdeskKernels
import Testing
import VectorSearch

@Suite struct SnapshotTests {
    static let kinds = IndexContractTests.kinds

    /// An index with all that a snapshot can hold: several levels, twins, tombstones, a name.
    static func sample(_ kind: IndexKind, _ metric: DistanceMetric = .cosine) throws -> TestIndex {
        var generator = SeededGenerator(seed: 70)
        let index = try kind.make(3, metric, identity: "Modèle/1")
        var entries = generator.entries(0..<60, 3)
        entries[10].vector = entries[11].vector
        entries[12].vector = entries[11].vector
        try index.insert(entries)
        _ = try index.remove([3, 4, 5])
        return index
    }

    /// The same with vectors in fixed point.
    static func compactSample() throws -> TestIndex {
        var generator = SeededGenerator(seed: 72)
        let index = try IndexKind.hnsw.make(64, .cosine, identity: "Modèle/1")
        var entries = generator.entries(0..<60, 64)
        entries[10].vector = entries[11].vector
        entries[12].vector = entries[11].vector
        try index.insert(entries)
        _ = try index.remove([3, 4, 5])
        return index
    }

    @Test(arguments: kinds, DistanceMetric.allCases)
    func comesBackTheSame(kind: IndexKind, metric: DistanceMetric) throws {
        let index = try Self.sample(kind, metric)
        let bytes = index.snapshot()
        let copy = try kind.open(bytes, expectedIdentity: "Modèle/1")
        #expect(copy.snapshot() == bytes)
        let (identity, dimensions, count) = (copy.identity, copy.dimensions, copy.count)
        #expect(identity == "Modèle/1" && dimensions == 3 && count == 57)
        #expect(copy.metric == metric)
        let found = try index.one([1, 2, 3], 20)
        #expect(try copy.one([1, 2, 3], 20) == found)
        // And goes on the same.
        let more = VectorEntry(id: 500, vector: [0.5, -1, 2])
        try index.insert([more])
        try copy.insert([more])
        let later = index.snapshot()
        #expect(copy.snapshot() == later)
        try copy.check()
    }

    @Test(arguments: kinds) func emptyIndexComesBack(kind: IndexKind) throws {
        let empty = try kind.make(3, .cosine, identity: nil)
        let copy = try kind.open(empty.snapshot(), expectedIdentity: nil)
        let (identity, count) = (copy.identity, copy.count)
        #expect(identity == nil && count == 0)
        try copy.insert([VectorEntry(id: 500, vector: [0.5, -1, 2])])
        #expect(copy.count == 1)
    }

    @Test(arguments: kinds) func refusesAnotherIdentity(kind: IndexKind) throws {
        let named = try Self.sample(kind).snapshot()
        #expect(code { _ = try kind.open(named, expectedIdentity: "another") } == .mismatchedIdentity)
        let unnamed = try kind.make(3, .cosine, identity: nil).snapshot()
        #expect(code { _ = try kind.open(unnamed, expectedIdentity: "another") } == .mismatchedIdentity)
    }

    @Test(arguments: kinds) func refusesEveryTruncation(kind: IndexKind) throws {
        let snapshot = try Self.sample(kind).snapshot()
        for length in 0..<snapshot.count {
            #expect(code { _ = try kind.open(Array(snapshot[..<length]), expectedIdentity: nil) } == .malformedSnapshot)
        }
        #expect(code { _ = try kind.open(snapshot + [0], expectedIdentity: nil) } == .malformedSnapshot)
    }

    @Test(arguments: kinds) func refusesEveryFlippedBit(kind: IndexKind) throws {
        var snapshot = try Self.sample(kind).snapshot()
        for bit in 0..<snapshot.count * 8 {
            snapshot[bit / 8] ^= 1 << (bit % 8)
            #expect(code { _ = try kind.open(snapshot, expectedIdentity: nil) } == .malformedSnapshot)
            snapshot[bit / 8] ^= 1 << (bit % 8)
        }
    }

    @Test func refusesTheOtherKind() throws {
        let exact = try Self.sample(.exact).snapshot()
        let hnsw = try Self.sample(.hnsw).snapshot()
        #expect(code { _ = try HNSWIndex(snapshot: exact) } == .malformedSnapshot)
        #expect(code { _ = try ExactIndex(snapshot: hnsw) } == .malformedSnapshot)
    }

    @Test(arguments: ["exact", "hnsw", "compact"])
    func hostileContentWithRightChecksumsIsRefusedOrHarmless(name: String) throws {
        let kind = name == "exact" ? IndexKind.exact : .hnsw
        let original = try name == "compact" ? Self.compactSample().snapshot() : Self.sample(kind).snapshot()
        var generator = SeededGenerator(seed: 71)
        var refused = 0
        var named = 0
        for round in 0..<6000 {
            var snapshot = original
            // A number somewhere becomes 0, 1, huge, or random; then every checksum is made right again.
            let values: [UInt64] = [0, 1, .max, .max / 2, 1 << 63, 0x7FC0_0000_7FC0_0000, generator.next()]
            let value = values[round % values.count]
            let width = [1, 2, 4, 8][round / 7 % 4]
            let place = Int.random(in: 8..<snapshot.count - 8, using: &generator)
            for i in 0..<width { snapshot[place + i] = UInt8(truncatingIfNeeded: value >> (8 * i)) }
            Self.repairChecksums(&snapshot)
            do {
                let index = try kind.open(snapshot, expectedIdentity: nil)
                try index.check()
                let query = [Float](repeating: 1, count: index.dimensions)
                #expect(try index.one(query, 100).count == min(100, index.count))
                try index.insert([VectorEntry(id: 77, vector: query)])
                _ = try index.remove([0, 1, 2])
                _ = index.snapshot()
            } catch let error as VectorSearchError {
                refused += 1
                #expect(error.code == .malformedSnapshot)
                if error.message.contains("section") { named += 1 }
            }
        }
        // Most of a vector in fixed point may be anything.
        #expect(refused > (name == "compact" ? 300 : 1000) && named == refused)
    }

    /// Recomputes the checksums of the sections and of the table, where the table can be followed at all.
    static func repairChecksums(_ snapshot: inout [UInt8], sections: Bool = true) {
        func number(_ at: Int, _ size: Int) -> UInt64 {
            (0..<size).reduce(0) { $0 | UInt64(snapshot[at + $1]) << (8 * UInt64($1)) }
        }
        func put(_ value: UInt64, _ at: Int) {
            for i in 0..<8 { snapshot[at + i] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(i))) }
        }
        let count = Int(number(16, 4))
        guard count <= 18, snapshot.count >= 32 + 32 * count else { return }
        for entry in 0..<(sections ? count : 0) {
            let at = 32 + 32 * entry
            let offset = number(at + 8, 8)
            let length = number(at + 16, 8)
            guard offset <= UInt64(snapshot.count), length <= UInt64(snapshot.count) - offset else { continue }
            let hash = snapshot[Int(offset)..<Int(offset + length)].withUnsafeBytes {
                helpdesk_hash_wide($0.baseAddress, $0.count, number(at, 4))
            }
            put(hash, at + 24)
        }
        let seed = number(8, 4) << 40 ^ number(12, 4) << 20 ^ number(16, 4)
        put(snapshot[32..<32 + 32 * count].withUnsafeBytes { helpdesk_hash_wide($0.baseAddress, $0.count, seed) }, 24)
    }
}
