import Foundation
import HelpdeskHTTP
import HelpdeskJSON
import Testing

@Suite struct ServerSentEventTests {
    /// Decodes a stream that is cut into pieces.
    func decode(_ pieces: [[UInt8]], limit: Int = 1 << 20) throws -> [ServerSentEvent] {
        var decoder = ServerSentEventDecoder(maximumEventBytes: limit)
        var events: [ServerSentEvent] = []
        for piece in pieces {
            decoder.append(piece)
            while let event = try decoder.next() { events.append(event) }
        }
        return events
    }

    func decode(_ text: String) throws -> [ServerSentEvent] { try decode([Array(text.utf8)]) }

    @Test func readsAllFields() throws {
        var decoder = ServerSentEventDecoder()
        decoder.append(Array(": hello\nevent: a\nid: 7\nretry: 250\ndata: x\ndata:y\ndata\n\ndata: z\n\n".utf8))
        #expect(try decoder.next() == ServerSentEvent(event: "a", data: "x\ny\n", id: "7"))
        #expect(decoder.reconnectionTime == .milliseconds(250))
        #expect(try decoder.next() == ServerSentEvent(data: "z", id: "7"))
        #expect(try decoder.next() == nil)
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func knowsAllLineEnds(end: String) throws {
        let text = ["data: a", "data: b", "", "data: c", "", ""].joined(separator: end)
        #expect(try decode(text).map(\.data) == ["a\nb", "c"])
    }

    @Test func aCarriageReturnEndsALineAtOnce() throws {
        var decoder = ServerSentEventDecoder()
        decoder.append(Array("data: a\r\r".utf8))
        #expect(try decoder.next()?.data == "a")
        decoder.append(Array("\ndata: b\r".utf8))
        decoder.append(Array("\n\r".utf8))
        #expect(try decoder.next()?.data == "b")
        decoder.append(Array("\ndata: c\n\n".utf8))
        #expect(try decoder.next()?.data == "c")
    }

    @Test func oneMarkAtTheBeginningIsNoText() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let stream = mark + Array("data: a\n\n".utf8) + mark + Array("data: b\n\ndata: c\n\n".utf8)
        #expect(try decode([stream]).map(\.data) == ["a", "c"])
        #expect(try decode(stream.map { [$0] }).map(\.data) == ["a", "c"])
    }

    @Test func eventsWithoutDataOrEndAreNone() throws {
        #expect(try decode("event: a\n\ndata: b\n\n") == [ServerSentEvent(data: "b")])
        #expect(try decode("data: b\n") == [])
        #expect(try decode("data: b") == [])
        #expect(try decode("\n\n\n") == [])
        #expect(try decode("data\n\n").map(\.data) == [""])
    }

    @Test func idsWithNulAndRetriesThatAreNoNumberDoNotCount() throws {
        var decoder = ServerSentEventDecoder()
        decoder.append(Array("id: 1\nid: 2\u{0}\nretry: 1.5\nretry:\nretry: -1\ndata: a\n\nid\ndata: b\n\n".utf8))
        #expect(try decoder.next() == ServerSentEvent(data: "a", id: "1"))
        #expect(try decoder.next() == ServerSentEvent(data: "b", id: ""))
        #expect(decoder.reconnectionTime == nil)
    }

    @Test func bytesThatAreNoUTF8AreReplaced() throws {
        #expect(
            try decode([Array("data: ".utf8) + [0xFF, 0xC3] + Array("\n\n".utf8)]).map(\.data) == ["\u{FFFD}\u{FFFD}"])
    }

    @Test func anyCutGivesTheSameEvents() throws {
        let stream = Array(
            "\u{FEFF}event: ü\r\ndata: 世界 😀\r\n\r\n: ping\r\rdata: a\ndata: b\n\nid: 3\r\ndata: c\r\n\r\n".utf8)
        let whole = try decode([stream])
        #expect(whole.count == 3)
        for first in 0...stream.count {
            for second in first...stream.count {
                let pieces = [Array(stream[..<first]), Array(stream[first..<second]), Array(stream[second...])]
                #expect(try decode(pieces) == whole)
            }
        }
        #expect(try decode(stream.map { [$0] }) == whole)
    }

    @Test func agreesWithTheOfficialLibraries() throws {
        var generator = SystemRandomNumberGenerator()
        let cases = try #require(try Golden.json("events.json").array)
        #expect(cases.count == 200)
        for (number, value) in cases.enumerated() {
            let stream = [UInt8](try #require(value["stream"]?.string.flatMap { Data(base64Encoded: $0) }))
            let expected = try #require(value["events"]?.array).map {
                ServerSentEvent(event: $0["event"]?.string, data: $0["data"]?.string ?? "?", id: $0["id"]?.string)
            }
            for cut in 0..<8 {
                var pieces: [[UInt8]] = []
                var rest = stream[...]
                while !rest.isEmpty {
                    let size = cut == 0 ? rest.count : Int.random(in: 1...min(cut, rest.count), using: &generator)
                    pieces.append(Array(rest.prefix(size)))
                    rest = rest.dropFirst(size)
                }
                let events = try decode(pieces).map { ServerSentEvent(event: $0.event, data: $0.data, id: $0.id ?? "") }
                #expect(events == expected, "stream \(number) in pieces of up to \(cut)")
            }
        }
    }

    @Test func hugeEventsAreRefused() throws {
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_000)
        for beginning in ["data: ", ": ", "unknown: ", ""] {
            #expect(throws: HTTPTransportError.self) { try decode([Array(beginning.utf8) + line + [0x0A, 0x0A]]) }
        }
        // Many lines of one event, in small pieces.
        #expect(throws: HTTPTransportError.self) {
            try decode(Array(repeating: Array("data: 0123456789\n".utf8), count: 1000), limit: 10_000)
        }
        // The events before the huge one are given.
        var decoder = ServerSentEventDecoder(maximumEventBytes: 100)
        decoder.append(Array("data: a\n\n".utf8) + line)
        #expect(try decoder.next()?.data == "a")
        let error = try #require(throws: HTTPTransportError.self) { try decoder.next() }
        #expect(error.code == .bodyTooLarge)
        #expect(error.message.contains("100"))
    }

    @Test func eventsUpToTheLimitAndEndlessCommentsAreTaken() throws {
        let data = String(repeating: "x", count: 92)
        let stream = Array("data: \(data)\n\n".utf8)
        #expect(stream.count == 100)
        #expect(try decode(stream.map { [$0] }, limit: 100).map(\.data) == [data])
        #expect(throws: HTTPTransportError.self) { try decode([stream], limit: 99) }
        let comments = Array(repeating: Array(": keep this open\n".utf8), count: 1000)
        #expect(try decode(comments + [stream], limit: 100).count == 1)
    }

    @Test func aBodyGivesItsEvents() async throws {
        let pieces = AsyncStream<[UInt8]> { continuation in
            for byte in "data: a\n\ndata: b\n\ndata: c".utf8 { continuation.yield([byte]) }
            continuation.finish()
        }
        var events: [String] = []
        for try await event in HTTPBody(pieces).serverSentEvents() { events.append(event.data) }
        #expect(events == ["a", "b"])
    }
}
