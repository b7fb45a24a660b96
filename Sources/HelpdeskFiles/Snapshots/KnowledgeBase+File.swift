public import HelpdeskKnowledge
public import SentenceEmbeddings
public import VectorSearch

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension KnowledgeBase {
    /// Writes the whole knowledge base to a file.
    ///
    /// The bytes are written to a file beside it, made durable, and renamed, so that whatever happens the file holds
    /// either what it held before or all of the new snapshot.
    ///
    /// - Throws: ``FilesError`` where the file cannot be written, and what `snapshot()` throws.
    public func saveSnapshot(to url: URL) async throws {
        guard url.isFileURL else { throw FilesError(.unsupported, "\(url.absoluteString) is not a file URL") }
        let bytes = try await snapshot()
        let path = url.path
        try await blocking { try FileWriter.replace(path, with: bytes) }
    }

    /// Creates a knowledge base from a file that ``saveSnapshot(to:)`` wrote, without embedding anything.
    ///
    /// - Parameters:
    ///   - url: The file.
    ///   - model: The model that made the vectors.
    ///   - index: An empty index that the vectors are put into; `nil` for the default one.
    ///   - reranker: What puts the best hits in order; `nil` for none.
    ///   - configuration: What the knowledge base is tuned by.
    /// - Throws: ``FilesError`` where the file cannot be read, and what `init(snapshot:model:index:reranker:configuration:)`
    ///   throws.
    public convenience init(
        snapshotAt url: URL, model: any EmbeddingModel, index: (any VectorIndex)? = nil,
        reranker: (any PassageReranker)? = nil, configuration: Configuration = .init()
    ) async throws {
        guard url.isFileURL else { throw FilesError(.unsupported, "\(url.absoluteString) is not a file URL") }
        let path = url.path
        let bytes = try await blocking { try FileReader.bytes(of: path, limit: .max - 1) }
        try await self.init(
            snapshot: bytes, model: model, index: index, reranker: reranker, configuration: configuration)
    }
}
