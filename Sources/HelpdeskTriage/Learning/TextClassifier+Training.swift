import HelpdeskMath
public import SentenceEmbeddings

extension TextClassifier {
    private static let batchSize = 256

    /// Learns from labelled texts.
    ///
    /// - Parameters:
    ///   - examples: At least two labels, each with an example; eight of each are a start, some fifty are good. Blank
    ///     texts are refused.
    ///   - model: Embeds the texts, now and later.
    ///   - configuration: How to learn.
    ///   - progress: Is told how far it has come, on any thread.
    /// - Throws: ``TriageError`` (`invalidExamples`, `invalidArgument`); what the model throws; `CancellationError` between
    ///   the steps.
    /// - Complexity: Beside the embedding, O(examples³): some 10 seconds for 10,000, 14 with the reference BLAS. The matrix
    ///   of 10,000 examples takes 400 MB while it lasts. The work runs on a thread of its own.
    public static func train(
        _ examples: [LabelledText], model: any EmbeddingModel,
        configuration: TextClassifierConfiguration = TextClassifierConfiguration(),
        progress: (@Sendable (TrainingProgress) -> Void)? = nil
    ) async throws -> TextClassifier {
        try check(examples)
        try configuration.validate()
        var values: [Float] = []
        var done = 0
        while done < examples.count {
            let batch = examples[done..<min(done + batchSize, examples.count)]
            let vectors = try await model.embed(batch.map(\.text), as: .query)
            values += vectors.values
            done += batch.count
            progress?(TrainingProgress(phase: .embedding, done: done, total: examples.count))
        }
        return try await train(
            examples,
            vectors: Embeddings(values: values, count: examples.count, dimensions: model.identity.dimensions),
            model: model, configuration: configuration, progress: progress)
    }

    /// Learns from labelled texts that are embedded already.
    ///
    /// - Parameters:
    ///   - examples: As ``train(_:model:configuration:progress:)``.
    ///   - vectors: The embeddings of their texts by the model, with the role `query`, in order.
    ///   - model: Embeds the texts to classify later.
    ///   - configuration: How to learn.
    ///   - progress: Is told how far it has come, on any thread.
    public static func train(
        _ examples: [LabelledText], vectors: Embeddings, model: any EmbeddingModel,
        configuration: TextClassifierConfiguration = TextClassifierConfiguration(),
        progress: (@Sendable (TrainingProgress) -> Void)? = nil
    ) async throws -> TextClassifier {
        try check(examples)
        try configuration.validate()
        guard vectors.count == examples.count, vectors.dimensions == model.identity.dimensions else {
            throw TriageError(
                .invalidArgument,
                "\(vectors.count) vectors of \(vectors.dimensions) components for \(examples.count) examples and a model "
                    + "of \(model.identity.dimensions)")
        }
        guard vectors.values.allSatisfy(\.isFinite) else {
            throw TriageError(.invalidArgument, "a vector has components that are not finite")
        }
        let labels = Set(examples.map(\.label)).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(labels, Int32(0)...))
        let all = examples.map { places[$0.label] ?? 0 }
        let chosen = ClassifierTraining.balanced(
            all, labelCount: labels.count, atMost: max(configuration.maximumExamples, labels.count))
        guard chosen.count <= 16_384 else {
            throw TriageError(.invalidExamples, "\(labels.count) labels: at most 16,384 can be told apart")
        }
        let training = ClassifierTraining(
            examples: chosen.map {
                KernelExample(
                    vector: KernelExample.normalized(vectors[$0]), lexical: LexicalFeatures(examples[$0].text))
            }, owners: chosen.map { all[$0] }, labelCount: labels.count, configuration: configuration.kernel)
        progress?(TrainingProgress(phase: .fitting, done: 0, total: 1))
        let fit = try await BlockingWork.run { () throws(MathError) in try training.fit() }
        progress?(TrainingProgress(phase: .fitting, done: 1, total: 1))
        let result = try await BlockingWork.run { () throws(MathError) in try training.calibrate(fit) }
        progress?(TrainingProgress(phase: .calibrating, done: 1, total: 1))
        return TextClassifier(
            labels: labels, report: result.report, machine: result.machine, owners: training.owners,
            calibration: result.calibration, identity: model.identity, model: model)
    }

    private static func check(_ examples: [LabelledText]) throws(TriageError) {
        for (index, example) in examples.enumerated() {
            guard example.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
                throw TriageError(.invalidExamples, "example \(index) has no text")
            }
            guard !example.label.isEmpty else { throw TriageError(.invalidExamples, "example \(index) has no label") }
        }
        guard Set(examples.map(\.label)).count >= 2 else {
            throw TriageError(.invalidExamples, "\(examples.count) examples with fewer than two labels")
        }
    }
}
