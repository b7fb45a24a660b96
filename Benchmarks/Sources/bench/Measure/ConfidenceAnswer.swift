import Helpdesk

/// An answer to a question whose right items are known: a line of what `bench confidence --out` writes.
struct ConfidenceAnswer: Codable {
    /// What the confidence was judged from; absent where nothing was answered.
    var features: ConfidenceFeatures?
    /// What the agent said.
    var confidence: Double
    /// Whether the first item cited is a right one.
    var right: Bool
    /// Whether the knowledge holds an answer.
    var answerable: Bool

    /// The answer as it can be learned from.
    var judged: JudgedAnswer? { features.map { JudgedAnswer(features: $0, isRight: right) } }

    /// What an agent with another model or calibration would have said.
    func confidence(_ model: ConfidenceModel, _ calibration: ConfidenceCalibration = .identity) -> Double {
        features.map { calibration.probability(model.probability($0)) } ?? 0
    }
}
