import Foundation
import Helpdesk

/// A conversation in the terminal. Answers are printed as they stream in.
struct InteractiveSession {
    let agent: SupportAgent
    let printer: ConsolePrinter
    let searchCount: Int

    private static let help = """
        Type a question, or one of these:
          :search WORDS   search the knowledge base
          :stats          what the agent has done so far
          :new            forget the conversation
          :help           this list
          :quit           end (or Ctrl-D)
        """

    func run() async throws {
        printer.line(Self.help)
        var conversation: [ConversationTurn] = []
        while let line = prompt() {
            let input = line.trimmingCharacters(in: .whitespacesAndNewlines)
            let (command, argument) = split(input)
            do {
                switch command {
                case "": continue
                case ":quit", ":q": return
                case ":help": printer.line(Self.help)
                case ":new": conversation = []
                case ":stats": printer.show(agent.statistics)
                case ":search" where !argument.isEmpty:
                    printer.show(try await agent.search(argument, count: searchCount))
                case _ where command.hasPrefix(":"): printer.line(Self.help)
                default: try await answer(input, in: &conversation)
                }
            } catch {
                // A question that cannot be answered doesn't end the conversation.
                Terminal.writeError("Error: \(error)\n")
            }
        }
        printer.line("")
    }

    private func answer(_ question: String, in conversation: inout [ConversationTurn]) async throws {
        let query = SupportQuery(question, conversation: conversation)
        var answer = ""
        for try await event in agent.stream(query) {
            switch event {
            case .triage(let triage): printer.show(triage)
            case .text(let text):
                answer += text
                printer.write(text)
            case .finished(let resolution):
                if !answer.isEmpty { printer.line("\n") }
                printer.showOutcome(of: resolution)
            case .sources, .citation: break
            }
        }
        conversation += [.customer(question), .agent(answer)]
    }

    private func prompt() -> String? {
        printer.write("\n› ")
        return readLine()
    }

    /// The first word and the rest.
    private func split(_ input: String) -> (command: String, argument: String) {
        let parts = input.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
    }
}
