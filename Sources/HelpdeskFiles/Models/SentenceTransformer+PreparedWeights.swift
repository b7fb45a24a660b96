public import SentenceEmbeddings

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension SentenceTransformer {
    /// Loads a model from its folder with weights that were prepared before, or prepares them for the next time.
    ///
    /// The file is mapped into memory, so that several processes share it. Where it is not there, or is for another model,
    /// precision, processor or version of the library, or is damaged, the model is loaded without it and the file is
    /// written again: beside it first, then renamed. A file that cannot be written is no error.
    ///
    /// Blocks the calling thread for as long as that takes. In asynchronous code use
    /// ``load(from:configuration:preparedWeights:)``.
    ///
    /// - Parameters:
    ///   - folder: The folder of the model.
    ///   - configuration: What to do differently from what the files say.
    ///   - file: Where the prepared weights are kept. Nothing else may write to it while the model lives.
    /// - Throws: ``FilesError`` where a file cannot be read, or where `file` holds something else than prepared weights;
    ///   `EmbeddingError` where the files are not a model.
    public init(folder: URL, configuration: Configuration = Configuration(), preparedWeights file: URL) throws {
        guard file.isFileURL else { throw FilesError(.unsupported, "\(file.absoluteString) is not a file URL") }
        let files = try ModelFiles(folder: folder)
        if let data = try? Data(contentsOf: file, options: .alwaysMapped), !data.isEmpty {
            guard data.prefix(8) == Data("HDWEIGHT".utf8) else {
                throw FilesError(
                    .unsupported, "\(file.path) holds something else than prepared weights; it is left as it is")
            }
            do throws(EmbeddingError) {
                try self.init(files: files, configuration: configuration, preparedWeights: data)
                return
            } catch  where error.code != .mismatchedPreparedWeights && error.code != .malformedFile {
                throw error
            } catch {
                // Prepared again below. What is malformed may be a file of the model: that shows there.
            }
        }
        try self.init(files: files, configuration: configuration)
        try? FileWriter.replace(file.path, with: [UInt8](preparedWeights))
    }

    /// Loads a model with prepared weights, see ``init(folder:configuration:preparedWeights:)``, on a thread of its own, so
    /// that none of Swift's cooperative threads is blocked.
    ///
    /// Loading is not interrupted, but a task that is cancelled before it is done gets `CancellationError`.
    ///
    /// - Throws: ``FilesError`` where a file cannot be read, `EmbeddingError` where the files are not a model, and
    ///   `CancellationError`.
    public static func load(
        from folder: URL, configuration: Configuration = Configuration(), preparedWeights file: URL
    ) async throws -> SentenceTransformer {
        let model = try await blocking {
            try SentenceTransformer(folder: folder, configuration: configuration, preparedWeights: file)
        }
        try Task.checkCancellation()
        return model
    }
}
