import Foundation
import HelpdeskJSON
import Testing
import WordPiece

@Suite("tokenizer.json")
struct TokenizerJSONTests {
    static let normalizer = """
        {"type":"BertNormalizer","clean_text":true,"handle_chinese_chars":true,"strip_accents":null,"lowercase":true}
        """
    static let model = """
        {"type":"WordPiece","unk_token":"[UNK]","continuing_subword_prefix":"##","max_input_chars_per_word":100,\
        "vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"foo":3,"##bar":4}}
        """
    static let template = """
        {"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},\
        {"SpecialToken":{"id":"[SEP]","type_id":0}}],"pair":[{"Sequence":{"id":"B","type_id":1}},\
        {"SpecialToken":{"id":"[SEP]","type_id":7}},{"Sequence":{"id":"A","type_id":3}}],\
        "special_tokens":{"[CLS]":{"id":"[CLS]","ids":[1],"tokens":["[CLS]"]},\
        "[SEP]":{"id":"[SEP]","ids":[2,0],"tokens":["[SEP]","[UNK]"]}}}
        """
    static let added = """
        [{"id":2,"content":"[SEP]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}]
        """

    static func file(
        version: String = "\"1.0\"", added: String = added, normalizer: String = normalizer,
        preTokenizer: String = #"{"type":"BertPreTokenizer"}"#, postProcessor: String = template,
        decoder: String = ###"{"type":"WordPiece","prefix":"##","cleanup":true}"###, model: String = model
    ) -> [UInt8] {
        Array(
            """
            {"version":\(version),"truncation":{"max_length":4,"strategy":"LongestFirst","stride":0},
            "padding":{"strategy":{"Fixed":128},"direction":"Right","pad_id":0,"pad_type_id":0,"pad_token":"[PAD]"},
            "added_tokens":\(added),"normalizer":\(normalizer),"pre_tokenizer":\(preTokenizer),
            "post_processor":\(postProcessor),"decoder":\(decoder),"model":\(model)}
            """.utf8)
    }

