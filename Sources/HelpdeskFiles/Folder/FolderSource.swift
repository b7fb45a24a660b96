import Dispatch
public import HelpdeskKnowledge

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A folder, or one file, of Markdown, reStructuredText, plain text, JSON, JSON lines or CSV as a source of knowledge.
///
/// ```swift
/// let source = try FolderSource(URL(filePath: "help-centre"))
/// for try await change in source.changes(after: nil) { … }
/// ```
///
/// **What is read.** The folder and its subfolders, in the order of their paths' bytes, symbolic links followed, each
/// folder once. Names that begin with a dot and names with other endings than .md, .markdown, .rst, .txt, .json, .jsonl
/// and .csv are passed over. Everything is UTF-8, with or without a byte order mark.
///
/// - *Markdown, reStructuredText, text*: one ``HelpdeskKnowledge/Article`` a file. The id is the path relative to the
///   folder; the title is the front matter's `title`, else the first heading, else the file name. The front matter's
///   `id`, `url`, `version` and `updatedAt` (also `updated`, `date`) are the article's, other keys its metadata.
/// - *JSON* (one object or an array of them), *JSON lines* and *CSV* (RFC 4180 with a header row): one item an object or
///   row. What it is follows from its `kind` (or `type`), else from its fields: `question` and `answer` make an FAQ,
///   `title` and `body` an article, and a problem (`problem`, `description`, `question`, `text`) with a `resolution`
///   or a `category` a resolved ticket. See ``Field``. Other fields become metadata. Without an `id` it is the path,
///   `#` and the number of the row, from 1.
///
/// **Cursors** hold, for each file, a hash of its content and the ids it gave, so that a later synchronization reads
/// every file but yields only the items of files whose bytes have changed, and removals of ids that no file gives any
/// more. The cursor moves on after a file (in large folders, after every few), and every thousand rows within one.
/// Asked with a cursor of another source, the stream throws `KnowledgeError.Code.staleCursor`.
///
/// **Errors** are ``FilesError`` with the file and the line or byte. Whether one stops the synchronization is
/// ``Configuration/onError``. What cannot be read is never taken for removed.
///
/// Reading is done on a thread of its own, never far ahead of the caller, and ends when the caller is cancelled or drops
/// the stream.
public struct FolderSource: KnowledgeSource {
    /// The folder or file.
    public let url: URL
    /// How it is read.
    public let configuration: Configuration

    let path: String

    /// A stable name: the configuration's, else `folder:` and the path.
    public var name: String { configuration.name ?? "folder:\(path)" }

    /// Creates a source of a folder or a file.
    ///
    /// - Throws: ``FilesError`` `notFound`, `unreadable`, or `unsupported` where it is a file of another format.
    public init(_ url: URL, configuration: Configuration = Configuration()) throws(FilesError) {
        guard url.isFileURL else { throw FilesError(.unsupported, "\(url.absoluteString) is not a file URL") }
        self.url = url
        self.configuration = configuration
        let path = url.standardizedFileURL.path
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard configuration.delimiter.isASCII, !"\"\r\n".unicodeScalars.contains(configuration.delimiter) else {
            throw FilesError(
                .unsupported, "a CSV delimiter is one ASCII character other than a quotation mark or an end of line")
        }
        let status = try FileStatus(path: self.path)
        switch status.kind {
        case .directory: break
        case .regular:
            guard FolderFormat(fileName: url.lastPathComponent) != nil else {
                throw FilesError(
                    .unsupported, "\(self.path) has none of the endings that are read: \(FolderFormat.names)")
            }
        case .other: throw FilesError(.unsupported, "\(self.path) is neither a file nor a folder")
        }
    }

    /// The changes after a cursor, in the order of the files' paths, then the removals.
    public func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error> {
        AsyncThrowingStream(bufferingPolicy: .bufferingOldest(FolderSink.capacity)) { continuation in
            let sink = FolderSink(continuation)
            continuation.onTermination = { termination in
                guard case .cancelled = termination else { return }
                sink.stop()
                // Without this a cancelled caller would see an ordinary end.
                continuation.finish(throwing: CancellationError())
            }
            // A queue of its own, because reading files blocks and Swift's cooperative threads must not.
            DispatchQueue(label: "HelpdeskFiles.FolderSource").async {
                do {
                    let manifest = try FolderManifest(cursor: cursor, source: self)
                    var sync = FolderSync(source: self, previous: manifest, sink: sink)
                    try sync.run()
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
        }
    }
}
