import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import SentenceEmbeddings
import Testing
import VectorSearch

/// Knowledge bases in files.
@Suite struct SnapshotFileTests {
    private func shop() async throws -> KnowledgeBase {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "# Reset\n\nOpen Settings and choose Reset password.")
        try folder.write("f.csv", "question,answer\nIs there a trial?,14 days.\n")
        let base = try await KnowledgeBase(model: try HashingEmbedder())
        _ = try await base.sync(from: try folder.source(.init(name: "kb")))
        return base
    }

    @Test func comesBack() async throws {
        let base = try await shop()
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "base.snapshot")
        try folder.write("base.snapshot", "what was there before")
        try await base.saveSnapshot(to: file)
        let copy = try await KnowledgeBase(snapshotAt: file, model: try HashingEmbedder())
        #expect(copy.item(id: "a.md") == base.item(id: "a.md"))
        #expect(try await copy.snapshot() == base.snapshot())
        // Nothing is left beside it.
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["base.snapshot"])
    }

    @Test func whatCannotBeWrittenOrRead() async throws {
        let base = try await shop()
        let folder = try TemporaryFolder()
        try folder.write("folder/inner", "x")
        func code(_ body: () async throws -> Void) async -> FilesError.Code? {
            do { try await body() } catch { return (error as? FilesError)?.code }
            return nil
        }
        let missing = folder.url.appending(path: "none/base.snapshot")
        #expect(await code { try await base.saveSnapshot(to: missing) } == .notFound)
        // A folder is not replaced by a file, and no temporary file stays.
        #expect(await code { try await base.saveSnapshot(to: folder.url.appending(path: "folder")) } == .unreadable)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["folder"])
        #expect(
            await code { _ = try await KnowledgeBase(snapshotAt: missing, model: try HashingEmbedder()) } == .notFound)
        #expect(
            await code { _ = try await KnowledgeBase(snapshotAt: folder.url, model: try HashingEmbedder()) }
                == .unsupported)
    }

    @Test func truncatedFilesAreRefused() async throws {
        let base = try await shop()
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "base.snapshot")
        try await base.saveSnapshot(to: file)
        let whole = try Data(contentsOf: file)
        for count in [0, 1, 23, 24, whole.count / 2, whole.count - 1] {
            try whole.prefix(count).write(to: file)
            await #expect(throws: KnowledgeError.self) {
                _ = try await KnowledgeBase(snapshotAt: file, model: try HashingEmbedder())
            }
        }
    }
}
