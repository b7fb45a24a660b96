import Foundation
import Helpdesk
import HelpdeskFiles

/// A knowledge base over a folder or file, with progress.
enum IndexedKnowledge {
    /// Indexes a folder or file, or opens what an earlier run left in `cache`.
    static func load(
        _ path: String, model: any EmbeddingModel, cache: String?,
        configuration: KnowledgeBase.Configuration = KnowledgeBase.Configuration()
    ) async throws -> KnowledgeBase {
        if let cache, FileManager.default.fileExists(atPath: cache) {
            let knowledge = try await KnowledgeBase(
                snapshot: Array(try InputFile.data(cache)), model: model, configuration: configuration)
            FileHandle.standardError.write(Data("knowledge from \(cache)\n".utf8))
            return knowledge
        }
        let knowledge = try await KnowledgeBase(model: model, configuration: configuration)
        let progress = Progress("index")
        let source = try FolderSource(URL(filePath: path))
        _ = try await knowledge.sync(from: source) { progress.update($0.passagesDone, of: $0.passagesTotal) }
        progress.finish()
        guard knowledge.statistics.passages > 0 else { throw BenchError("\(path): holds no knowledge") }
        if let cache { try OutputFile.write(Data(try await knowledge.snapshot()), to: cache) }
        return knowledge
    }
}
