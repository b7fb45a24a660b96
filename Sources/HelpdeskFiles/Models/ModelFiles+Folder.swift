public import SentenceEmbeddings

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ModelFiles {
    /// Files from this size on are memory-mapped; smaller ones are read.
    private static let mappedSize = 1 << 20

    /// Opens a model's folder, as the Python library sentence-transformers saves it.
    ///
    /// Large files are memory-mapped and their pages are read when they are used, the table of words for as long as the model
    /// lives. So a file must not be truncated or written to meanwhile: the system would end the process, or vectors would
    /// change. Put a new version beside it and rename it. Files that are not there are left out, and
    /// `SentenceTransformer` says which of them it needs. Files of other formats are noticed, but not read: see
    /// `ModelFiles.otherFormatNames`.
    ///
    /// - Throws: ``FilesError`` with the path: `notFound` where the folder is not there, `unsupported` where it is not a
    ///   folder or one of its files is not a regular file, `unreadable`.
    public init(folder: URL) throws(FilesError) {
        guard folder.isFileURL else { throw FilesError(.unsupported, "\(folder.absoluteString) is not a file URL") }
        guard try FileStatus(path: folder.path).kind == .directory else {
            throw FilesError(.unsupported, "\(folder.path) is not a folder; a model is a folder with config.json in it")
        }
        var files: [String: Data] = [:]
        for name in Self.names {
            if let data = try Self.data(of: folder.appending(path: name)) { files[name] = data }
        }
        for name in Self.otherFormatNames where isThere(folder.appending(path: name)) { files[name] = Data() }
        self.init(files)
    }

    /// The bytes of one file, or `nil` where it is not there.
    private static func data(of file: URL) throws(FilesError) -> Data? {
        let path = file.path
        let status: FileStatus
        do {
            status = try FileStatus(path: path)
        } catch {
            if error.code == .notFound { return nil }
            throw error
        }
        guard status.kind == .regular else {
            throw FilesError(.unsupported, "\(path) is not a regular file, as it is in a model's folder")
        }
        guard status.size >= mappedSize else { return Data(try FileReader.bytes(of: path, limit: mappedSize)) }
        do {
            return try Data(contentsOf: file, options: .alwaysMapped)
        } catch {
            throw FilesError(.unreadable, "cannot map \(path)", cause: error)
        }
    }
}

/// Whether there is anything at a path that may be looked at.
private func isThere(_ file: URL) -> Bool { (try? FileStatus(path: file.path)) != nil }
