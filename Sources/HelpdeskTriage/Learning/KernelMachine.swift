import HelpdeskMath

/// A trained function from a text to scores: a kernel expansion over embeddings, a linear function of words, and one of
/// side features.
///
/// All three are one kernel ridge regression. What the words and side features add is linear, so their part of the sum
/// over the examples is kept as weights of features; the examples' words are not kept.
struct KernelMachine: Sendable {
    let points: RoundedMatrix
    let vocabulary: LexicalVocabulary
    let lexicalWeights: RoundedMatrix
    let sideWeights: RoundedMatrix
    let intercept: [Float]
    let configuration: KernelConfiguration
    let coefficients: RoundedMatrix
    private let expansion: KernelExpansion
    private let lexicalMatrix: Matrix
    private let sideMatrix: Matrix

    /// The number of scores.
    var outputs: Int { intercept.count }
    /// The number of components of an embedding.
    var dimensions: Int { points.columns }
    /// The number of side features.
    var sideCount: Int { sideWeights.rows }

    /// Puts a function together. The parts must fit each other.
    init(
        points: RoundedMatrix, coefficients: RoundedMatrix, vocabulary: LexicalVocabulary,
        lexicalWeights: RoundedMatrix, sideWeights: RoundedMatrix, intercept: [Float],
        configuration: KernelConfiguration
    ) throws(MathError) {
        self.points = points
        self.coefficients = coefficients
        self.vocabulary = vocabulary
        self.lexicalWeights = lexicalWeights
        self.sideWeights = sideWeights
        self.intercept = intercept
        self.configuration = configuration
        expansion = try KernelExpansion(
            points: points.matrix(), weights: coefficients.matrix(), sharpness: configuration.sharpness)
        lexicalMatrix = try lexicalWeights.matrix()
        sideMatrix = try sideWeights.matrix()
        guard coefficients.columns == outputs, lexicalWeights.columns == outputs, sideWeights.columns == outputs,
            lexicalWeights.rows == vocabulary.count
        else { throw MathError(.mismatchedShape, "the parts of a model do not fit each other") }
        for scale in lexicalWeights.scales + sideWeights.scales where !scale.isFinite || scale > 1e30 {
            throw MathError(.notFinite, "the weights of a model have the factor \(scale)")
        }
    }

    /// The scores of a text, and its similarities to the points.
    func evaluate(_ example: KernelExample) throws(MathError) -> (scores: [Float], similarities: [Float]) {
        var scores = [Float](repeating: 0, count: outputs)
        var similarities: [Float] = []
        if configuration.usesEmbeddings { (scores, similarities) = try expansion.evaluate(example.vector) }
        var words = SparseRows(columns: vocabulary.count)
        try words.append(vocabulary.row(of: example.lexical, weight: configuration.lexicalWeight))
        try words.addProduct(ofRow: 0, with: lexicalMatrix, to: &scores)
        for (row, value) in example.side.enumerated() where value != 0 {
            for column in scores.indices { scores[column] += value * sideMatrix[row, column] }
        }
        for column in scores.indices { scores[column] += intercept[column] }
        return (scores, similarities)
    }

    /// What the words of a text add to one score: each word with its share, in their order.
    func contributions(of text: String, to output: Int) -> [(range: Range<Int>, share: Float)] {
        let lexical = LexicalFeatures(text)
        let row = vocabulary.row(of: lexical, weight: configuration.lexicalWeight)
        let values = Dictionary(row.map { (vocabulary.ids[Int($0.column)], $0) }) { first, _ in first }
        let counts = Dictionary(lexical.entries.map { ($0.id, Float($0.count)) }) { first, _ in first }
        return LexicalFeatures.spans(of: text).map { span in
            let share = span.ids.reduce(Float(0)) { sum, id in
                guard let value = values[id], let count = counts[id] else { return sum }
                return sum + value.value / count * lexicalMatrix[Int(value.column), output]
            }
            return (span.range, share)
        }
    }
}
