import Foundation
import Helpdesk
import HelpdeskTesting
import Testing

@Suite struct EscalationPolicyTests {
    private static let question = "How do I reset my password?"

    /// Resolves a message that is judged as given, with an answer that is certain enough to be sent.
    private func resolve(
        _ text: String = question, triage: Triage = Triage(), customer: CustomerContext? = nil,
        conversation: [ConversationTurn] = [], resolveThreshold: Double = 0, draftThreshold: Double = 0,
        _ change: (inout EscalationPolicy) -> Void = { _ in }
    ) async throws -> Resolution {
        var configuration = SupportAgent.Configuration()
        configuration.policy.resolveThreshold = resolveThreshold
        configuration.policy.draftThreshold = draftThreshold
        change(&configuration.policy.escalation)
        let agent = try SupportAgent(
            knowledge: try await HelpCentre.knowledge(), triager: FakeTriager(deciding: { _ in triage }),
            configuration: configuration)
        return try await agent.resolve(SupportQuery(text, customer: customer, conversation: conversation))
    }

    private func reasons(_ resolution: Resolution) -> [EscalationReason] {
        if case .escalate(let reasons, _) = resolution.decision { reasons } else { [] }
    }

    @Test(arguments: EscalationPolicy.hardReasons)
    func hardReasonsEscalateWithTheirEvidence(_ reason: EscalationReason) async throws {
        let evidence = TriageEvidence(rule: "r", vote: reason.rawValue, weight: 1, text: "reset", range: 9..<14)
        let triage = Triage(escalationReasons: [reason], evidence: [evidence])
        let resolution = try await resolve(triage: triage)
        #expect(reasons(resolution) == [reason])
        let finding = try #require(resolution.findings.first)
        #expect(finding.effect == .escalate)
        #expect(!finding.explanation.isEmpty)
        #expect(finding.evidence == [EscalationEvidence(text: "reset", range: 9..<14)])
        // Every one can be switched off, or be made softer.
        let ignored = try await resolve(triage: triage) { $0.effects[reason] = .ignore }
        #expect(ignored.decision == .resolve)
        #expect(ignored.findings.isEmpty)
        let drafted = try await resolve(triage: triage) { $0.effects[reason] = .draft }
        #expect(drafted.decision == .draft(DraftReason(reason)))
    }

    @Test func aReasonOfTheHostsOwnEscalates() async throws {
        let own = EscalationReason(rawValue: "vip_event")
        #expect(try await reasons(resolve(triage: Triage(escalationReasons: [own]))) == [own])
    }

    @Test func previousContactsCountFromTheThresholdOn() async throws {
        let customer = CustomerContext(id: "c", previousContacts: 2)
        #expect(try await reasons(resolve(customer: customer)) == [.repeatedContact])
        #expect(try await resolve(customer: customer) { $0.maximumPreviousContacts = 2 }.decision == .resolve)
    }

