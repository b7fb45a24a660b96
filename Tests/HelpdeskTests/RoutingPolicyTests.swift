import Foundation
import Helpdesk
import Testing

@Suite struct RoutingPolicyTests {
    private static let policy = RoutingPolicy(
        queues: [
            RoutingQueue(name: "security", reasons: [.securityIncident]),
            RoutingQueue(name: "german", languages: ["de"], hours: RoutingHoursTests.office),
            RoutingQueue(
                name: "key accounts", plans: ["Enterprise"], hours: RoutingHoursTests.office,
                targets: [.medium: RoutingTarget(firstResponseMinutes: 30)]),
            RoutingQueue(name: "billing", categories: [.billing], hours: RoutingHoursTests.office),
            RoutingQueue(name: "support", hours: RoutingHoursTests.office), RoutingQueue(name: "on call"),
        ],
        fallbackQueue: "support", onCall: RoutingPolicy.OnCall(queue: "on call", reasons: [.outage]),
        targets: [
            .urgent: RoutingTarget(firstResponseMinutes: 15, resolutionMinutes: 240, clock: .always),
            .medium: RoutingTarget(firstResponseMinutes: 120, resolutionMinutes: 960),
        ])
    private static func monday(_ hour: Int) throws -> RoutingTime { try RoutingHoursTests.time("2026-11-23", hour) }

    @Test func theFirstQueueThatTakesItHasIt() throws {
        let noon = try Self.monday(12)
        func queue(_ triage: Triage, _ customer: CustomerContext? = nil) throws -> RoutingResult {
            try Self.policy.routing(for: triage, customer: customer, at: noon)
        }
        #expect(try queue(Triage(category: .billing)).queue == "billing")
        #expect(try queue(Triage(category: .billing)).reasons == [.category(.billing)])
        let austrian = CustomerContext(id: "c", plan: "enterprise", language: "de-AT")
        #expect(try queue(Triage(category: .billing), austrian).queue == "german")
        #expect(try queue(Triage(), CustomerContext(id: "c", plan: "enterprise")).queue == "key accounts")
        #expect(try queue(Triage(escalationReasons: [.securityIncident]), austrian).queue == "security")
        let fallback = try queue(Triage(category: .technical))
        #expect(fallback.queue == "support")
        #expect(fallback.reasons == [.fallback])
        #expect(fallback.reasons.map(\.description) == ["no queue takes it"])
    }

    @Test func dueTimesFollowTheTargetsAndTheirClock() throws {
        let result = try Self.policy.routing(for: Triage(), at: Self.monday(16))
        #expect(result.isOpen)
        #expect(result.opensAt == nil)
        #expect(try result.firstResponseDue == RoutingHoursTests.time("2026-11-24", 10))
        #expect(try result.resolutionDue == RoutingHoursTests.time("2026-11-25", 16))
        let urgent = try Self.policy.routing(for: Triage(priority: .urgent), at: Self.monday(16))
        #expect(try urgent.firstResponseDue == RoutingHoursTests.time("2026-11-23", 16, 15))
        #expect(try urgent.resolutionDue == RoutingHoursTests.time("2026-11-23", 20))
        // A queue's own target goes first, and may promise less.
        let key = try Self.policy.routing(
            for: Triage(), customer: CustomerContext(id: "c", plan: "Enterprise"), at: Self.monday(16))
        #expect(try key.firstResponseDue == RoutingHoursTests.time("2026-11-23", 16, 30))
        #expect(key.resolutionDue == nil)
        #expect(try Self.policy.routing(for: Triage(priority: .low), at: Self.monday(16)).target == nil)
    }

    @Test func outOfHoursTheUrgentGoesToTheQueueOnCall() throws {
        let night = try Self.monday(23)
        let calm = try Self.policy.routing(for: Triage(category: .billing), at: night)
        #expect(calm.queue == "billing")
        #expect(!calm.isOpen)
        #expect(try calm.opensAt == RoutingHoursTests.time("2026-11-24", 9))
        let urgent = try Self.policy.routing(for: Triage(category: .billing, priority: .urgent), at: night)
        #expect(urgent.queue == "on call")
        #expect(urgent.isOpen)
        #expect(urgent.reasons == [.priority(.urgent), .onCall(insteadOf: "billing")])
        let outage = try Self.policy.routing(for: Triage(), reasons: [.outage], at: night)
        #expect(outage.reasons == [.reason(.outage), .onCall(insteadOf: "support")])
        // In hours, and where the queue itself never closes, nobody is woken.
        #expect(try Self.policy.routing(for: Triage(priority: .urgent), at: Self.monday(12)).queue == "support")
        let security = Triage(priority: .urgent, escalationReasons: [.securityIncident])
        #expect(try Self.policy.routing(for: security, at: night).queue == "security")
    }

