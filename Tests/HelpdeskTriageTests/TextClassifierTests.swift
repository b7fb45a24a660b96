import HelpdeskTriage
import SentenceEmbeddings
import Testing

@Suite struct TextClassifierTests {
    static let model: HashingEmbedder? = try? HashingEmbedder(dimensions: 64)

    /// Texts about seven things, told apart by their words.
    static func examples(_ perLabel: Int = 12) -> [LabelledText] {
        let words: [(String, [String])] = [
            ("card", ["card", "plastic", "chip", "contactless", "replacement"]),
            ("parcel", ["parcel", "courier", "delivery", "doorstep", "tracking"]),
            ("refund", ["refund", "money back", "reimburse", "return", "credit note"]),
            ("login", ["login", "password", "sign in", "account access", "locked out"]),
            ("printer", ["printer", "toner", "paper jam", "scanner", "cartridge"]),
            ("seat", ["seat", "aisle", "window place", "upgrade", "boarding"]),
            ("garden", ["garden", "hedge", "lawn", "mower", "seeds"]),
        ]
        let frames = [
            "my %@ is a problem", "how about the %@ please", "question on %@", "the %@ again", "I need a new %@ soon",
            "%@ does not work", "where is the %@", "tell me about %@ now", "a %@ would be good", "is there a %@",
            "they sent the wrong %@", "can I change %@",
        ]
        return words.flatMap { label, names in
            (0..<perLabel).map { index in
                LabelledText(
                    text: frames[index % frames.count].replacing("%@", with: names[index % names.count]), label: label)
            }
        }
    }

