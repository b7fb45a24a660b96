import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Synchronization
import Testing

/// Which files of a folder are read, and what happens with those that cannot be.
@Suite struct FolderTests {
    @Test func filesInOrder() async throws {
        let folder = try TemporaryFolder()
        for path in [
            "b.md", "a/z.md", "a.txt", "a/b/c.RST", "é.markdown", ".hidden.md", ".git/x.md", "image.png", "README",
        ] {
            try folder.write(path, "text")
        }
        #expect(try await folder.source().items().map(\.id) == ["a.txt", "a/b/c.RST", "a/z.md", "b.md", "é.markdown"])
    }

    @Test func oneFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/a.md", "# A")
        let source = try FolderSource(folder.url.appending(path: "sub/a.md"))
        #expect(try await source.items().map(\.id) == ["a.md"])
    }

    @Test func linksAreFollowedOnce() async throws {
        let folder = try TemporaryFolder()
        let outside = try TemporaryFolder()
        try outside.write("o.md", "text")
        try folder.write("real/a.md", "text")
        try folder.link("again", to: "real")
        try folder.link("real/up", to: "..")
        try folder.link("linked.md", to: "real/a.md")
        try folder.link("outside", to: outside.url.path)
        #expect(try await folder.source().items().map(\.id) == ["linked.md", "outside/o.md", "real/a.md"])
    }

    @Test func nothingToRead() async throws {
        let folder = try TemporaryFolder()
        #expect(try await folder.source().all().isEmpty)
    }

    @Test func prefixAndName() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "text")
        let source = try folder.source(.init(name: "docs", idPrefix: "docs/"))
        #expect(source.name == "docs")
        #expect(try await source.items().map(\.id) == ["docs/a.md"])
        #expect(try folder.source().name.hasPrefix("folder:/"))
    }

    @Test func wrongPlaces() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.pdf", "x")
        func code(_ url: URL, _ configuration: FolderSource.Configuration = .init()) -> FilesError.Code? {
            do { _ = try FolderSource(url, configuration: configuration) } catch { return error.code }
            return nil
        }
        #expect(code(folder.url.appending(path: "none")) == .notFound)
        #expect(code(folder.url.appending(path: "a.pdf")) == .unsupported)
        #expect(code(URL(filePath: "/dev/null")) == .unsupported)
        #expect(code(URL(string: "https://x.example/kb")!) == .unsupported)
        #expect(code(folder.url, .init(delimiter: "\"")) == .unsupported)
        #expect(code(folder.url, .init(delimiter: "·")) == .unsupported)
    }

    @Test func folderThatVanishesIsAnErrorNotARemoval() async throws {
        let folder = try TemporaryFolder()
        try folder.write("kb/a.md", "text")
        let source = try FolderSource(folder.url.appending(path: "kb"))
        let cursor = try #require(try await source.all().last?.cursor)
        try folder.remove("kb")
        await #expect { _ = try await source.all(after: cursor) } throws: { ($0 as? FilesError)?.code == .notFound }
    }

    @Test func filesThatCannotBeRead() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "text")
        try folder.write("big.md", String(repeating: "x", count: 101))
        try folder.link("dangling.md", to: "nowhere")
        try #require(mkfifo(folder.url.appending(path: "pipe.csv").path, 0o600) == 0)
        try folder.write("z.md", "text")

        let stopped = await (try folder.source(.init(maximumFileSize: 100))).failure()
        #expect(stopped.error?.code == .tooLarge)
        #expect(stopped.error?.message.contains("big.md") == true)
        #expect(stopped.count == 1)

        let errors = Mutex<[FilesError]>([])
        let source = try folder.source(
            .init(maximumFileSize: 100, onError: .skip { error in errors.withLock { $0.append(error) } }))
        #expect(try await source.items().map(\.id) == ["a.md", "z.md"])
        #expect(errors.withLock { $0.map(\.code) } == [.tooLarge, .notFound, .unsupported])
    }

    @Test func rowsBeforeAnErrorStand() async throws {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", "text,category\na,1\nb,2\nc\nd,4\n")
        let stopped = await (try folder.source()).failure()
        #expect(stopped.count == 2)
        #expect(stopped.error?.message.contains("t.csv, line 4") == true)

        let errors = Mutex<[FilesError]>([])
        let skipping = try folder.source(.init(onError: .skip { error in errors.withLock { $0.append(error) } }))
        #expect(try await skipping.items().map(\.id) == ["t.csv#1", "t.csv#2", "t.csv#4"])
        #expect(errors.withLock { $0.count } == 1)
    }

    @Test func idsUsedTwice() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "id,question,answer\n1,q,a\n1,q,b\n")
        #expect(await (try folder.source()).failure().error?.message.contains("twice in this file") == true)
        try folder.write("a.csv", "id,question,answer\n1,q,a\n")
        try folder.write("b.csv", "id,question,answer\n1,q,b\n")
        #expect(await (try folder.source()).failure().error?.message.contains("in a.csv too") == true)
    }

    @Test func manyItemsDoNotPileUp() async throws {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", "text,category\n" + (1...5_000).map { "row \($0),c\n" }.joined())
        var ids: [String] = []
        for try await change in try folder.source().changes(after: nil) {
            if case .upsert(let item) = change.action { ids.append(item.id) }
            if ids.count.isMultiple(of: 1_000) { try await Task.sleep(for: .milliseconds(5)) }
        }
        #expect(ids == (1...5_000).map { "t.csv#\($0)" })
    }

    @Test func cancellation() async throws {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", "text,category\n" + (1...5_000).map { "row \($0),c\n" }.joined())
        let source = try folder.source()
        let task = Task {
            var count = 0
            for try await _ in source.changes(after: nil) {
                count += 1
                if count == 10 { withUnsafeCurrentTask { $0?.cancel() } }
            }
            return count
        }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }
}
