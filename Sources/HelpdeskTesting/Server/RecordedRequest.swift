#if AsyncHTTPClient
    public import HTTPTypes

    /// A request that a ``LoopbackServer`` got.
    public struct RecordedRequest: Sendable, Hashable {
        /// The number of requests before it, on all connections.
        public var index: Int
        /// The number of the connection it came on, from 0.
        public var connection: Int
        /// The method.
        public var method: HTTPRequest.Method
        /// Path and query, as they came.
        public var path: String
        /// The headers.
        public var headers: HTTPFields
        /// The body, without the framing of chunks.
        public var body: [UInt8]
        /// All of it as it came.
        public var raw: [UInt8]

        /// The body as text; bytes that are no UTF-8 become U+FFFD.
        public var text: String { String(decoding: body, as: UTF8.self) }

        /// The value of a header; of the first one where there are many, `nil` where there is none.
        public func header(_ name: String) -> String? {
            HTTPField.Name(name).flatMap { name in headers.first { $0.name == name }?.value }
        }
    }
#endif
