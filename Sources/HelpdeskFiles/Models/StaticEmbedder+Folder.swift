public import SentenceEmbeddings

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension StaticEmbedder {
    /// Loads a static model from its folder, blocking the calling thread for as long as that takes: some tens of
    /// milliseconds. In asynchronous code use ``load(from:configuration:)``.
    ///
    /// A table of type F32 or I8 stays memory-mapped for as long as the model is used: its file must not be truncated or
    /// written to meanwhile. Put a new version beside it and rename.
    ///
    /// - Throws: ``FilesError`` where a file cannot be read, `EmbeddingError` where the files are not a static model.
    public init(folder: URL, configuration: Configuration = Configuration()) throws {
        try self.init(files: try ModelFiles(folder: folder), configuration: configuration)
    }

    /// Loads a static model from its folder on a thread of its own, so that none of Swift's cooperative threads is
    /// blocked. See ``init(folder:configuration:)``.
    ///
    /// Loading is not interrupted, but a task that is cancelled before it is done gets `CancellationError`.
    ///
    /// - Throws: ``FilesError`` where a file cannot be read, `EmbeddingError` where the files are not a static model, and
    ///   `CancellationError`.
    public static func load(
        from folder: URL, configuration: Configuration = Configuration()
    ) async throws -> StaticEmbedder {
        let model = try await blocking { try StaticEmbedder(folder: folder, configuration: configuration) }
        try Task.checkCancellation()
        return model
    }
}
