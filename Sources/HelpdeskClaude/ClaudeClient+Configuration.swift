public import HTTPTypes
public import HelpdeskHTTP

extension ClaudeClient {
    /// How to reach a model, and what to ask of it.
    ///
    /// Descriptions and dumps show neither the key nor the values of ``headers``.
    public struct Configuration: Sendable {
        /// The key, sent in the header `x-api-key`; `nil` where a proxy adds one or ``headers`` has another credential.
        public var apiKey: APIKey?
        /// The id of the model, for example `claude-haiku-5-5`.
        public var model: String
        /// Where the service is; `/v1/messages` is put behind it, or `/messages` where it ends with `/v1`.
        public var baseURL = "https://api.anthropic.com"
        /// The version of the interface, sent in the header `anthropic-version`. What this client sends is the same in
        /// `2026-10-21`.
        public var apiVersion = "2023-06-01"
        /// Further headers, `anthropic-beta` for example. They replace the client's own of the same name.
        public var headers: HTTPFields = [:]
        /// The most tokens of an answer where the request has no limit; those the model thinks with count.
        public var maximumOutputTokens = 4096
        /// What is kept in the provider's cache.
        public var caching = Caching.fiveMinutes
        /// How long a whole answer may take, retries included, where the request does not say; without end where `nil`.
        public var timeout: Duration? = .seconds(120)
        /// Whether and when a request is sent again.
        public var retries = HTTPRetryPolicy()
        /// The most bytes of an answer, events included.
        public var maximumResponseBytes = 16 << 20
        /// Further fields of requests, merged into those of the client: `["output_config": ["effort": "low"]]`.
        public var extraFields: JSONField = [:]

        /// Creates a configuration.
        public init(apiKey: APIKey?, model: String) {
            self.apiKey = apiKey
            self.model = model
        }

        /// How often a request is sent again at most.
        public var maximumRetries: Int {
            get { retries.maximumRetries }
            set { retries.maximumRetries = newValue }
        }
    }

    /// What the provider keeps, so that the next request with the same beginning costs a tenth.
    ///
    /// The system texts and sources are kept, and in conversations the messages before the last. Prompts below a size
    /// that depends on the model are not kept, and cost no more.
    public enum Caching: Hashable, Sendable {
        /// Nothing.
        case none
        /// For five minutes since the last use; writing costs a quarter more than reading anew.
        case fiveMinutes
        /// For an hour since the last use; writing costs twice as much.
        case oneHour
    }
}

extension ClaudeClient.Configuration: CustomStringConvertible, CustomReflectable {
    /// The model and the address, without secrets.
    public var description: String { "ClaudeClient.Configuration(\(model) at \(baseURL))" }

    /// All but secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "apiKey": apiKey as Any, "model": model, "baseURL": baseURL, "apiVersion": apiVersion,
                "headers": headers.map(\.name.canonicalName), "maximumOutputTokens": maximumOutputTokens,
                "caching": caching, "timeout": timeout as Any, "retries": retries,
                "maximumResponseBytes": maximumResponseBytes, "extraFields": extraFields,
            ], displayStyle: .struct)
    }
}
