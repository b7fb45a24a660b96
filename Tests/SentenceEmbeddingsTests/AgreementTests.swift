import CHelpdeskKernels
import Foundation
import SentenceEmbeddings
import Testing

/// The vectors in `float32` against those of the reference library; ``PrecisionTests`` has the other precisions.
@Suite struct AgreementTests {
    /// Made by `Scripts/golden/embeddings_tiny_models.py`.
    @Test(arguments: TestModel.tinyNames)
    func smallModelsAgreeWithTransformers(_ name: String) async throws {
        let reference = try Reference(TestModel.golden.appending(path: "\(name)/reference.json"))
        for instructionSet in TestModel.instructionSets {
            let model = try SentenceTransformer(
                files: TestModel.tiny(name), configuration: .init(threadCount: 2, precision: .float32),
                instructionSet: instructionSet)
            let embeddings = try await model.embed(reference.texts, as: .passage)
            #expect(embeddings.tokenCounts == reference.ids.map(\.count))
            for (position, expected) in reference.vectors.enumerated() {
                let greatest = zip(embeddings[position], expected).map { abs($0 - $1) }.max() ?? 0
                #expect(greatest < 2e-5, "\(name), \(instructionSet), \(reference.texts[position])")
            }
        }
    }

    @Test(arguments: TestModel.tinyNames)
    func tokenIdentifiersAgreeWithTheReference(_ name: String) async throws {
        let reference = try Reference(TestModel.golden.appending(path: "\(name)/reference.json"))
        let model = try SentenceTransformer(files: TestModel.tiny(name))
        let values = try await model.embed(tokens: reference.ids)
        #expect(try await model.embed(reference.texts, as: .query).values == values)
    }

    /// Made by `Scripts/golden/embeddings_reference.py`.
    @Test(.enabled(if: TestModel.isHere, "needs HELPDESK_MODEL_DIR"), arguments: TestModel.instructionSets)
    func allMiniLMAgreesWithSentenceTransformers(_ instructionSet: helpdesk_isa) async throws {
        let reference = try Reference(TestModel.golden.appending(path: "all-MiniLM-L6-v2.json"))
        #expect(reference.texts.count >= 500)
        let model = try SentenceTransformer(
            files: TestModel.real(), configuration: .init(precision: .float32), instructionSet: instructionSet)
        #expect(model.maximumTokens == 256)
        let embeddings = try await model.embed(reference.texts, as: .query)
        #expect(embeddings.tokenCounts == reference.tokenCounts)
        let cosines = reference.vectors.indices.map { cosine(embeddings[$0], reference.vectors[$0]) }
        for (position, cosine) in cosines.enumerated() where cosine < 0.99999 {
            Issue.record("cosine \(cosine) for \"\(reference.texts[position].prefix(80))\"")
        }
        let mean = cosines.reduce(0, +) / Double(cosines.count)
        #expect(mean > 0.999999, "mean \(mean), worst \(cosines.min() ?? 0)")
        if ProcessInfo.processInfo.environment["HELPDESK_SHOW"] != nil {
            print(instructionSet.rawValue, "mean 1 -", 1 - mean, "worst 1 -", 1 - (cosines.min() ?? 0))
        }
    }
}
