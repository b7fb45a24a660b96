import HelpdeskMath
public import SentenceEmbeddings

extension TextClassifier {
    private static let kind: UInt8 = 1

    /// The classifier as bytes, to be saved: some 10 MB for 10,000 examples and 77 labels. Little-endian, with a version
    /// and a checksum; the texts of the examples are not in it.
    public var bytes: [UInt8] {
        var writer = ModelWriter(kind: Self.kind)
        writer.write(identity.model)
        writer.write(identity.revision)
        writer.write(identity.precision)
        writer.write(UInt32(clamping: identity.dimensions))
        writer.write(labels) { $0.write($1) }
        writer.write(owners) { $0.write($1) }
        writer.write(machine)
        writer.write(calibration.label)
        writer.write(calibration.scope)
        writer.write(calibration.steepness)
        writer.write(UInt32(clamping: report.examples))
        writer.write(report.accuracy)
        writer.write(report.outcomes) {
            $0.write(Float($1.score))
            $0.write(UInt8($1.isRight ? 1 : 0))
        }
        writer.write(report.scopeOutcomes) {
            $0.write(Float($1.inScopeProbability))
            $0.write(Float($1.confidence))
            $0.write(UInt8(($1.isRight ? 1 : 0) | ($1.isInScope ? 2 : 0)))
        }
        return writer.finished()
    }

    /// Loads a classifier.
    ///
    /// - Parameters:
    ///   - bytes: What ``bytes`` gave.
    ///   - model: The model it was trained with.
    /// - Throws: ``TriageError`` (`malformedModel`) for bytes that are cut, altered or something else;
    ///   `mismatchedEmbeddings` for another model.
    public init(bytes: some Collection<UInt8>, model: any EmbeddingModel) throws(TriageError) {
        var reader = try ModelReader(bytes, kind: Self.kind)
        let identity = EmbeddingIdentity(
            model: try reader.text(), revision: try reader.text(), precision: try reader.text(),
            dimensions: Int(try reader.number(UInt32.self)))
        guard identity == model.identity else {
            throw TriageError(
                .mismatchedEmbeddings, "trained with the embeddings of \(identity), not with those of \(model.identity)"
            )
        }
        let labels = try reader.array(eachAtLeast: 4) { (reader) throws(TriageError) in try reader.text() }
        let owners = try reader.array(eachAtLeast: 4) { (reader) throws(TriageError) in try reader.number(Int32.self) }
        let machine = try reader.machine()
        guard machine.dimensions == identity.dimensions, machine.outputs == labels.count, labels.count >= 2,
            owners.count == machine.points.rows, owners.allSatisfy({ labels.indices.contains(Int($0)) }),
            machine.sideCount == 0
        else { throw reader.malformed("the parts of the model do not fit each other") }
        let calibration = ClassifierCalibration(
            label: try reader.logisticRegression(features: 5), scope: try reader.logisticRegression(features: 4),
            steepness: try reader.double())
        let examples = Int(try reader.number(UInt32.self))
        let accuracy = try reader.double()
        let outcomes = try reader.array(eachAtLeast: 5) { (reader) throws(TriageError) in
            ScoredOutcome(score: Double(try reader.float()), isRight: try reader.number(UInt8.self) == 1)
        }
        let scopeOutcomes = try reader.array(eachAtLeast: 9) { (reader) throws(TriageError) in
            let probability = Double(try reader.float())
            let confidence = Double(try reader.float())
            let flags = try reader.number(UInt8.self)
            return TrainingReport.ScopeOutcome(
                inScopeProbability: probability, confidence: confidence, isInScope: flags & 2 != 0,
                isRight: flags & 1 != 0)
        }
        try reader.finish()
        self.init(
            labels: labels,
            report: TrainingReport(
                examples: examples, labels: labels.count, accuracy: accuracy, outcomes: outcomes,
                scopeOutcomes: scopeOutcomes),
            machine: machine, owners: owners, calibration: calibration, identity: identity, model: model)
    }
}
