import Testing
import VectorSearch

/// Snapshots made to harm, all with right checksums: each must be refused by the name of a section, or do no harm.
@Suite struct HostileSnapshotTests {
    static let kinds = IndexKind.allCases

    /// A small index of few or many dimensions, with twins, a tombstone, several levels and a name.
    private static func sample(_ kind: IndexKind, _ dimensions: Int) throws -> TestIndex {
        guard dimensions > 3 else { return try SnapshotTests.sample(kind) }
        var generator = SeededGenerator(seed: 281)
        let index = try kind.make(dimensions, .euclidean, identity: "model")
        var entries = generator.entries(0..<24, dimensions)
        entries[10].vector = entries[11].vector
        try index.insert(entries)
        _ = try index.remove([3])
        return index
    }

    /// Where the sections of a snapshot are.
    private struct Layout {
        struct Section {
            var number: UInt64
            /// Where its line of the table is, and where its bytes are.
            var line: Int
            var bytes: Range<Int>
        }

        let sections: [Section]

        init(_ snapshot: [UInt8]) {
            sections = (0..<Int(snapshot.number(at: 16, bytes: 4))).map { index in
                let line = 32 + 32 * index
                let start = Int(snapshot.number(at: line + 8, bytes: 8))
                let length = Int(snapshot.number(at: line + 16, bytes: 8))
                return Section(
                    number: snapshot.number(at: line, bytes: 4), line: line, bytes: start..<start + length)
            }
        }
    }

    /// What opening gives: an error that names a section, or an index that works. Anything else is recorded.
    ///
    /// - Parameter repairsSections: Whether the checksums of the sections are made right again; that of their table
    ///   always is.
    private static func isRefused(
        _ kind: IndexKind, _ snapshot: [UInt8], repairsSections: Bool = true, _ what: @autoclosure () -> String
    ) -> Bool {
        var snapshot = snapshot
        SnapshotTests.repairChecksums(&snapshot, sections: repairsSections)
        do {
            let index = try kind.open(snapshot, expectedIdentity: nil)
            try index.check()
            let query = [Float](repeating: 1, count: index.dimensions)
            let found = try index.one(query, 100)
            #expect(found.count == min(100, index.count), "\(what())")
            try index.insert([VectorEntry(id: 77, vector: query)])
            _ = try index.remove([0, 1, 2])
            try index.check()
            _ = index.snapshot()
            return false
        } catch {
            let error = error as? VectorSearchError
            #expect(error?.code == .malformedSnapshot && error?.message.contains("section ") == true, "\(what())")
            return true
        }
    }

    @Test(arguments: kinds, [3, 64]) func everyNumberReplaced(kind: IndexKind, dimensions: Int) throws {
        let snapshot = try Self.sample(kind, dimensions).snapshot()
        let layout = Layout(snapshot)
        var refused = 0
        for section in layout.sections {
            // Components may have any value; a few of them are enough.
            let step = section.number == 3 ? 52 : 4
            for place in stride(from: section.bytes.lowerBound, to: section.bytes.upperBound - 3, by: step) {
                for value in [0, 1, 23, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF] as [UInt64] {
                    var changed = snapshot
                    changed.put(value, at: place, bytes: 4)
                    if Self.isRefused(kind, changed, "section \(section.number), byte \(place), \(value)") {
                        refused += 1
                    }
                }
                guard place + 8 <= section.bytes.upperBound else { continue }
                for value in [.max, .max - 63, 1 << 63, 1 << 62, 1 << 40] as [UInt64] {
                    var changed = snapshot
                    changed.put(value, at: place, bytes: 8)
                    if Self.isRefused(kind, changed, "section \(section.number), byte \(place), \(value)") {
                        refused += 1
                    }
                }
            }
        }
        #expect(refused > 100)
    }

    @Test(arguments: kinds, [3, 64]) func sectionsSwapped(kind: IndexKind, dimensions: Int) throws {
        let snapshot = try Self.sample(kind, dimensions).snapshot()
        let layout = Layout(snapshot)
        for a in layout.sections {
            for b in layout.sections where a.number < b.number {
                let what = "sections \(a.number) and \(b.number)"
                // Each under the other's name.
                var renamed = snapshot
                renamed.put(b.number, at: a.line, bytes: 4)
                renamed.put(a.number, at: b.line, bytes: 4)
                #expect(Self.isRefused(kind, renamed, repairsSections: false, what), "\(what) renamed")
                // With right checksums, bytes of a number as good as any are what they say they are.
                _ = Self.isRefused(kind, renamed, what)
                // Each line of the table with the other's place and length.
                var moved = snapshot
                for offset in [8, 16] {
                    moved.put(snapshot.number(at: b.line + offset, bytes: 8), at: a.line + offset, bytes: 8)
                    moved.put(snapshot.number(at: a.line + offset, bytes: 8), at: b.line + offset, bytes: 8)
                }
                #expect(Self.isRefused(kind, moved, what), "\(what) moved")
                // One twice.
                var doubled = snapshot
                doubled.put(a.number, at: b.line, bytes: 4)
                #expect(Self.isRefused(kind, doubled, what), "\(what) the same")
                // Both over the same bytes.
                var shared = snapshot
                for offset in [8, 16] {
                    shared.put(snapshot.number(at: b.line + offset, bytes: 8), at: a.line + offset, bytes: 8)
                }
                #expect(Self.isRefused(kind, shared, what), "\(what) at one place")
            }
        }
    }

