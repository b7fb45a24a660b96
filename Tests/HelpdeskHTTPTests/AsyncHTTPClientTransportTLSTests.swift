#if AsyncHTTPClient
    import AsyncHTTPClient
    import HTTPTypes
    import HelpdeskHTTP
    import HelpdeskTesting
    import NIOSSL
    import Testing

    @Suite(.timeLimit(.minutes(5))) struct AsyncHTTPClientTransportTLSTests {
        /// A transport that trusts one of the certificates below, and nothing else.
        static func trusting(_ certificate: String = certificate) throws -> AsyncHTTPClientTransport {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)))
            return AsyncHTTPClientTransport(
                configuration: .init(connectTimeout: .seconds(300), base: .init(tlsConfiguration: tls)))
        }

        @Test func requestsGoOverTLS() async throws {
            let pieces = (0..<20).map { Array("piece \($0)\n".utf8) }
            try await withLoopbackServer(tls: Self.tls) { _, _ in
                .response(pieces: pieces, framing: .chunked, pause: .milliseconds(2))
            } body: { server in
                #expect(server.address.hasPrefix("https://"))
                let transport = try Self.trusting()
                for _ in 0..<3 {
                    let (head, body) = try await exchange(transport, request(to: server, scheme: "https"))
                    #expect(head.status == .ok)
                    #expect(body == Array(pieces.joined()))
                }
                #expect(server.counts.connections == 1)
                #expect(server.hasReceived(secret))
            }
        }

        @Test func aCertificateThatNobodyVouchesForIsRefused() async throws {
            try await withLoopbackServer(tls: Self.tls) { _, _ in
                .status(.ok)
            } body: { server in
                await expectError([.tlsFailed]) {
                    _ = try await exchange(
                        AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300))),
                        request(to: server, scheme: "https"))
                }
                #expect(!server.hasReceived(secret))
                #expect(server.counts.requests == 0)
            }
        }

        @Test func aCertificateOfAnotherHostIsRefused() async throws {
            let tls = LoopbackServer.TLSAttempt.accept(
                certificate: Self.certificateOfAnother, privateKey: Self.privateKey)
            try await withLoopbackServer(tls: tls) { _, _ in
                .status(.ok)
            } body: { server in
                let transport = try Self.trusting(Self.certificateOfAnother)
                await expectError([.tlsFailed]) {
                    _ = try await exchange(transport, request(to: server, scheme: "https"))
                }
                #expect(!server.hasReceived(secret))
            }
        }

        @Test func plainTextToAServerOfTLS() async throws {
            try await withLoopbackServer(tls: Self.tls) { _, _ in
                .status(.ok)
            } body: { server in
                await expectError([.connectionLost, .malformedResponse]) {
                    _ = try await exchange(
                        AsyncHTTPClientTransport(configuration: .init(connectTimeout: .seconds(300))),
                        request(to: server))
                }
            }
        }

        @Test func cutsAreNoticedOverTLS() async throws {
            let reply = LoopbackReply.response(
                pieces: [Array("data: a\n\n".utf8), Array("data: b\n\n".utf8)], framing: .chunked)
            try await withLoopbackServer(tls: Self.tls) { request, _ in
                reply.cut(after: Int(request.text) ?? 0)
            } body: { server in
                let transport = try Self.trusting()
                for count in stride(from: 0, to: reply.byteCount, by: 7) {
                    await expectError([.connectionLost], "after \(count)") {
                        _ = try await exchange(transport, request(to: server, scheme: "https"), body: "\(count)")
                    }
                }
            }
        }

        static let tls = LoopbackServer.TLSAttempt.accept(certificate: certificate, privateKey: privateKey)

        // Made for these tests, and of use for nothing else:
        // openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj "/CN=127.0.0.1" \
        //   -addext "subjectAltName=IP:127.0.0.1" -keyout key.pem -out certificate.pem
        static let certificate = """
            -----BEGIN CERTIFICATE-----
            MIIBjzCCATagAwIBAgIUVY7+qZVQjvmIAgP1arGIyI0g/UcwCgYIKoZIzj0EAwIw
            FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMzE4MjEzNFoYDzIxMjYxMDMw
            MTgyMTM0WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
            PQMBBwNCAASQcbx8EoXDGhBSDgdQnFpYBA9KVphx8gR4ThFz9H2CAEXgblm9Qjhm
            lbast/bu+mnAoXmDAhGxVIEpfhwQuvW9o2QwYjAdBgNVHQ4EFgQU/B0bEiUEDvGC
            znm8eDY5K/LCqiswHwYDVR0jBBgwFoAU/B0bEiUEDvGCznm8eDY5K/LCqiswDwYD
            VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
            IAYP6JCeicXc/4VKxu4nph76DOcFP2MTpzb7E/AT4mQUAiBC13Hcat+ZbU2yNeqm
            9IyKVAWw3l26wM0fLirh34FIyA==
            -----END CERTIFICATE-----
            """
        // The same key: -subj "/CN=other.example" -addext "subjectAltName=DNS:other.example"
        static let certificateOfAnother = """
            -----BEGIN CERTIFICATE-----
            MIIBoTCCAUegAwIBAgIUNAlh/9PwamEDZHPQ4EG1KcyvhsEwCgYIKoZIzj0EAwIw
            GDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTAgFw0yNjExMjMxODI0NTdaGA8yMTI2
            MTAzMDE4MjQ1N1owGDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTBZMBMGByqGSM49
            AgEGCCqGSM49AwEHA0IABJBxvHwShcMaEFIOB1CcWlgED0pWmHHyBHhOEXP0fYIA
            ReBuWb1COGaVtqy39u76acCheYMCEbFUgSl+HBC69b2jbTBrMB0GA1UdDgQWBBT8
            HRsSJQQO8YLOebx4Njkr8sKqKzAfBgNVHSMEGDAWgBT8HRsSJQQO8YLOebx4Njkr
            8sKqKzAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDW90aGVyLmV4YW1wbGUw
            CgYIKoZIzj0EAwIDSAAwRQIhAKc57FofiTl4evjbghATDbfn8q/qYp07ovPzoSRY
            vYAyAiAt9DTBaNqxIZO+rgd1HbOo58sp+efxCmGQqy3PDL304A==
            -----END CERTIFICATE-----
            """
        static let privateKey = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7IRbsc7X6RxvvBLS
            7XnVEfSIsk5MdDlJi0QpERdEo4ihRANCAASQcbx8EoXDGhBSDgdQnFpYBA9KVphx
            8gR4ThFz9H2CAEXgblm9Qjhmlbast/bu+mnAoXmDAhGxVIEpfhwQuvW9
            -----END PRIVATE KEY-----
            """
    }
#endif
