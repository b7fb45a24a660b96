import HelpdeskMath

extension ConfidenceModel {
    /// The fewest answers, and the fewest right and wrong ones among them, that a model is fitted to.
    private static let fewest = (answers: 100, ofEach: 20)

    /// Fits weights to answers that were judged.
    ///
    /// For a host with some hundreds of judgements or more, or with another embedding model; with fewer,
    /// ``ConfidenceCalibration`` is the better use of them. A feature that is the same in all answers tells nothing: it
    /// keeps the weight it has in `prior`.
    ///
    /// - Parameters:
    ///   - judged: Answers with what became of them; questions that the knowledge base cannot answer belong to them.
    ///   - prior: Where weights come from that the answers tell nothing about.
    ///   - penalty: How strongly weights are kept near 0; above 0.
    /// - Throws: ``HelpdeskError`` with code `tooFewOutcomes` for fewer than 100 answers, or fewer than 20 right or 20
    ///   wrong ones; `invalidArgument` for features that are not finite, weights that are not or are negative, or a
    ///   penalty out of range.
    /// - Complexity: O(answers) a step; some ten steps.
    public static func fit(
        _ judged: [JudgedAnswer], keeping prior: ConfidenceModel = .standard, penalty: Double = 1
    ) throws -> ConfidenceModel {
        let right = judged.count(where: \.isRight)
        guard judged.count >= fewest.answers, right >= fewest.ofEach, judged.count - right >= fewest.ofEach else {
            throw HelpdeskError(
                .tooFewOutcomes,
                "\(judged.count) judged answers, \(right) of them right; weights are fitted to \(fewest.answers) or more, "
                    + "at least \(fewest.ofEach) right and \(fewest.ofEach) wrong ones")
        }
        let telling = ConfidenceFeature.allCases.filter { feature in
            judged.contains { $0.features[feature] != judged[0].features[feature] }
        }
        do {
            let regression = try LogisticRegression(
                features: judged.map { answer in telling.map { answer.features[$0] } },
                outcomes: judged.map(\.isRight), exampleWeights: judged.map(\.weight), penalty: penalty)
            var model = ConfidenceModel(bias: regression.bias, weights: prior.weights)
            for (feature, weight) in zip(telling, regression.weights) { model.weights[feature] = weight }
            for feature in ConfidenceFeature.allCases where !telling.contains(feature) {
                model.bias -= (model.weights[feature] ?? 0) * judged[0].features[feature]
            }
            return model
        } catch {
            throw HelpdeskError(.invalidArgument, "no model could be fitted to the judged answers", cause: error)
        }
    }
}
