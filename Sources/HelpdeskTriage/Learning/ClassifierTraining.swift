import HelpdeskMath

/// The fits behind a ``TextClassifier``. Everything here blocks its thread.
struct ClassifierTraining: Sendable {
    let examples: [KernelExample]
    let owners: [Int32]
    let labelCount: Int
    let configuration: KernelConfiguration

    /// With how many examples the scope is learned at most.
    private static let maximumScopeExamples = 6_000
    private static let scopeFolds = 3
    private static let penalty = 0.01

    struct Result {
        var machine: KernelMachine
        var calibration: ClassifierCalibration
        var report: TrainingReport
    }

    func fit() throws(MathError) -> (result: KernelTrainer.Result, evidence: [ConfidenceEvidence]) {
        let targets = try Matrix(rows: examples.count, columns: labelCount) { Int(owners[$0]) == $1 ? 1 : 0 }
        let result = try KernelTrainer.train(examples, targets: targets, configuration: configuration)
        return (result, try evidence(of: result.leaveOneOut))
    }

    func calibrate(
        _ fit: (result: KernelTrainer.Result, evidence: [ConfidenceEvidence])
    ) throws(MathError) -> Result {
        let isRight = zip(fit.evidence, owners).map { $0.label == Int($1) }
        let label = try LogisticRegression(
            features: fit.evidence.map(\.labelFeatures), outcomes: isRight, smoothsOutcomes: true,
            penalty: Self.penalty)
        let confidences = fit.evidence.map { label.probability($0.labelFeatures) }
        let steepness = ClassifierCalibration.steepness(scores: fit.result.leaveOneOut, labels: owners)
        let held = try heldOutLabels()
        var scope = ClassifierCalibration.standardScope
        var scopeOutcomes: [TrainingReport.ScopeOutcome] = []
        if !held.isEmpty {
            let inside = Double(held.count(where: \.isInScope))
            let outside = Double(held.count) - inside
            scope = try LogisticRegression(
                features: held.map(\.evidence.scopeFeatures), outcomes: held.map(\.isInScope),
                exampleWeights: held.map { $0.isInScope ? outside / inside : 1 }, smoothsOutcomes: true,
                penalty: Self.penalty)
            scopeOutcomes = held.map {
                TrainingReport.ScopeOutcome(
                    inScopeProbability: scope.probability($0.evidence.scopeFeatures),
                    confidence: label.probability($0.evidence.labelFeatures), isInScope: $0.isInScope,
                    isRight: $0.isRight)
            }
        }
        let report = TrainingReport(
            examples: examples.count, labels: labelCount,
            accuracy: Double(isRight.count(where: \.self)) / Double(examples.count),
            outcomes: zip(confidences, isRight).map { ScoredOutcome(score: $0, isRight: $1) },
            scopeOutcomes: scopeOutcomes)
        return Result(
            machine: fit.result.machine,
            calibration: ClassifierCalibration(label: label, scope: scope, steepness: steepness), report: report)
    }

    /// What a fit without each example says of it.
    private func evidence(of leaveOneOut: Matrix) throws(MathError) -> [ConfidenceEvidence] {
        let points = try Matrix(examples.map(\.vector))
        return try Self.blocks(examples.count) { (rows) throws(MathError) in
            let block = try Matrix(rows.map { examples[$0].vector })
            let similarities = try block.multiplied(byRowsOf: points)
            return rows.map { row in
                similarities.withUnsafeBufferPointer { values in
                    leaveOneOut.withUnsafeBufferPointer { scores in
                        ConfidenceEvidence(
                            scores: scores[row * labelCount..<(row + 1) * labelCount],
                            similarities: UnsafeBufferPointer(
                                rebasing: values[
                                    (row - rows.lowerBound) * points.rows..<(row - rows.lowerBound + 1) * points.rows]),
                            owners: owners, excluding: row)
                    }
                }
            }
        }
    }

    private static func blocks<Value>(
        _ count: Int, _ body: (Range<Int>) throws(MathError) -> [Value]
    ) throws(MathError) -> [Value] {
        var result: [Value] = []
        for start in stride(from: 0, to: count, by: 256) { result += try body(start..<min(start + 256, count)) }
        return result
    }

    private struct HeldOut {
        var evidence: ConfidenceEvidence
        var isInScope: Bool
        var isRight: Bool
    }

    /// Examples as fits see them that do not know a third of the labels; empty for fewer than six labels.
    private func heldOutLabels() throws(MathError) -> [HeldOut] {
        guard labelCount >= 2 * Self.scopeFolds else { return [] }
        let chosen = Self.balanced(owners, labelCount: labelCount, atMost: Self.maximumScopeExamples)
        var result: [HeldOut] = []
        for fold in 0..<Self.scopeFolds {
            // Labels are sorted by name, so that neighbours are often related: related ones go to different folds.
            var known: [Int32] = []
            var number: [Int32: Int32] = [:]
            for label in 0..<Int32(labelCount) where Int(label) % Self.scopeFolds != fold {
                number[label] = Int32(known.count)
                known.append(label)
            }
            let inside = chosen.filter { number[owners[$0]] != nil }
            let training = ClassifierTraining(
                examples: inside.map { examples[$0] }, owners: inside.compactMap { number[owners[$0]] },
                labelCount: known.count, configuration: configuration)
            let fit = try training.fit()
            for (place, evidence) in fit.evidence.enumerated() {
                result.append(
                    HeldOut(
                        evidence: evidence, isInScope: true,
                        isRight: evidence.label == Int(training.owners[place])))
            }
            for index in chosen where number[owners[index]] == nil {
                let (scores, similarities) = try fit.result.machine.evaluate(examples[index])
                result.append(
                    HeldOut(
                        evidence: ConfidenceEvidence(
                            scores: scores, similarities: similarities, owners: training.owners),
                        isInScope: false, isRight: false))
            }
        }
        return result
    }

    /// As many examples of each label as possible, the first of each, in their order.
    static func balanced(_ owners: [Int32], labelCount: Int, atMost limit: Int) -> [Int] {
        guard owners.count > limit else { return Array(owners.indices) }
        var places = [[Int]](repeating: [], count: labelCount)
        for (index, owner) in owners.enumerated() { places[Int(owner)].append(index) }
        var chosen: [Int] = []
        var round = 0
        while chosen.count < limit {
            for list in places where round < list.count && chosen.count < limit { chosen.append(list[round]) }
            round += 1
        }
        return chosen.sorted()
    }
}
