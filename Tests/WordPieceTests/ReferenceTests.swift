import Foundation
import HelpdeskJSON
import Testing
import WordPiece

@Suite("Agreement with the reference tokenizer")
struct ReferenceTests {
    @Test("Texts of all kinds, under all kinds of options, have the reference's ids")
    func texts() throws {
        let count = try compare(Golden.lines("texts.jsonl"))
        #expect(count > 5000)
    }

    @Test(
        "The cases of HELPDESK_TOKENIZER_CASES have the reference's ids",
        .enabled(if: ProcessInfo.processInfo.environment["HELPDESK_TOKENIZER_CASES"] != nil))
    func givenCases() throws {
        let environment = ProcessInfo.processInfo.environment
        let path = try #require(environment["HELPDESK_TOKENIZER_CASES"])
        let vocabulary = try environment["HELPDESK_TOKENIZER_VOCABULARY"].map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0)))
        }
        let cases = try Golden.lines(of: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        let count = try compare(cases, vocabulary: vocabulary)
        #expect(count > 0)
    }

    /// Compares cases of options, text and ids. Returns how many there were.
    private func compare(_ cases: [JSONValue], vocabulary: [UInt8]? = nil) throws -> Int {
        let vocabulary = try vocabulary ?? Golden.bytes("vocab.txt")
        var tokenizers: [WordPieceTokenizer.Options: WordPieceTokenizer] = [:]
        var mismatches = 0
        for value in cases {
            let options = try #require(value["o"]).options
            let text = try #require(value["t"]?.string)
            let tokenizer = try tokenizers[options] ?? WordPieceTokenizer(vocabulary: vocabulary, options: options)
            tokenizers[options] = tokenizer
            let ids = tokenizer.encode(text, addsSpecialTokens: false).ids
            if ids != value["i"]?.ids {
                mismatches += 1
                if mismatches <= 10 { Issue.record("\(escaped(text)) gives \(ids)") }
            }
        }
        #expect(mismatches == 0, "of \(cases.count)")
        return cases.count
    }

    @Test("Pairs and single texts are truncated as the reference truncates them")
    func pairs() throws {
        let tokenizer = try Golden.tokenizer()
        for value in try Golden.lines("pairs.jsonl") {
            let first = try #require(value["a"]?.string)
            let specials = try #require(value["s"]?.bool as Bool?)
            let length = value["n"]?.integer
            let encoding =
                if let second = value["b"]?.string {
                    tokenizer.encode(first, second, addsSpecialTokens: specials, maximumLength: length)
                } else {
                    tokenizer.encode(first, addsSpecialTokens: specials, maximumLength: length)
                }
            #expect(
                encoding.ids == value["i"]?.ids, "\(first) and \(value["b"]?.string ?? "nothing") in \(length ?? 0)")
            #expect(encoding.typeIDs == value["y"]?.ids)
            #expect(encoding.isTruncated == value["x"]?.bool)
        }
    }

    @Test("Marks come in the reference's order")
    func marks() throws {
        let lines = try Golden.lines("marks.jsonl")
        let tokenizer = try WordPieceTokenizer(
            tokenizerJSON: Array(try #require(lines.first?["tokenizer"]?.string).utf8))
        for value in lines.dropFirst() {
            let text = try #require(value["t"]?.string)
            #expect(tokenizer.encode(text).ids == value["i"]?.ids, "\(escaped(text))")
        }
    }

    @Test("Ids are decoded as the reference decodes them")
    func decoded() throws {
        let tokenizer = try Golden.tokenizer()
        for value in try Golden.lines("decoded.jsonl") {
            let ids = try #require(value["i"]).ids
            let text = tokenizer.decode(ids, skipsSpecialTokens: value["k"]?.bool == true)
            #expect(text.utf8.elementsEqual(try #require(value["d"]?.string).utf8), "\(ids) gives \(escaped(text))")
        }
    }

    @Test("Added tokens with all combinations of flags are found as the reference finds them")
    func addedTokens() throws {
        for value in try Golden.lines("added.jsonl") {
            let file = try #require(value["tokenizer"]?.string)
            let tokenizer = try WordPieceTokenizer(tokenizerJSON: Array(file.utf8))
            #expect(tokenizer.vocabularyCount == value["size"]?.integer)
            for item in try #require(value["cases"]?.array) {
                let parts = try #require(item.array)
                let text = try #require(parts[0].string)
                let ids = tokenizer.encode(text).ids
                #expect(ids == parts[1].ids, "\(escaped(text)) with \(file.prefix(700))")
                let decoded = tokenizer.decode(ids)
                #expect(decoded.utf8.elementsEqual(try #require(parts[2].string).utf8), "\(escaped(text))")
                let all = tokenizer.decode(ids, skipsSpecialTokens: false)
                #expect(all.utf8.elementsEqual(try #require(parts[3].string).utf8), "\(escaped(text))")
            }
        }
    }
}