    @Test func aDisputedSumBelowTheHostsIsNone() async throws {
        let triage = Triage(escalationReasons: [.disputedLargeSum])
        let text = "Why was I charged €2,450 when I reset my password?"
        #expect(
            try await reasons(resolve(text, triage: triage) { $0.minimumDisputedSum = 1_000 }) == [.disputedLargeSum])
        #expect(try await reasons(resolve(text, triage: triage) { $0.minimumDisputedSum = 5_000 }).isEmpty)
        #expect(try await reasons(resolve(triage: triage) { $0.minimumDisputedSum = 5_000 }) == [.disputedLargeSum])
    }

    @Test func aHighValueCustomerNeedsMoreConfidence() async throws {
        func decision(_ customer: CustomerContext, _ effect: EscalationEffect) async throws -> Decision {
            try await resolve(customer: customer) {
                $0.effects[.highValueCustomer] = effect
                $0.highValue = EscalationCustomerCriteria(
                    plans: ["Enterprise"], minimumLifetimeValue: 1_000, metadata: ["segment": ["key"], "vip": []])
            }.decision
        }
        let raised = EscalationEffect.raiseThreshold(by: 1)
        #expect(try await decision(CustomerContext(id: "c", plan: "Free"), raised) == .resolve)
        #expect(try await decision(CustomerContext(id: "c", plan: "ENTERPRISE"), raised) == .draft(.raisedThreshold))
        #expect(try await decision(CustomerContext(id: "c", lifetimeValue: 999.9), .draft) == .resolve)
        let draft = Decision.draft(DraftReason(.highValueCustomer))
        #expect(try await decision(CustomerContext(id: "c", lifetimeValue: 1_000), .draft) == draft)
        #expect(try await decision(CustomerContext(id: "c", metadata: ["segment": "key"]), .draft) == draft)
        #expect(try await decision(CustomerContext(id: "c", metadata: ["segment": "other"]), .draft) == .resolve)
        #expect(try await decision(CustomerContext(id: "c", metadata: ["vip": "since 2019"]), .draft) == draft)
        #expect(try await decision(CustomerContext(id: "c", plan: "Enterprise"), .escalate).name == "escalate")
    }

    @Test func weightsAddUp() async throws {
        let triage = Triage(priority: .urgent)
        let customer = CustomerContext(id: "c", plan: "Enterprise", language: "fr")
        func decision(_ weights: [Double]) async throws -> Decision {
            try await resolve(triage: triage, customer: customer) {
                $0.highValue.plans = ["Enterprise"]
                $0.supportedLanguages = ["en"]
                for (reason, weight) in zip(
                    [EscalationReason.unsupportedLanguage, .urgentPriority, .highValueCustomer], weights)
                {
                    $0.effects[reason] = .weight(weight)
                }
            }.decision
        }
        #expect(try await decision([0.4, 0, 0]) == .resolve)
        #expect(try await decision([0.2, 0.3, 0]) == .draft(DraftReason(.unsupportedLanguage)))
        let escalation = try await decision([0.3, 0.3, 0.4])
        #expect(escalation.name == "escalate")
        #expect(escalation.summary?.findings.count == 3)
    }

    @Test func languagesTakeTheirVariants() async throws {
        func escalates(_ language: String?) async throws -> Bool {
            try await resolve(customer: CustomerContext(id: "c", language: language)) {
                $0.supportedLanguages = ["en", "pt-BR"]
            }.decision.name == "escalate"
        }
        #expect(try await !escalates("en-GB"))
        #expect(try await !escalates("pt-br"))
        #expect(try await escalates("pt"))
        #expect(try await escalates("eng"))
        #expect(try await !escalates(nil))
    }

    @Test func confidenceDecidesWhereNothingElseDoes() async throws {
        let low = try await resolve(resolveThreshold: 1, draftThreshold: 1)
        #expect(reasons(low) == [.lowConfidence])
        #expect(low.findings.first?.explanation.contains("100 %") == true)
        let drafted = try await resolve(resolveThreshold: 1, draftThreshold: 1) { $0.effects[.lowConfidence] = .draft }
        #expect(drafted.decision == .draft(DraftReason(.lowConfidence)))
        let none = try SupportAgent(
            knowledge: try await KnowledgeBase(model: try HashingEmbedder()),
            configuration: SupportAgent.Configuration(
                policy: ResolutionPolicy(escalation: EscalationPolicy(effects: [.noAnswer: .draft]))))
        #expect(try await none.resolve(SupportQuery(Self.question)).decision == .draft(DraftReason(.noAnswer)))
    }

    @Test func conversationsThatGoWrongAreSeen() async throws {
        let negative = Triage(sentiment: .negative)
        let worse: [ConversationTurn] = [.customer("Hello", sentiment: .positive), .agent("Hello")]
        let one = try await resolve(triage: negative, conversation: worse)
        #expect(one.decision == .draft(DraftReason(.negativeTrend)))
        #expect(one.findings.first?.explanation.contains("positive, negative") == true)
        let two = try await resolve(
            "That didn’t help. How do I reset my password?", triage: negative, conversation: worse)
        #expect(reasons(two) == [.unhelpfulAnswer, .negativeTrend])
        #expect(two.findings[0].evidence == [EscalationEvidence(text: "didn’t help", range: 5..<16)])
        let again = try await resolve(
            conversation: [.customer("How can I reset my password"), .agent("Choose Forgot password.")])
        #expect(again.decision == .draft(DraftReason(.repeatedQuestion)))
        #expect(again.findings.first?.evidence.first?.turn == 0)
    }

    @Test func presetsDifferInTheirCaution() async throws {
        for policy in [ResolutionPolicy.cautious, .balanced, .selfService] { try policy.validate() }
        #expect(ResolutionPolicy.balanced == ResolutionPolicy())
        #expect(ResolutionPolicy.cautious.resolveThreshold > ResolutionPolicy.selfService.resolveThreshold)
        for reason in EscalationPolicy.hardReasons {
            #expect(ResolutionPolicy.selfService.escalation.effect(of: reason) == .escalate)
        }
    }

    @Test func invalidPoliciesAreRefused() throws {
        func refused(_ words: String, _ change: (inout EscalationPolicy) -> Void) {
            var policy = ResolutionPolicy()
            change(&policy.escalation)
            #expect {
                try policy.validate()
            } throws: { error in
                let error = error as? HelpdeskError
                return error?.code == .invalidConfiguration && error?.message.contains(words) == true
            }
        }
        refused("draftWeight") { $0.draftWeight = 2 }
        refused("draftWeight") { $0.draftWeight = 0 }
        refused("draftWeight") { $0.escalationWeight = .nan }
        refused("maximumPreviousContacts") { $0.maximumPreviousContacts = -1 }
        refused("minimumDisputedSum") { $0.minimumDisputedSum = -.infinity }
        refused("safety") { $0.effects[.safety] = .weight(-1) }
        refused("safety") { $0.effects[.safety] = .raiseThreshold(by: .nan) }
        refused("no_answer") { $0.effects[.noAnswer] = .ignore }
        refused("supportedLanguages") { $0.supportedLanguages = [] }
        refused("minimumDrop") { $0.trend.minimumDrop = 0 }
        refused("negativeTurns") { $0.trend.negativeTurns = 1 }
        refused("minimumSimilarity") { $0.trend.minimumSimilarity = 1.1 }
        refused("minimumLifetimeValue") { $0.highValue.minimumLifetimeValue = -1 }
    }

    @Test func isWrittenAndReadAsJSON() throws {
        for policy in [ResolutionPolicy.cautious, .balanced, .selfService] {
            #expect(try JSONDecoder().decode(ResolutionPolicy.self, from: JSONEncoder().encode(policy)) == policy)
        }
        let json = """
            {"resolveThreshold": 0.8, "escalation": {"effects": {
                "high_value_customer": {"raise_threshold": 0.2}, "urgent_priority": "draft", "outage": {"weight": 1}},
                "highValue": {"plans": ["Enterprise"]}}}
            """
        let policy = try JSONDecoder().decode(ResolutionPolicy.self, from: Data(json.utf8))
        #expect(policy.resolveThreshold == 0.8)
        #expect(policy.draftThreshold == ResolutionPolicy().draftThreshold)
        #expect(policy.escalation.effect(of: .highValueCustomer) == .raiseThreshold(by: 0.2))
        #expect(policy.escalation.effect(of: .outage) == .weight(1))
        #expect(policy.escalation.effect(of: .safety) == .escalate)
        #expect(policy.escalation.vocabulary == .english)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(EscalationEffect.self, from: Data("\"explode\"".utf8))
        }
    }
}
