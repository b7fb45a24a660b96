public import SentenceEmbeddings

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension CrossEncoder {
    /// Loads a model from its folder, blocking the calling thread for as long as that takes: about a tenth of a second
    /// for 100 MB that are in the system's cache. In asynchronous code use ``load(from:configuration:)``.
    ///
    /// - Throws: ``FilesError`` where a file cannot be read, `EmbeddingError` where the files are not a cross-encoder.
    public init(folder: URL, configuration: Configuration = Configuration()) throws {
        try self.init(files: try ModelFiles(folder: folder), configuration: configuration)
    }

    /// Loads a model from its folder on a thread of its own, so that none of Swift's cooperative threads is blocked.
    ///
    /// Loading is not interrupted, but a task that is cancelled before it is done gets `CancellationError`.
    ///
    /// - Throws: ``FilesError`` where a file cannot be read, `EmbeddingError` where the files are not a cross-encoder, and
    ///   `CancellationError`.
    public static func load(
        from folder: URL, configuration: Configuration = Configuration()
    ) async throws -> CrossEncoder {
        let model = try await blocking { try CrossEncoder(folder: folder, configuration: configuration) }
        try Task.checkCancellation()
        return model
    }
}
