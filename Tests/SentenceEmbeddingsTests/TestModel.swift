import CHelpdeskKernels
import Foundation
import HelpdeskJSON
import SentenceEmbeddings
import Testing

/// The folders of models that the tests use.
enum TestModel {
    static let tinyNames = ["tiny-mean", "tiny-cls-prefix-f16", "tiny-relu-bf16"]

    /// The instruction sets this processor has.
    static let instructionSets = [HELPDESK_SCALAR, HELPDESK_AVX2, HELPDESK_AVX512, HELPDESK_NEON]
        .filter { helpdesk_supports($0) != 0 }

    /// An instruction set that this processor has, and a precision.
    struct Kernels: Sendable, CustomTestStringConvertible {
        let instructionSet: helpdesk_isa
        let precision: EmbeddingPrecision
        var testDescription: String { "\(precision.rawValue), instruction set \(instructionSet.rawValue)" }
    }

    /// Each of the precisions by each of the instruction sets.
    static let kernels = instructionSets.flatMap { instructionSet in
        EmbeddingPrecision.allCases.map { Kernels(instructionSet: instructionSet, precision: $0) }
    }

    static var golden: URL {
        get throws { try #require(Bundle.module.resourceURL).appending(path: "Golden") }
    }

    /// The files of a small model with random weights.
    static func tiny(_ name: String) throws -> ModelFiles { try files(in: golden.appending(path: name)) }

    /// The folder of all-MiniLM-L6-v2, where the environment names one.
    static let folder = ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"].map { URL(filePath: $0) }
    static var isHere: Bool { folder != nil }

    static func real() throws -> ModelFiles { try files(in: #require(folder)) }

    static func files(in folder: URL) throws -> ModelFiles {
        var files: [String: Data] = [:]
        for name in ModelFiles.names {
            files[name] = try? Data(contentsOf: folder.appending(path: name), options: .alwaysMapped)
        }
        return ModelFiles(files)
    }
}

extension ModelFiles {
    /// The same with one file replaced or removed.
    func with(_ name: String, _ data: Data?) -> ModelFiles {
        var files = files
        files[name] = data
        return ModelFiles(files)
    }

    /// The same with some text of a file replaced.
    func replacing(_ text: String, with other: String, in name: String) throws -> ModelFiles {
        let data = try #require(files[name])
        let old = String(decoding: data, as: UTF8.self)
        try #require(old.contains(text))
        return with(name, Data(old.replacingOccurrences(of: text, with: other).utf8))
    }
}

/// What the reference library made of some texts.
struct Reference {
    let texts: [String]
    let ids: [[Int32]]
    let tokenCounts: [Int]
    let dimensions: Int
    let vectors: [[Float]]

    init(_ url: URL) throws {
        try self.init(try JSONValue(utf8: [UInt8](Data(contentsOf: url))))
    }

    init(_ json: JSONValue) throws {
        texts = (json["texts"]?.array ?? []).compactMap(\.string)
        ids = (json["ids"]?.array ?? []).map { ($0.array ?? []).compactMap { $0.integer.map(Int32.init) } }
        tokenCounts = (json["token_counts"]?.array ?? []).compactMap(\.integer)
        let dimensions = try #require(json["dimensions"]?.integer)
        self.dimensions = dimensions
        let values: [Float]
        if let halves = json["vectors_float16_base64"]?.string {
            let bytes = [UInt8](try #require(Data(base64Encoded: halves)))
            values = [Float](unsafeUninitializedCapacity: bytes.count / 2) { buffer, count in
                count = bytes.count / 2
                _ = helpdesk_widen(HELPDESK_STORED_F16, count, bytes, buffer.baseAddress)
            }
        } else {
            let floats = try #require(json["vectors_float32_base64"]?.string)
            let bytes = [UInt8](try #require(Data(base64Encoded: floats)))
            values = bytes.withUnsafeBytes { buffer in
                (0..<bytes.count / 4).map { buffer.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
            }
        }
        vectors = stride(from: 0, to: values.count, by: dimensions).map { Array(values[$0..<$0 + dimensions]) }
        try #require(vectors.count == texts.count)
    }
}

/// The cosine of two vectors, in double precision.
func cosine(_ a: [Float], _ b: [Float]) -> Double {
    func dot(_ a: [Float], _ b: [Float]) -> Double { zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) } }
    return dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
}

/// A reproducible random generator (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
