import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Synchronization
import Testing

/// The parts of a health report on small knowledge bases.
@Suite struct HealthTests {
    private static func day(_ number: Double) -> Date { Date(timeIntervalSince1970: 1_700_000_000 + number * 86_400) }

    private static func base(_ items: [KnowledgeItem], model: WordModel = WordModel()) async throws -> KnowledgeBase {
        let base = try await KnowledgeBase(model: model, index: FlatIndex())
        try await base.upsert(items)
        return base
    }

    private static func article(
        _ id: String, _ title: String, _ body: String, day: Double? = nil, _ metadata: [String: String] = [:]
    ) -> KnowledgeItem {
        .article(
            Article(
                id: id, title: title, body: body, format: .markdown, updatedAt: day.map(Self.day), metadata: metadata))
    }

    // MARK: - Gaps

    @Test func groupsQuestionsWithoutAnAnswer() async throws {
        let base = try await Self.base(Shop.items)
        let report = try await base.health(queries: [
            LoggedQuery("how do I connect the bluetooth speaker", outcome: .escalated, language: "en"),
            LoggedQuery("connect bluetooth speaker", outcome: .noAnswer),
            LoggedQuery("bluetooth speaker does not connect", outcome: .answered(confidence: 0.1)),
            LoggedQuery("Connect Bluetooth speaker!", feedback: .negative),
            LoggedQuery("vegan lunch menu", outcome: .noAnswer),
            LoggedQuery("  ", outcome: .noAnswer),
            LoggedQuery("How do I reset my password?", outcome: .answered(confidence: 0.95)),
            LoggedQuery("reset password forgot", outcome: .unknown),
        ])
        #expect(report.statistics.queries == 7)
        #expect(report.statistics.unansweredQueries == 5)
        #expect(report.statistics.ungroupedQueries == 1)
        let gap = try #require(report.gaps.first)
        #expect(report.gaps.count == 1)
        #expect(gap.queries == [0, 1, 2, 3])
        #expect(gap.size == 4 && gap.escalated == 1 && gap.withoutAnswer == 1 && gap.lowConfidence == 1)
        #expect(gap.negativeFeedback == 1)
        #expect(gap.languages == ["en": 1])
        #expect(gap.examples.count == 3, "the same question in other letters is one example")
        #expect(gap.examples.first == gap.title)
        #expect(gap.cause == .missing)
        #expect(abs(gap.cost - (1 + 1 + 0.7 * 0.9 + 1)) < 1e-9)
    }

    @Test func tellsWhatDidNotSatisfyFromWhatIsMissing() async throws {
        let base = try await Self.base(Shop.items)
        let report = try await base.health(queries: [
            LoggedQuery("How do I reset my password?", outcome: .answered(confidence: 0.9), feedback: .negative),
            LoggedQuery("reset my password on the sign-in page", outcome: .escalated),
        ])
        let gap = try #require(report.gaps.first)
        #expect(gap.cause == .unsatisfying)
        #expect(gap.nearest?.itemID == "faq-reset")
    }

    @Test func looksOnlyAtItemsForTheAudience() async throws {
        let base = try await Self.base([
            Self.article("staff", "Door code", "The door code is changed every week.", ["audience": "staff"])
        ])
        func gaps(_ audience: String) async throws -> Int {
            try await base.health(queries: [
                LoggedQuery("door code changed every week", audience: audience),
                LoggedQuery("the door code is changed every week", audience: audience),
            ]).statistics.unansweredQueries
        }
        #expect(try await gaps("staff") == 0)
        #expect(try await gaps("customers") == 2)
    }

    @Test func embedsOnlyQuestionsWithoutVector() async throws {
        let model = WordModel()
        let base = try await Self.base(Shop.items, model: model)
        let before = model.embeddedTexts.count
        var vector = [Float](repeating: 0, count: 256)
        vector[3] = 2
        let report = try await base.health(queries: [
            LoggedQuery("one", vector: vector, outcome: .escalated), LoggedQuery("two", outcome: .escalated),
            LoggedQuery("two", outcome: .escalated),
        ])
        #expect(Array(model.embeddedTexts.dropFirst(before)) == ["two"])
        #expect(report.statistics.embeddedQueries == 1)
    }