    @Test func learnsAndTellsHowSure() async throws {
        let model = try #require(Self.model)
        let classifier = try await TextClassifier.train(Self.examples(), model: model)
        #expect(classifier.labels == ["card", "garden", "login", "parcel", "printer", "refund", "seat"])
        #expect(classifier.identity == model.identity)
        #expect(classifier.report.examples == 84)
        #expect(classifier.report.outcomes.count == 84)
        #expect(classifier.report.accuracy > 0.8)
        #expect(classifier.report.scopeOutcomes.contains { !$0.isInScope })
        let results = try await classifier.classify(["the toner of my printer", "my courier lost the parcel"])
        #expect(results.map(\.label) == ["printer", "parcel"])
        for result in results {
            #expect((0...1).contains(result.confidence) && (0...1).contains(result.inScopeProbability))
            #expect(result.ranking.first?.label == result.label)
            #expect(result.ranking.first?.probability == result.confidence)
            #expect(result.ranking.count == 7)
            #expect(result.ranking.reduce(0) { $0 + $1.probability } <= 1.000001)
            #expect(zip(result.ranking, result.ranking.dropFirst()).allSatisfy { $0.probability >= $1.probability })
        }
        // One text alone gives the same.
        #expect(try await classifier.classify("the toner of my printer") == results[0])
        // What no label knows is less surely in scope.
        let outside = try await classifier.classify("zebras whistle opera overnight")
        #expect(outside.inScopeProbability < results[0].inScopeProbability)
        #expect(outside.confidence < results[0].confidence)
        #expect(
            outside.answerProbability(outOfScopeShare: 0.5) < results[0].answerProbability(outOfScopeShare: 0.5))
        #expect(results[0].answerProbability(outOfScopeShare: 0) == results[0].confidence)
        #expect(results[0].answerProbability(outOfScopeShare: 1) == 0)
    }

    @Test func trainingIsDeterministicAndOrderOfLabelsDoesNotMatter() async throws {
        let model = try #require(Self.model)
        let first = try await TextClassifier.train(Self.examples(), model: model)
        let second = try await TextClassifier.train(Self.examples(), model: model)
        #expect(first.bytes == second.bytes)
    }

    @Test func savedAndLoadedItIsTheSame() async throws {
        let model = try #require(Self.model)
        let classifier = try await TextClassifier.train(Self.examples(), model: model)
        let bytes = classifier.bytes
        let loaded = try TextClassifier(bytes: bytes, model: model)
        #expect(loaded.bytes == bytes)
        #expect(loaded.labels == classifier.labels)
        #expect(loaded.report.accuracy == classifier.report.accuracy)
        for text in ["", "my card", "zebras", String(repeating: "lawn mower ", count: 5_000)] {
            #expect(try await loaded.classify(text) == classifier.classify(text))
        }
        let other = try HashingEmbedder(dimensions: 32)
        #expect(code { _ = try TextClassifier(bytes: bytes, model: other) } == .mismatchedEmbeddings)
    }

    @Test func cutOrAlteredBytesAreRefused() async throws {
        let model = try #require(Self.model)
        let bytes = try await TextClassifier.train(Self.examples(4), model: model).bytes
        for length in [0, 1, 8, 9, 16, 40, 200, bytes.count / 2, bytes.count - 1] {
            #expect(code { _ = try TextClassifier(bytes: bytes.prefix(length), model: model) } == .malformedModel)
        }
        for place in stride(from: 0, to: bytes.count, by: 997) {
            var altered = bytes
            altered[place] ^= 0x41
            #expect(code { _ = try TextClassifier(bytes: altered, model: model) } == .malformedModel)
        }
        #expect(code { _ = try TextClassifier(bytes: bytes + [0], model: model) } == .malformedModel)
        #expect(code { _ = try TriageModel(bytes: bytes) } == .malformedModel)
    }

    /// Bytes whose checksum is right but whose content is not: every field is read with suspicion.
    @Test func forgedBytesAreRefusedOrHarmless() async throws {
        let model = try #require(Self.model)
        let bytes = try await TextClassifier.train(Self.examples(3), model: model).bytes
        var random = SplitMix(state: 7)
        for _ in 0..<400 {
            var forged = Array(bytes.dropLast(8))
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 9..<min(forged.count, 3_000), using: &random)
                forged[place] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { forged.removeLast(Int.random(in: 1...64, using: &random)) }
            let checksum = forged.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            withUnsafeBytes(of: checksum.littleEndian) { forged.append(contentsOf: $0) }
            guard let loaded = try? TextClassifier(bytes: forged, model: model) else { continue }
            _ = try? await loaded.classify("my card is lost")
        }
    }

    @Test func refusesWhatCannotBeLearnedFrom() async throws {
        let model = try #require(Self.model)
        func refused(_ examples: [LabelledText]) async -> TriageError.Code? {
            do {
                _ = try await TextClassifier.train(examples, model: model)
                return nil
            } catch {
                return (error as? TriageError)?.code
            }
        }
        #expect(await refused([]) == .invalidExamples)
        #expect(
            await refused([LabelledText(text: "a", label: "x"), LabelledText(text: "b", label: "x")])
                == .invalidExamples)
        #expect(
            await refused([LabelledText(text: " \n", label: "x"), LabelledText(text: "b", label: "y")])
                == .invalidExamples)
        #expect(
            await refused([LabelledText(text: "a", label: ""), LabelledText(text: "b", label: "y")]) == .invalidExamples
        )
        // Two examples are enough to begin with; equal texts with different labels too.
        #expect(await refused([LabelledText(text: "a", label: "x"), LabelledText(text: "b", label: "y")]) == nil)
        #expect(await refused([LabelledText(text: "a", label: "x"), LabelledText(text: "a", label: "y")]) == nil)

        let classifier = try await TextClassifier.train(Self.examples(3), model: model)
        #expect(code { _ = try classifier.classify("x", vector: [1]) } == .invalidArgument)
        #expect(
            code { _ = try classifier.classify("x", vector: Array(repeating: .nan, count: 64)) } == .invalidArgument)
        let vectors = try await model.embed(["a"], as: .query)
        await #expect(throws: TriageError.self) {
            try await TextClassifier.train(Self.examples(3), vectors: vectors, model: model)
        }
        for configuration in [
            TextClassifierConfiguration(sharpness: 0), TextClassifierConfiguration(lexicalWeight: -1),
            TextClassifierConfiguration(penalty: .nan), TextClassifierConfiguration(maximumExamples: 1),
        ] {
            await #expect(throws: TriageError.self) {
                try await TextClassifier.train(Self.examples(3), model: model, configuration: configuration)
            }
        }
    }

    @Test func takesAsManyOfEachLabelWhereThereAreTooMany() async throws {
        let model = try #require(Self.model)
        let classifier = try await TextClassifier.train(
            Self.examples(), model: model, configuration: TextClassifierConfiguration(maximumExamples: 21))
        #expect(classifier.report.examples == 21)
        #expect(classifier.labels.count == 7)
    }

    @Test func tellsHowFarItIsAndStopsWhenCancelled() async throws {
        let model = try #require(Self.model)
        let phases = Phases()
        _ = try await TextClassifier.train(Self.examples(), model: model) { phases.add($0) }
        #expect(phases.all.first?.phase == .embedding)
        #expect(phases.all.contains { $0.phase == .fitting })
        #expect(phases.all.last?.phase == .calibrating)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            _ = try await TextClassifier.train(Self.examples(), model: model)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    private func code(_ body: () throws -> Void) -> TriageError.Code? {
        do {
            try body()
            return nil
        } catch {
            return (error as? TriageError)?.code
        }
    }
}
