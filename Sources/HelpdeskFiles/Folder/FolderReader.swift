import HelpdeskJSON
import HelpdeskKnowledge

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Turns the bytes of one file into items.
struct FolderReader {
    /// One item of a file.
    struct Entry {
        let item: KnowledgeItem
        /// The number that the default id is made of: 0 for the file, else the row; `nil` where the item has its own id.
        let row: Int?
    }

    /// The file's path relative to the folder.
    let path: String
    let format: FolderFormat
    let configuration: FolderSource.Configuration

    /// Reads all items in order.
    ///
    /// - Parameters:
    ///   - bytes: The content of the file.
    ///   - yield: Called for each item, and for each row that cannot be read; what it throws ends the reading.
    /// - Throws: ``FilesError`` where the rest of the file cannot be read, and what `yield` throws.
    func read(_ bytes: [UInt8], yield: (Result<Entry, FilesError>) throws -> Void) throws {
        if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
            let hint =
                bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? " (it seems UTF-16)" : ""
            throw FilesError(
                .malformed, "\(path), line \(Self.line(of: offset, in: bytes)): byte \(offset) is not UTF-8\(hint)")
        }
        let start = UTF8Validation.markLength(of: bytes)
        switch format {
        case .markdown, .restructuredText, .plainText:
            if let article = document(bytes, start) { try yield(.success(article)) }
        case .json: try readJSON(bytes, start, yield)
        case .jsonLines: try readJSONLines(bytes, start, yield)
        case .csv: try readCSV(bytes, start, yield)
        }
    }

    /// The id of an item that has none of its own.
    static func defaultID(prefix: String, path: String, row: Int) -> String {
        row == 0 ? "\(prefix)\(path)" : "\(prefix)\(path)#\(row)"
    }

    private func defaultID(_ row: Int) -> String {
        Self.defaultID(prefix: configuration.idPrefix, path: path, row: row)
    }

    private var names: FieldNames { FieldNames(configuration.fields) }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        TextLines(bytes).reduce(1) { $1.range.lowerBound <= offset ? $1.number : $0 }
    }

    // MARK: Documents

    private func document(_ bytes: [UInt8], _ start: Int) -> Entry? {
        let frontMatter = format == .plainText ? nil : FrontMatter(bytes, from: start)
        let bodyStart = frontMatter?.end ?? start
        let body = bytes.text(bodyStart..<bytes.count)
        guard !body.isBlank else { return nil }
        let heading =
            switch format {
            case .markdown: DocumentTitle.markdown(bytes, from: bodyStart)
            case .restructuredText: DocumentTitle.restructuredText(Array(bytes[bodyStart...]))
            default: String?.none
            }
        var article = Article(
            id: defaultID(0), title: heading ?? DocumentTitle.fileName(path), body: body,
            format: format == .markdown ? .markdown : format == .restructuredText ? .restructuredText : .plain)
        var hasOwnID = false
        for (key, value) in frontMatter?.entries ?? [] {
            switch names.meaning(of: key).field {
            case .title: article.title = value
            case .id:
                article.id = value
                hasOwnID = true
            case .url: article.url = value
            case .version: article.version = value
            case .updatedAt:
                if let date = Timestamp.date(value) { article.updatedAt = date } else { article.metadata[key] = value }
            default: article.metadata[key] = value
            }
        }
        return Entry(item: .article(article), row: hasOwnID ? nil : 0)
    }

    // MARK: CSV

    private func readCSV(
        _ bytes: [UInt8], _ start: Int, _ yield: (Result<Entry, FilesError>) throws -> Void
    ) throws {
        var parser = CSVParser(bytes, from: start, delimiter: UInt8(ascii: configuration.delimiter))
        guard let header = try record(&parser) else { return }
        var seen = Set<String>()
        let columns = header.fields.map(\.trimmed)
        for column in columns where !column.isEmpty && !seen.insert(column).inserted {
            throw FilesError(.malformed, "\(path), line \(header.line): two columns are named \"\(column)\"")
        }
        var row = 0
        while let record = try record(&parser) {
            row += 1
            try yield(Result { () throws(FilesError) in try entry(record, columns, row) })
        }
    }

    private func record(_ parser: inout CSVParser) throws(FilesError) -> CSVParser.Record? {
        do { return try parser.next() } catch {
            throw FilesError(.malformed, "\(path), line \(error.line): \(error.message)")
        }
    }

    private func entry(_ record: CSVParser.Record, _ columns: [String], _ number: Int) throws(FilesError) -> Entry {
        let place = "\(path), line \(record.line)"
        guard record.fields.count == columns.count else {
            throw FilesError(
                .malformed,
                "\(place): the row has \(record.fields.count) fields, but the header has \(columns.count) columns")
        }
        var row = FolderRow(place: place, names: names)
        for (index, text) in record.fields.enumerated() {
            if columns[index].isEmpty {
                try row.addMetadata("column \(index + 1)", text)
            } else {
                row.add(columns[index], text)
            }
        }
        return try entry(row, number)
    }

    private func entry(_ row: FolderRow, _ number: Int) throws(FilesError) -> Entry {
        let (item, hasOwnID) = try row.item(defaultID: defaultID(number), kind: configuration.kind)
        return Entry(item: item, row: hasOwnID ? nil : number)
    }

    // MARK: JSON

    private func readJSON(
        _ bytes: [UInt8], _ start: Int, _ yield: (Result<Entry, FilesError>) throws -> Void
    ) throws {
        let value = try json(bytes, start..<bytes.count, line: nil)
        guard let elements = value.array else {
            let line = value.members?.first.map { Self.line(of: start + $0.offset, in: bytes) } ?? 1
            try yield(Result { () throws(FilesError) in try entry(value, "\(path), line \(line)", 0) })
            return
        }
        var lines = TextLines(bytes)
        var line = lines.next()
        for (index, element) in elements.enumerated() {
            if let offset = element.members?.first?.offset {
                while let current = line, current.next <= start + offset, let next = lines.next() { line = next }
            }
            let place = "\(path), item \(index + 1) (line \(line?.number ?? 1))"
            try yield(Result { () throws(FilesError) in try entry(element, place, index + 1) })
        }
    }

    private func readJSONLines(
        _ bytes: [UInt8], _ start: Int, _ yield: (Result<Entry, FilesError>) throws -> Void
    ) throws {
        var number = 0
        for line in TextLines(bytes, from: start) {
            if bytes[line.range].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            number += 1
            let row = number
            try yield(
                Result { () throws(FilesError) in
                    let value = try json(bytes, line.range, line: line.number)
                    return try entry(value, "\(path), line \(line.number)", row)
                })
        }
    }

    private func json(_ bytes: [UInt8], _ range: Range<Int>, line: Int?) throws(FilesError) -> JSONValue {
        do {
            return try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
                try JSONValue(utf8: UnsafeBufferPointer(rebasing: buffer[range]))
            }
        } catch {
            let offset = range.lowerBound + error.offset
            let line = line ?? Self.line(of: offset, in: bytes)
            throw FilesError(.malformed, "\(path), line \(line): not JSON at byte \(offset): \(error.message)")
        }
    }

    private func entry(_ value: JSONValue, _ place: String, _ number: Int) throws(FilesError) -> Entry {
        guard let members = value.members else {
            throw FilesError(.malformed, "\(place): it must be a JSON object")
        }
        var row = FolderRow(place: place, names: names)
        for member in members {
            if let text = Self.scalar(member.value) {
                row.add(member.key, text)
            } else if member.key == "metadata", case .object(let inner) = member.value {
                for entry in inner { try Self.flatten(entry.value, entry.key, into: &row) }
            } else if names.meaning(of: member.key).field == .metadata {
                try Self.flatten(member.value, member.key, into: &row)
            } else if !member.value.isNull {
                throw FilesError(.malformed, "\(place): \"\(member.key)\" must be text or a number")
            }
        }
        return try entry(row, number)
    }

    private static func scalar(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// Adds a value as metadata: arrays of plain values joined with commas, objects as `key.member`.
    private static func flatten(_ value: JSONValue, _ key: String, into row: inout FolderRow) throws(FilesError) {
        switch value {
        case .null: break
        case .bool(let flag): try row.addMetadata(key, flag ? "true" : "false")
        case .number(let text), .string(let text): try row.addMetadata(key, text)
        case .array(let values):
            try row.addMetadata(key, values.compactMap { scalar($0) }.joined(separator: ", "))
        case .object(let members):
            // Every member repeats the key, so it counts even where nothing comes of it.
            try row.countMetadata(key.utf8.count)
            for member in members where !member.value.isNull {
                try flatten(member.value, "\(key).\(member.key)", into: &row)
            }
        }
    }
}
