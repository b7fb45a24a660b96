import Foundation
import HelpdeskKnowledge
import Testing

@Suite struct RecursiveTextSplitterTests {
    @Test func agreesWithTheReference() throws {
        let golden = try #require(
            JSONSerialization.jsonObject(with: Data(SplitterGolden.json.utf8)) as? [String: Any])
        let texts = try #require(golden["texts"] as? [String])
        let cases = try #require(golden["cases"] as? [[Any]])
        #expect(cases.count > 150)
        for row in cases {
            let text = texts[try #require(row[0] as? Int)]
            let size = try #require(row[1] as? Int)
            let overlap = try #require(row[2] as? Int)
            let separators: [RecursiveTextSplitter.Separator] =
                switch row[3] as? String {
                case "markdown": .markdown
                case "rst": .restructuredText
                case "words": [" "]
                case "letters": ["X", "Y"]
                case "commas": [",", "."]
                default: .plain
                }
            let splitter = try RecursiveTextSplitter(
                maximumLength: size, overlap: overlap, separators: separators,
                separatorPlacement: row[4] as? Bool == true ? .endOfPrevious : .startOfNext)
            let chunks = splitter.split(text)
            let expected = try #require(row[5] as? [String])
            #expect(
                chunks.map { Array($0.text.unicodeScalars) } == expected.map { Array($0.unicodeScalars) },
                "\(row[1...4]) of \(text)")
            expectExactRanges(chunks, in: text)
        }
    }

    @Test(.enabled(if: TestData.folder != nil, "needs HELPDESK_DATA"))
    func agreesWithTheReferenceOnRealArticles() throws {
        let articles = try TestData.articles()
        for (name, separators, size, overlap) in [
            ("plain 800/100", RecursiveTextSplitter.plain, 800, 100),
            ("markdown 500/50", RecursiveTextSplitter.markdown, 500, 50),
            ("rst 1000/0", RecursiveTextSplitter.restructuredText, 1000, 0),
        ] {
            let splitter = try RecursiveTextSplitter(maximumLength: size, overlap: overlap, separators: separators)
            var count = 0
            var digest: UInt64 = 0xCBF2_9CE4_8422_2325
            for article in articles {
                for chunk in splitter.split(article.body) {
                    count += 1
                    for byte in chunk.text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
                    digest = digest &* 0x100_0000_01B3
                }
            }
            let expected = try #require(SplitterGolden.digests[name])
            #expect(count == expected.count, "\(name)")
            #expect(digest == expected.digest, "\(name)")
        }
    }

    @Test func givesTheOffsetsOfTheReference() throws {
        let text =
            "How do I reset my password?\nGo to Settings > Security and choose Reset.\n\nRefunds take 5-7 business days. "
            + "If you paid by card, the money returns to the same card.\n\nÜber-long-token:"
            + String(repeating: "A", count: 40) + " 😀😀 end"
        let offsets = try RecursiveTextSplitter(maximumLength: 25, overlap: 5).split(text).map(\.offset)
        #expect(offsets == [0, 15, 28, 43, 65, 73, 86, 105, 126, 147, 163, 182, 202, 220])
    }

    @Test func countsWithTheGivenFunction() throws {
        // Words as length, as a tokenizer would count.
        let splitter = try RecursiveTextSplitter(
            maximumLength: 4, overlap: 1, length: { $0.split(separator: " ").count })
        let chunks = splitter.split("one two three four five six seven")
        #expect(chunks.map(\.text) == ["one two three four", "four five six seven"])
    }

    @Test func takesStringsAsSeparators() throws {
        let separators: [String] = ["|"]
        let chunks = try RecursiveTextSplitter(maximumLength: 3, overlap: 0, separators: separators).split("ab|cd|ef")
        #expect(chunks.map(\.text) == ["ab", "|cd", "|ef"])
    }

    @Test(arguments: [(0, 0), (-1, 0), (10, -1), (10, 11)])
    func refusesLengthsOutOfRange(_ size: Int, _ overlap: Int) {
        #expect(throws: KnowledgeError.self) { try RecursiveTextSplitter(maximumLength: size, overlap: overlap) }
    }

    @Test func refusesNoSeparators() {
        #expect(throws: KnowledgeError.self) {
            try RecursiveTextSplitter(maximumLength: 10, overlap: 0, separators: [String]())
        }
    }

    @Test func splitsLongTextsWithoutBoundaries() throws {
        let text = String(repeating: "é", count: 2_000_000)
        let chunks = try RecursiveTextSplitter(maximumLength: 1_000, overlap: 100).split(text)
        #expect(chunks.allSatisfy { $0.text.unicodeScalars.count <= 1_000 })
        #expect(chunks.last?.range.upperBound == 2_000_000)
    }

    private func expectExactRanges(_ chunks: [TextChunk], in text: String) {
        let scalars = Array(text.unicodeScalars)
        for chunk in chunks {
            #expect(Array(chunk.text.unicodeScalars) == Array(scalars[chunk.range]))
        }
    }
}
