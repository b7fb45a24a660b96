import HelpdeskTriage
import SentenceEmbeddings
import Testing

@Suite struct TriageModelTests {
    private static let loyalty = TicketCategory(rawValue: "loyalty")

    /// Tickets of a host with a category of its own.
    static func tickets() -> [LabelledTicket] {
        let points = ["miles", "bonus points", "tier status", "vouchers", "rewards"]
        let cabins = ["cabin", "suite", "deck", "berth", "porthole"]
        return (0..<40).flatMap { index in
            [
                LabelledTicket(
                    text: "My \(points[index % 5]) from trip \(index) are not on the account", category: loyalty,
                    priority: .low, sentiment: .neutral, escalationReasons: []),
                LabelledTicket(
                    text: "The \(cabins[index % 5]) number \(index) is flooded, water everywhere!!",
                    category: .bugReport,
                    priority: .urgent, sentiment: .negative, escalationReasons: [.safety]),
                LabelledTicket(
                    text: "Thank you for the lovely \(cabins[index % 5]), see you in \(2000 + index)",
                    category: .general, priority: .low, sentiment: .positive, escalationReasons: []),
            ]
        }
    }

    @Test("learns a host's own categories", arguments: [TriageModelConfiguration.EmbeddingUse.none, .linear, .kernel])
    func learns(use: TriageModelConfiguration.EmbeddingUse) async throws {
        let embeddingModel = try HashingEmbedder(dimensions: 64)
        var configuration = TriageModelConfiguration()
        configuration.embeddings = use
        let model = try await TriageModel.train(
            Self.tickets(), embeddingModel: use == .none ? nil : embeddingModel, configuration: configuration)
        #expect(Set(model.decisions) == Set(TriageDecision.allCases))
        #expect(model.categories == [.bugReport, .general, Self.loyalty])
        #expect(model.reports[.category]?.accuracy ?? 0 > 0.95)
        #expect(model.reports[.escalation]?.f1 ?? 0 > 0.95)
        let loaded = try TriageModel(bytes: model.bytes)
        #expect(loaded.bytes == model.bytes)
        #expect(loaded.reports == model.reports)
        for model in [model, loaded] {
            let triager = try LearnedTriager(model: model, embeddingModel: embeddingModel)
            #expect(triager.usesEmbeddings == (use != .none))
            let points = try await triager.triage("Where did my bonus points go?")
            #expect(points.category == Self.loyalty)
            #expect(points.categoryConfidence > 0.5)
            #expect(!points.needsHuman)
            let flood = try await triager.triage("Our suite is flooded, there is water everywhere!!")
            #expect(flood.category == .bugReport)
            #expect(flood.priority == .urgent)
            #expect(flood.sentiment == .negative)
            #expect(flood.escalationReasons.contains(.safety))
        }
        if use != .none {
            #expect(throws: TriageError.self) { try LearnedTriager(model: model) }
            #expect(throws: TriageError.self) {
                try LearnedTriager(model: model, embeddingModel: HashingEmbedder(dimensions: 32))
            }
        }
    }

    @Test func whatIsNotKnownIsLeftToRules() async throws {
        let tickets = Self.tickets().map { LabelledTicket(text: $0.text, category: $0.category) }
        let model = try await TriageModel.train(tickets)
        #expect(model.decisions == [.category])
        let triager = try LearnedTriager(model: model)
        let message = "I was charged twice. This is not urgent."
        let triage = try await triager.triage(message)
        let ruled = RuleTriager().triage(message)
        #expect(triage.priority == ruled.priority)
        #expect(triage.sentiment == ruled.sentiment)
        #expect(triage.escalationReasons == ruled.escalationReasons)
    }

    @Test func decisionsKnownOfDifferentTickets() async throws {
        var tickets = Self.tickets()
        for index in tickets.indices {
            if index % 2 == 0 { tickets[index].priority = nil } else { tickets[index].sentiment = nil }
        }
        let model = try await TriageModel.train(tickets)
        #expect(Set(model.decisions) == Set(TriageDecision.allCases))
        #expect(model.reports[.priority]?.examples == 60)
        #expect(model.reports[.category]?.examples == 120)
        let loaded = try TriageModel(bytes: model.bytes)
        let flood = try await LearnedTriager(model: loaded).triage("The deck is flooded, water everywhere!!")
        #expect(flood.priority == .urgent)
    }

    @Test func smallerModelsKeepWhatSaysMost() async throws {
        var configuration = TriageModelConfiguration()
        configuration.maximumFeatures = 60
        configuration.maximumPoints = 20
        let embeddingModel = try HashingEmbedder(dimensions: 64)
        let small = try await TriageModel.train(
            Self.tickets(), embeddingModel: embeddingModel, configuration: configuration)
        let large = try await TriageModel.train(Self.tickets(), embeddingModel: embeddingModel)
        #expect(small.bytes.count < large.bytes.count / 2)
        #expect(small.reports[.category]?.accuracy ?? 0 > 0.9)
    }

    @Test func refuses() async throws {
        await #expect(throws: TriageError.self) { try await TriageModel.train([]) }
        await #expect(throws: TriageError.self) { try await TriageModel.train(Array(Self.tickets().prefix(9))) }
        await #expect(throws: TriageError.self) {
            try await TriageModel.train(Self.tickets() + [LabelledTicket(text: " ", category: .billing)])
        }
        await #expect(throws: TriageError.self) {
            try await TriageModel.train(Self.tickets().map { LabelledTicket(text: $0.text) })
        }
        for configuration in [
            TriageModelConfiguration(penalty: 0), TriageModelConfiguration(maximumFeatures: 0),
            TriageModelConfiguration(maximumPoints: 0), TriageModelConfiguration(maximumExamples: 1),
        ] {
            await #expect(throws: TriageError.self) {
                try await TriageModel.train(Self.tickets(), configuration: configuration)
            }
        }
        let bytes = try await TriageModel.train(Self.tickets()).bytes
        for length in stride(from: 0, to: bytes.count, by: 4_999) {
            #expect(throws: TriageError.self) { try TriageModel(bytes: bytes.prefix(length)) }
        }
        var random = SplitMix(state: 1)
        for _ in 0..<200 {
            var forged = Array(bytes.dropLast(8))
            forged[Int.random(in: 9..<min(2_000, forged.count), using: &random)] = UInt8.random(
                in: 0...255, using: &random)
            let checksum = forged.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            withUnsafeBytes(of: checksum.littleEndian) { forged.append(contentsOf: $0) }
            guard let model = try? TriageModel(bytes: forged) else { continue }
            _ = try? await LearnedTriager(model: model).triage("Where are my miles?")
        }
    }
}
