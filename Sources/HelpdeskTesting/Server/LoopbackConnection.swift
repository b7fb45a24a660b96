#if AsyncHTTPClient
    import HTTPTypes
    import NIOCore

    #if canImport(Darwin)
        import Darwin
    #elseif canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Android)
        import Android
    #endif

    /// One connection: reads requests on the event loop, and has a task reply to them one after the other.
    final class LoopbackConnection: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private enum Message: Sendable {
            case request(RecordedRequest)
            case continueWanted
            case malformed
            case tls
        }

        private let record: LoopbackRecord
        private let number: Int
        private let messages: AsyncStream<Message>.Continuation
        private let player: Task<Void, Never>
        private var parser: LoopbackRequestParser
        private var isFirstByte = true
        private var isDeaf = false

        init(
            _ channel: any Channel, record: LoopbackRecord, tls: LoopbackServer.TLSAttempt,
            answer: @escaping LoopbackServer.Answer
        ) {
            let (stream, messages) = AsyncStream.makeStream(of: Message.self)
            let number = record.open()
            self.record = record
            self.messages = messages
            self.number = number
            parser = LoopbackRequestParser(connection: number)
            player = Self.start(stream, on: channel, record: record, number: number, tls: tls, answer: answer)
            if !record.keep(channel, player, of: number) {
                player.cancel()
                channel.close(promise: nil)
            }
        }

        // MARK: On the event loop

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = unwrapInboundIn(data).readableBytesView
            guard let first = bytes.first else { return }
            record.receive(bytes, on: number)
            guard !isDeaf else { return }
            if isFirstByte, first == 0x16 {
                isDeaf = true
                record.count { $0.tlsAttempts += 1 }
                messages.yield(.tls)
                return
            }
            isFirstByte = false
            parser.append(bytes)
            do {
                while let event = try parser.next() {
                    switch event {
                    case .continueWanted: messages.yield(.continueWanted)
                    case .request(let request): messages.yield(.request(record.receive(request)))
                    }
                }
            } catch {
                isDeaf = true
                record.count { $0.malformedRequests += 1 }
                messages.yield(.malformed)
            }
        }

        func channelInactive(context: ChannelHandlerContext) {
            messages.finish()
            player.cancel()
            record.close(number)
            context.fireChannelInactive()
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        // MARK: In the task

        private static func start(
            _ messages: AsyncStream<Message>, on channel: any Channel, record: LoopbackRecord, number: Int,
            tls: LoopbackServer.TLSAttempt, answer: @escaping LoopbackServer.Answer
        ) -> Task<Void, Never> {
            Task {
                await play(messages, on: channel, record: record, tls: tls, answer: answer)
                try? await channel.close().get()
                record.forget(number)
            }
        }

        private static func play(
            _ messages: AsyncStream<Message>, on channel: any Channel, record: LoopbackRecord,
            tls: LoopbackServer.TLSAttempt, answer: LoopbackServer.Answer
        ) async {
            for await message in messages {
                let reply: LoopbackReply
                var isLast = true
                switch message {
                case .continueWanted:
                    try? await write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: channel, record)
                    continue
                case .malformed: reply = .status(.badRequest, headers: [.connection: "close"])
                case .tls: reply = Self.reply(to: tls)
                case .request(let request):
                    record.count { $0.runningReplies += 1 }
                    reply = await answer(request, request.index)
                    isLast = request.headers[.connection]?.lowercased() == "close"
                }
                do {
                    let isClosed = try await play(reply, on: channel, record)
                    if case .request = message {
                        record.count {
                            $0.runningReplies -= 1
                            $0.replies += 1
                        }
                    }
                    if isClosed || isLast { return }
                } catch {
                    if case .request = message {
                        let isStopped = record.isStopped
                        record.count {
                            $0.runningReplies -= 1
                            if !isStopped { $0.closedEarly += 1 }
                        }
                    }
                    return
                }
            }
        }

        /// Plays a reply. Returns whether it ended the connection.
        private static func play(_ reply: LoopbackReply, on channel: any Channel, _ record: LoopbackRecord)
            async throws -> Bool
        {
            for step in reply.steps {
                switch step {
                case .send(let bytes): try await write(bytes, to: channel, record)
                case .repeat(let bytes, let times):
                    for _ in 0..<max(0, times) { try await write(bytes, to: channel, record) }
                case .pause(let duration): try await Task.sleep(for: duration)
                case .waitForClient:
                    try await channel.closeFuture.get()
                    throw ChannelError.eof
                case .close: return true
                case .reset:
                    if let socket = channel as? any SocketOptionProvider {
                        try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
                    }
                    return true
                }
            }
            return false
        }

        /// Returns when the network has taken the bytes.
        private static func write(_ bytes: [UInt8], to channel: any Channel, _ record: LoopbackRecord) async throws {
            guard !bytes.isEmpty else { return }
            try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
            record.count { $0.bytesSent += bytes.count }
        }

        private static func reply(to attempt: LoopbackServer.TLSAttempt) -> LoopbackReply {
            switch attempt {
            case .plainText:
                .response(
                    .badRequest, headers: [.connection: "close"],
                    text: "Client sent an HTTPS request to an HTTP server.\n")
            case .alert: .raw([21, 3, 1, 0, 2, 2, 40])
            case .close: .hangUp
            case .silence, .accept: .silence
            }
        }
    }
#endif
