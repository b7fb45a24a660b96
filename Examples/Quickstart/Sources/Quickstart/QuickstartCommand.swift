import ArgumentParser
import Foundation
import Helpdesk

/// The command line: reads the options, sets the help desk up, and runs one of three modes.
@main
struct QuickstartCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quickstart",
        abstract: "Answers customers of a small fictional company from its help center.",
        discussion: """
            With no option, in a terminal, it lets you ask questions. Elsewhere, or with --scenario, it shows the \
            library's main job from end to end.

            The embedding model is read from --model or from the folder in HELPDESK_MODEL_DIR.
            """)

    @Flag(help: "Answer four typical questions, search, learn a ticket, and show the statistics.")
    var scenario = false

    @Option(help: ArgumentHelp("Answer this question. May be given several times.", valueName: "question"))
    var ask: [String] = []

    @Option(
        help: ArgumentHelp(
            "Answer from this folder or file (Markdown, JSON, JSON Lines, CSV) instead of the built-in help center.",
            valueName: "folder"))
    var kb: String?

    @Flag(help: "Print each answer as one line of JSON on standard output, and nothing else there.")
    var json = false

    @Option(help: ArgumentHelp("The folder of the embedding model.", valueName: "folder"))
    var model: String?

    @Flag(help: "Use the hashing embedder, which needs no model but knows nothing about meaning.")
    var hashing = false

    @OptionGroup(title: "Language model")
    var languageModel: LanguageModelOptions

    @Option(help: ArgumentHelp("How many sources and search hits to show.", valueName: "count"))
    var top = 5

    func validate() throws {
        if !(1...100).contains(top) { throw ValidationError("--top must be from 1 to 100.") }
        if hashing, model != nil { throw ValidationError("Give either --model or --hashing, not both.") }
        if scenario, !ask.isEmpty { throw ValidationError("Give either --scenario or --ask, not both.") }
        if scenario, kb != nil {
            throw ValidationError("--scenario is about the built-in help center; with --kb use --ask.")
        }
        if kb != nil, ask.isEmpty, json || !Terminal.isInteractive {
            throw ValidationError("With --kb, add --ask \"…\", or run in a terminal to type your questions.")
        }
    }

    func run() async throws {
        let agent = try await HelpDesk(
            modelFolder: model, usesHashing: hashing, knowledge: kb, sourceCount: top,
            languageModel: try languageModel.client()
        ).open()
        let printer = ConsolePrinter(sourceCount: top)

        if !ask.isEmpty {
            for question in ask {
                let resolution = try await agent.resolve(SupportQuery(question))
                try report(resolution, of: question, to: printer)
            }
        } else if scenario || json || !Terminal.isInteractive {
            try await ScenarioRun(agent: agent, printer: printer, isJSON: json).run()
        } else {
            try await InteractiveSession(agent: agent, printer: printer, searchCount: top).run()
        }
    }

    private func report(_ resolution: Resolution, of question: String, to printer: ConsolePrinter) throws {
        if json {
            try JSONOutput(question, resolution, sourceCount: top).write()
        } else {
            printer.heading(question)
            printer.show(resolution)
        }
    }
}
