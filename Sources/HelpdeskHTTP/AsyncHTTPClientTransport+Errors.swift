#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1
    import NIOPosix
    import NIOSSL

    #if canImport(Darwin)
        import Darwin
    #elseif canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Android)
        import Android
    #endif

    extension HTTPTransportError {
        /// What an error of AsyncHTTPClient and NIO means.
        ///
        /// Causes are kept only where their text holds nothing of the request and the response.
        ///
        /// - Parameters:
        ///   - error: What was thrown.
        ///   - hasHead: Whether it came after the head of the response.
        static func of(_ error: any Error, hasHead: Bool) -> any Error {
            if Task.isCancelled { return CancellationError() }
            switch error {
            case is CancellationError, is HTTPTransportError: return error
            case let error as HTTPClientError: return of(error, hasHead: hasHead)
            case let error as HTTPParserError: return of(error)
            case let error as IOError: return of(error, hasHead: hasHead)
            case let error as NIOConnectionError: return of(error)
            case let error as ChannelError: return of(error, hasHead: hasHead)
            case NIOSSLError.uncleanShutdown: return lost
            case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
                return HTTPTransportError(.tlsFailed, "no safe connection came about", cause: error)
            case is SocketAddressError: return HTTPTransportError(.connectionFailed, "no such host", cause: error)
            case is ChannelPipelineError: return lost
            default:
                // The type says enough; the text of an unknown error could hold anything.
                let type = "\(Swift.type(of: error))"
                return hasHead
                    ? HTTPTransportError(.connectionLost, "the connection was lost: \(type)")
                    : HTTPTransportError(.connectionFailed, "no connection came about: \(type)")
            }
        }

        private static var lost: HTTPTransportError {
            HTTPTransportError(.connectionLost, "the connection was closed before the response was complete")
        }

        private static func of(_ error: HTTPClientError, hasHead: Bool) -> any Error {
            let code: Code
            switch error {
            case .alreadyShutdown, .cancelled: code = .closed
            case .remoteConnectionClosed, .uncleanShutdown: return lost
            case .readTimeout, .writeTimeout, .connectTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
                .socksHandshakeTimeout, .httpProxyHandshakeTimeout, .getConnectionFromPoolTimeout:
                code = .timedOut
            case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath, .traceRequestWithBody, .bodyLengthMismatch:
                code = .invalidRequest
            case .invalidProxyResponse, .proxyAuthenticationRequired: code = .connectionFailed
            case .redirectLimitReached, .redirectCycleDetected: return HTTPClientOwner.redirectError
            case .httpEndReceivedAfterHeadWith1xx: code = .malformedResponse
            default:
                // Those that carry values: never their description, which could hold headers.
                switch error.shortDescription {
                case "Unsupported scheme", "Invalid header field names", "Invalid header field values":
                    code = .invalidRequest
                case "Server offered unsupported application protocol": code = .tlsFailed
                default: code = hasHead ? .connectionLost : .connectionFailed
                }
            }
            return HTTPTransportError(code, error.shortDescription)
        }

        private static func of(_ error: HTTPParserError) -> HTTPTransportError {
            if case .invalidEOFState = error { return lost }
            return HTTPTransportError(.malformedResponse, "the response is not HTTP", cause: error)
        }

        private static func of(_ error: NIOConnectionError) -> HTTPTransportError {
            let place = "\(error.host):\(error.port)"
            guard !error.connectionErrors.isEmpty else {
                return HTTPTransportError(.connectionFailed, "no such host: \(place)", cause: error)
            }
            let areTimeouts = error.connectionErrors.allSatisfy {
                if case ChannelError.connectTimeout = $0.error { true } else { false }
            }
            return HTTPTransportError(
                areTimeouts ? .timedOut : .connectionFailed, "no connection to \(place)", cause: error)
        }

        private static func of(_ error: ChannelError, hasHead: Bool) -> HTTPTransportError {
            if case .connectTimeout = error { return HTTPTransportError(.timedOut, "no connection in time") }
            return lost
        }

        private static func of(_ error: IOError, hasHead: Bool) -> HTTPTransportError {
            switch error.errnoCode {
            case ETIMEDOUT: HTTPTransportError(.timedOut, "the other side does not answer", cause: error)
            case ECONNRESET, EPIPE, ENOTCONN, ECONNABORTED:
                HTTPTransportError(.connectionLost, "the connection was broken off", cause: error)
            default:
                hasHead
                    ? HTTPTransportError(.connectionLost, "the connection was lost", cause: error)
                    : HTTPTransportError(.connectionFailed, "no connection came about", cause: error)
            }
        }
    }
#endif