    // MARK: - Duplicates

    @Test func findsDuplicatesAndRepeatedPassages() async throws {
        let notice =
            "Our support team answers on weekdays from nine to five and needs your customer number, the order and a "
            + "short description of what happened."
        let body = "Open the lid of the grinder, take out the burrs, brush them and put them back in with the arrow up."
        let base = try await Self.base([
            Self.article("a", "Clean the grinder", body),
            Self.article("b", "Cleaning your grinder", body),
            Self.article(
                "c", "Descale the boiler",
                "# Descale\n\n" + String(repeating: "Fill the tank with water and acid. ", count: 20)
                    + "\n\n# Contact\n\n" + notice),
            Self.article(
                "d", "Replace the pump",
                "# Replace\n\n" + String(repeating: "Loosen both screws of the pump first. ", count: 20)
                    + "\n\n# Contact\n\n" + notice),
        ])
        let report = try await base.health()
        #expect(report.duplicates.map { [$0.leftID, $0.rightID] } == [["a", "b"]])
        #expect(report.duplicates.first?.similarity == 1)
        #expect(report.duplicates.first?.passages.first?.sharedText == 1)
        #expect(report.repeatedPassages.map { $0.places.map(\.itemID) } == [["c", "d"]])
    }

    // MARK: - Contradictions

    @Test func quotesBothSidesExactly() async throws {
        let left = "# Returns 🎁\n\nWe are glad to help. You can return *unused* items within 14 days of delivery."
        let right = "Unused items can be returned within 30 days of delivery. Keep the receipt."
        let base = try await Self.base([
            Self.article("a", "Return items", left, day: 10), Self.article("b", "Returns of items", right, day: 5),
        ])
        let found = try #require(try await base.health().contradictions.first)
        #expect(found.kind == .number)
        #expect(found.leftValue == "14 days" && found.rightValue == "30 days")
        #expect(found.newerItemID == "a")
        for (quotation, text) in [(found.left, left), (found.right, right)] {
            let scalars = Array(text.unicodeScalars)
            #expect(String(String.UnicodeScalarView(scalars[quotation.range])) == quotation.text)
            let passage = base.passages(ofItem: quotation.itemID)[quotation.passage]
            #expect(passage.range.contains(quotation.range.lowerBound))
        }
        #expect(found.left.text == "You can return *unused* items within 14 days of delivery.")
    }

    @Test func metadataKeepsItemsApart() async throws {
        func contradictions(_ left: [String: String], _ right: [String: String]) async throws -> Int {
            try await Self.base([
                Self.article("a", "Return items", "Unused items can be returned within 14 days of delivery.", left),
                Self.article("b", "Return items", "Unused items can be returned within 30 days of delivery.", right),
            ]).health().contradictions.count
        }
        #expect(try await contradictions([:], [:]) == 1)
        #expect(try await contradictions(["region": "eu"], [:]) == 1)
        #expect(try await contradictions(["region": "eu"], ["region": "us"]) == 0)
        #expect(try await contradictions(["author": "ann"], ["author": "bob"]) == 1)
    }

    @Test func leavesOutCodeTablesAndQuestions() async throws {
        let base = try await Self.base([
            Self.article(
                "a", "Retry limit",
                "```\nretry limit of the upload job is 3 attempts\n```\n\n| retries of upload job | 3 attempts |"),
            Self.article(
                "b", "Retry limit",
                "```\nretry limit of the upload job is 5 attempts\n```\n\n| retries of upload job | 5 attempts |"),
            .faq(FAQ(id: "c", question: "Can I return unused shoes within 14 days?", answer: "Please ask the shop.")),
            .faq(FAQ(id: "d", question: "Can I return unused shoes within 30 days?", answer: "Please ask the shop.")),
        ])
        #expect(try await base.health().contradictions.isEmpty)
    }

