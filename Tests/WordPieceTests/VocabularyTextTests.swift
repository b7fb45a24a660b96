import Testing
import WordPiece

@Suite("vocab.txt")
struct VocabularyTextTests {
    private func tokenizer(
        _ text: String, _ options: WordPieceTokenizer.Options = WordPieceTokenizer.Options()
    ) throws -> WordPieceTokenizer {
        try WordPieceTokenizer(vocabulary: Array(text.utf8), options: options)
    }

    private func code(_ bytes: [UInt8], _ options: WordPieceTokenizer.Options = .init()) -> TokenizerError.Code? {
        do {
            _ = try WordPieceTokenizer(vocabulary: bytes, options: options)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("Line ends, blanks at line ends and a missing last line end make no difference")
    func lineEnds() throws {
        let forms = [
            "[UNK]\n[CLS]\n[SEP]\nfoo\n##bar\n", "[UNK]\n[CLS]\n[SEP]\nfoo\n##bar",
            "[UNK]\r\n[CLS]\r\n[SEP]\r\nfoo\r\n##bar\r\n", "[UNK] \n[CLS]\t\n[SEP]\u{3000}\nfoo\u{A0}\u{2028}\n##bar\r",
        ]
        for form in forms {
            let tokenizer = try tokenizer(form)
            #expect(tokenizer.vocabularyCount == 5)
            #expect(tokenizer.encode("foobar bar").ids == [1, 3, 4, 0, 2])
            #expect(tokenizer.paddingID == nil)
            #expect(tokenizer.maskID == nil)
        }
    }

    @Test("The last of equal lines counts, and empty lines take an id")
    func duplicates() throws {
        let tokenizer = try tokenizer("[UNK]\nfoo\n\n[CLS]\nfoo\n[SEP]\n\n")
        #expect(tokenizer.encode("foo").ids == [3, 4, 5])
        #expect(tokenizer.vocabularyCount == 5)
        #expect(tokenizer.largestID == 6)
        #expect(tokenizer.token(for: 1) == nil)
        #expect(tokenizer.token(for: 2) == nil)
        #expect(tokenizer.token(for: 4) == "foo")
        #expect(tokenizer.token(for: 6) == "")
        #expect(tokenizer.id(for: "") == 6)
    }

    @Test("Options name other tokens, prefixes and lengths")
    func options() throws {
        var options = WordPieceTokenizer.Options(
            maximumWordLength: 4, continuingPrefix: "@", unknownToken: "<u>", classificationToken: "<s>",
            separatorToken: "</s>", paddingToken: "<p>", maskToken: "<m>")
        let text = "<u>\n<s>\n</s>\n<p>\n<m>\nab\n@cd\n@e\n"
        let tokenizer = try tokenizer(text, options)
        #expect(tokenizer.encode("abcd abcde ABe <m>").ids == [1, 5, 6, 0, 5, 7, 4, 2])
        #expect(tokenizer.paddingID == 3)
        #expect(tokenizer.maskID == 4)
        options.maximumWordLength = 0
        #expect(try self.tokenizer(text, options).encode("ab .").ids == [1, 0, 0, 2])
        options.maximumWordLength = .max
        #expect(try self.tokenizer(text, options).encode("abcde").ids == [1, 5, 6, 7, 2])
        options.continuingPrefix = ""
        #expect(try self.tokenizer(text, options).encode("abab").ids == [1, 5, 5, 2])
        options.maximumWordLength = -1
        #expect(code(Array(text.utf8), options) == .invalidArgument)
    }

    @Test("What is no vocabulary is refused")
    func malformed() {
        #expect(code([]) == .missingToken)
        #expect(code(Array("foo\nbar\n".utf8)) == .missingToken)
        #expect(code(Array("[UNK]\n[CLS]\n".utf8)) == .missingToken)
        #expect(code(Array("[UNK]\n[CLS]\n[SEP]\n".utf8)) == nil)
        #expect(code(Array("[UNK]\n[CLS]\n[SEP]\nx".utf8) + [0xFF]) == .malformedVocabulary)
        #expect(code(Array("\u{FEFF}[UNK]\n[CLS]\n[SEP]\n".utf8)) == .missingToken)
        #expect(code([UInt8](repeating: 0, count: 1000)) == .missingToken)
        #expect(code(Array("{\"model\":{}}".utf8)) == .missingToken)
    }

    @Test("Tokens of millions of bytes are taken or refused, without delay")
    func longTokens() throws {
        let specials = Array("[UNK]\n[CLS]\n[SEP]\n".utf8)
        let long = [UInt8](repeating: UInt8(ascii: "a"), count: 3_000_000)
        let tokenizer = try WordPieceTokenizer(
            vocabulary: specials + long, options: WordPieceTokenizer.Options(maximumWordLength: .max))
        #expect(try tokenizer.encode(utf8: long).ids == [1, 3, 2])
        #expect(try tokenizer.encode(utf8: Array(long.dropFirst())).ids == [1, 0, 2])
        #expect(code(specials + [UInt8](repeating: UInt8(ascii: "a"), count: 17_000_000)) == .malformedVocabulary)
    }

    @Test("The error names the line that is not UTF-8")
    func line() {
        let error = #expect(throws: TokenizerError.self) {
            try WordPieceTokenizer(vocabulary: Array("[UNK]\n[CLS]\n".utf8) + [0x61, 0xE9, 0x0A])
        }
        #expect(error?.message.contains("line 3") == true)
    }
}
