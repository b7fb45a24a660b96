import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Testing

/// JSON and JSON lines as knowledge.
@Suite struct JSONItemTests {
    private func items(_ name: String, _ text: String) async throws -> [KnowledgeItem] {
        let folder = try TemporaryFolder()
        try folder.write(name, text)
        return try await folder.source().items()
    }

    @Test func shapes() async throws {
        let text = """
            [
              {"id": "a", "title": "T", "body": "B", "format": "rst", "url": "u", "version": 3,
               "updatedAt": "2026-01-31T00:00:00Z", "metadata": {"k": "v", "n": 1.5, "b": true, "l": ["x", 2]}, "lang": "en"},
              {"question": "Q?", "answer": "A", "category": "billing"},
              {"id": 12, "problem": "P", "resolution": "R", "category": "c", "satisfaction": 1, "type": "bug"},
              {"question": "P?", "resolution": "R"},
              {"kind": "resolved_ticket", "text": "P"},
              {"type": "faq", "title": "Q?", "body": "A"}
            ]
            """
        let day = Date(timeIntervalSince1970: 1_769_817_600)
        #expect(
            try await items("i.json", text) == [
                .article(
                    Article(
                        id: "a", title: "T", body: "B", format: .restructuredText, url: "u", version: "3",
                        updatedAt: day, metadata: ["k": "v", "n": "1.5", "b": "true", "l": "x, 2", "lang": "en"])),
                .faq(FAQ(id: "i.json#2", question: "Q?", answer: "A", metadata: ["category": "billing"])),
                .resolvedTicket(
                    ResolvedTicket(
                        id: "12", problem: "P", resolution: "R", category: "c", satisfaction: 1,
                        metadata: ["type": "bug"])),
                .resolvedTicket(ResolvedTicket(id: "i.json#4", problem: "P?", resolution: "R")),
                .resolvedTicket(ResolvedTicket(id: "i.json#5", problem: "P", resolution: "")),
                .faq(FAQ(id: "i.json#6", question: "Q?", answer: "A")),
            ])
    }

    @Test func oneObjectIsOneItem() async throws {
        #expect(
            try await items("one.json", #" {"question": "Q?", "answer": "A"} "#) == [
                .faq(FAQ(id: "one.json", question: "Q?", answer: "A"))
            ])
    }

    @Test func lines() async throws {
        let text = "\u{FEFF}{\"question\":\"1\",\"answer\":\"a\"}\r\n\r\n  \n{\"question\":\"2\",\"answer\":\"b\"}"
        #expect(try await items("l.jsonl", text).map(\.id) == ["l.jsonl#1", "l.jsonl#2"])
    }

    @Test(arguments: [
        ("a.jsonl", "{\"question\":\"1\",\"answer\":\"a\"}\n{\"question\":\n", "line 2: not JSON at byte 42"),
        ("a.jsonl", "\n[]\n", "line 2: it must be a JSON object"),
        ("a.json", "{\n\"question\": \"x\",\n}", "line 3: not JSON at byte 19"),
        ("a.json", "", "not JSON at byte 0"),
        ("a.json", "3", "it must be a JSON object"),
        (
            "a.json", "[\n{\"question\":\"1\",\"answer\":\"a\"},\n{\"title\": [1], \"body\": \"x\"}]",
            "item 2 (line 3): \"title\" must be"
        ),
        ("a.json", "[{\"title\": \"x\", \"body\": \" \"}]", "it has \"title\""),
        ("a.json", "[{\"kind\": \"article\", \"title\": \"x\"}]", "\"body\" is missing"),
        ("a.json", "[{\"title\": \"x\", \"body\": \"y\", \"format\": \"docx\"}]", "\"format\" is \"docx\""),
        ("a.json", String(repeating: "[", count: 100_000), "nested deeper"),
    ])
    func malformed(_ name: String, _ text: String, _ part: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(name, text)
        let error = await (try folder.source()).failure().error
        #expect(error?.code == .malformed)
        #expect(error?.message.contains(part) == true, "\(String(describing: error))")
        #expect(error?.message.hasPrefix(name) == true)
    }

    @Test func metadataThatGrowsWithItsNames() async throws {
        let long = String(repeating: "k", count: 900_000)
        let members = (0..<2_000).map { "\"m\($0)\": 1" }.joined(separator: ",")
        let empty = (0..<2_000).map { "\"m\($0)\": {}" }.joined(separator: ",")
        let deep = String(repeating: "{\"m\":", count: 100) + "1" + String(repeating: "}", count: 100)
        for metadata in [
            "{\"\(long)\": {\(members)}}", "{\"\(long)\": {\(empty)}}", "{\"\(long)\": \(deep)}",
            "{\"a\": \"\(long)\", \"b\": \"\(long)\"}",
        ] {
            let folder = try TemporaryFolder()
            try folder.write(
                "m.jsonl",
                """
                {"question": "1", "answer": "a"}
                {"question": "2", "answer": "b", "metadata": \(metadata)}
                {"question": "3", "answer": "c", "metadata": {"a": {"b": {"c": "\(long)"}}}}
                """)
            let failure = await (try folder.source()).failure()
            #expect(failure.error?.code == .malformed)
            #expect(failure.error?.message.hasPrefix("m.jsonl, line 2: the names and values of its metadata") == true)
            let rest = try await folder.source(.init(onError: .skip { _ in })).items()
            #expect(rest.map(\.id) == ["m.jsonl#1", "m.jsonl#3"])
            #expect(rest.last?.metadata == ["a.b.c": long])
        }
    }

    @Test func otherFieldsCountAsMetadataToo() async throws {
        let folder = try TemporaryFolder()
        let long = String(repeating: "k", count: 600_000)
        try folder.write("c.csv", "question,answer,note,resolution\nq,a,n,r\nq,a,\(long),\n")
        #expect(try await folder.source().items().count == 2)
        try folder.write("c.csv", "title,body,note,resolution\nt,b,\(long),\(long)\n")
        let error = await (try folder.source(.init(kind: .article))).failure().error
        #expect(error?.message.hasPrefix("c.csv, line 2: the names and values of its metadata") == true)
    }
}
