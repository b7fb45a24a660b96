public import VectorSearch

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension HNSWIndex {
    /// Writes the whole index to a file.
    ///
    /// The bytes are written to a file beside it, made durable, and renamed, so that whatever happens the file holds
    /// either what it held before or all of the new snapshot. Searches go on meanwhile; changes wait while the bytes are
    /// copied.
    ///
    /// - Throws: ``FilesError`` where the file cannot be written.
    public func saveSnapshot(to url: URL) async throws {
        guard url.isFileURL else { throw FilesError(.unsupported, "\(url.absoluteString) is not a file URL") }
        let path = url.path
        try await blocking { try FileWriter.replace(path, with: self.snapshot()) }
    }

    /// Opens a file that ``saveSnapshot(to:)`` wrote, in place: the file is mapped into memory instead of read and copied,
    /// and several processes share what they read of it.
    ///
    /// What the index changes stays its own; the file keeps what it holds. While the index lives the file may be replaced,
    /// as ``saveSnapshot(to:)`` does it, but not be written to or cut off: a cut-off file ends the process.
    ///
    /// - Parameters:
    ///   - url: The file.
    ///   - expectedIdentity: The identity the vectors must have; `nil` for any.
    ///   - threadCount: ``VectorSearch/HNSWIndex/Configuration/threadCount`` of the index.
    /// - Throws: ``FilesError`` where the file cannot be read, and what `init(inPlace:expectedIdentity:threadCount:)`
    ///   throws.
    public static func mapSnapshot(
        at url: URL, expectedIdentity: String? = nil, threadCount: Int? = nil
    ) async throws -> HNSWIndex {
        guard url.isFileURL else { throw FilesError(.unsupported, "\(url.absoluteString) is not a file URL") }
        let path = url.path
        return try await blocking {
            try HNSWIndex(
                inPlace: FileMap.snapshotMemory(path), expectedIdentity: expectedIdentity, threadCount: threadCount)
        }
    }
}
