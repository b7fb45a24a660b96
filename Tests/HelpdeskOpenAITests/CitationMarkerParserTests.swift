import HelpdeskOpenAI
import Testing

@Suite struct CitationMarkerParserTests {
    static let sources = [password, shipping, LLMSource(id: "c", title: "C", passages: ["Something else entirely."])]

    /// Text and citations of an answer in pieces.
    func parse(_ pieces: [String], _ sources: [LLMSource] = sources) -> (text: String, citations: [LLMCitation]) {
        var parser = CitationMarkerParser(sources: sources)
        var events: [LLMEvent] = []
        for piece in pieces { events += parser.append(piece) }
        events += parser.finish()
        var text = ""
        var citations: [LLMCitation] = []
        for event in events {
            switch event {
            case .text(let piece):
                #expect(!piece.isEmpty)
                text += piece
            case .citation(let citation):
                #expect(citation.answerRange.map { $0.upperBound <= text.utf8.count } == true, "text comes first")
                citations.append(citation)
            case .usage, .stop: Issue.record("\(event)")
            }
        }
        return (text, citations)
    }

    func statement(_ text: String, _ citation: LLMCitation) -> String {
        citation.answerRange.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } ?? ""
    }

    @Test(arguments: [
        ("Open Settings [1].", "Open Settings.", ["1 Open Settings."]),
        ("Open Settings. [1]", "Open Settings.", ["1 Open Settings."]),
        ("Open Settings.[1] Then wait.", "Open Settings. Then wait.", ["1 Open Settings."]),
        ("Open Settings. [1] Then wait [3].", "Open Settings. Then wait.", ["1 Open Settings.", "3 Then wait."]),
        ("One [1][2] and two[3].", "One and two.", ["1 One and two.", "2 One and two.", "3 One and two."]),
        ("One [1] [2]!", "One!", ["1 One!", "2 One!"]), ("One [1, 3].", "One.", ["1 One.", "3 One."]),
        ("One [1;2] b", "One b", ["1 One b", "2 One b"]), ("One [1-3].", "One.", ["1 One.", "2 One.", "3 One."]),
        ("One [1–2].", "One.", ["1 One.", "2 One."]), ("One [^2].", "One.", ["2 One."]),
        ("One【1†source】 two.", "One two.", ["1 One two."]), ("One 【4:0†a.pdf】.", "One.", []),
        ("One [2†L1-L5].", "One.", ["2 One."]), ("One [2, 9].", "One.", ["2 One."]), ("A [1] [1].", "A.", ["1 A."]),
        ("- A [1]\n- B\n[2]", "- A\n- B\n", ["1 - A", "2 - B"]), ("[1] Open.", "Open.", ["1 Open."]),
        ("1. Open it [1].\n2. Close it [2].", "1. Open it.\n2. Close it.", ["1 1. Open it.", "2 2. Close it."]),
        ("Use e.g. this [1]. Or that.", "Use e.g. this. Or that.", ["1 Use e.g. this."]),
        ("Es kostet 4,90 € [2]! 😀 [1]", "Es kostet 4,90 €! 😀", ["2 Es kostet 4,90 €!", "1 😀"]),
        ("设置。[1]然后 [2]。", "设置。然后。", ["1 设置。", "2 然后。"]), ("A \n [1]\nB", "A \n\nB", ["1 A"]),
        ("He said “no.” [1] Yes.", "He said “no.” Yes.", ["1 He said “no.”"]),
    ]) func takesMarkersOut(answer: String, text: String, cited: [String]) {
        let result = parse([answer])
        #expect(result.text == text)
        let found = result.citations.map { citation in
            let number = (Self.sources.firstIndex { $0.id == citation.sourceID } ?? -1) + 1
            return "\(number) \(statement(result.text, citation))"
        }
        #expect(found == cited)
        for cut in answer.unicodeScalars.indices {
            let pieces = [String(answer.unicodeScalars[..<cut]), String(answer.unicodeScalars[cut...])]
            #expect(parse(pieces) == result, "\(pieces)")
        }
        #expect(parse(answer.unicodeScalars.map { String($0) }) == result)
    }

    @Test(arguments: [
        "", " ", "a  b ", "[7]", "[0]", "array[2024]", "[1](https://example.com)", "[a]", "[ ]", "[]", "[x] [ 4 ]",
        "[[", "[1",
        "`list[1]` is code", "```\nlist[1]\n```", "``a`[1]``", "1] [", "[1\n]", "[\n1]", "[1,", "[1†source\n]", "【】",
        "【a】", "【1",
        "[-1]", "[99999999999999999999999]", " [", "a [ b",
    ]) func leavesTheRest(text: String) {
        #expect(parse([text]) == (text, []))
        #expect(parse(text.unicodeScalars.map { String($0) }) == (text, []))
    }

    @Test func withoutSourcesNothingIsAMarker() {
        #expect(parse(["One [1] and 【1†source】."], []) == ("One [1] and 【1†source】.", []))
    }

    @Test func quotesThePassageThatFits() {
        let first = parse(["Open the settings and choose security [1]."]).citations
        #expect(first.map(\.passage) == [0] && first.map(\.quote) == [password.passages[0]])
        #expect(parse(["It needs 12 characters [1]."]).citations.map(\.passage) == [2])
        #expect(parse(["Xyzzy [1]."]).citations.map(\.passage) == [0])
        #expect(parse(["A [1]."], [LLMSource(id: "blank", title: "", passages: ["", " "])]).citations == [])
    }

    @Test func holdsBackNoMoreThanItMust() {
        var parser = CitationMarkerParser(sources: Self.sources)
        #expect(parser.append("Open Settings") == [.text("Open Settings")])
        #expect(parser.append(" ") == [])
        #expect(parser.append("[") == [])
        #expect(parser.append("1") == [])
        #expect(parser.append("x") == [.text(" [1x")])
        #expect(parser.append(" [1]") == [])
        #expect(parser.append(".") == [.text(".")])
        #expect(parser.append(" Then").count == 2)
        let long = "[" + String(repeating: "1,", count: 40)
        #expect(parser.append(long).isEmpty == false)
    }

    @Test func hostileTextTakesLinearTime() {
        for text in ["[", "[1", "[1]", " ", "[1] ", "`", "【1†", "a.", "1.", "\u{301}", "[1†"] {
            let answer = String(repeating: text, count: 20_000)
            #expect(parse([answer]).text.utf8.count <= answer.utf8.count)
        }
    }
}
