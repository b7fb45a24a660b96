/// The formats of files that are read as knowledge.
enum FolderFormat: Sendable {
    case markdown
    case restructuredText
    case plainText
    case json
    case jsonLines
    case csv

    /// The format of a file by the ending of its name, or `nil` where it is none that is read.
    init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
        switch fileName[fileName.index(after: dot)...].lowercased() {
        case "md", "markdown": self = .markdown
        case "rst": self = .restructuredText
        case "txt": self = .plainText
        case "json": self = .json
        case "jsonl": self = .jsonLines
        case "csv": self = .csv
        default: return nil
        }
    }

    /// The endings of file names that are read.
    static let names = ".md, .markdown, .rst, .txt, .json, .jsonl and .csv"
}
