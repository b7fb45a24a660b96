#if AsyncHTTPClient
    public import AsyncHTTPClient
    import NIOCore

    extension AsyncHTTPClientTransport {
        /// The limits of a transport that has connections of its own.
        public struct Configuration: Sendable {
            /// How long a connection may take to come about, the wait for a free one included.
            public var connectTimeout: Duration
            /// How long nothing may come, before the head or between two pieces of the body; without end where `nil`.
            ///
            /// A language model that is not streamed says nothing until its answer is complete. What the reader of a body
            /// does not fetch counts as not come.
            public var idleReadTimeout: Duration?
            /// The most connections to one host with HTTP/1.1; more requests wait for a free one. With HTTP/2 one is enough.
            public var maximumConnectionsPerHost: Int
            /// What else AsyncHTTPClient can be told: proxies, certificates, the version of HTTP. What it says of redirects,
            /// of the timeouts and of the number of connections is not used.
            public var base: HTTPClient.Configuration

            /// Creates a configuration.
            public init(
                connectTimeout: Duration = .seconds(5), idleReadTimeout: Duration? = .seconds(600),
                maximumConnectionsPerHost: Int = 256, base: HTTPClient.Configuration = HTTPClient.Configuration()
            ) {
                self.connectTimeout = connectTimeout
                self.idleReadTimeout = idleReadTimeout
                self.maximumConnectionsPerHost = maximumConnectionsPerHost
                self.base = base
            }

            var clientConfiguration: HTTPClient.Configuration {
                var result = base
                result.redirectConfiguration = .disallow
                result.timeout.connect = TimeAmount(max(connectTimeout, .milliseconds(1)))
                result.timeout.read = idleReadTimeout.map { TimeAmount(max($0, .milliseconds(1))) }
                result.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(1, maximumConnectionsPerHost)
                // Whoever sends decides whether to try again, and needs to know at once.
                result.connectionPool.retryConnectionEstablishment = false
                return result
            }
        }
    }
#endif
