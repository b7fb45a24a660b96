import SentenceEmbeddings

extension Workload {
    static let encoder: [Workload] = [
        embed("embed-question", "one question by an encoder of MiniLM's shape", SupportTexts.question, .float32),
        embed("embed-question-int8", "the same in 8 bits", SupportTexts.question, .int8),
        Workload(
            "embed-question-hashing", "one question by the hashing embedder", counted: 500, tolerance: 3
        ) { _ in
            let model = try HashingEmbedder()
            return { try await embed(SupportTexts.question, by: model, count: $0) }
        },
    ]

    private static func embed(
        _ name: String, _ summary: String, _ text: String, _ precision: EmbeddingPrecision
    ) -> Workload {
        Workload(name, summary, counted: 1, tolerance: 2) { _ in
            let model = try SyntheticModel.load(precision)
            return { try await embed(text, by: model, count: $0) }
        }
    }

    private static func embed(_ text: String, by model: some EmbeddingModel, count: Int) async throws -> Int {
        var sum: Float = 0
        for _ in 0..<count { sum += try await model.embed(text, as: .query)[0] }
        return Int(sum * 1000)
    }
}
