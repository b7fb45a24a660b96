import SentenceEmbeddings
import Testing

@Suite struct HashingEmbedderTests {
    @Test func sharedWordsBringTextsNear() async throws {
        let model = try HashingEmbedder()
        let question = try await model.embed("How do I reset my password?", as: .query)
        let near = try await model.embed("Resetting your password: how to do it", as: .passage)
        let far = try await model.embed("Invoices are sent on the first of every month", as: .passage)
        #expect(cosine(question, near) > 0.3)
        #expect(cosine(question, near) > cosine(question, far) + 0.2)
        #expect(cosine(question, try await model.embed("HOW DO I RESET MY PASSWORD", as: .passage)) > 0.9999)
    }

    @Test func vectorsAreUnitAndStable() async throws {
        let model = try HashingEmbedder(dimensions: 100)
        let texts = [
            "", " \n", "!?", "a", "世界 мир", "\0\u{10FFFF}", String(repeating: "help ", count: 250_000),
            String(repeating: "x", count: 1 << 20),
        ]
        let embeddings = try await model.embed(texts, as: .query)
        #expect(embeddings.count == texts.count && embeddings.dimensions == 100)
        for (position, text) in texts.enumerated() {
            let vector = embeddings[position]
            #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
            #expect(try await model.embed(text, as: .passage) == vector)
        }
        #expect(embeddings[0] == embeddings[1] && embeddings[0] == embeddings[2] && embeddings[0] != embeddings[3])
        #expect(try await model.embed([], as: .query).isEmpty)
    }

    @Test func dimensionsAreChecked() throws {
        for dimensions in [-1, 0, 7, 65_537] {
            #expect(throws: EmbeddingError.self) { try HashingEmbedder(dimensions: dimensions) }
        }
        #expect(try HashingEmbedder().identity.description == "hashing@1/float32/384")
    }

    @Test func cancellationStopsIt() async throws {
        let model = try HashingEmbedder()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await model.embed(["a"], as: .query)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