    // MARK: - Stale items

    @Test func findsStaleItems() async throws {
        let old = Self.article(
            "old", "Return unused items", "Unused items can be returned within 14 days of delivery.", day: 0)
        let base = try await Self.base([
            old,
            Self.article(
                "new", "Return unused items", "Unused items can be returned within 30 days of delivery.", day: 800),
            .resolvedTicket(
                ResolvedTicket(
                    id: "t", subject: "Return unused items", problem: "return of unused items within days of delivery",
                    resolution: "done", resolvedAt: Self.day(700))),
        ])
        let report = try await base.health()
        #expect(report.asOf == Self.day(800))
        let stale = try #require(report.staleItems.first)
        #expect(report.staleItems.map(\.itemID) == ["old"])
        var reasons: [String] = []
        for reason in stale.reasons {
            switch reason {
            case .notUpdated(let days, let newer, let examples):
                #expect(days == 800 && newer == 2 && Set(examples.map(\.itemID)) == ["new", "t"])
                reasons.append("age")
            case .contradicted(let by, _, _):
                #expect(by == "new")
                reasons.append("contradicted")
            default: reasons.append("\(reason)")
            }
        }
        #expect(reasons == ["age", "contradicted"])
        #expect(try await base.health(asOf: Self.day(100)).staleItems.first?.reasons.count == 1)
    }

    @Test func findsOlderVersionsAndRarelyCitedItems() async throws {
        let base = try await Self.base([
            Self.article(
                "a", "Install the Orbit desktop app", "Install the desktop app Orbit version 4.2 and sign in."),
            Self.article("b", "Update the Orbit desktop app", "Install the desktop app Orbit version 6.0 and sign in."),
        ])
        let report = try await base.health(
            queries: (0..<6).map { _ in
                LoggedQuery(
                    "install the desktop app Orbit version 4.2 and sign in", outcome: .answered(confidence: 0.9),
                    citedItemIDs: ["b"])
            })
        let stale = try #require(report.staleItems.first { $0.itemID == "a" })
        #expect(stale.reasons.contains(.rarelyCited(questions: 6, citations: 0)))
        let mentions = stale.reasons.compactMap { reason in
            if case .olderVersion(let mentioned, let newer, _, _) = reason { [mentioned, newer] } else { nil }
        }
        #expect(mentions == [["version 4.2", "version 6.0"]])
    }

    // MARK: - The report

    @Test func isTheSameForAnyNumberOfThreadsAndAnyOrder() async throws {
        var items: [KnowledgeItem] = []
        for pair in HealthPair.development {
            items.append(Self.article("l\(items.count)", pair.titles.0, pair.left, day: Double(items.count)))
            items.append(Self.article("r\(items.count)", pair.titles.1, pair.right, day: Double(items.count * 7)))
        }
        let log = HealthPair.development.flatMap {
            [LoggedQuery($0.titles.0, outcome: .escalated), LoggedQuery($0.left, outcome: .noAnswer)]
        }
        var reports: [HealthReport] = []
        for (threads, items) in [(1, items), (3, items), (4, items.reversed())] {
            let base = try await KnowledgeBase(model: WordModel(), index: FlatIndex())
            try await base.upsert(items)
            var configuration = HealthConfiguration()
            configuration.threadCount = threads
            reports.append(try await base.health(queries: log, configuration: configuration))
        }
        #expect(reports[0] == reports[1])
        #expect(reports[0] == reports[2])
        #expect(!reports[0].contradictions.isEmpty && !reports[0].gaps.isEmpty)
        #expect(reports[0].description == reports[2].description)
        let decoded = try JSONDecoder().decode(HealthReport.self, from: JSONEncoder().encode(reports[0]))
        #expect(decoded == reports[0])
    }

