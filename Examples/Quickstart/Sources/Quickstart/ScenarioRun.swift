import Helpdesk

/// The library's main job from end to end: answer, search, learn, answer from what was learned, look at the numbers.
struct ScenarioRun {
    let agent: SupportAgent
    let printer: ConsolePrinter
    let isJSON: Bool

    func run() async throws {
        for (number, scenario) in Scenario.all.enumerated() {
            try await answer(scenario, heading: "\(number + 1). \(scenario.title)")
        }
        if !isJSON {
            printer.heading("Searching for “\(Scenario.search)”")
            printer.show(try await agent.search(Scenario.search, count: printer.sourceCount))
        }

        try await answer(Scenario.unknown, heading: "\(Scenario.unknown.title): before")
        // Once a person has solved it, the next customer is answered from that ticket at once.
        try await agent.learn(from: Scenario.solution)
        let resolution = try await answer(Scenario.unknown, heading: "The same question after learning a ticket")
        // What the customer thinks of an answer goes into the statistics.
        try agent.recordSatisfaction(0.9, for: resolution.id)

        if !isJSON {
            printer.heading("Statistics")
            printer.show(agent.statistics)
        }
    }

    @discardableResult
    private func answer(_ scenario: Scenario, heading: String) async throws -> Resolution {
        // One call from a query to a resolution. `agent.stream` gives the same step by step.
        let resolution = try await agent.resolve(SupportQuery(scenario.question, customer: scenario.customer))
        if isJSON {
            try JSONOutput(scenario.question, resolution, sourceCount: printer.sourceCount).write()
        } else {
            printer.heading(heading)
            printer.question(scenario.question, from: scenario.customer)
            printer.show(resolution)
        }
        return resolution
    }
}
