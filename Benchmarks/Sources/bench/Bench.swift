import ArgumentParser
import Foundation

/// The harness: every number that the project claims is a line that one of these commands printed.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures swift-helpdesk on plain files.",
        discussion: """
            Progress goes to standard error; standard output has a table, or with --json one object per row. \
            Exit codes: 0 measured, 1 a file is missing or malformed or a measurement failed, 2 wrong usage.
            """,
        subcommands: [
            Tokenize.self, Embed.self, Calibrate.self, ANN.self, ANNChurn.self, ANNFilter.self, ANNSweep.self,
            TriageCases.self, TrainTriage.self,
            PII.self, Grounding.self, Intents.self, Retrieval.self, Lexical.self, Confidence.self,
            ConfidenceCases.self, Pipeline.self, Scale.self, Languages.self, Injection.self, TrainInjection.self,
            Health.self, FollowUps.self, AnswerCacheCommand.self, Extractive.self, Clients.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            if code.isSuccess { exit(withError: error) }
            let isUsage = code == .validationFailure
            let message = isUsage ? fullMessage(for: error) : "error: \(error)"
            FileHandle.standardError.write(Data((message + "\n").utf8))
            Foundation.exit(isUsage ? 2 : 1)
        }
    }
}
