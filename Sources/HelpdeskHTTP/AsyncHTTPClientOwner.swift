#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore

    /// A client, which is shut down with its owner where it is ours.
    final class HTTPClientOwner: Sendable {
        let client: HTTPClient
        private let isOurs: Bool

        init(_ client: HTTPClient, isOurs: Bool) {
            self.client = client
            self.isOurs = isOurs
        }

        // Shutting down twice only yields an error that nobody hears.
        deinit { if isOurs { client.shutdown { _ in } } }

        func shutdown() async {
            if isOurs { try? await client.shutdown().get() }
        }

        static let redirectError = HTTPTransportError(
            .invalidRequest,
            "the client follows redirects, which take keys to other hosts; make it with redirectConfiguration: .disallow"
        )

        /// Whether a client follows redirects.
        ///
        /// AsyncHTTPClient does not say, and when a response shows it, the key is already elsewhere. So this looks into the
        /// client's stored properties; a test sees when they change.
        static func followsRedirects(_ client: HTTPClient) -> Bool {
            let mode = Mirror(reflecting: client).descendant("configuration", "redirectConfiguration", "mode")
            return mode.map { "\($0)".hasPrefix("follow") } ?? false
        }
    }
#endif
