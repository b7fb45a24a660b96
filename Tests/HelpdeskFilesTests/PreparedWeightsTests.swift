import Foundation
import HelpdeskFiles
import SentenceEmbeddings
import Testing

/// Weights that are packed once and mapped by every start after it.
@Suite(.enabled(if: modelFolder != nil, "needs HELPDESK_MODEL_DIR")) struct PreparedWeightsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "prepared-\(UUID().uuidString)")
    private var file: URL { folder.appending(path: "weights") }
    private let texts = ["How do I reset my password?", "", "thanks!", String(repeating: "long ", count: 300)]

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func load(_ precision: EmbeddingPrecision? = nil) throws -> SentenceTransformer {
        try SentenceTransformer(
            folder: #require(modelFolder), configuration: .init(precision: precision), preparedWeights: file)
    }

    @Test(arguments: EmbeddingPrecision.allCases)
    func vectorsAreTheSameBitForBit(_ precision: EmbeddingPrecision) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let plain = try SentenceTransformer(
            folder: #require(modelFolder), configuration: .init(precision: precision))
        let expected = try await plain.embed(texts, as: .passage)
        for _ in 0..<2 {
            let model = try load(precision)
            #expect(try await model.embed(texts, as: .passage) == expected)
            #expect(model.identity == plain.identity)
        }
        let files = try ModelFiles(folder: #require(modelFolder))
        let bytes = plain.preparedWeights
        #expect(try Data(contentsOf: file) == bytes)
        // At an address that is no multiple of 64, so that they are copied.
        let shifted = (Data([0]) + bytes).dropFirst()
        let model = try SentenceTransformer(
            files: files, configuration: .init(precision: precision), preparedWeights: shifted)
        #expect(try await model.embed(texts, as: .passage) == expected)
    }

    @Test func whatIsForSomethingElseIsRefusedAndWrittenAgain() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try ModelFiles(folder: #require(modelFolder))
        let expected = try await load(.int8).embed(texts, as: .query)
        let bytes = try Data(contentsOf: file)
        func code(_ data: Data, _ configuration: SentenceTransformer.Configuration) -> EmbeddingError.Code? {
            do throws(EmbeddingError) {
                _ = try SentenceTransformer(files: files, configuration: configuration, preparedWeights: data)
                return nil
            } catch { return error.code }
        }
        #expect(code(bytes, .init(precision: .int8)) == nil)
        #expect(code(bytes, .init(precision: .int16)) == .mismatchedPreparedWeights)
        #expect(code(bytes, .init(precision: .float32)) == .mismatchedPreparedWeights)
        let other = ModelCalibration(
            layers: .init(repeating: .init(projection: .init(repeating: 2, count: 384)), count: 6))
        #expect(code(bytes, .init(precision: .int8, calibration: other)) == .mismatchedPreparedWeights)
        for broken in [
            Data(), bytes.prefix(7), bytes.prefix(127), bytes.prefix(128), bytes.dropLast(), bytes + [0],
            Data(repeating: 0, count: bytes.count), Data("HDWEIGHT".utf8) + Data(repeating: 0xFF, count: 200),
        ] {
            #expect(code(broken, .init(precision: .int8)) == .malformedFile, "\(broken.count) bytes")
        }
        try bytes.write(to: file)
        for place in [8, 12, 16, 20, 24, 32, 40, 48, 128, 5000, bytes.count - 1] {
            var altered = bytes
            altered[place] ^= 1
            #expect(code(altered, .init(precision: .int8)) == .malformedFile, "byte \(place)")
            try altered.write(to: file)
            #expect(try await load(.int8).embed(texts, as: .query) == expected)
            #expect(try Data(contentsOf: file) == bytes)
        }
        // Another precision takes the file over; a place that cannot be written to is no error.
        _ = try load(.int16)
        #expect(try Data(contentsOf: file) != bytes)
        // A file that is nothing of the kind is left alone.
        let precious = Data("precious".utf8)
        try precious.write(to: file)
        #expect(throws: FilesError.self) { try load(.int8) }
        #expect(try Data(contentsOf: file) == precious)
        try FileManager.default.removeItem(at: file)
        let nowhere = folder.appending(path: "no/such/folder")
        let model = try SentenceTransformer(folder: #require(modelFolder), preparedWeights: nowhere)
        #expect(try await model.embed(texts, as: .query) == expected)
        let loaded = try await SentenceTransformer.load(from: #require(modelFolder), preparedWeights: file)
        #expect(try await loaded.embed(texts, as: .query) == expected)
    }
}
