import Foundation
import HelpdeskFiles
import Testing
import VectorSearch

@Suite struct IndexFileTests {
    static func index() throws -> (HNSWIndex, [VectorEntry]) {
        var generator = SystemRandomNumberGenerator()
        let entries = (0..<2_000).map { id in
            VectorEntry(id: UInt64(id), vector: (0..<80).map { _ in Float.random(in: -1...1, using: &generator) })
        }
        let index = try HNSWIndex(.init(dimensions: 80, metric: .cosine, identity: "model/1"))
        try index.insert(entries)
        return (index, entries)
    }

    @Test func savedAndMapped() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("index.snapshot")
        let (index, entries) = try Self.index()
        try await index.saveSnapshot(to: file)
        let mapped = try await HNSWIndex.mapSnapshot(at: file, expectedIdentity: "model/1", threadCount: 1)
        try mapped.checkInvariants()
        #expect(mapped.count == 2_000 && mapped.configuration.threadCount == 1)
        let queries = entries.prefix(20).map(\.vector)
        #expect(try mapped.search(queries, count: 10, filter: nil) == index.search(queries, count: 10, filter: nil))
        // Changes stay its own; another map of the file does not see them.
        try mapped.remove((0..<1_000).map { UInt64($0) })
        try mapped.insert([VectorEntry(id: 9_999, vector: entries[3].vector)])
        #expect(mapped.count == 1_001)
        let again = try await HNSWIndex.mapSnapshot(at: file)
        #expect(again.count == 2_000 && again.contains(3) && !again.contains(9_999))
        // The file can be replaced while it is mapped.
        try await mapped.saveSnapshot(to: file)
        let replaced = try await HNSWIndex.mapSnapshot(at: file)
        #expect(replaced.ids == mapped.ids)
        #expect(try again.search(queries, count: 10, filter: nil) == index.search(queries, count: 10, filter: nil))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["index.snapshot"])
    }

    @Test func filesThatAreNoSnapshots() async throws {
        let folder = try TemporaryFolder()
        func error(_ url: URL) async -> (any Error)? {
            do {
                _ = try await HNSWIndex.mapSnapshot(at: url)
                return nil
            } catch {
                return error
            }
        }
        let file = folder.url.appendingPathComponent("file")
        #expect((await error(file) as? FilesError)?.code == .notFound)
        #expect((await error(folder.url) as? FilesError)?.code == .unsupported)
        #expect((await error(URL(string: "https://example.com/index")!) as? FilesError)?.code == .unsupported)
        for content in [Data(), Data("hello".utf8), Data(repeating: 0, count: 10_000)] {
            try content.write(to: file)
            #expect((await error(file) as? VectorSearchError)?.code == .malformedSnapshot)
        }
        let (index, _) = try Self.index()
        let bytes = index.snapshot()
        try Data(bytes.dropLast(100)).write(to: file)
        #expect((await error(file) as? VectorSearchError)?.code == .malformedSnapshot)
        await #expect(throws: FilesError.self) {
            try await index.saveSnapshot(to: folder.url.appendingPathComponent("nowhere/index"))
        }
    }
}
