import Foundation
import HelpdeskFiles
import HelpdeskKnowledge

/// A folder that is there for one test.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "helpdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appending(path: path).path, withDestinationPath: target)
    }

    func source(_ configuration: FolderSource.Configuration = .init()) throws -> FolderSource {
        try FolderSource(url, configuration: configuration)
    }
}

extension FolderSource {
    /// All changes of one synchronization, or the first few of them.
    func all(after cursor: SyncCursor? = nil, limit: Int = .max) async throws -> [KnowledgeChange] {
        var changes: [KnowledgeChange] = []
        for try await change in self.changes(after: cursor) {
            changes.append(change)
            if changes.count == limit { break }
        }
        return changes
    }

    /// All items.
    func items() async throws -> [KnowledgeItem] {
        try await all().compactMap { if case .upsert(let item) = $0.action { item } else { nil } }
    }

    /// The error that a full synchronization ends with, and how many changes came before it.
    func failure() async -> (error: FilesError?, count: Int) {
        var count = 0
        do {
            for try await _ in changes(after: nil) { count += 1 }
            return (nil, count)
        } catch {
            return (error as? FilesError, count)
        }
    }
}

/// What a knowledge base would hold: applies changes in order.
struct Replica: Equatable {
    var items: [String: KnowledgeItem] = [:]

    mutating func apply(_ changes: [KnowledgeChange]) {
        for change in changes {
            switch change.action {
            case .upsert(let item): items[item.id] = item
            case .remove(let id): items[id] = nil
            }
        }
    }
}

/// The folder of real data, where there is one.
let dataFolder = ProcessInfo.processInfo.environment["HELPDESK_DATA"].map { URL(filePath: $0) }