    @Test(arguments: kinds, [3, 64]) func placesAndLengthsOutOfRange(kind: IndexKind, dimensions: Int) throws {
        let snapshot = try Self.sample(kind, dimensions).snapshot()
        let end = UInt64(snapshot.count)
        for section in Layout(snapshot).sections {
            let start = UInt64(section.bytes.lowerBound)
            let length = UInt64(section.bytes.count)
            let lengths: [UInt64] = [
                .max, .max - 63, .max - start, .max - start + 1, 0 &- start, 0 &- start &+ length, 1 << 63,
                (1 << 63) - 1,
                1 << 40, end, end - start + 1, length + 1, length + 64,
            ]
            // A name that ends with a zero byte, taken from the padding, is a name.
            for value in lengths where section.number != 2 || value != length + 1 {
                var changed = snapshot
                changed.put(value, at: section.line + 16, bytes: 8)
                #expect(Self.isRefused(kind, changed, "length \(value)"), "length \(value) of \(section.number)")
            }
            for value in [
                0, 1, 32, start + 1, start + 64, start &- 64, end, end + 1, 1 << 63, .max, .max - 63, 0 &- length,
            ] {
                var changed = snapshot
                changed.put(value, at: section.line + 8, bytes: 8)
                #expect(Self.isRefused(kind, changed, "place \(value)"), "place \(value) of \(section.number)")
            }
        }
        for count in [0, 1, 2, 10, 1_000, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt64] {
            var changed = snapshot
            changed.put(count, at: 16, bytes: 4)
            #expect(Self.isRefused(kind, changed, "\(count) sections"))
        }
    }

    @Test(arguments: [3, 64]) func cyclesInTheTree(dimensions: Int) throws {
        let index = try Self.sample(.hnsw, dimensions)
        guard case .hnsw(let hnsw) = index else { return }
        let nodes = hnsw.statistics.levels[0]
        let snapshot = index.snapshot()
        // Each node has a parent of 32 bits.
        let tree = try #require(Layout(snapshot).sections.first { $0.number == 8 }?.bytes.lowerBound)
        for a in 0..<nodes {
            for b in 0..<a {
                var cycle = snapshot
                cycle.put(UInt64(b), at: tree + 4 * a, bytes: 4)
                cycle.put(UInt64(a), at: tree + 4 * b, bytes: 4)
                #expect(Self.isRefused(.hnsw, cycle, "\(a) and \(b)"), "parents \(a) and \(b) of each other")
            }
            // A second root, or one more edge than a tree has.
            var rootless = snapshot
            rootless.put(UInt64(a), at: tree + 4 * a, bytes: 4)
            if rootless != snapshot { #expect(Self.isRefused(.hnsw, rootless, "root \(a)"), "a second root \(a)") }
        }
    }

    @Test(arguments: kinds) func truncatedAndFlippedInManyDimensions(kind: IndexKind) throws {
        var snapshot = try Self.sample(kind, 64).snapshot()
        for length in stride(from: 0, to: snapshot.count, by: 7) {
            #expect(code { _ = try kind.open(Array(snapshot[..<length]), expectedIdentity: nil) } == .malformedSnapshot)
        }
        for bit in 0..<snapshot.count * 8 {
            snapshot[bit / 8] ^= 1 << (bit % 8)
            #expect(code { _ = try kind.open(snapshot, expectedIdentity: nil) } == .malformedSnapshot)
            snapshot[bit / 8] ^= 1 << (bit % 8)
        }
    }
}

extension [UInt8] {
    /// The little-endian number at a place.
    fileprivate func number(at place: Int, bytes: Int) -> UInt64 {
        (0..<bytes).reduce(0) { $0 | UInt64(self[place + $1]) << (8 * UInt64($1)) }
    }

    /// Writes the low bytes of a number at a place.
    fileprivate mutating func put(_ value: UInt64, at place: Int, bytes: Int) {
        for i in 0..<bytes { self[place + i] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(i))) }
    }
}
