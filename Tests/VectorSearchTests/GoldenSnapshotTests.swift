import Foundation
import Testing
import VectorSearch

/// Snapshots that were written by this version of the format and the one before stay readable.
///
/// With `HELPDESK_WRITE_GOLDEN` set to a folder, the first test writes those of this version there.
@Suite struct GoldenSnapshotTests {
    static let folder = ProcessInfo.processInfo.environment["HELPDESK_WRITE_GOLDEN"]

    @Test(.enabled(if: folder != nil)) func write() throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let samples = [
            ("exact-2", try SnapshotTests.sample(.exact)), ("hnsw-2", try SnapshotTests.sample(.hnsw)),
            ("hnsw-compact-2", try SnapshotTests.compactSample()),
        ]
        for (name, index) in samples {
            try Data(index.snapshot()).write(to: folder.appendingPathComponent("\(name).snapshot"))
        }
    }

    @Test(arguments: ["exact-1", "hnsw-1", "exact-2", "hnsw-2", "hnsw-compact-2"])
    func staysReadable(name: String) throws {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "snapshot", subdirectory: "Golden"))
        let bytes = [UInt8](try Data(contentsOf: url))
        let kind: IndexKind = name.hasPrefix("exact") ? .exact : .hnsw
        let opened = try kind.open(bytes, expectedIdentity: "Modèle/1")
        let made = name.contains("compact") ? try SnapshotTests.compactSample() : try SnapshotTests.sample(kind)
        try opened.check()
        let (count, dimensions) = (opened.count, opened.dimensions)
        #expect(count == made.count && dimensions == made.dimensions && opened.metric == made.metric)
        for id in UInt64(0)..<60 { #expect(opened.vector(for: id) == made.vector(for: id)) }
        var generator = SeededGenerator(seed: 73)
        for _ in 0..<20 {
            let query = generator.vector(dimensions)
            #expect(try opened.one(query, 60) == made.one(query, 60))
        }
        // And can be changed, and kept in the format of today.
        try opened.insert([VectorEntry(id: 90, vector: generator.vector(dimensions))])
        #expect(try opened.remove([0, 1, 2]) == 3)
        let again = try kind.open(opened.snapshot(), expectedIdentity: nil)
        try again.check()
        #expect(again.count == count - 2)
    }
}
