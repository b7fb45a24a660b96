import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskFiles

struct ConfidenceCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confidence-cases",
        abstract: "Knowledge and questions for `bench confidence` out of labelled questions.",
        discussion: """
            Questions with labels are JSON lines with text and label, or CSV with the columns text,category. Some labels \
            are left out of the knowledge, so that their questions have no answer there. What is drawn is the same every \
            time.
            """)

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case article, faq, ticket, mixed
    }

    private struct Labelled {
        var text: String
        var label: String
    }

    @Option(help: "Labelled questions to make the knowledge of.") var train: String
    @Option(help: "Labelled questions to ask.") var test: String
    @Option(help: "An article for each label, questions with answers, past tickets, or a third of the labels of each.")
    var kind = Kind.ticket
    @Option(help: "Questions of a label that become knowledge.") var perLabel = 20
    @Option(help: "Which third of the labels is left out: 0, 1 or 2.") var rotation = 0
    @Option(help: "How many questions to ask; every n-th of the test file.") var count = 1_000
    @Option(help: "Write the knowledge, as JSON lines, to this file; where absent, no question has an answer.")
    var kb: String?
    @Option(help: "Write the questions, as JSON lines, to this file.") var questions: String

    func run() async throws {
        let train = try await labelled(train)
        let labels = Set(train.map(\.label)).sorted()
        var ids: [String: [String]] = [:]
        var lines: [String] = []
        for (place, label) in labels.enumerated() where place % 3 != rotation {
            let texts = Self.everyNth(train.filter { $0.label == label }.map(\.text), perLabel)
            let kinds: [Kind] = [.article, .faq, .ticket]
            let items = items(label, texts, kind == .mixed ? kinds[place / 3 % 3] : kind)
            ids[label] = items.map(\.id)
            lines += items.map(\.line)
        }
        if let kb { try OutputFile.write(lines: lines, to: kb) }
        let asked = Self.everyNth(try await labelled(test), count).map { question in
            let relevant = kb == nil ? [] : ids[question.label] ?? []
            return "{\"question\": \(Report.quoted(question.text)), \"relevant\": ["
                + relevant.map(Report.quoted).joined(separator: ", ") + "]}"
        }
        try OutputFile.write(lines: asked, to: questions)
    }

    /// The items for a label. Answers are composed of its name: what they say is not what is measured.
    private func items(_ label: String, _ texts: [String], _ kind: Kind) -> [(id: String, line: String)] {
        let name = label.replacing("_", with: " ")
        let title = name.prefix(1).uppercased() + name.dropFirst()
        func line(_ id: String, _ fields: [(String, String)]) -> (id: String, line: String) {
            let fields = [("id", id)] + fields
            return (
                id, "{" + fields.map { Report.quoted($0.0) + ": " + Report.quoted($0.1) }.joined(separator: ", ") + "}"
            )
        }
        switch kind {
        case .article:
            let body =
                "# \(title)\n\nThis page is about \(name). Customers ask us for instance:\n\n"
                + texts.prefix(5).map { "- \($0)\n" }.joined()
                + "\nThis is how \(name) works.\n"
            return [line("article/\(label)", [("kind", "article"), ("title", title), ("body", body)])]
        case .faq:
            return texts.prefix(3).enumerated().map { place, text in
                line(
                    "faq/\(label)/\(place)",
                    [
                        ("kind", "faq"), ("question", text),
                        ("answer", "Read about \(name)."),
                    ])
            }
        case .ticket, .mixed:
            return texts.enumerated().map { place, text in
                line(
                    "ticket/\(label)/\(place)",
                    [
                        ("kind", "resolved_ticket"), ("problem", text), ("category", label),
                        (
                            "resolution",
                            "Explained \(name)."
                        ),
                    ])
            }
        }
    }

    private func labelled(_ path: String) async throws -> [Labelled] {
        var questions: [Labelled] = []
        for try await change in try FolderSource(URL(filePath: path)).changes(after: nil) {
            if case .upsert(.resolvedTicket(let ticket)) = change.action, let label = ticket.category {
                questions.append(Labelled(text: ticket.problem, label: label))
            }
        }
        guard !questions.isEmpty else { throw BenchError("\(path): holds no labelled questions") }
        return questions
    }

    private static func everyNth<Element>(_ elements: [Element], _ count: Int) -> [Element] {
        guard count < elements.count else { return elements }
        return (0..<count).map { elements[$0 * elements.count / count] }
    }
}
