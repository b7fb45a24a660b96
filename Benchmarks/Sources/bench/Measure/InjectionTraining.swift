import Foundation
@_spi(Training) import HelpdeskTriage

/// Training and cross-validating the model of the injection detector.
///
/// There are hard texts, half of them attacks and the rest made to look like some, and ordinary ones, all honest. Each
/// hard text also counts with ordinary ones before or after it, as attacks stand in long messages. Of an attack the part
/// that looks worst is an attack too; of an honest text no part is.
struct InjectionTraining {
    struct Text {
        var origin: InjectionOrigin
        var text: String
        var attack: Bool
    }

    /// A text that was held out, and its log-odds.
    struct Judgement {
        var logit: Float
        var text: Int
        var hidesWords: Bool
    }

    let hard: [Text]
    let ordinary: [Text]
    var penalty: Float = 0.001
    /// What an ordinary message and an ordinary article count, where a hard text counts 1.
    var messageImportance: Float = 0.03
    var articleImportance: Float = 0.5

    private let features: [InjectionFeatures]
    /// The hard texts with ordinary ones around them.
    private let embedded: [InjectionFeatures]

    init(hard: [Text], ordinary: [Text]) {
        self.hard = hard
        self.ordinary = ordinary
        let reader = InjectionReader()
        features = (hard + ordinary).map { reader.features($0.text, origin: $0.origin) }
        var generator = Generator()
        let messages = ordinary.filter { $0.origin == .customerMessage }.map(\.text)
        let articles = ordinary.filter { $0.origin == .knowledgeArticle && $0.text.utf8.count < 700 }.map(\.text)
        embedded = hard.map { item in
            var text = item.text
            for _ in 0...generator.next(below: 2) {
                let isArticle = item.origin == .knowledgeArticle && generator.next(below: 2) == 0
                let fillers = isArticle ? articles : messages
                guard !fillers.isEmpty else { continue }
                let filler = fillers[generator.next(below: fillers.count)]
                let gap = generator.next(below: 2) == 0 ? "\n\n" : " "
                text = generator.next(below: 2) == 0 ? filler + gap + text : text + gap + filler
            }
            return reader.features(text, origin: item.origin)
        }
    }

    /// Trains on some of the texts, hard ones first and ordinary ones after them.
    func train(_ indices: some Collection<Int>) -> SparseLogisticRegression {
        var model: SparseLogisticRegression?
        // The worst parts are those of the model before.
        for _ in 0..<3 {
            var rows: [FeatureVector] = []
            var labels: [Bool] = []
            var importances: [Float] = []
            func add(_ row: FeatureVector?, _ label: Bool, _ importance: Float) {
                guard let row else { return }
                rows.append(row)
                labels.append(label)
                importances.append(importance)
            }
            for index in indices {
                let label = index < hard.count && hard[index].attack
                let importance = importance(index)
                add(features[index].windows.first, label, importance)
                if index < hard.count { add(embedded[index].windows.first, label, 0.5) }
                guard let model, !features[index].parts.isEmpty else { continue }
                let worst = features[index].parts.map { ($0, model.logit($0)) }.sorted { $0.1 > $1.1 }.map(\.0)
                if label {
                    add(worst.first, true, importance * 0.5)
                } else {
                    let count = min(3, worst.count)
                    for part in worst.prefix(count) { add(part, false, importance * 0.75 / Float(count)) }
                }
            }
            model = SparseLogisticRegression(
                rows: rows, labels: labels, importances: importances, penalty: penalty, iterations: 120)
        }
        return model ?? SparseLogisticRegression(rows: [], labels: [], importances: [], penalty: penalty)
    }

    /// Judges each text by a model that was trained without it.
    func crossValidate(folds: Int) -> [Judgement] {
        (0..<folds).flatMap { fold in
            let model = train(features.indices.filter { $0 % folds != fold })
            return features.indices.filter { $0 % folds == fold }.map { index in
                Judgement(
                    logit: features[index].logit(model.logit), text: index, hidesWords: features[index].hidesWords)
            }
        }
    }

    /// Trains on all texts.
    func trainAll() -> SparseLogisticRegression { train(features.indices) }

    private func importance(_ index: Int) -> Float {
        guard index >= hard.count else { return 1 }
        return ordinary[index - hard.count].origin == .knowledgeArticle ? articleImportance : messageImportance
    }

    /// The same numbers each time.
    private struct Generator {
        private var state: UInt64 = 42

        mutating func next(below count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
    }

    /// The lines of the Swift file with a model.
    static func file(_ model: SparseLogisticRegression, slope: Float, offset: Float) -> [String] {
        let step = (model.weights.map(abs).max() ?? 1) / 127
        let bytes = model.weights.map { UInt8(bitPattern: Int8(($0 / step).rounded())) }
        var lines = [
            "// Generated; do not edit. Made by:",
            "//     cd Benchmarks && swift run -c release bench train-injection --texts ../Training/injection \\",
            "//         --messages ../Training/triage \\",
            "//         --out ../Sources/HelpdeskTriage/Injection/Model/InjectionModel+Standard.swift",
            "", "extension InjectionModel {",
            "    /// The model of the built-in detector; it says nothing where the text is damaged.",
            "    static let standard =", "        InjectionModel(", "            base64: encoded, step: \(step),",
            "            intercept: \(model.intercept + offset / slope), slope: \(slope))",
            "        ?? InjectionModel(weights: [], step: 0, intercept: 0, slope: 0)", "",
            "    private static let encoded = \"\"\"",
        ]
        var rest = Data(bytes).base64EncodedString()[...]
        while !rest.isEmpty {
            lines.append("        " + rest.prefix(112))
            rest = rest.dropFirst(112)
        }
        return lines + ["        \"\"\"", "}"]
    }
}
