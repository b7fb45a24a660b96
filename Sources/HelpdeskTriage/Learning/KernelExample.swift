/// What a text looks like to a learned model.
struct KernelExample: Sendable {
    /// Its embedding, of length 1.
    var vector: [Float]
    /// Its words.
    var lexical: LexicalFeatures
    /// What else is known about it: the votes of rules, its length and punctuation.
    var side: [Float] = []

    /// The embedding at length 1; zeros stay zeros.
    static func normalized(_ vector: [Float]) -> [Float] {
        let square = vector.reduce(Float(0)) { $0 + $1 * $1 }
        guard square > 0, square.isFinite else { return vector.map { _ in 0 } }
        let scale = 1 / square.squareRoot()
        return vector.map { $0 * scale }
    }
}
