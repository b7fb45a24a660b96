public import HTTPTypes
public import HelpdeskHTTP

extension RemoteEmbedder {
    /// Which model, how to reach it, and what the server understands.
    ///
    /// Descriptions and dumps show neither the key nor the values of ``headers``.
    public struct Configuration: Sendable {
        /// The key, sent as `Authorization: Bearer`; `nil` for servers without one.
        public var apiKey: APIKey?
        /// The name of the model.
        public var model: String
        /// The number of components of the vectors; other vectors are refused.
        public var dimensions: Int
        /// Where the service is, with its version: `https://api.openai.com/v1`. An address without a path gets `/v1`.
        public var baseURL: String
        /// Which weights the server has, where the host knows: part of the identity, to be changed with the weights.
        public var revision = ""
        /// Further headers. They replace the client's own of the same name.
        public var headers: HTTPFields = [:]
        /// Whether the server is asked for ``dimensions``, which shortens the vectors of models that can.
        public var requestsDimensions = false
        /// How vectors are sent. Whatever the server sends is read.
        public var encoding = Encoding.base64
        /// What is put before queries: `query: ` for the models of the E5 family.
        public var queryPrompt = ""
        /// What is put before passages.
        public var passagePrompt = ""
        /// What is sent for an empty text, which OpenAI refuses.
        public var emptyText = " "
        /// Whether vectors are brought to length 1, as cosine needs. Vectors of zeros stay.
        public var normalizes = true
        /// The most texts of a request; OpenAI takes 2048.
        public var maximumBatchTexts = 256
        /// The most tokens of a request, by estimate; OpenAI takes 300,000.
        public var maximumBatchTokens = 100_000
        /// How many requests of a call are under way at once.
        public var maximumBatchesInFlight = 4
        /// How long a request may take, retries included; without end where `nil`.
        public var timeout: Duration? = .seconds(60)
        /// Whether and when a request is sent again.
        public var retries = HTTPRetryPolicy()
        /// The most bytes of an answer.
        public var maximumResponseBytes = 64 << 20

        /// Creates a configuration.
        public init(
            apiKey: APIKey?, model: String, dimensions: Int, baseURL: String = "https://api.openai.com/v1"
        ) {
            self.apiKey = apiKey
            self.model = model
            self.dimensions = dimensions
            self.baseURL = baseURL
        }
    }

    /// How vectors are sent.
    public enum Encoding: String, Hashable, Sendable {
        /// Four bytes a component, little endian, in base64: a third of the size, and exact.
        case base64
        /// Numbers in JSON.
        case float
    }
}

extension RemoteEmbedder.Configuration: CustomStringConvertible, CustomReflectable {
    /// The model and the address, without secrets.
    public var description: String { "RemoteEmbedder.Configuration(\(model) at \(baseURL))" }

    /// All but secrets.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "apiKey": apiKey as Any, "model": model, "dimensions": dimensions, "baseURL": baseURL,
                "revision": revision, "headers": headers.map(\.name.canonicalName),
                "requestsDimensions": requestsDimensions, "encoding": encoding, "queryPrompt": queryPrompt,
                "passagePrompt": passagePrompt, "normalizes": normalizes, "maximumBatchTexts": maximumBatchTexts,
                "maximumBatchTokens": maximumBatchTokens, "maximumBatchesInFlight": maximumBatchesInFlight,
                "timeout": timeout as Any, "retries": retries, "maximumResponseBytes": maximumResponseBytes,
            ], displayStyle: .struct)
    }
}
