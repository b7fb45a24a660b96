import HelpdeskMath
public import SentenceEmbeddings

/// Finds the label of a text (an intent, a category, a queue) from labelled examples, with a probability that holds.
///
/// ```swift
/// let classifier = try await TextClassifier.train(examples, model: model)
/// let result = try await classifier.classify("I still have not got my card")
/// if result.confidence >= 0.9 { route(to: result.label) }
/// let bytes = classifier.bytes  // and later: try TextClassifier(bytes: bytes, model: model)
/// ```
///
/// A kernel ridge regression on embeddings, words and parts of words together. Probabilities are
/// calibrated on what the fit says of each example without that example, which the solution gives exactly and at no cost
/// of further fits; whether a text is in scope at all is learned from fits that do not know a third of the labels. On
/// Banking77 it finds 94% of the intents of unseen questions; `bench intents` measures it.
///
/// It is a value and can be used from any number of tasks. A text costs its embedding, and then time proportional to the
/// number of examples: about a millisecond with 10,000.
public struct TextClassifier: Sendable {
    /// The labels, sorted.
    public let labels: [String]
    /// Which embeddings it was trained with.
    public let identity: EmbeddingIdentity
    /// What training found out.
    public let report: TrainingReport
    let machine: KernelMachine
    /// The label of every example, as its place in ``labels``.
    let owners: [Int32]
    let calibration: ClassifierCalibration
    let model: any EmbeddingModel

    init(
        labels: [String], report: TrainingReport, machine: KernelMachine, owners: [Int32],
        calibration: ClassifierCalibration, identity: EmbeddingIdentity, model: any EmbeddingModel
    ) {
        self.labels = labels
        self.identity = identity
        self.report = report
        self.machine = machine
        self.owners = owners
        self.calibration = calibration
        self.model = model
    }

    /// Finds the label of a text.
    ///
    /// - Throws: What the model throws; `CancellationError`.
    public func classify(_ text: String) async throws -> TextClassification {
        try classify(text, vector: try await model.embed(text, as: .query))
    }

    /// Finds the labels of texts, in their order.
    ///
    /// - Throws: What the model throws; `CancellationError`.
    public func classify(_ texts: [String]) async throws -> [TextClassification] {
        let vectors = try await model.embed(texts, as: .query)
        return try texts.enumerated().map { index, text in
            try Task.checkCancellation()
            return try classify(text, vector: vectors[index])
        }
    }

    /// Finds the label of a text that is embedded already.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - vector: Its embedding by the model, with the role `query`.
    /// - Throws: ``TriageError`` (`invalidArgument`) for a vector of another dimension or with components that are not
    ///   finite.
    public func classify(_ text: String, vector: [Float]) throws(TriageError) -> TextClassification {
        guard vector.count == machine.dimensions, vector.allSatisfy(\.isFinite) else {
            throw TriageError(
                .invalidArgument,
                "a vector of \(vector.count) components: \(machine.dimensions) finite ones are expected")
        }
        let example = KernelExample(vector: KernelExample.normalized(vector), lexical: LexicalFeatures(text))
        do throws(MathError) {
            let (scores, similarities) = try machine.evaluate(example)
            let evidence = ConfidenceEvidence(scores: scores, similarities: similarities, owners: owners)
            return calibration.classification(scores: scores, evidence: evidence, labels: labels)
        } catch {
            throw TriageError(.invalidArgument, "the text cannot be classified", cause: error)
        }
    }
}
