/// The batches of a stream that a model is working on, in order. Only one task at a time uses it.
final class BatchesInFlight {
    private let model: any EmbeddingModel
    private let role: TextRole
    private var tasks: [Task<Embeddings, any Error>] = []

    init(_ model: any EmbeddingModel, _ role: TextRole) {
        self.model = model
        self.role = role
    }

    deinit { cancel() }

    var count: Int { tasks.count }

    func start(_ texts: [String]) {
        tasks.append(
            Task { [model, role] in
                let embeddings = try await model.embed(texts, as: role)
                guard embeddings.count == texts.count, embeddings.dimensions == model.dimensions else {
                    throw EmbeddingError(
                        .invalidResult,
                        "\(model.identity) gave \(embeddings.count) vectors of \(embeddings.dimensions) components for \(texts.count) texts"
                    )
                }
                return embeddings
            })
    }

    /// Waits for the first batch and takes it out; `nil` where there is none.
    func first(isolation actor: isolated (any Actor)?) async throws -> Embeddings? {
        guard let first = tasks.first else { return nil }
        let result = await withTaskCancellationHandler {
            await first.result
        } onCancel: { [tasks] in
            for task in tasks { task.cancel() }
        }
        tasks.removeFirst()
        return try result.get()
    }

    func cancel() {
        for task in tasks { task.cancel() }
        tasks = []
    }
}
