import Foundation

/// Plain files as the commands read them.
enum InputFile {
    static func data(_ path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw BenchError("\(path): cannot be read: \((error as NSError).localizedDescription)")
        }
    }

    static func string(_ path: String) throws -> String {
        guard let text = String(data: try data(path), encoding: .utf8) else {
            throw BenchError("\(path): is not UTF-8")
        }
        return text
    }

    /// The rows of a JSON lines file.
    static func jsonLines<Row: Decodable>(_ path: String, as type: Row.Type) throws -> [Row] {
        let decoder = JSONDecoder()
        var text = try data(path)
        if path.hasSuffix(".b64") {
            guard let decoded = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
                throw BenchError("\(path): is not base64")
            }
            text = decoded
        }
        return try text.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { number, line in
            guard line.contains(where: { $0 > 0x20 }) else { return nil }
            do {
                return try decoder.decode(type, from: Data(line))
            } catch {
                throw BenchError("\(path):\(number + 1): \(explain(error))")
            }
        }
    }

    /// One text per line, or the `text` of each row of a `.jsonl` file.
    static func texts(_ path: String) throws -> [String] {
        struct Row: Decodable { var text: String }
        let texts =
            path.hasSuffix(".jsonl")
            ? try jsonLines(path, as: Row.self).map(\.text)
            : try string(path).split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map(String.init)
        guard !texts.isEmpty else { throw BenchError("\(path): holds no text") }
        return texts
    }

    private static func explain(_ error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, _): "the field \"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "the field \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has another type"
        default: "is not a JSON object"
        }
    }
}
