import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Testing

/// Real files; need the environment variable HELPDESK_DATA.
@Suite(.enabled(if: dataFolder != nil, "HELPDESK_DATA is not set"))
struct RealDataTests {
    @Test(arguments: [("train.csv", 10_003), ("test.csv", 3_080)])
    func banking77(_ name: String, _ count: Int) async throws {
        let source = try FolderSource(try #require(dataFolder).appending(path: "banking77/\(name)"))
        let items = try await source.items()
        #expect(items.count == count)
        var categories = Set<String>()
        for case .resolvedTicket(let ticket) in items {
            categories.insert(try #require(ticket.category))
            #expect(ticket.resolution.isEmpty)
        }
        #expect(categories.count == 77)
        #expect(items.last?.id == "\(name)#\(count)")
    }

    @Test func productDocumentation() async throws {
        let source = try FolderSource(try #require(dataFolder).appending(path: "kb/product-docs.jsonl"))
        let changes = try await source.all()
        #expect(changes.count == 422)
        var formats: [Article.Format: Int] = [:]
        for change in changes {
            guard case .upsert(.article(let article)) = change.action else { continue }
            formats[article.format, default: 0] += 1
        }
        #expect(formats == [.restructuredText: 401, .markdown: 21])
        #expect(try await source.all(after: changes.last?.cursor).isEmpty)
    }
}
