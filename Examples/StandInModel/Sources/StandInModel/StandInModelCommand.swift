import ArgumentParser
import Foundation
import HelpdeskTesting

/// Stands in for a language model: answers by quoting, in the formats of two providers.
@main
struct StandInModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stand-in-model",
        abstract: "Plays the Messages API and chat completions on this machine, without a model and without a key.",
        discussion: "It quotes the best passage of the sources it is sent. Ctrl-C ends it.")

    @Option(help: "The port on 127.0.0.1; 0 for any that is free.")
    var port = 8_080

    @Option(help: "Milliseconds between two pieces of a streamed answer.")
    var pause = 20

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port must be from 0 to 65535.") }
        if !(0...60_000).contains(pause) { throw ValidationError("--pause must be from 0 to 60000.") }
    }

    func run() async throws {
        let claude = LoopbackClaude(pause: .milliseconds(pause))
        let openAI = LoopbackOpenAI(pause: .milliseconds(pause))
        try await LoopbackServer.run(port: port) { request, index in
            request.path.hasPrefix("/v1/messages")
                ? await claude.reply(request, index) : await openAI.reply(request, index)
        } onStart: { server in
            let lines = """
                Claude: --llm claude --base-url \(server.address)
                OpenAI: --llm openai --base-url \(server.address)/v1

                """
            // Not by print, which keeps it back where the output is no terminal.
            try FileHandle.standardOutput.write(contentsOf: Data(lines.utf8))
        }
    }
}
