#if AsyncHTTPClient
    extension LoopbackServer {
        /// Counts of what happened at a server.
        public struct Counts: Sendable, Hashable {
            /// Connections that were opened.
            public var connections = 0
            /// Connections that are open.
            public var openConnections = 0
            /// Requests that were complete.
            public var requests = 0
            /// Replies that were sent to their end.
            public var replies = 0
            /// Replies that are being sent.
            public var runningReplies = 0
            /// Clients that went away before their reply was complete.
            public var closedEarly = 0
            /// Connections that began with TLS.
            public var tlsAttempts = 0
            /// Connections that sent something else than HTTP.
            public var malformedRequests = 0
            /// Bytes that the network took.
            public var bytesSent = 0
        }
    }
#endif
