import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import SentenceEmbeddings
import Testing

@Suite struct RealDataTests {
    private static let environment = ProcessInfo.processInfo.environment

    @Test(.enabled(if: TestData.folder != nil, "needs HELPDESK_DATA"))
    func cutsAndFindsRealArticles() async throws {
        let base = try await KnowledgeBase(model: WordModel(dimensions: 16), index: FlatIndex(dimensions: 16))
        let articles = try TestData.articles()
        try await base.upsert(articles.map { .article($0) })
        #expect(base.statistics.items == 422)
        for article in articles {
            let passages = base.passages(ofItem: article.id)
            let scalars = Array(article.body.unicodeScalars)
            #expect(!passages.isEmpty)
            for passage in passages {
                #expect(Array(passage.text.unicodeScalars) == Array(scalars[passage.range]))
            }
        }
        for (query, id) in [
            ("MM_SERVICESETTINGS_SITEURL", "environment-configuration-settings"),
            ("mmctl channel create", "mmctl-command-line-tool"), ("Intune MAM", "configure-microsoft-intune-mam"),
        ] {
            let hits = try await base.search(SearchQuery(query, count: 3, mode: .lexical)).articles
            #expect(hits.contains { $0.item.id.contains(id) }, "\(query): \(hits.map(\.item.id))")
        }
    }

    @Test(
        .enabled(
            if: TestData.folder != nil && environment["HELPDESK_MODEL_DIR"] != nil,
            "needs HELPDESK_DATA and HELPDESK_MODEL_DIR"))
    func findsTheIntentsOfBanking77() async throws {
        let model = try SentenceTransformer(
            folder: URL(fileURLWithPath: Self.environment["HELPDESK_MODEL_DIR"] ?? ""))
        let base = try await KnowledgeBase(model: model)
        let train = try rows("train")
        #expect(train.count == 10_003)
        try await base.upsert(
            train.enumerated().map {
                .resolvedTicket(
                    ResolvedTicket(id: "b\($0.offset)", problem: $0.element[0], resolution: "", category: $0.element[1])
                )
            })
        let test = try rows("test")
        let vectors = try await model.embed(test.map { $0[0] }, as: .query)
        var right = 0
        for (row, vector) in zip(test, vectors) {
            right += try await base.classify(vector: vector).first?.label == row[1] ? 1 : 0
        }
        #expect(Double(right) / Double(test.count) >= 0.92)
    }

    /// The rows of a table of Banking77, without its header.
    private func rows(_ name: String) throws -> [[String]] {
        let text = try String(contentsOfFile: (TestData.folder ?? "") + "/banking77/\(name).csv", encoding: .utf8)
        var rows: [[String]] = [[""]]
        var isQuoted = false
        for scalar in text.unicodeScalars where scalar != "\r" {
            let row = rows.count - 1
            switch scalar {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: rows[row].append("")
            case "\n" where !isQuoted: rows.append([""])
            default: rows[row][rows[row].count - 1].unicodeScalars.append(scalar)
            }
        }
        return rows.dropFirst().filter { $0.count == 2 }
    }
}
