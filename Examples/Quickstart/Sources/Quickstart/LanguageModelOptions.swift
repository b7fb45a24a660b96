import ArgumentParser
import Foundation
import Helpdesk
import HelpdeskClaude
import HelpdeskHTTP
import HelpdeskOpenAI

/// Which language model writes the answers, and how to reach it.
struct LanguageModelOptions: ParsableArguments {
    enum Provider: String, CaseIterable, ExpressibleByArgument {
        case claude, openai

        /// The environment variable with the key.
        var keyVariable: String {
            switch self {
            case .claude: "ANTHROPIC_API_KEY"
            case .openai: "OPENAI_API_KEY"
            }
        }

        /// The model that is asked where the options name none.
        var defaultModel: String {
            switch self {
            case .claude: "claude-haiku-5-5"
            case .openai: "gpt-4o-mini"
            }
        }
    }

    @Option(
        help: ArgumentHelp(
            """
            Have a language model write the answers: claude, or openai for any server with that interface. The key is read \
            from ANTHROPIC_API_KEY or OPENAI_API_KEY.
            """))
    var llm: Provider?

    @Option(help: ArgumentHelp("Where the language model is, for example http://localhost:11434/v1.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("The name of the language model.", valueName: "name"))
    var llmModel: String?

    func validate() throws {
        if llm == nil, baseURL != nil || llmModel != nil {
            throw ValidationError("--base-url and --llm-model need --llm claude or --llm openai.")
        }
    }

    /// Whether others can read along on the way to an address: plain HTTP, and not to this machine.
    private func isOpen(_ address: String) -> Bool {
        guard let url = URL(string: address), url.scheme?.lowercased() == "http" else { return false }
        return !["localhost", "127.0.0.1", "::1", "[::1]"].contains(url.host() ?? "")
    }

    /// The client, or `nil` where the answers are to be quoted.
    func client() throws -> (any LLMClient)? {
        guard let llm else { return nil }
        // The library never reads the environment; a program may.
        let key = ProcessInfo.processInfo.environment[llm.keyVariable].flatMap { $0.isEmpty ? nil : $0 }
        // A server of one's own may want no key; the provider's does.
        guard key != nil || baseURL != nil else { throw QuickstartError.noKey(llm.keyVariable) }
        if let baseURL, isOpen(baseURL) {
            Terminal.writeError("Warning: questions\(key == nil ? "" : " and the key") go to \(baseURL) unencrypted.\n")
        }
        let transport = AsyncHTTPClientTransport()
        let model = llmModel ?? llm.defaultModel
        switch llm {
        case .claude:
            var configuration = ClaudeClient.Configuration(apiKey: key.map { APIKey($0) }, model: model)
            if let baseURL { configuration.baseURL = baseURL }
            return try ClaudeClient(configuration, transport: transport)
        case .openai:
            var configuration = OpenAIClient.Configuration(apiKey: key.map { APIKey($0) }, model: model)
            if let baseURL { configuration.baseURL = baseURL }
            return try OpenAIClient(configuration, transport: transport)
        }
    }
}
