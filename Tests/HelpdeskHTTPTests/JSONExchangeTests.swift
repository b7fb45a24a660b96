import HTTPTypes
import HelpdeskHTTP
import HelpdeskJSON
import Testing

@Suite struct JSONExchangeTests {
    @Test func keysAreNeverShown() {
        let key = APIKey(" sk-secret\n")
        #expect(key.secret == "sk-secret")
        var dumped = ""
        dump(["a": key], to: &dumped)
        for text in [
            "\(key)", String(reflecting: key), "\([key])", dumped, "\(Mirror(reflecting: key).children.count)",
        ] {
            #expect(!text.contains("secret"))
        }
        #expect(APIKey(" \n").secret == "")
    }

    @Test func fieldsAreWrittenInOrder() throws {
        var field: JSONField = [
            "b": [1, 2.5, nil, true], "a": "ü/\"\\\n\u{1}\u{7F}", "c": ["x": .number(.infinity), "y": .integer(.min)],
        ]
        let text =
            #"{"b":[1,2.5,null,true],"a":"ü/\"\\\n\u0001"# + "\u{7F}" + #"","c":{"x":null,"y":-9223372036854775808}}"#
        #expect(String(decoding: field.utf8, as: UTF8.self) == text)
        _ = try JSONValue(utf8: field.utf8)
        field.merge(["c": ["y": 1, "z": []], "b": "new", "d": [:]])
        field["a"] = nil
        #expect(field == ["b": "new", "c": ["x": .number(.infinity), "y": 1, "z": []], "d": [:]])
    }

    @Test func addressesAreTakenApart() throws {
        let endpoint = try HTTPEndpoint("HTTPS://api.example.com:8443/v1//")
        #expect(endpoint.scheme == "https" && endpoint.authority == "api.example.com:8443" && endpoint.path == "/v1")
        #expect(endpoint.post("/x", [:]).path == "/v1/x")
        #expect(try HTTPEndpoint("http://[::1]:11434").authority == "[::1]:11434")
        for address in [
            "", "api.example.com", "ftp://x", "https://", "https:///v1", "https://user:secret@x",
            "https://x/?key=secret",
            "https://x/#a", "https://x y", "https://ü.example", "https://x\r\nhost: y",
        ] {
            let error = #expect(throws: HTTPTransportError.self) { try HTTPEndpoint(address) }
            #expect(error?.code == .invalidRequest)
            #expect(error.map { "\($0)".contains("secret") } == false)
        }
    }

    @Test func secretsAndPromptsAreTakenOutOfErrors() {
        let scrubber = ErrorScrubber(secrets: ["sk-123456", "", "other"])
        #expect(scrubber.scrub("invalid key sk-123456 of other") == "invalid key […] of […]")
        let prompt = "My card has the number 4111 1111 1111 1111 and the code 123."
        let message = "cannot parse 'My card has the number 4111 1111 1111 1111 and' at 3; short text"
        #expect(scrubber.scrub(message, texts: ["x", prompt]) == "cannot parse '[…]' at 3; short text")
        #expect(scrubber.scrub("at 3: short text", texts: ["short text"]) == "at 3: […]")
        #expect(scrubber.scrub("max_tokens: must be 1 or more", texts: [prompt]) == "max_tokens: must be 1 or more")
        #expect(scrubber.scrub("a\nb\u{0}c") == "a b c")
        let long = String(repeating: "a", count: 1_000_000)
        #expect(scrubber.scrub(long, texts: [long]) == "[…]")
        #expect(scrubber.scrub(long).count == 501)
    }

    @Test func malformedJSONSaysWhere() throws {
        let error = try #require(throws: JSONExchange.MalformedJSON.self) {
            try JSONExchange.parse(Array("{\"a\":}".utf8), what: "the answer")
        }
        #expect(error.message == "the answer, 6 bytes, is no JSON")
        #expect((error.cause as? JSONError)?.offset == 5)
        #expect(try JSONExchange.parse([0xEF, 0xBB, 0xBF] + Array("[]".utf8), what: "x").array?.isEmpty == true)
    }
}
