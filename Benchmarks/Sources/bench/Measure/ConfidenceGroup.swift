import Foundation
import Helpdesk

/// The answers about one knowledge base.
struct ConfidenceGroup {
    typealias Point = (confidence: Double, isRight: Bool)

    /// Answers with the confidence they get: once, or once for each draw of what was learned from.
    struct Measured {
        var name: String
        var draws: [[(answer: ConfidenceAnswer, confidence: Double)]]

        init(name: String, draws: [[(answer: ConfidenceAnswer, confidence: Double)]]) {
            self.name = name
            self.draws = draws
        }

        /// The answers about several knowledge bases together, draw by draw.
        init(all parts: [Measured]) {
            let count = parts.map(\.draws.count).min() ?? 0
            self.init(name: "all", draws: (0..<count).map { draw in parts.flatMap { $0.draws[draw] } })
        }

        /// Over the answers given.
        var curve: ConfidenceCurve { Self.curve(draws.flatMap { $0 }, givenOnly: true) }

        private static func curve(
            _ answers: [(answer: ConfidenceAnswer, confidence: Double)], givenOnly: Bool
        ) -> ConfidenceCurve {
            ConfidenceCurve(
                answers.filter { !givenOnly || $0.answer.features != nil }.map { ($0.confidence, $0.answer.right) })
        }

        private func mean(givenOnly: Bool, _ value: (ConfidenceCurve) -> Double) -> Double {
            draws.map { value(Self.curve($0, givenOnly: givenOnly)) }.reduce(0, +) / Double(draws.count)
        }

        /// Numbers of the whole; of several draws their mean.
        var row: [(String, Cell)] {
            let answers = draws.map(\.count).reduce(0, +) / draws.count
            func share(_ isCounted: (ConfidenceAnswer) -> Bool) -> Double {
                let all = draws.flatMap { $0 }
                return 100 * Double(all.count { isCounted($0.answer) }) / Double(max(1, all.count))
            }
            return [
                ("answers to", .text(name)), ("questions", .integer(answers)),
                ("answerable %", .number(share(\.answerable), digits: 1)),
                ("answered %", .number(share { $0.features != nil }, digits: 1)),
                ("right %", .number(share(\.right), digits: 1)),
                ("calibration error", .number(mean(givenOnly: true) { $0.expectedCalibrationError() }, digits: 3)),
                ("by chance", .number(mean(givenOnly: true) { $0.calibrationErrorByChance() }, digits: 3)),
                ("AUROC %", .number(mean(givenOnly: false) { $0.areaUnderROC * 100 }, digits: 1)),
                (
                    "at 90% precision %",
                    .number(mean(givenOnly: false) { $0.answered(atPrecision: 0.9) * 100 }, digits: 1)
                ),
                ("at 95%", .number(mean(givenOnly: false) { $0.answered(atPrecision: 0.95) * 100 }, digits: 1)),
                ("at 97%", .number(mean(givenOnly: false) { $0.answered(atPrecision: 0.97) * 100 }, digits: 1)),
            ]
        }

        /// The reliability by tenths of confidence.
        var bins: [[(String, Cell)]] {
            curve.bins().enumerated().map { place, bin in
                [
                    ("confidence from", .number(Double(place) / 10, digits: 1)),
                    ("answers", .integer(bin.count / draws.count)),
                    ("mean confidence", .number(bin.meanConfidence, digits: 3)),
                    ("share right", .number(bin.shareRight, digits: 3)),
                ]
            }
        }
    }

    var name: String
    var answers: [ConfidenceAnswer]

    init(name: String, answers: [ConfidenceAnswer]) {
        self.name = name
        self.answers = answers
    }

    /// Reads what `bench confidence --out` wrote.
    init(file: String) throws {
        name = URL(filePath: file).deletingPathExtension().lastPathComponent
        answers = try InputFile.jsonLines(file, as: ConfidenceAnswer.self)
        guard !answers.isEmpty else { throw BenchError("\(file): holds no answers") }
    }

    /// What can be learned from.
    var judged: [JudgedAnswer] { answers.compactMap(\.judged) }

    /// What can be learned from several knowledge bases, each of which counts the same.
    static func balanced(_ groups: [ConfidenceGroup]) -> [JudgedAnswer] {
        let judged = groups.map(\.judged)
        let mean = Double(judged.reduce(0) { $0 + $1.count }) / Double(max(1, judged.count))
        return judged.flatMap { answers in
            answers.map { answer in
                JudgedAnswer(
                    features: answer.features, isRight: answer.isRight, weight: mean / Double(answers.count))
            }
        }
    }

    /// Measures every answer.
    func measured(_ confidence: (ConfidenceAnswer) -> Double) -> Measured {
        Measured(name: name, draws: [answers.map { ($0, confidence($0)) }])
    }

    /// Calibrates to some answers, drawn at random, and measures the others.
    func calibrated(with count: Int, draws: Int, _ model: ConfidenceModel) throws -> Measured {
        var result = Measured(name: name, draws: [])
        for draw in 0..<draws {
            var generator = SplitMix64(state: UInt64(draw) + 1)
            let order = answers.shuffled(using: &generator)
            let given = order.filter { $0.features != nil }
            guard given.count > count else {
                throw BenchError(
                    "\(name): \(given.count) answers do not suffice to calibrate to \(count) judged ones and measure others"
                )
            }
            let calibration = try ConfidenceCalibration(
                outcomes: model.outcomes(of: given.prefix(count).compactMap(\.judged)))
            var left = count
            let others = order.filter { answer in
                guard answer.features != nil, left > 0 else { return true }
                left -= 1
                return false
            }
            result.draws.append(others.map { ($0, $0.confidence(model, calibration)) })
        }
        return result
    }

    /// Fits weights (unless given) and a calibration to all but one part of the answers, and measures that part.
    func held(out folds: Int, weights: ConfidenceModel?) throws -> Measured {
        var generator = SplitMix64(state: 1)
        let order = answers.shuffled(using: &generator)
        var result = Measured(name: name, draws: [[]])
        for fold in 0..<folds {
            let judged = order.enumerated().filter { $0.offset % folds != fold }.compactMap(\.element.judged)
            let model = try weights ?? ConfidenceModel.fit(judged)
            let calibration = try ConfidenceCalibration(outcomes: model.outcomes(of: judged))
            for (place, answer) in order.enumerated() where place % folds == fold {
                result.draws[0].append((answer, answer.confidence(model, calibration)))
            }
        }
        return result
    }
}