    @Test func writesMarkdownInWhichTextsAreOnlyText() async throws {
        let base = try await Self.base(Shop.items)
        let hostile = "<img src=x>\n# **Refund** [now](http://example.com)"
        let report = try await base.health(
            queries: [LoggedQuery(hostile, outcome: .escalated), LoggedQuery(hostile, outcome: .escalated)])
        let text = report.description
        #expect(text.contains("## Gaps (1)"))
        #expect(text.contains("\\<img src=x\\> \\# \\*\\*Refund\\*\\* \\[now\\](http"))
    }

    @Test func leavesOutEntriesBeyondTheLimit() async throws {
        var configuration = HealthConfiguration()
        configuration.maximumEntries = 1
        configuration.minimumGapSize = 1
        let base = try await Self.base(Shop.items)
        let report = try await base.health(
            queries: ["zebra", "yodel", "xylophone"].map { LoggedQuery($0, outcome: .noAnswer) },
            configuration: configuration)
        #expect(report.gaps.count == 1)
        #expect(report.statistics.gaps == 3)
        #expect(report.description.contains("2 more are left out"))
    }

    @Test func anEmptyBaseHasAReport() async throws {
        let base = try await Self.base([])
        let report = try await base.health(queries: [LoggedQuery("a b", outcome: .escalated), LoggedQuery("a b")])
        #expect(report.asOf == nil)
        #expect(report.gaps.first?.size == 2)
        #expect(report.gaps.first?.nearest == nil)
        #expect(report.duplicates.isEmpty && report.contradictions.isEmpty && report.staleItems.isEmpty)
    }

    @Test func refusesWhatIsOutOfRange() async throws {
        let base = try await Self.base(Shop.items)
        for change: (inout HealthConfiguration) -> Void in [
            { $0.topicSimilarity = 1.5 }, { $0.questionSimilarity = .nan }, { $0.minimumGapSize = 0 },
            { $0.threadCount = 0 }, { $0.escalationCost = -1 }, { $0.maximumEntries = -1 },
        ] {
            var configuration = HealthConfiguration()
            change(&configuration)
            await #expect { try await base.health(configuration: configuration) } throws: {
                ($0 as? KnowledgeError)?.code == .invalidArgument
            }
        }
        for vector: [Float] in [[1, 2], [Float](repeating: .nan, count: 256)] {
            await #expect { try await base.health(queries: [LoggedQuery("a", vector: vector)]) } throws: {
                ($0 as? KnowledgeError)?.code == .invalidQuery
            }
        }
        _ = try await base.health(queries: [LoggedQuery("a", outcome: .answered(confidence: .nan))])
    }

    @Test func tellsProgressAndStopsWhenCancelled() async throws {
        let base = try await Self.base(Shop.items)
        let phases = Mutex<[HealthProgress.Phase]>([])
        _ = try await base.health(queries: [LoggedQuery("a", outcome: .escalated)]) { progress in
            #expect(progress.done <= progress.total)
            phases.withLock { if $0.last != progress.phase { $0.append(progress.phase) } }
        }
        #expect(phases.withLock { $0 } == HealthProgress.Phase.allCases)
        let task = Task {
            try await base.health { progress in
                if progress.phase == .comparing { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test(arguments: [
        ".", "a. ", "1 ", "> ", "**", "1a", "not ", "x > ", "\u{301}", "step > 5 days. ", "- ", "1. a b c\n",
    ])
    func hostileTextsComeToAReport(_ unit: String) async throws {
        let text = "start " + String(repeating: unit, count: 300_000 / unit.utf8.count)
        let part = String(String.UnicodeScalarView(text.unicodeScalars.prefix(20_000)))
        let base = try await Self.base([Self.article("a", part, part), Self.article("b", "b", part)])
        _ = try await base.health(queries: [LoggedQuery(text, outcome: .escalated)])
    }
}
