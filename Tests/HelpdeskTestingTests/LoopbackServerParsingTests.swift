#if AsyncHTTPClient
    import HTTPTypes
    import Testing

    @testable import HelpdeskTesting

    @Suite struct LoopbackServerParsingTests {
        static let text =
            "POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello\r\nGET / HTTP/1.1\nA:  b \t\nA: c\n\n"
            + "PUT /c HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n06\r\n world\r\n0\r\nT: u\r\n\r\n"

        @Test(arguments: [1, 2, 3, 7, 50, 1000]) func requestsAreReadHoweverTheyAreCut(_ size: Int) throws {
            let bytes = Array(Self.text.utf8)
            var parser = LoopbackRequestParser(connection: 3)
            var requests: [RecordedRequest] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                parser.append(bytes[start..<min(bytes.count, start + size)])
                while case .request(let request) = try parser.next() { requests.append(request) }
            }
            #expect(requests.map(\.method) == [.post, .get, .put])
            #expect(requests.map(\.path) == ["/a?b=c", "/", "/c"])
            #expect(requests.map(\.text) == ["hello", "", "hello world"])
            #expect(requests[0].header("content-length") == "5")
            #expect(requests[1].headers.map(\.value) == ["b", "c"])
            #expect(requests.allSatisfy { $0.connection == 3 })
            #expect(requests.flatMap(\.raw) == bytes)
            #expect(!parser.isInside)
        }

        @Test func aClientThatWaitsIsToldToGoOn() throws {
            var parser = LoopbackRequestParser(connection: 0)
            parser.append("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n".utf8)
            guard case .continueWanted = try parser.next() else { throw NotExpected() }
            #expect(try parser.next() == nil)
            parser.append("ab".utf8)
            guard case .request(let request) = try parser.next() else { throw NotExpected() }
            #expect(request.text == "ab")
        }

        struct NotExpected: Error {}

        @Test(arguments: [
            "hello\r\n", "GET /\r\n", "GET  HTTP/1.1\r\n", "GET / HTTP/2.0\r\n", "G@T / HTTP/1.1\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n", "GET / HTTP/1.1\r\n: x\r\n",
            "GET / HTTP/1.1\r\ncontent-length: x\r\n\r\n",
            "GET / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nx\r\n",
            "GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n-1\r\n",
            "GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nabc\r\n",
        ])
        func whatIsNoRequestIsRefused(_ text: String) {
            var parser = LoopbackRequestParser(connection: 0)
            parser.append(text.utf8)
            #expect(throws: LoopbackRequestParser.Malformed.self) { while try parser.next() != nil {} }
        }

        @Test func aHeadWithoutEndIsRefused() {
            var parser = LoopbackRequestParser(connection: 0)
            #expect(throws: LoopbackRequestParser.Malformed.self) {
                for _ in 0..<100 {
                    parser.append([UInt8](repeating: 65, count: 1 << 16))
                    _ = try parser.next()
                }
            }
        }

        @Test func aLargeBodyIsReadInLinearTime() throws {
            var parser = LoopbackRequestParser(connection: 0)
            parser.append("POST / HTTP/1.1\r\ncontent-length: 8388608\r\n\r\n".utf8)
            for position in 0..<2048 {
                #expect(try parser.next() == nil, "\(position)")
                parser.append([UInt8](repeating: 10, count: 4096))
            }
            guard case .request(let request) = try parser.next() else { throw NotExpected() }
            #expect(request.body.count == 8_388_608)
        }

        @Test func jsonIsWrittenInOrder() {
            let json: LoopbackJSON = [
                "z": "a\"b\\c\n\u{1}é😀", "a": [1, 2, nil, true, .number(0.5)], "m": [:], "n": [],
            ]
            #expect(json.text == #"{"z":"a\"b\\c\n\u0001é😀","a":[1,2,null,true,0.5],"m":{},"n":[]}"#)
        }

        @Test func base64() {
            let texts = ["": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "foobar": "Zm9vYmFy"]
            for (text, expected) in texts { #expect(LoopbackOpenAI.base64(Array(text.utf8)) == expected) }
            #expect(LoopbackOpenAI.base64([0xFB, 0xFF, 0xFE]) == "+//+")
        }
    }
#endif
