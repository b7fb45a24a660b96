import Foundation
import Synchronization
import Testing
import VectorSearch

@Suite struct SnapshotInPlaceTests {
    /// The bytes in memory of their own, from a multiple of 64 and some bytes more on; calls `freed` when it goes.
    static func memory(
        _ bytes: [UInt8], offset: Int = 0, freed: @escaping @Sendable () -> Void = {}
    ) -> SnapshotMemory {
        let start = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + 64, alignment: 64)
        let buffer = UnsafeMutableRawBufferPointer(start: start + offset, count: bytes.count)
        buffer.copyBytes(from: bytes)
        return SnapshotMemory(buffer) {
            ($0.baseAddress.map { $0 - offset })?.deallocate()
            freed()
        }
    }

    /// An index whose searches go by codes.
    static func coded(_ storage: HNSWIndex.Storage) throws -> (HNSWIndex, [VectorEntry]) {
        var generator = SeededGenerator(seed: 80)
        let index = try HNSWIndex(.init(dimensions: 72, metric: .cosine, storage: storage))
        let entries = generator.clusters(0..<1_500, 72)
        try index.insert(entries)
        _ = try index.remove(Array(100..<150))
        return (index, entries)
    }

    @Test(arguments: HNSWIndex.Storage.allCases) func isTheSameIndex(storage: HNSWIndex.Storage) throws {
        let (index, entries) = try Self.coded(storage)
        let bytes = index.snapshot()
        let opened = try HNSWIndex(inPlace: Self.memory(bytes))
        try opened.checkInvariants()
        #expect(opened.searchesByCodes && opened.count == index.count && opened.ids == index.ids)
        #expect(opened.configuration.storage == storage)
        #expect(opened.snapshot() == bytes)
        let queries = entries.prefix(50).map { $0.vector.map { $0 + 0.1 } }
        #expect(try opened.search(queries, count: 10) == index.search(queries, count: 10))
        // Both go on the same: in place, until there is no more room.
        var generator = SeededGenerator(seed: 81)
        for round in UInt64(0)..<5 {
            let more = generator.clusters(10_000 + 300 * round..<10_300 + 300 * round, 72)
            try index.insert(more)
            try opened.insert(more)
            let gone = (0..<60).map { UInt64($0) * 20 + round }
            #expect(try index.remove(gone) == opened.remove(gone))
            try opened.checkInvariants()
            #expect(try opened.search(queries, count: 10) == index.search(queries, count: 10))
        }
        #expect(opened.snapshot() == index.snapshot())
        try opened.optimize()
        try index.optimize()
        #expect(opened.snapshot() == index.snapshot())
    }

    @Test func memoryIsGivenBackOnceAndNotTooEarly() throws {
        let freed = Atomic<Int>(0)
        let (index, entries) = try Self.coded(.compact)
        do {
            let opened = try HNSWIndex(
                inPlace: Self.memory(index.snapshot(), freed: { freed.add(1, ordering: .relaxed) }))
            #expect(try opened.search(entries[7].vector, count: 1)[0].id == 7)
            #expect(freed.load(ordering: .relaxed) == 0)
        }
        #expect(freed.load(ordering: .relaxed) == 1)
        // Nor is it kept where the bytes are refused.
        var broken = index.snapshot()
        broken[broken.count / 2] ^= 1
        #expect(
            code {
                _ = try HNSWIndex(inPlace: Self.memory(broken, freed: { freed.add(1, ordering: .relaxed) }))
            } == .malformedSnapshot)
        #expect(freed.load(ordering: .relaxed) == 2)
    }

    @Test func memoryIsForOneIndex() throws {
        let bytes = try SnapshotTests.compactSample().snapshot()
        let memory = Self.memory(bytes)
        let first = try HNSWIndex(inPlace: memory)
        #expect(code { _ = try HNSWIndex(inPlace: memory) } == .invalidArgument)
        #expect(first.count == 57)
        // Bytes that were refused, and those of a version that is copied, are nobody's.
        let other = Self.memory(bytes)
        #expect(code { _ = try HNSWIndex(inPlace: other, expectedIdentity: "another") } == .mismatchedIdentity)
        #expect(try HNSWIndex(inPlace: other).count == 57)
    }

    @Test func wronglyPlacedOrEmptyMemoryIsRefused() throws {
        let bytes = try SnapshotTests.compactSample().snapshot()
        #expect(code { _ = try HNSWIndex(inPlace: Self.memory(bytes, offset: 1)) } == .malformedSnapshot)
        #expect(try HNSWIndex(inPlace: Self.memory(bytes, offset: 8)).count == 57)
        let nothing = SnapshotMemory(UnsafeMutableRawBufferPointer(start: nil, count: 0)) { _ in }
        #expect(code { _ = try HNSWIndex(inPlace: nothing) } == .malformedSnapshot)
    }

    @Test func truncationsAndFlippedBitsAreRefused() throws {
        let bytes = try SnapshotTests.compactSample().snapshot()
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(code { _ = try HNSWIndex(inPlace: Self.memory(Array(bytes[..<length]))) } == .malformedSnapshot)
        }
        for bit in stride(from: 0, to: bytes.count * 8, by: 13) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(code { _ = try HNSWIndex(inPlace: Self.memory(flipped)) } == .malformedSnapshot)
        }
    }
}