    @Test func aClosedQueueOnCallIsNotAsked() throws {
        var policy = Self.policy
        policy.queues[5].hours = RoutingHoursTests.office
        #expect(try policy.routing(for: Triage(priority: .urgent), at: Self.monday(23)).queue == "support")
    }

    @Test func invalidPoliciesAreRefused() throws {
        func refused(_ change: (inout RoutingPolicy) -> Void, _ words: String) {
            var policy = Self.policy
            change(&policy)
            #expect {
                try policy.validate()
            } throws: { error in
                let error = error as? HelpdeskError
                return error?.code == .invalidConfiguration && error?.message.contains(words) == true
            }
        }
        refused({ $0.fallbackQueue = "nobody" }, "nobody")
        refused({ $0.onCall?.queue = "nobody" }, "nobody")
        refused({ $0.onCall = RoutingPolicy.OnCall(queue: "on call", priorities: []) }, "onCall")
        refused({ $0.queues[1].name = "security" }, "security")
        refused({ $0.queues[0].name = "" }, "name")
        refused({ $0.queues[1].hours?.intervals[0].opens = 1_440 }, "1440")
        refused({ $0.queues[1].hours?.intervals[0].closes = -1 }, "-1")
        refused({ $0.queues[1].hours?.intervals = [] }, "hours")
        refused({ $0.queues[1].hours?.timeZone.offset = 90_000 }, "offset")
        refused({ $0.targets[.high] = RoutingTarget(firstResponseMinutes: 0) }, "high")
        refused({ $0.targets[.high] = RoutingTarget(firstResponseMinutes: 9, resolutionMinutes: 5) }, "high")
        let late = RoutingTimeZone.Transition(at: RoutingTime(secondsSince1970: 9), offset: 0)
        refused({ $0.queues[1].hours?.timeZone.transitions = [late, late] }, "order")
        #expect(throws: HelpdeskError.self) {
            try Self.policy.routing(for: Triage(), at: RoutingTime(secondsSince1970: .max))
        }
        #expect(throws: HelpdeskError.self) {
            try RoutingPolicy(queues: [], fallbackQueue: "").routing(
                for: Triage(), at: RoutingTime(secondsSince1970: 0))
        }
    }

    @Test func isReadFromJSON() throws {
        let json = """
            {"fallbackQueue": "support", "queues": [
                {"name": "billing", "categories": ["billing"], "hours": {
                    "timeZone": {"offset": 3600}, "holidays": ["2026-12-25"],
                    "intervals": [{"day": "monday", "opens": 540, "closes": 1020}]}},
                {"name": "support", "targets": {"urgent": {"firstResponseMinutes": 15, "clock": "always"}}}]}
            """
        let policy = try JSONDecoder().decode(RoutingPolicy.self, from: Data(json.utf8))
        #expect(policy.queues[0].hours?.holidays == [try RoutingDate("2026-12-25")])
        #expect(policy.queues[1].targets[.urgent] == RoutingTarget(firstResponseMinutes: 15, clock: .always))
        try policy.validate()
        let again = try JSONDecoder().decode(RoutingPolicy.self, from: JSONEncoder().encode(Self.policy))
        #expect(again == Self.policy)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(RoutingDate.self, from: Data("\"2026-02-30\"".utf8))
        }
    }

    @Test func theAgentRoutesWhatHasATime() async throws {
        var configuration = SupportAgent.Configuration()
        configuration.routing = Self.policy
        let agent = try await HelpCentre.agent(configuration: configuration)
        let text = "I want to speak to a manager about my invoice."
        #expect(try await agent.resolve(SupportQuery(text)).routing == nil)
        let routed = try await agent.resolve(SupportQuery(text, time: Self.monday(12)))
        #expect(routed.routing?.queue == "billing")
        await #expect(throws: HelpdeskError.self) {
            try await agent.resolve(SupportQuery(text, time: RoutingTime(secondsSince1970: .min)))
        }
        configuration.routing?.fallbackQueue = "nobody"
        let knowledge = agent.knowledge
        #expect(throws: HelpdeskError.self) {
            try SupportAgent(knowledge: knowledge, configuration: configuration)
        }
    }
}
