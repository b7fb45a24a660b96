import HelpdeskJSON

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension ModelCalibration {
    /// The name under which a calibration is looked for in a model's folder.
    public static let fileName = "helpdesk_calibration.json"

    /// The calibration as a JSON file.
    public var json: Data {
        func list(_ name: String, _ divisors: [Float]) -> String? {
            divisors.isEmpty ? nil : "\"\(name)\": [\(divisors.map(\.description).joined(separator: ", "))]"
        }
        let layers = layers.map { layer in
            let lists = [
                list("projection", layer.projection), list("attention_output", layer.attentionOutput),
                list("intermediate", layer.intermediate), list("output", layer.output),
            ]
            return "{\(lists.compactMap { $0 }.joined(separator: ",\n "))}"
        }
        let weights = weights?.filter(\.isHexDigit)
        let field = weights.map { "\"weights\": \"\($0)\", " } ?? ""
        return Data("{\"version\": 1, \(field)\"layers\": [\n\(layers.joined(separator: ",\n"))\n]}\n".utf8)
    }

    /// Reads a calibration from a JSON file.
    ///
    /// - Throws: ``EmbeddingError`` with ``EmbeddingError/Code/malformedFile`` that says what is wrong where.
    public init(json: Data) throws(EmbeddingError) {
        try self.init(try ModelJSON(json, file: Self.fileName))
    }

    /// The host's calibration, or else the one in the model's folder.
    static func of(_ files: ModelFiles, host: ModelCalibration?) throws(EmbeddingError) -> ModelCalibration? {
        if let host { return host }
        guard let file = try ModelJSON.object(files, fileName) else { return nil }
        return try ModelCalibration(file)
    }

    init(_ json: ModelJSON) throws(EmbeddingError) {
        guard json.value.members != nil else {
            throw EmbeddingError(.malformedFile, "\(json.file) is not a JSON object")
        }
        let version = try json.integer("version", in: 1...Int.max)
        guard version == 1 else {
            throw EmbeddingError(.malformedFile, "\(json.file) has version \(version); this library reads version 1")
        }
        guard let list = json["layers"]?.array else {
            throw EmbeddingError(.malformedFile, "\(json.file) has no list of layers")
        }
        var layers: [Layer] = []
        for (number, value) in list.enumerated() {
            func divisors(_ name: String) throws(EmbeddingError) -> [Float] {
                guard let field = value[name] else { return [] }
                let numbers = field.array?.map { $0.double.map(Float.init) ?? .nan } ?? [.nan]
                guard numbers.allSatisfy(\.isFinite) else {
                    throw EmbeddingError(
                        .malformedFile, "\(json.file): \(name) of layer \(number) is not a list of numbers")
                }
                return numbers
            }
            guard value.members != nil else {
                throw EmbeddingError(.malformedFile, "\(json.file): layer \(number) is not an object")
            }
            layers.append(
                Layer(
                    projection: try divisors("projection"), attentionOutput: try divisors("attention_output"),
                    intermediate: try divisors("intermediate"), output: try divisors("output")))
        }
        self.init(layers: layers, weights: try json.string("weights"))
    }
}
