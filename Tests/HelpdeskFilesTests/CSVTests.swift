import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Testing

/// CSV as knowledge. The expected fields are those that Python's `csv` module reads.
@Suite struct CSVTests {
    private func tickets(
        _ text: String, _ configuration: FolderSource.Configuration = .init()
    ) async throws -> [ResolvedTicket] {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", text)
        return try await folder.source(configuration).items().compactMap {
            if case .resolvedTicket(let ticket) = $0 { ticket } else { nil }
        }
    }

    private func failure(_ text: String) async throws -> FilesError? {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", text)
        return await (try folder.source()).failure().error
    }

    @Test(arguments: [
        ("text,category\na,b\n", "a", "b"),
        ("text,category\na,b", "a", "b"),
        ("\u{FEFF}text,category\r\na,b\r\n", "a", "b"),
        ("text,category\ra,b\r", "a", "b"),
        ("text,category\n\n\n\"a\",b\n\n", "a", "b"),
        ("text,category\n\"a,b\",c\n", "a,b", "c"),
        ("text,category\n\"say \"\"no\"\"\",c\n", "say \"no\"", "c"),
        ("text,category\n\"one\ntwo\r\nthree\",c\n", "one\ntwo\r\nthree", "c"),
        ("text,category\na \"b\" c,d\n", "a \"b\" c", "d"),
        ("text,category\n\"\"\"\",d\n", "\"", "d"),
        ("text,category\n  a  ,d\n", "  a  ", "d"),
        ("\"text\",\"category\"\n\"日本語, é\",\"d\"\n", "日本語, é", "d"),
        (" Text , CATEGORY \na,d\n", "a", "d"),
    ])
    func fields(_ text: String, _ problem: String, _ category: String) async throws {
        let tickets = try await tickets(text)
        #expect(tickets.map(\.problem) == [problem])
        #expect(tickets.map(\.category) == [category])
        #expect(tickets.map(\.id) == ["t.csv#1"])
        #expect(tickets.map(\.resolution) == [""])
    }

    @Test func questionsAndAnswersAreFAQs() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "f.csv", "id,question,answer,audience,url\nq1,Why?,Because.,staff,https://x.example/1\n,How?,So.,,\n")
        #expect(
            try await folder.source().items() == [
                .faq(
                    FAQ(
                        id: "q1", question: "Why?", answer: "Because.", url: "https://x.example/1",
                        metadata: ["audience": "staff"])),
                .faq(FAQ(id: "f.csv#2", question: "How?", answer: "So.")),
            ])
    }

    @Test func titlesAndBodiesAreArticles() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "title,body,format,updated_at\nT,B,plain,2026-01-31\n")
        let expected = Article(
            id: "a.csv#1", title: "T", body: "B", format: .plain,
            updatedAt: Date(timeIntervalSince1970: 1_769_817_600))
        #expect(try await folder.source().items() == [.article(expected)])
    }

    @Test func problemsWithResolutionsAreTickets() async throws {
        let tickets = try await tickets(
            "ID,Subject,Description,Resolution,Satisfaction,Resolved At,agent\n"
                + "7,Billing,Charged twice,Refunded,0.75,2026-02-01T10:30:00.5+02:00,Ann\n")
        #expect(
            tickets == [
                ResolvedTicket(
                    id: "7", subject: "Billing", problem: "Charged twice", resolution: "Refunded", satisfaction: 0.75,
                    resolvedAt: Date(timeIntervalSince1970: 1_769_934_600.5), metadata: ["agent": "Ann"])
            ])
    }

    @Test func columnsAndKindCanBeGiven() async throws {
        let tickets = try await tickets(
            "Nachricht;Lösung;text\nHilfe;Neu starten;egal\n",
            .init(
                kind: .resolvedTicket, fields: ["Nachricht": .problem, "Lösung": .resolution, "text": .metadata],
                delimiter: ";"))
        #expect(
            tickets == [
                ResolvedTicket(
                    id: "t.csv#1", problem: "Hilfe", resolution: "Neu starten", metadata: ["text": "egal"])
            ])
    }

    @Test(arguments: [
        ("text,category\na,b\na\n", "line 3"),
        ("text,category\n\"x\ny\",b\na,b,c\n", "line 4"),
        ("text,category\na,b\n\"never closed,b\nc,d\n", "line 3"),
        ("text,category\n\"a\"b,c\n", "line 2"),
        ("text,text\na,b\n", "two columns are named \"text\""),
        ("a,b\nc,d\n", "no article"),
        ("text,category,satisfaction\na,b,5\n", "\"satisfaction\" is \"5\""),
        ("text,category,satisfaction\na,b,nan\n", "\"satisfaction\" is \"nan\""),
        ("text,category,resolvedAt\na,b,2026-02-30\n", "\"resolvedAt\" is \"2026-02-30\""),
        ("text,category,kind\na,b,poem\n", "\"kind\" is \"poem\""),
        ("question,answer,kind\n,b,faq\n", "\"question\" is missing"),
        (String(repeating: ",", count: 5_000), "more than 4096 fields"),
    ])
    func malformed(_ text: String, _ part: String) async throws {
        let error = try await failure(text)
        #expect(error?.code == .malformed)
        #expect(error?.message.contains(part) == true, "\(String(describing: error))")
        #expect(error?.message.contains("t.csv") == true)
    }

    @Test func emptyFilesGiveNothing() async throws {
        #expect(try await tickets("").isEmpty)
        #expect(try await tickets("\n\r\n").isEmpty)
        #expect(try await tickets("text,category\n").isEmpty)
    }

    @Test func randomTablesComeBack() async throws {
        // What RFC 4180 writes, it reads: tables of the characters that matter, from a seeded generator.
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let alphabet = ["\"", ",", "\n", "\r", "\r\n", "a", "é", "日", " ", ";", "'"]
        var text = "text,category\n"
        var expected: [String] = []
        for _ in 0..<500 {
            let field = "x" + (0..<next(12)).map { _ in alphabet[next(alphabet.count)] }.joined()
            expected.append(field)
            text +=
                "\"\(field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\",c\n"
        }
        let found = try await tickets(text).map(\.problem)
        #expect(found.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }
}
