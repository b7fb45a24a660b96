import HelpdeskMath
import SentenceEmbeddings

extension TriageModel {
    private static let kind: UInt8 = 2

    /// The model as bytes, to be saved. Little-endian, with a version and a checksum; the tickets' texts are not in it.
    public var bytes: [UInt8] {
        var writer = ModelWriter(kind: Self.kind)
        writer.write(UInt8(identity == nil ? 0 : 1))
        if let identity {
            writer.write(identity.model)
            writer.write(identity.revision)
            writer.write(identity.precision)
            writer.write(UInt32(clamping: identity.dimensions))
        }
        writer.write(features.embeddings.rawValue)
        writer.write(UInt8(features.usesRules ? 1 : 0))
        writer.write(UInt8(languages == nil ? 0 : 1))
        writer.write((languages ?? []).map(\.rawValue).sorted()) { $0.write($1) }
        writer.write(categories) { $0.write($1.rawValue) }
        writer.write(escalationThreshold)
        writer.write(parts) { writer, part in
            writer.write(part.heads) { writer, head in
                writer.write(head.rawValue)
                let report = reports[head] ?? DecisionReport(examples: 0, accuracy: 0)
                writer.write(UInt32(clamping: report.examples))
                writer.write(report.accuracy)
                writer.write(report.f1 ?? -1)
                writer.write(calibrations[head] ?? LogisticRegression(weights: [0, 0], bias: 0))
            }
            writer.write(part.machine)
        }
        return writer.finished()
    }

    /// Loads a model.
    ///
    /// - Throws: ``TriageError`` (`malformedModel`) for bytes that are cut, altered or something else.
    public init(bytes: some Collection<UInt8>) throws(TriageError) {
        var reader = try ModelReader(bytes, kind: Self.kind)
        var identity: EmbeddingIdentity?
        if try reader.number(UInt8.self) == 1 {
            identity = EmbeddingIdentity(
                model: try reader.text(), revision: try reader.text(), precision: try reader.text(),
                dimensions: Int(try reader.number(UInt32.self)))
        }
        guard let use = TriageModelConfiguration.EmbeddingUse(rawValue: try reader.text()),
            (use == .none) == (identity == nil)
        else { throw reader.malformed("an unknown use of embeddings") }
        let features = TicketFeatures(
            embeddings: use, usesRules: try reader.number(UInt8.self) == 1, dimensions: identity?.dimensions ?? 0)
        let isLimited = try reader.number(UInt8.self) == 1
        let languages = try reader.array(eachAtLeast: 4) { (reader) throws(TriageError) in
            Language(rawValue: try reader.text())
        }
        let categories = try reader.array(eachAtLeast: 4) { (reader) throws(TriageError) in
            TicketCategory(rawValue: try reader.text())
        }
        let escalationThreshold = try reader.double()
        var calibrations: [TriageDecision: LogisticRegression] = [:]
        var reports: [TriageDecision: DecisionReport] = [:]
        let parts = try reader.array(eachAtLeast: 8) { (reader) throws(TriageError) in
            let heads = try reader.array(eachAtLeast: 4) { (reader) throws(TriageError) in
                guard let head = TriageDecision(rawValue: try reader.text()), calibrations[head] == nil else {
                    throw reader.malformed("an unknown or repeated decision")
                }
                let examples = Int(try reader.number(UInt32.self))
                let accuracy = try reader.double()
                let f1 = try reader.double()
                reports[head] = DecisionReport(examples: examples, accuracy: accuracy, f1: f1 < 0 ? nil : f1)
                calibrations[head] = try reader.logisticRegression(features: 2)
                return head
            }
            let machine = try reader.machine()
            let width = heads.reduce(0) { $0 + Self.width(of: $1, categories: categories.count) }
            guard machine.outputs == width, machine.sideCount == features.sideCount,
                machine.configuration.usesEmbeddings == (use == .kernel),
                use != .kernel || machine.dimensions == features.dimensions
            else { throw reader.malformed("the parts of the model do not fit each other") }
            return Part(machine: machine, heads: heads)
        }
        try reader.finish()
        self.init(
            categories: categories, identity: identity, languages: isLimited ? Set(languages) : nil,
            features: features, parts: parts, calibrations: calibrations,
            escalationThreshold: escalationThreshold, reports: reports)
    }
}
