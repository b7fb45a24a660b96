import HelpdeskJSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A JSON file of a model, whose fields are read with errors that name the file and the field.
struct ModelJSON {
    let file: String
    let value: JSONValue

    /// Parses a file.
    init(_ data: Data, file: String) throws(EmbeddingError) {
        self.file = file
        do {
            value = try data.withUnsafeBytes { bytes throws(JSONError) in
                try JSONValue(utf8: bytes.assumingMemoryBound(to: UInt8.self))
            }
        } catch {
            throw EmbeddingError(.malformedFile, "\(file) is not JSON", cause: error)
        }
    }

    /// Parses a file that must be an object, where it is there.
    static func object(_ files: ModelFiles, _ file: String) throws(EmbeddingError) -> ModelJSON? {
        guard let data = files[file] else { return nil }
        let json = try ModelJSON(data, file: file)
        guard json.value.members != nil else { throw EmbeddingError(.malformedFile, "\(file) is not a JSON object") }
        return json
    }

    /// A field that is there and not null.
    subscript(key: String) -> JSONValue? {
        guard let value = value[key], !value.isNull else { return nil }
        return value
    }

    /// An integer within a range; the default where it is not there.
    func integer(
        _ key: String, in range: ClosedRange<Int>, default fallback: Int? = nil
    ) throws(EmbeddingError) -> Int {
        guard let value = self[key] else {
            if let fallback { return fallback }
            throw EmbeddingError(.malformedFile, "\(file) has no \(key)")
        }
        guard let integer = value.integer, range.contains(integer) else {
            throw EmbeddingError(
                .malformedFile, "\(file): \(key) must be an integer of \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    /// A string; `nil` where it is not there.
    func string(_ key: String) throws(EmbeddingError) -> String? {
        guard let value = self[key] else { return nil }
        guard let string = value.string else {
            throw EmbeddingError(.malformedFile, "\(file): \(key) must be a string")
        }
        return string
    }

    /// A Boolean; the default where it is not there.
    func bool(_ key: String, default fallback: Bool) throws(EmbeddingError) -> Bool {
        guard let value = self[key] else { return fallback }
        guard let bool = value.bool else {
            throw EmbeddingError(.malformedFile, "\(file): \(key) must be true or false")
        }
        return bool
    }
}
