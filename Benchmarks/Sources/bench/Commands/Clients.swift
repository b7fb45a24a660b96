import ArgumentParser
import Foundation
import HelpdeskClaude
import HelpdeskHTTP
import HelpdeskLanguage
import HelpdeskOpenAI

struct Clients: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What streaming answers of a language model costs: processor time, answers/s, memory.",
        discussion: """
            Asks a server for the same answer again and again, over connections that stay open. Every answer must be like \
            the first. Benchmarks/Peers has a server: python3 -m peers.clients.server.
            """)

    enum Provider: String, ExpressibleByArgument, CaseIterable {
        case claude, openai
    }

    /// What is asked.
    struct Question: Decodable {
        var instructions: String
        var question: String
        var sources: [LLMSource]
    }

    /// What an answer held.
    struct Answer: Hashable {
        var characters = 0
        var citations = 0
        var outputTokens = 0
    }

    @OptionGroup var output: OutputOptions
    @Option(help: "Where the server is: http://127.0.0.1:8080. /v1/messages or /v1/chat/completions is put behind it.")
    var baseURL: String
    @Option(help: "Whose interface the server has.") var provider: Provider
    @Option(help: "Answers that are streamed at the same time.") var streams = 1
    @Option(help: "Answers in all; as many as streams come before, uncounted.") var answers = 100
    @Option(help: "A JSON object with instructions, question and sources (id, title, passages): what is asked.")
    var request: String?

    func run() async throws {
        guard streams > 0, answers > 0 else { throw ValidationError("--streams and --answers must be 1 or more") }
        let request = try languageRequest()
        var limits = AsyncHTTPClientTransport.Configuration(connectTimeout: .seconds(600))
        limits.maximumConnectionsPerHost = max(limits.maximumConnectionsPerHost, streams)
        let transport = AsyncHTTPClientTransport(configuration: limits)
        let client = try makeClient(transport)

        _ = try await Self.stream(client, request, streams: streams, answers: streams)
        var results: [(answer: Answer, first: Duration)] = []
        let progress = Progress("stream")
        let timing = try await Timing.of(1) {
            results = try await Self.stream(client, request, streams: streams, answers: answers)
        }
        progress.finish()
        await transport.shutdown()

        guard let answer = results.first?.answer, results.allSatisfy({ $0.answer == answer }) else {
            throw BenchError("the answers differ: \(Set(results.map(\.answer)))")
        }
        let firsts = Timing(results.map(\.first))
        var report = Report(json: output.json)
        report.add([
            ("provider", .text(provider.rawValue)), ("streams", .integer(streams)), ("answers", .integer(answers)),
            ("answers/s", .number(Double(answers) / timing.median, digits: 1)),
            ("cpu ms per answer", .number(timing.cores * timing.median / Double(answers) * 1e3, digits: 2)),
            ("cores", .number(timing.cores, digits: 2)),
            ("first text p50 ms", .number(firsts.median * 1e3, digits: 2)),
            ("first text p95 ms", .number(firsts.percentile(0.95) * 1e3, digits: 2)),
            ("peak MiB", .number(ProcessMemory.peakMiB, digits: 0)), ("characters", .integer(answer.characters)),
            ("citations", .integer(answer.citations)), ("output tokens", .integer(answer.outputTokens)),
        ])
        report.finish()
    }

    private func languageRequest() throws -> LLMRequest {
        guard let path = request else { return LLMRequest(messages: [.user("How do I reset my password?")]) }
        let asked: Question
        do {
            asked = try JSONDecoder().decode(Question.self, from: try InputFile.data(path))
        } catch let error as BenchError {
            throw error
        } catch {
            throw BenchError("\(path): is no object with instructions, question and sources")
        }
        let content = asked.sources.map { LLMContent.source($0) } + [.text(asked.question)]
        return LLMRequest(
            instructions: asked.instructions, messages: [LLMMessage(role: .user, content: content)],
            maximumOutputTokens: 1024)
    }

    private func makeClient(_ transport: any HTTPTransport) throws -> any LLMClient {
        switch provider {
        case .claude:
            var configuration = ClaudeClient.Configuration(apiKey: "test", model: "claude-test")
            configuration.baseURL = baseURL
            configuration.maximumRetries = 0
            configuration.timeout = nil
            return try ClaudeClient(configuration, transport: transport)
        case .openai:
            let version = baseURL.hasSuffix("/") ? "v1" : "/v1"
            var configuration = OpenAIClient.Configuration(
                apiKey: "test", model: "gpt-test", baseURL: baseURL + version)
            configuration.maximumRetries = 0
            configuration.timeout = nil
            return try OpenAIClient(configuration, transport: transport)
        }
    }

    /// Streams answers, so many at a time: what each held, and the time to its first text.
    private static func stream(
        _ client: any LLMClient, _ request: LLMRequest, streams: Int, answers: Int
    ) async throws -> [(answer: Answer, first: Duration)] {
        try await withThrowingTaskGroup(of: (answer: Answer, first: Duration).self) { group in
            var results: [(answer: Answer, first: Duration)] = []
            for _ in 0..<min(streams, answers) { group.addTask { try await read(client, request) } }
            var left = answers - min(streams, answers)
            while let result = try await group.next() {
                results.append(result)
                if left > 0 {
                    left -= 1
                    group.addTask { try await read(client, request) }
                }
            }
            return results
        }
    }

    private static func read(
        _ client: any LLMClient, _ request: LLMRequest
    ) async throws -> (answer: Answer, first: Duration) {
        let start = ContinuousClock().now
        var first: Duration?
        var text = ""
        var answer = Answer()
        for try await event in client.stream(request) {
            switch event {
            case .text(let piece):
                if first == nil { first = start.duration(to: ContinuousClock().now) }
                text += piece
            case .citation: answer.citations += 1
            case .usage(let usage): answer.outputTokens = usage.outputTokens
            case .stop: break
            }
        }
        guard let first else { throw BenchError("an answer holds no text") }
        answer.characters = text.unicodeScalars.count
        return (answer, first)
    }
}
