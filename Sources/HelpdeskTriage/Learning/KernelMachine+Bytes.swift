import HelpdeskMath

extension ModelWriter {
    mutating func write(_ machine: KernelMachine) {
        let configuration = machine.configuration
        write(UInt8(configuration.usesEmbeddings ? 1 : 0))
        write(configuration.sharpness)
        write(configuration.lexicalWeight)
        write(configuration.sideWeight)
        write(configuration.penalty)
        write(machine.intercept) { $0.write($1) }
        write(machine.points)
        write(machine.coefficients)
        write(machine.vocabulary.ids) { $0.write($1) }
        for rarity in machine.vocabulary.rarities { write(rarity) }
        write(machine.lexicalWeights)
        write(machine.sideWeights)
    }

    mutating func write(_ model: LogisticRegression) {
        write(model.weights) { $0.write($1) }
        write(model.bias)
    }
}

extension ModelReader {
    mutating func machine() throws(TriageError) -> KernelMachine {
        var configuration = KernelConfiguration()
        configuration.usesEmbeddings = try number(UInt8.self) == 1
        configuration.sharpness = try float()
        configuration.lexicalWeight = try float()
        configuration.sideWeight = try float()
        configuration.penalty = try float()
        let intercept = try array(eachAtLeast: 4) { (reader) throws(TriageError) in try reader.float() }
        let points = try matrix()
        let coefficients = try matrix()
        let ids = try array(eachAtLeast: 4) { (reader) throws(TriageError) in try reader.number(UInt32.self) }
        guard zip(ids, ids.dropFirst()).allSatisfy({ $0 < $1 }) else { throw malformed("words are out of order") }
        var rarities: [Float] = []
        rarities.reserveCapacity(ids.count)
        for _ in ids { rarities.append(try float()) }
        let lexicalWeights = try matrix()
        let sideWeights = try matrix()
        do throws(MathError) {
            return try KernelMachine(
                points: points, coefficients: coefficients,
                vocabulary: LexicalVocabulary(ids: ids, rarities: rarities),
                lexicalWeights: lexicalWeights, sideWeights: sideWeights, intercept: intercept,
                configuration: configuration)
        } catch {
            throw TriageError(.malformedModel, "the parts of the model do not fit each other", cause: error)
        }
    }

    mutating func logisticRegression(features: Int) throws(TriageError) -> LogisticRegression {
        let weights = try array(eachAtLeast: 8) { (reader) throws(TriageError) in try reader.double() }
        guard weights.count == features else { throw malformed("\(weights.count) weights for \(features) features") }
        return LogisticRegression(weights: weights, bias: try double())
    }
}
