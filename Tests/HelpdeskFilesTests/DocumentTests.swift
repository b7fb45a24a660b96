import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Testing

/// Markdown, reStructuredText and text files as articles.
@Suite struct DocumentTests {
    private func article(_ name: String, _ text: String) async throws -> Article? {
        let folder = try TemporaryFolder()
        try folder.write(name, text)
        guard case .article(let article) = try await folder.source().items().first else { return nil }
        return article
    }

    @Test(arguments: [
        ("# One\n\ntext", "One"),
        ("text\n\n## Two ##\n", "Two"),
        ("intro\nTitle\n=====\n", "Title"),
        ("Title\n---\ntext", "Title"),
        ("```sh\n# comment\n```\n# Real\n", "Real"),
        ("~~~\n```\n# comment\n~~~\n# Real\n", "Real"),
        ("<!--\n# Hidden\n-->\n# Shown\n", "Shown"),
        ("    # code\n# C#\n", "C#"),
        ("#hashtag\n", "reset your password"),
        ("no heading", "reset your password"),
        ("\u{FEFF}# Marked\r\n\r\ntext\r\n", "Marked"),
        ("---\ntitle: \"From: front\"\n---\n# Other\n", "From: front"),
        ("---\ntitle: 'It''s here' # not this\n---\nx", "It's here"),
        ("---\nnever closed\n\n# Heading\n", "Heading"),
    ])
    func markdownTitles(_ text: String, _ title: String) async throws {
        let article = try await article("guides/reset-your_password.md", text)
        #expect(article?.title == title)
        #expect(article?.id == "guides/reset-your_password.md")
        #expect(article?.format == .markdown)
    }

    @Test func frontMatter() async throws {
        let text = """
            ---
            title: Reset
            id: kb-7
            url: https://x.example/reset
            version: v2
            updated: 2026-01-31
            category: account   # a comment
            tags: [one, "two", three]
            audiences:
              - staff
              - customers
            nested:
              deep: x
            empty:
            # comment
            ---

            Body.
            """
        let article = try await article("a.md", text)
        #expect(
            article
                == Article(
                    id: "kb-7", title: "Reset", body: "\nBody.", format: .markdown, url: "https://x.example/reset",
                    version: "v2", updatedAt: Date(timeIntervalSince1970: 1_769_817_600),
                    metadata: ["category": "account", "tags": "one, two, three", "audiences": "staff, customers"]))
    }

    @Test(arguments: [
        ("Title\n=====\n\ntext", "Title"),
        ("=====\n Over\n=====\n", "Over"),
        (".. _label:\n\n.. note::\n   Not\n   ---\n\nReal title\n----------\n", "Real title"),
        ("Too long for it\n---\n\nFine\n~~~~\n", "Fine"),
        ("nothing", "page"),
    ])
    func restructuredTextTitles(_ text: String, _ title: String) async throws {
        let article = try await article("page.rst", text)
        #expect(article?.title == title)
        #expect(article?.format == .restructuredText)
        #expect(article?.body == text)
    }

    @Test func plainText() async throws {
        let article = try await article("opening-hours.txt", "---\ntitle: no\n---\n# No heading")
        #expect(article?.title == "opening hours")
        #expect(article?.format == .plain)
    }

    @Test func blankFilesGiveNothing() async throws {
        #expect(try await article("a.md", "") == nil)
        #expect(try await article("a.md", " \n\t\n\u{3000}") == nil)
        #expect(try await article("a.md", "---\ntitle: x\n---\n\n") == nil)
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0x62, 0xFF], "line 2: byte 3"), ([0xC3], "byte 0"), ([0x61, 0xED, 0xA0, 0x80], "byte 1"),
            ([0xF0, 0x9F, 0x98], "byte 0"), ([0xC0, 0xAF], "byte 0"), ([0xF4, 0x90, 0x80, 0x80], "byte 0"),
            ([0xFF, 0xFE, 0x61, 0x00], "it seems UTF-16"),
        ] as [([UInt8], String)])
    func invalidUTF8(_ bytes: [UInt8], _ part: String) async throws {
        for name in ["a.md", "a.csv", "a.json", "a.jsonl"] {
            let folder = try TemporaryFolder()
            try folder.write(name, Data(bytes))
            let error = await (try folder.source()).failure().error
            #expect(error?.code == .malformed)
            #expect(error?.message.contains(part) == true, "\(String(describing: error))")
        }
    }
}
