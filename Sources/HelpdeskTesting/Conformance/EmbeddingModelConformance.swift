public import SentenceEmbeddings

/// Checks that a conformer of ``EmbeddingModel`` keeps the protocol's promises.
public enum EmbeddingModelConformance {
    /// Checks all promises.
    ///
    /// - Parameters:
    ///   - model: The conformer.
    ///   - tolerance: By how much a component may differ where the same text is embedded twice; 0 for models in the
    ///     process, more for services that don't promise as much.
    /// - Throws: ``ConformanceFailure`` for the first promise that is broken, and what the model throws where it mustn't.
    public static func check(_ model: any EmbeddingModel, tolerance: Float = 0) async throws {
        try await checkShape(model)
        try await checkIndependence(model, tolerance)
        try await checkConcurrency(model, tolerance)
        try await checkCancellation(model)
    }

    /// Texts that trip tokenizers and averages.
    private static let texts = [
        "How do I reset my password?", "", " ", "a", "The invoice for March is wrong.", "\u{0}\u{1}\u{7F}",
        "Ünïcödé ﬁligree ǆ", "密码重置邮件没有收到", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u{301}\u{301}\u{301}", "[CLS] [SEP] [MASK] [UNK] [PAD]",
        "line\r\nfeeds\tand\u{2028}separators", String(repeating: "x", count: 500),
        (0..<2000).map { "word\($0 % 97)" }.joined(separator: " "), "مرحبا بالعالم", "\u{FEFF}\u{200B}\u{AD}",
        "How do I reset my password?",
    ]

    private static func checkShape(_ model: any EmbeddingModel) async throws {
        let shape = Promise("one vector of `dimensions` finite components per text, in order")
        try shape.require(model.dimensions >= 1, "dimensions is \(model.dimensions)")
        for role in [TextRole.query, .passage] {
            let none = try await model.embed([], as: role)
            try Promise("an empty result for an empty array").require(
                none.isEmpty, "embed([]) gave \(none.count) vectors")
            let embeddings = try await model.embed(texts, as: role)
            try shape.require(
                embeddings.count == texts.count, "\(texts.count) texts gave \(embeddings.count) vectors")
            try shape.require(
                embeddings.dimensions == model.dimensions,
                "vectors have \(embeddings.dimensions) components; the identity says \(model.dimensions)")
            for (text, vector) in zip(texts, embeddings) {
                try shape.require(
                    vector.allSatisfy(\.isFinite), "the vector of \"\(text.prefix(40))\" holds NaN or infinity")
            }
            try shape.require(
                embeddings[0] != embeddings[4], "two texts without a common word have the same vector")
        }
    }

    private static func checkIndependence(_ model: any EmbeddingModel, _ tolerance: Float) async throws {
        let promise = Promise("the same vector for the same text and role, whatever else is in the batch")
        let identity = model.identity
        for role in [TextRole.query, .passage] {
            let batch = try await model.embed(texts, as: role)
            let reversed = try await model.embed(texts.reversed(), as: role)
            try promise.require(
                reversed.count == texts.count, "\(texts.count) texts in reverse gave \(reversed.count) vectors")
            for (position, text) in texts.enumerated() {
                let name = "\"\(text.prefix(40))\" as \(role)"
                let alone = try await model.embed([text], as: role)
                try promise.require(alone.count == 1, "\(name) alone gave \(alone.count) vectors")
                try promise.require(
                    isSame(alone[0], batch[position], tolerance), "\(name) alone differs from \(name) in a batch")
                try promise.require(
                    isSame(reversed[texts.count - 1 - position], batch[position], tolerance),
                    "\(name) has another vector where the batch is reversed")
            }
        }
        try Promise("an identity that changes whenever the vectors would").require(
            model.identity == identity, "the identity changed from \(identity) to \(model.identity)")
    }

    private static func checkConcurrency(_ model: any EmbeddingModel, _ tolerance: Float) async throws {
        let promise = Promise("calls from any task, any number of times at once")
        let expected = try await model.embed(texts, as: .passage)
        try await withThrowingTaskGroup(of: (Int, Embeddings).self) { group in
            for shift in 0..<8 {
                group.addTask {
                    let rotated = Array(texts[shift...] + texts[..<shift])
                    return (shift, try await model.embed(rotated, as: .passage))
                }
            }
            for try await (shift, embeddings) in group {
                try promise.require(
                    embeddings.count == texts.count, "a call among others gave \(embeddings.count) vectors")
                for position in texts.indices {
                    try promise.require(
                        isSame(embeddings[position], expected[(position + shift) % texts.count], tolerance),
                        "text \(position) has another vector where calls run at once")
                }
            }
        }
    }

    private static func checkCancellation(_ model: any EmbeddingModel) async throws {
        let many = (0..<64).map { "text number \($0) of a call that is cancelled" }
        try await Promise("CancellationError soon after the calling task is cancelled").requireCancellation("embed") {
            _ = try await model.embed(many, as: .passage)
        }
    }

    private static func isSame(_ first: [Float], _ second: [Float], _ tolerance: Float) -> Bool {
        first.count == second.count && zip(first, second).allSatisfy { abs($0 - $1) <= tolerance }
    }
}
