import Testing
import WordPiece

@Suite("Encoding")
struct EncodingTests {
    let tokenizer: WordPieceTokenizer

    init() throws { tokenizer = try Golden.tokenizer() }

    @Test("A sentence has the ids everyone knows")
    func sentence() {
        let encoding = tokenizer.encode("Hello, world!")
        #expect(encoding.ids == [101, 7592, 1010, 2088, 999, 102])
        #expect(encoding.typeIDs == [0, 0, 0, 0, 0, 0])
        #expect(!encoding.isTruncated)
        #expect(tokenizer.decode(encoding.ids) == "hello, world!")
        #expect(tokenizer.decode(encoding.ids, skipsSpecialTokens: false) == "[CLS] hello, world! [SEP]")
    }

    @Test("The special tokens are where the vocabulary has them")
    func specialTokens() {
        #expect(tokenizer.vocabularyCount == 30522)
        #expect(tokenizer.largestID == 30521)
        #expect(tokenizer.unknownID == 100)
        #expect(tokenizer.classificationID == 101)
        #expect(tokenizer.separatorID == 102)
        #expect(tokenizer.paddingID == 0)
        #expect(tokenizer.maskID == 103)
        #expect(tokenizer.specialTokenCount == 2)
        #expect(tokenizer.pairSpecialTokenCount == 3)
    }

    @Test("Every id has a token and every token its id")
    func tokens() throws {
        for id in 0..<30522 as Range<Int32> {
            let token = try #require(tokenizer.token(for: id))
            #expect(tokenizer.id(for: token) == id)
        }
        #expect(tokenizer.token(for: -1) == nil)
        #expect(tokenizer.token(for: 30522) == nil)
        #expect(tokenizer.token(for: .max) == nil)
        #expect(tokenizer.token(for: .min) == nil)
        #expect(tokenizer.id(for: "") == nil)
        #expect(tokenizer.id(for: "no such token") == nil)
    }

    @Test("Canonically equivalent tokens are different tokens")
    func canonicalEquivalence() throws {
        let tokenizer = try WordPieceTokenizer(
            vocabulary: Array("[UNK]\n[CLS]\n[SEP]\n\u{E9}\ne\u{301}\n\u{212B}\n\u{C5}\n".utf8),
            options: WordPieceTokenizer.Options(lowercases: false, stripsAccents: false))
        #expect(tokenizer.vocabularyCount == 7)
        #expect(tokenizer.encode("\u{E9} e\u{301} \u{212B} \u{C5} A\u{30A}").ids == [1, 3, 4, 5, 6, 0, 2])
        #expect(tokenizer.id(for: "\u{E9}") == 3)
        #expect(tokenizer.id(for: "e\u{301}") == 4)
    }

    @Test("However short the maximum length, the result keeps to it")
    func shortLimits() {
        for length in [Int.min, -1, 0, 1, 2, 3, 4, 5, 100, Int.max] {
            for specials in [true, false] {
                let single = tokenizer.encode("one two three", addsSpecialTokens: specials, maximumLength: length)
                #expect(single.count <= max(0, length))
                #expect(single.typeIDs.count == single.count)
                #expect(single.isTruncated == (length < (specials ? 5 : 3)))
                let pair = tokenizer.encode("one two", "three", addsSpecialTokens: specials, maximumLength: length)
                #expect(pair.count <= max(0, length))
                #expect(pair.typeIDs.count == pair.count)
                #expect(pair.isTruncated == (length < (specials ? 6 : 3)))
            }
        }
        #expect(tokenizer.encode("one", maximumLength: 1).ids == [101])
        #expect(tokenizer.encode("one", maximumLength: 2).ids == [101, 102])
        #expect(tokenizer.encode("one", maximumLength: 0).ids == [])
        #expect(tokenizer.encode("one", "two", maximumLength: 2).ids == [101, 102])
    }

    @Test("A text that just fits is not truncated, whatever blanks follow")
    func justFits() {
        let encoding = tokenizer.encode("one two  \n", addsSpecialTokens: false, maximumLength: 2)
        #expect(encoding.ids.count == 2)
        #expect(!encoding.isTruncated)
        #expect(tokenizer.encode("one two \n.", addsSpecialTokens: false, maximumLength: 2).isTruncated)
    }

    @Test("UTF-8 and strings give the same, one by one and together")
    func forms() throws {
        let texts = [
            "", "a", "Zürich 中文 \u{1F44D}\u{1F3FD}", "\u{0}\u{FFFD}", String(repeating: "long text ", count: 200),
        ]
        let together = tokenizer.encode(texts, maximumLength: 64)
        #expect(together.count == texts.count)
        for (text, encoding) in zip(texts, together) {
            #expect(encoding == tokenizer.encode(text, maximumLength: 64))
            #expect(try encoding == tokenizer.encode(utf8: Array(text.utf8), maximumLength: 64))
        }
        #expect(tokenizer.encode([String]()).isEmpty)
    }

    @Test(
        "Bytes that are not UTF-8 are refused with their offset",
        arguments: [
            ([0xFF], 0), ([0x61, 0x80], 1), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0),
            ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0),
            ([0x61, 0x62, 0xE4, 0xB8], 2), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE4, 0xB8, 0xAD, 0xE4, 0xB8, 0x41], 3),
            ([0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0x61, 0xFE, 0x61], 10),
        ] as [([UInt8], Int)])
    func invalidUTF8(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: TokenizerError.self) { try tokenizer.encode(utf8: bytes, maximumLength: 1) }
        #expect(error?.code == .invalidUTF8)
        #expect(error?.message.contains("byte \(offset) ") == true)
    }

    @Test("The check of UTF-8 agrees with the standard library on random bytes")
    func randomUTF8() {
        var generator = SeededGenerator(state: 3)
        for _ in 0..<20000 {
            let bytes = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                [0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5, 0xC1, 0xE1]
                    .randomElement(using: &generator)! as UInt8
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect(((try? tokenizer.encode(utf8: bytes)) != nil) == isValid)
        }
    }

    @Test("Long texts of one kind take their linear course")
    func longTexts() {
        #expect(tokenizer.encode(String(repeating: "a", count: 10_000_000)).ids == [101, 100, 102])
        #expect(tokenizer.encode(String(repeating: " ", count: 100_000)).ids == [101, 102])
        #expect(tokenizer.encode(String(repeating: "\u{301}", count: 1_000_000)).ids == [101, 102])
        #expect(tokenizer.encode(String(repeating: "\u{1D16D}\u{302E}", count: 200_000)).ids == [101, 100, 102])
        #expect(tokenizer.encode(String(repeating: "[", count: 1_000_000)).count == 1_000_002)
        #expect(tokenizer.encode(String(repeating: "[SEP", count: 250_000)).count == 500_002)
        #expect(tokenizer.encode(String(repeating: "中", count: 100_000), maximumLength: 256).count == 256)
        let pair = tokenizer.encode(
            String(repeating: "a b ", count: 100_000), String(repeating: "c", count: 1_000_000), maximumLength: 9)
        #expect(pair.count == 9)
    }

    @Test("Many tasks may use one tokenizer")
    func concurrency() async {
        let expected = tokenizer.encode("Where is my Kreditkarte, bitte?")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask { [tokenizer] in
                    (0..<100).allSatisfy { _ in tokenizer.encode("Where is my Kreditkarte, bitte?") == expected }
                }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }
}