    private func code(_ bytes: [UInt8]) -> TokenizerError.Code? {
        do {
            _ = try WordPieceTokenizer(tokenizerJSON: bytes)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("Templates of any order and several ids are followed; baked truncation and padding are not")
    func template() throws {
        let tokenizer = try WordPieceTokenizer(tokenizerJSON: Self.file())
        #expect(tokenizer.encode("foobar foo foo foo [SEP]").ids == [1, 3, 4, 3, 3, 3, 2, 2, 0])
        let pair = tokenizer.encode("foo", "foobar")
        #expect(pair.ids == [3, 4, 2, 0, 3])
        #expect(pair.typeIDs == [1, 1, 7, 7, 3])
        #expect(tokenizer.specialTokenCount == 3)
        #expect(tokenizer.classificationID == 1)
        #expect(tokenizer.separatorID == 2)
        #expect(tokenizer.paddingID == nil)
        let plain = try WordPieceTokenizer(tokenizerJSON: Self.file(normalizer: "null", postProcessor: "null"))
        #expect(plain.encode("foo", "FOO").ids == [3, 0])
        #expect(plain.encode("foo", "FOO").typeIDs == [0, 1])
    }

    @Test("Other kinds of tokenizers are refused")
    func otherKinds() {
        #expect(code(Self.file()) == nil)
        let others = [
            Self.file(model: #"{"type":"BPE","vocab":{},"merges":[]}"#),
            Self.file(model: #"{"type":"Unigram","unk_id":0,"vocab":[["a",0.0]]}"#),
            Self.file(normalizer: #"{"type":"NFC"}"#),
            Self.file(normalizer: #"{"type":"Sequence","normalizers":[]}"#),
            Self.file(preTokenizer: #"{"type":"ByteLevel","add_prefix_space":false}"#), Self.file(preTokenizer: "null"),
            Self.file(postProcessor: #"{"type":"RobertaProcessing","sep":["</s>",2],"cls":["<s>",0]}"#),
            Self.file(decoder: #"{"type":"BPEDecoder","suffix":"</w>"}"#), Self.file(version: "\"2.0\""),
            Self.file(version: "1"),
            Self.file(
                postProcessor: Self.template.replacingOccurrences(
                    of: #"{"Sequence":{"id":"A","type_id":0}}"#, with: #"{"Sequence":{"id":"B","type_id":0}}"#)),
        ]
        for file in others { #expect(code(file) == .unsupportedTokenizer, "\(String(decoding: file, as: UTF8.self))") }
    }

    @Test(
        "Vocabularies with wrong ids are refused",
        arguments: [
            #""foo":-1"#, #""foo":1.0"#, #""foo":1e1"#, #""foo":"3""#, #""foo":null"#, #""foo":2147483648"#,
            #""foo":99999999999999999999999"#, #""foo":2"#, #""foo":3,"foo":9"#, #""foo":3,"foo":3"#, #""foo":[3]"#,
        ])
    func wrongIDs(entry: String) {
        let model = Self.model.replacingOccurrences(of: #""foo":3"#, with: entry)
        #expect(code(Self.file(model: model)) == .malformedVocabulary)
    }

    @Test("Ids with gaps are kept, however wide")
    func gaps() throws {
        let model = Self.model.replacingOccurrences(of: #""foo":3"#, with: #""foo":2147483647"#)
        let tokenizer = try WordPieceTokenizer(tokenizerJSON: Self.file(model: model))
        #expect(tokenizer.encode("foo", addsSpecialTokens: false).ids == [.max])
        #expect(tokenizer.token(for: .max) == "foo")
        #expect(tokenizer.token(for: 3) == nil)
        #expect(tokenizer.largestID == .max)
        #expect(tokenizer.vocabularyCount == 5)
    }

    @Test("Missing tokens are named")
    func missingTokens() {
        #expect(code(Self.file(model: Self.model.replacingOccurrences(of: #""[UNK]":0,"#, with: ""))) == .missingToken)
        let template = Self.template.replacingOccurrences(of: #""[SEP]":{"id":"[SEP]""#, with: #""x":{"id":"x""#)
        #expect(code(Self.file(postProcessor: template)) == .missingToken)
    }

    @Test("Values of wrong types are refused")
    func wrongTypes() {
        let files = [
            Self.file(normalizer: Self.normalizer.replacingOccurrences(of: "\"clean_text\":true,", with: "")),
            Self.file(normalizer: Self.normalizer.replacingOccurrences(of: "null", with: "1")),
            Self.file(added: "{}"), Self.file(added: "[1]"), Self.file(added: "null"),
            Self.file(added: Self.added.replacingOccurrences(of: "\"lstrip\":false,", with: "")),
            Self.file(model: "null"), Self.file(model: "[]"),
            Self.file(model: Self.model.replacingOccurrences(of: "word\":100", with: "word\":-1")),
            Self.file(model: Self.model.replacingOccurrences(of: "\"unk_token\":\"[UNK]\",", with: "")),
            Self.file(postProcessor: #"{"type":"BertProcessing","sep":["[SEP]"],"cls":["[CLS]",1]}"#),
            Array("[]".utf8), Array("{}".utf8), Array("null".utf8), [], [0xFF], Array("{\"model\":".utf8),
        ]
        for file in files { #expect(code(file) == .malformedVocabulary, "\(String(decoding: file, as: UTF8.self))") }
    }

    @Test("Every truncation of a file is refused, and no change of a byte crashes")
    func hostile() {
        let file = Self.file()
        for count in file.indices { #expect(code(Array(file[..<count])) == .malformedVocabulary) }
        var generator = SeededGenerator(state: 5)
        for index in file.indices {
            var changed = file
            changed[index] = UInt8.random(in: 0...255, using: &generator)
            guard let tokenizer = try? WordPieceTokenizer(tokenizerJSON: changed) else { continue }
            _ = tokenizer.encode("foobar [SEP] x", "foo", maximumLength: 5)
        }
    }

    @Test(
        "The tokenizer.json and the vocab.txt of a model give the same",
        .enabled(if: ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"] != nil))
    func realModel() throws {
        let folder = URL(fileURLWithPath: try #require(ProcessInfo.processInfo.environment["HELPDESK_MODEL_DIR"]))
        let json = try Data(contentsOf: folder.appendingPathComponent("tokenizer.json"))
        let text = try Data(contentsOf: folder.appendingPathComponent("vocab.txt"))
        let first = try WordPieceTokenizer(tokenizerJSON: [UInt8](json))
        let second = try WordPieceTokenizer(vocabulary: [UInt8](text))
        #expect(first.vocabularyCount == second.vocabularyCount)
        for value in try Golden.lines("texts.jsonl") {
            let text = try #require(value["t"]?.string)
            #expect(first.encode(text, maximumLength: 256) == second.encode(text, maximumLength: 256))
        }
    }
}
