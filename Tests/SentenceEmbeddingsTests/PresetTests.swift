import Foundation
import SentenceEmbeddings
import Testing

/// Which of folder, preset and host decides.
@Suite struct PresetTests {
    private static let instruction = "Represent this sentence for searching relevant passages: "

    @Test func presetsAreThoseOfTheModelCards() {
        typealias Preset = SentenceTransformer.Preset
        #expect(Preset.bge == Preset(queryPrompt: Self.instruction, pooling: .cls))
        #expect(Preset.snowflakeArcticEmbed == Preset(queryPrompt: Self.instruction, pooling: .cls))
        #expect(Preset.e5 == Preset(queryPrompt: "query: ", passagePrompt: "passage: ", pooling: .mean))
        for preset in [Preset.gte, .multiQA, .allMiniLM] {
            #expect(preset == Preset(queryPrompt: "", passagePrompt: "", pooling: .mean, isNormalized: true))
        }
    }

    @Test func aPresetFillsInWhatTheFolderDoesNotSay() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let bare = files.with("modules.json", nil)
        let preset = SentenceTransformer.Preset(queryPrompt: "help ", passagePrompt: "error ", pooling: .cls)
        let model = try SentenceTransformer(files: bare, configuration: .init(preset: preset))
        let same = try SentenceTransformer(
            files: bare,
            configuration: .init(queryPrompt: "help ", passagePrompt: "error ", pooling: .cls, isNormalized: true))
        #expect(model.identity == same.identity)
        let plain = try SentenceTransformer(files: bare, configuration: .init(pooling: .cls, isNormalized: true))
        #expect(try await model.embed("x", as: .query) == plain.embed("help x", as: .query))
        #expect(try await model.embed("x", as: .passage) == plain.embed("error x", as: .query))
    }

    @Test func aFolderComesBeforeAPreset() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let preset = SentenceTransformer.Preset(
            queryPrompt: "help ", passagePrompt: "error ", pooling: .cls, isNormalized: false)
        let spoken = files.with(
            "config_sentence_transformers.json",
            Data("{\"prompts\": {\"query\": \"refund \", \"document\": \"\"}}".utf8))
        let model = try SentenceTransformer(files: spoken, configuration: .init(preset: preset))
        let plain = try SentenceTransformer(files: files)
        #expect(try await model.embed("x", as: .query) == plain.embed("refund x", as: .query))
        // sentence-transformers writes an empty prompt where it has none, so an empty one does not count.
        #expect(try await model.embed("x", as: .passage) == plain.embed("error x", as: .query))
    }

    @Test func theHostComesBeforeBoth() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let model = try SentenceTransformer(
            files: files, configuration: .init(queryPrompt: "", preset: .e5, pooling: .cls, isNormalized: false))
        let plain = try SentenceTransformer(files: files, configuration: .init(pooling: .cls, isNormalized: false))
        let vector = try await model.embed("x", as: .query)
        #expect(try await vector == plain.embed("x", as: .query))
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) > 1e-3)
        #expect(try await model.embed("x", as: .passage) == plain.embed("passage: x", as: .query))
    }
}
