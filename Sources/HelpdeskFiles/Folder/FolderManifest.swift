import HelpdeskKnowledge

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a cursor of a ``FolderSource`` holds: each file's hash and ids as they were when its items were yielded.
///
/// The text of the cursor is this as JSON. It grows with the number of files and of ids that items bring themselves
/// (ids made of row numbers are kept as ranges): about 100 bytes a file and the length of each own id.
struct FolderManifest: Codable {
    /// One file.
    struct Entry: Codable {
        /// The path relative to the folder.
        var path: String
        /// The hash of the content; empty where not all of it had been yielded, so that it never matches.
        var digest: String
        /// The rows that gave items with default ids: pairs of a first and a last row. Row 0 is the file as a whole.
        var rows: [Int] = []
        /// The ids that items brought themselves.
        var ids: [String] = []

        enum CodingKeys: String, CodingKey {
            case path = "p"
            case digest = "d"
            case rows = "r"
            case ids = "i"
        }

        /// Notes the default id of a row.
        mutating func add(row: Int) {
            if let last = rows.last, last == row - 1 {
                rows[rows.count - 1] = row
            } else {
                rows += [row, row]
            }
        }

        /// Calls a function with every id.
        func forEachID(prefix: String, _ body: (String) throws -> Void) rethrows {
            for pair in stride(from: 0, to: rows.count, by: 2) {
                for row in rows[pair]...rows[pair + 1] {
                    try body(FolderReader.defaultID(prefix: prefix, path: path, row: row))
                }
            }
            for id in ids { try body(id) }
        }

        /// How many rows gave items; only where the entry is valid.
        var rowCount: Int { stride(from: 0, to: rows.count, by: 2).reduce(0) { $0 + rows[$1 + 1] - rows[$1] + 1 } }

        var isValid: Bool {
            rows.count.isMultiple(of: 2)
                && stride(from: 0, to: rows.count, by: 2).allSatisfy {
                    0 <= rows[$0] && rows[$0] <= rows[$0 + 1] && rows[$0 + 1] <= FolderManifest.maximumRow
                }
        }
    }

    /// How far a file had been read.
    struct Partial: Codable {
        var path: String
        var digest: String
        /// How many of its items had been yielded.
        var items: Int

        enum CodingKeys: String, CodingKey {
            case path = "p"
            case digest = "d"
            case items = "n"
        }
    }

    /// No file within the limit of sizes has more rows; a cursor that says so has been tampered with.
    static let maximumRow = 1 << 32
    /// The greatest number of rows in all files together: each becomes an id in memory, and a few bytes of a cursor can
    /// claim billions.
    static let maximumRows = 1 << 26
    private static let currentVersion = 1

    private var version = Self.currentVersion
    /// The name of the source.
    var source: String
    /// The settings that items depend on.
    var settings: String
    /// What default ids begin with.
    var prefix: String
    /// The files in the order they were read.
    var files: [Entry] = []
    /// Ids that may have to be removed at the end.
    var removals: [String] = []
    /// The file that was being read.
    var partial: Partial?

    enum CodingKeys: String, CodingKey {
        case version = "v"
        case source = "s"
        case settings = "c"
        case prefix = "b"
        case files = "f"
        case removals = "x"
        case partial = "q"
    }

    /// An empty manifest.
    init(of source: FolderSource) {
        self.source = source.name
        settings = source.settings
        prefix = source.configuration.idPrefix
    }

    /// The manifest of a cursor, or an empty one where there is none.
    ///
    /// - Throws: ``KnowledgeError`` `staleCursor` where the cursor is not one of this source.
    init(cursor: SyncCursor?, source: FolderSource) throws(KnowledgeError) {
        guard let cursor else {
            self.init(of: source)
            return
        }
        let manifest: FolderManifest
        do {
            manifest = try JSONDecoder().decode(FolderManifest.self, from: Data(cursor.rawValue.utf8))
        } catch {
            throw KnowledgeError(.staleCursor, "the cursor is not one of a folder; sync from the beginning")
        }
        guard manifest.version == Self.currentVersion, manifest.files.allSatisfy(\.isValid) else {
            throw KnowledgeError(.staleCursor, "the cursor was not made by this version; sync from the beginning")
        }
        guard manifest.files.reduce(0, { $0 + $1.rowCount }) <= Self.maximumRows else {
            throw KnowledgeError(
                .staleCursor, "the cursor names more than \(Self.maximumRows) rows; sync from the beginning")
        }
        guard manifest.source == source.name else {
            throw KnowledgeError(
                .staleCursor,
                "the cursor belongs to the source \"\(manifest.source)\", not \"\(source.name)\"; sync from the beginning"
            )
        }
        self = manifest
        if settings != source.settings { invalidate(for: source) }
    }

    /// Makes every file count as changed, with the ids it gave under the old settings.
    private mutating func invalidate(for source: FolderSource) {
        for index in files.indices {
            var ids: [String] = []
            files[index].forEachID(prefix: prefix) { ids.append($0) }
            files[index] = Entry(path: files[index].path, digest: "", ids: ids)
        }
        settings = source.settings
        prefix = source.configuration.idPrefix
        partial = nil
    }

    /// The cursor that holds this.
    func cursor() throws -> SyncCursor {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return SyncCursor(rawValue: String(decoding: try encoder.encode(self), as: UTF8.self))
    }
}

extension FolderSource {
    /// The settings that the items of a file depend on, as text to compare.
    var settings: String {
        let fields = configuration.fields.map { "\($0.key)=\($0.value.rawValue)" }.sorted().joined(separator: "&")
        return "\(configuration.idPrefix)|\(configuration.kind?.rawValue ?? "")|\(configuration.delimiter)|\(fields)"
    }
}
