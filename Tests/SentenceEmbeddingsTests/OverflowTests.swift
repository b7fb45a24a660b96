import Foundation
import SentenceEmbeddings
import Testing

/// Weights that nobody trained: the result is right or there is an error, in every precision.
@Suite struct OverflowTests {
    private static let texts = ["", "help", "how do i reset my password ?", "error 10 : invoice charged x2"]
    private static let layer = "encoder.layer.0."
    private static let linear = [
        "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
        "intermediate.dense", "output.dense",
    ]
    private static let norms = ["attention.output.LayerNorm", "output.LayerNorm"]

    /// The vectors, or `nil` where there is an error of the right kind.
    private func vectors(_ files: ModelFiles, _ precision: EmbeddingPrecision) async throws -> Embeddings? {
        let model = try SentenceTransformer(files: files, configuration: .init(threadCount: 2, precision: precision))
        do {
            let embeddings = try await model.embed(Self.texts, as: .query)
            for vector in embeddings {
                let squares = vector.reduce(0) { $0 + Double($1) * Double($1) }
                #expect(abs(squares - 1) < 1e-4, "\(precision): length \(squares.squareRoot())")
            }
            return embeddings
        } catch let error as EmbeddingError {
            #expect(error.code == .invalidResult && error.message.contains("not finite"), "\(error)")
            return nil
        }
    }

    private func leastCosine(_ files: ModelFiles, _ precision: EmbeddingPrecision) async throws -> Double? {
        guard let exact = try await vectors(files, .float32), let found = try await vectors(files, precision) else {
            return nil
        }
        return zip(exact, found).map { cosine($0, $1) }.min()
    }

    @Test(
        arguments: ["word_embeddings.weight", "position_embeddings.weight", "LayerNorm.weight", "LayerNorm.bias"].map {
            "embeddings." + $0
        } + (linear + norms).flatMap { [layer + $0 + ".weight", layer + $0 + ".bias"] })
    func hugeAndSmallWeights(_ name: String) async throws {
        let files = try TestModel.tiny("tiny-mean")
        // Which of two tokens gets all the attention may hang on the last bit of a score.
        let isScore = name.contains("query") || name.contains("key")
        for factor: Float in [1e-38, 1e-30, 1e-10, 0, 1e10, 1e20, 1e30, 1e37] {
            let changed = try files.changing(name) { $1 * factor }
            for precision in EmbeddingPrecision.allCases {
                let cosine = try await leastCosine(changed, precision)
                guard !isScore || factor <= 1, let cosine else { continue }
                #expect(cosine > (precision == .int8 ? 0.9 : 0.999), "\(precision), times \(factor)")
            }
        }
    }

    @Test(arguments: linear)
    func oneWeightFarFromTheOthers(_ name: String) async throws {
        let files = try TestModel.tiny("tiny-mean")
        for outlier: Float in [1e3, -1e10, 1e30, -3e38] {
            let changed = try files.changing(Self.layer + name + ".weight") { $0 == 37 ? outlier : $1 }
            for precision in EmbeddingPrecision.allCases {
                let cosine = try await leastCosine(changed, precision)
                // One weight so large times an activation that is nearly 0: its sign, and that of all, hangs on the GELU.
                guard name != "output.dense" || abs(outlier) < 1e4, let cosine else { continue }
                #expect(cosine > (precision == .int8 ? 0.98 : 0.9999), "\(precision), \(outlier)")
            }
        }
    }

    /// Divisors at the ends of what is allowed, by weights that then overflow.
    @Test func divisorsThatMakeWeightsOverflowGiveAnError() async throws {
        let files = try TestModel.tiny("tiny-mean").changing(Self.layer + "attention.self.value.weight") { $1 * 1e34 }
        let layer = ModelCalibration.Layer(projection: [Float](repeating: 1e6, count: 32))
        let model = try SentenceTransformer(
            files: files, configuration: .init(precision: .int8, calibration: .init(layers: [layer, layer])))
        let error = await #expect(throws: EmbeddingError.self) { try await model.embed(Self.texts, as: .query) }
        #expect(error?.code == .invalidResult)
    }

    /// Words, positions and types that are all the same leave nothing to normalize.
    @Test(arguments: EmbeddingPrecision.allCases)
    func constantRowsGiveFiniteVectors(_ precision: EmbeddingPrecision) async throws {
        var files = try TestModel.tiny("tiny-mean")
        for name in ["word_embeddings", "position_embeddings", "token_type_embeddings"] {
            files = try files.changing("embeddings.\(name).weight") { _, _ in 0.25 }
        }
        let embeddings = try #require(try await vectors(files, precision))
        // There is one token again and again.
        for vector in embeddings { #expect(cosine(vector, embeddings[0]) > 0.999999) }
        // And where the normalization makes the rows constant too.
        let flat =
            try files.changing("embeddings.LayerNorm.weight") { _, _ in 0 }
            .changing("embeddings.LayerNorm.bias") { _, _ in -3 }
        let least = try #require(try await leastCosine(flat, precision))
        #expect(least > (precision == .int8 ? 0.99 : 0.99999))
    }
}
