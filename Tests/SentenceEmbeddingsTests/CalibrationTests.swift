import Foundation
import SentenceEmbeddings
import Testing

/// How calibrations are made, written, read, and refused.
@Suite struct CalibrationTests {
    private typealias Layer = ModelCalibration.Layer

    private static let texts = ["help me", "how do i reset my password ?", "the account is locked", "", "refund x2"]

    /// A calibration that fits tiny-mean: two layers of 32 columns, 64 between them.
    private static func fitting(_ value: Float = 2) -> ModelCalibration {
        let layer = Layer(
            projection: .init(repeating: value, count: 32), attentionOutput: .init(repeating: value, count: 32),
            intermediate: .init(repeating: value, count: 32), output: .init(repeating: value, count: 64))
        return ModelCalibration(layers: [layer, layer])
    }

    private func error(_ files: ModelFiles, _ calibration: ModelCalibration? = nil) throws -> EmbeddingError {
        try #require(throws: EmbeddingError.self) {
            _ = try SentenceTransformer(files: files, configuration: .init(threadCount: 1, calibration: calibration))
        }
    }

    // MARK: Making one

    @Test func randomWordsGiveTheSameEveryTime() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let calibration = try await SentenceTransformer.calibrate(files: files)
        for threadCount in [1, 2, 3, 7] {
            let again = try await SentenceTransformer.calibrate(
                files: files, configuration: .init(threadCount: threadCount))
            #expect(again == calibration)
        }
        #expect(calibration.layers.count == 2 && calibration.weights?.count == 16)
        for layer in calibration.layers {
            #expect(layer.projection.count == 32 && layer.intermediate.count == 32)
            #expect(layer.attentionOutput.isEmpty && layer.output.isEmpty)
            for divisor in layer.projection + layer.intermediate { #expect(divisor >= 1e-3 && divisor <= 1e3) }
            #expect(Set(layer.projection).count > 1)
        }
    }

    @Test func textsCount() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let random = try await SentenceTransformer.calibrate(files: files)
        let own = try await SentenceTransformer.calibrate(files: files, texts: Self.texts)
        #expect(own != random && own.weights == random.weights)
        for threadCount in [1, 3] {
            let again = try await SentenceTransformer.calibrate(
                files: files, texts: Self.texts, configuration: .init(threadCount: threadCount))
            #expect(again == own)
        }
        // Many texts go through the encoder in several parts.
        let many = (0..<200).flatMap { _ in Self.texts }
        let first = try await SentenceTransformer.calibrate(files: files, texts: many)
        #expect(try await SentenceTransformer.calibrate(files: files, texts: many) == first)
        // The order of the texts does not matter.
        #expect(try await SentenceTransformer.calibrate(files: files, texts: many.reversed()) == first)
        #expect(throws: Never.self) { try SentenceTransformer(files: files, configuration: .init(calibration: first)) }
    }

    @Test func precisionAndCalibrationOfTheModelDoNotCount() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let expected = try await SentenceTransformer.calibrate(files: files, texts: Self.texts)
        let configured = try await SentenceTransformer.calibrate(
            files: files, texts: Self.texts, configuration: .init(precision: .int8, calibration: Self.fitting()))
        #expect(configured == expected)
        let withFile = files.with(ModelCalibration.fileName, Self.fitting().json)
        #expect(try await SentenceTransformer.calibrate(files: withFile, texts: Self.texts) == expected)
    }

    /// A calibration of another model, or what is left of one, does not keep anybody from making a new one.
    @Test func aFileThatIsNoUseDoesNotMatter() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let expected = try await SentenceTransformer.calibrate(files: files, texts: Self.texts)
        var stranger = Self.fitting()
        stranger.weights = "0123456789abcdef"
        for data in [stranger.json, Data("{".utf8)] {
            let broken = files.with(ModelCalibration.fileName, data)
            #expect(try await SentenceTransformer.calibrate(files: broken, texts: Self.texts) == expected)
        }
    }

    @Test func noTextsAreRefused() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let error = await #expect(throws: EmbeddingError.self) {
            try await SentenceTransformer.calibrate(files: files, texts: [])
        }
        #expect(error?.code == .invalidArgument && error?.message.contains("texts") == true)
        let missing = await #expect(throws: EmbeddingError.self) {
            try await SentenceTransformer.calibrate(files: files.with("model.safetensors", nil))
        }
        #expect(missing?.code == .missingFile)
    }

    @Test func cancellationStopsIt() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await SentenceTransformer.calibrate(files: files)
        }
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        let many = [String](repeating: "how do i reset my password ? help help", count: 100_000)
        let running = Task { try await SentenceTransformer.calibrate(files: files, texts: many) }
        try await Task.sleep(for: .milliseconds(20))
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
    }

    // MARK: Using one

    /// Divisors change the rounding and nothing else.
    @Test(arguments: [0.5, 1, 2, 1000] as [Float])
    func divisorsChangeNothingButTheRounding(_ value: Float) async throws {
        let files = try TestModel.tiny("tiny-mean")
        let exact = try SentenceTransformer(files: files, configuration: .init(precision: .float32))
        let model = try SentenceTransformer(files: files, configuration: .init(calibration: Self.fitting(value)))
        let (a, b) = try await (exact.embed(Self.texts, as: .query), model.embed(Self.texts, as: .query))
        for (a, b) in zip(a, b) { #expect(cosine(a, b) > 0.99) }
    }

    @Test func theFileInTheFolderIsPickedUp() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let calibration = try await SentenceTransformer.calibrate(files: files)
        let folder = files.with(ModelCalibration.fileName, calibration.json)
        let found = try SentenceTransformer(files: folder)
        let given = try SentenceTransformer(files: files, configuration: .init(calibration: calibration))
        #expect(found.precision == .int8 && found.isCalibrated && found.identity == given.identity)
        #expect(try await found.embed(Self.texts, as: .query) == given.embed(Self.texts, as: .query))
        #expect(ModelFiles.names.contains(ModelCalibration.fileName))
        // The host comes first, and then the file is not even read.
        let host = try SentenceTransformer(files: folder, configuration: .init(calibration: Self.fitting()))
        let broken = try SentenceTransformer(
            files: files.with(ModelCalibration.fileName, Data("{".utf8)),
            configuration: .init(calibration: Self.fitting()))
        #expect(host.identity == broken.identity && host.identity != given.identity)
        let plain = try SentenceTransformer(files: folder, configuration: .init(precision: .int16))
        #expect(plain.identity == (try SentenceTransformer(files: files)).identity)
    }

    @Test func crossEncodersTakeThemToo() async throws {
        let files = try TestModel.tiny("tiny-cross")
        let calibration = Self.fitting()
        let folder = try CrossEncoder(files: files.with(ModelCalibration.fileName, calibration.json))
        let given = try CrossEncoder(files: files, configuration: .init(calibration: calibration))
        #expect(folder.precision == .int8 && folder.identity == given.identity && given.identity.contains("/int8/"))
        let error = try #require(throws: EmbeddingError.self) {
            try CrossEncoder(files: files, configuration: .init(calibration: .init(layers: [])))
        }
        #expect(error.code == .invalidArgument && error.message.contains("0 layers"), "\(error)")
    }

    // MARK: Refusing one

    @Test func calibrationsOfOtherModelsAreRefused() async throws {
        let files = try TestModel.tiny("tiny-mean")
        var calibration = Self.fitting()
        calibration.weights = "0123456789abcdef"
        let stranger = try error(files, calibration)
        #expect(stranger.code == .invalidArgument && stranger.message.contains("0123456789abcdef"), "\(stranger)")
        // A model trained further has other normalizations.
        let made = try await SentenceTransformer.calibrate(files: files)
        let trained = try files.changing("encoder.layer.1.output.LayerNorm.bias") { $0 == 3 ? $1 + 0.01 : $1 }
        let other = try error(trained, made)
        #expect(other.code == .invalidArgument && other.message.contains(made.weights ?? "?"), "\(other)")
        for count in [0, 1, 3] {
            let layers = ModelCalibration(layers: .init(repeating: Self.fitting().layers[0], count: count))
            let error = try error(files, layers)
            #expect(error.code == .invalidArgument && error.message.contains("\(count) layers"), "\(error)")
        }
    }

    @Test func divisorsThatDoNotFitAreRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        let places: [(String, WritableKeyPath<Layer, [Float]>)] = [
            ("projection", \.projection), ("attentionOutput", \.attentionOutput), ("intermediate", \.intermediate),
            ("output", \.output),
        ]
        for (name, place) in places {
            for bad: Float in [0, -1, -0.0, .nan, .infinity, -.infinity, 1e-7, 1e7, .leastNonzeroMagnitude] {
                var calibration = Self.fitting()
                calibration.layers[1][keyPath: place][5] = bad
                let error = try error(files, calibration)
                #expect(error.code == .invalidArgument, "\(error)")
                #expect(error.message.contains("divisor 5 of \(name) in layer 1"), "\(error)")
            }
            for count in [1, 31, 33, 63, 65] {
                var calibration = Self.fitting()
                calibration.layers[0][keyPath: place] = .init(repeating: 1, count: count)
                let error = try error(files, calibration)
                #expect(error.code == .invalidArgument, "\(error)")
                #expect(error.message.contains("layer 0 has \(count) divisors for \(name)"), "\(error)")
            }
            // None at all leaves the columns as they are.
            var calibration = Self.fitting()
            calibration.layers[0][keyPath: place] = []
            #expect(throws: Never.self) {
                try SentenceTransformer(files: files, configuration: .init(calibration: calibration))
            }
        }
    }

    // MARK: The file

    @Test func jsonIsReadAsItWasWritten() throws {
        var generator = SentenceEmbeddingsTests.SeededGenerator(1)
        for round in 0..<50 {
            func divisors(_ count: Int) -> [Float] {
                (0..<count).map { _ in
                    Float(
                        bitPattern: UInt32.random(in: 1...Float.greatestFiniteMagnitude.bitPattern, using: &generator))
                }
            }
            let calibration = ModelCalibration(
                layers: (0..<round % 4).map { _ in
                    Layer(
                        projection: divisors(100), attentionOutput: divisors(round % 3), intermediate: divisors(7),
                        output: divisors(200))
                }, weights: round.isMultiple(of: 2) ? "00ff00ff00ff00ff" : nil)
            let data = calibration.json
            #expect(try ModelCalibration(json: data) == calibration)
            #expect(try ModelCalibration(json: data).json == data)
        }
        let least = ModelCalibration(layers: [Layer(projection: [.leastNonzeroMagnitude, .greatestFiniteMagnitude])])
        #expect(try ModelCalibration(json: least.json) == least)
    }

    @Test(arguments: [
        ("", "JSON"), ("{", "JSON"), ("\u{FEFF}{}", "JSON"), ("[]", "object"), ("null", "object"), ("7", "object"),
        ("{}", "version"),
        ("{\"version\": \"1\", \"layers\": []}", "version"), ("{\"version\": 2, \"layers\": []}", "version 2"),
        ("{\"version\": 0, \"layers\": []}", "version"), ("{\"version\": 1}", "layers"),
        ("{\"version\": 1, \"layers\": {}}", "layers"), ("{\"version\": 1, \"layers\": null}", "layers"),
        ("{\"version\": 1, \"layers\": [7]}", "layer 0"), ("{\"version\": 1, \"layers\": [{}, []]}", "layer 1"),
        ("{\"version\": 1, \"layers\": [{\"projection\": 7}]}", "projection of layer 0"),
        ("{\"version\": 1, \"layers\": [{\"projection\": null}]}", "projection of layer 0"),
        ("{\"version\": 1, \"layers\": [{}, {\"output\": [1, \"2\"]}]}", "output of layer 1"),
        ("{\"version\": 1, \"layers\": [{\"intermediate\": [1, null]}]}", "intermediate of layer 0"),
        ("{\"version\": 1, \"layers\": [{\"attention_output\": [[1]]}]}", "attention_output of layer 0"),
        ("{\"version\": 1, \"layers\": [{\"attention_output\": [1e39]}]}", "attention_output of layer 0"),
        ("{\"version\": 1, \"layers\": [{\"attention_output\": [NaN]}]}", "JSON"),
        ("{\"version\": 1, \"weights\": 7, \"layers\": []}", "weights"),
    ])
    func malformedFilesAreRefused(_ text: String, _ mention: String) throws {
        let error = try #require(throws: EmbeddingError.self) { try ModelCalibration(json: Data(text.utf8)) }
        #expect(error.code == .malformedFile && error.message.contains(ModelCalibration.fileName), "\(error)")
        #expect(error.message.contains(mention), "\(error)")
        let loading = try self.error(
            TestModel.tiny("tiny-mean").with(ModelCalibration.fileName, Data(text.utf8)))
        #expect(loading.code == .malformedFile && loading.message.contains(ModelCalibration.fileName), "\(loading)")
    }

    @Test func aFileOfAnotherModelIsRefused() throws {
        let error = try error(
            TestModel.tiny("tiny-mean").with(
                ModelCalibration.fileName, Data("{\"version\": 1, \"layers\": [{}]}".utf8)))
        #expect(error.code == .invalidArgument && error.message.contains("1 layers"), "\(error)")
    }
}
