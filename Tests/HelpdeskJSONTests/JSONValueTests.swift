import HelpdeskJSON
import Testing

@Suite struct JSONValueTests {
    @Test func parsesEveryKindOfValue() throws {
        let value = try JSONValue(utf8: Array(#" {"a": [1, -2.5e3, true, false, null], "b": {"c": "d"}} "#.utf8))
        #expect(value["a"]?.array?.count == 5)
        #expect(value["a"]?.array?[0].integer == 1)
        #expect(value["a"]?.array?[1].double == -2500)
        #expect(value["a"]?.array?[2].bool == true)
        #expect(value["a"]?.array?[4].isNull == true)
        #expect(value["b"]?["c"]?.string == "d")
    }

    @Test func keepsCanonicallyEquivalentKeysApart() throws {
        let value = try JSONValue(utf8: Array(#"{"\u00e9": 1, "e\u0301": 2}"#.utf8))
        #expect(value.members?.count == 2)
        #expect(value["\u{E9}"]?.integer == 1)
        #expect(value["e\u{301}"]?.integer == 2)
    }

    @Test func keepsDuplicateKeysAndTheirOffsets() throws {
        let members = try #require(try JSONValue(utf8: Array(#"{"a":1,"a":2}"#.utf8)).members)
        #expect(members.map(\.offset) == [1, 7])
    }

    @Test func readsEscapesAndSurrogatePairs() throws {
        let value = try JSONValue(utf8: Array(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é""#.utf8))
        #expect(value.string == "\"\\/\u{8}\u{C}\n\r\té😀é")
    }

    @Test func keepsLargeIntegersExact() throws {
        #expect(try JSONValue(utf8: Array("18446744073709551615".utf8)).unsigned == .max)
        #expect(try JSONValue(utf8: Array("18446744073709551616".utf8)).unsigned == nil)
    }

    @Test(arguments: [
        "", " ", "{", "[1,", "[1 2]", "{\"a\"}", "{a:1}", "01", "-", "1.", "1e", "+1", ".5", "tru", "nul", "[]]",
        "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"abc", "NaN", "[,]",
        "{\"a\":1,}", "'a'", "\u{FEFF}1",
    ])
    func refusesMalformedText(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(utf8: Array(text.utf8)) }
    }

    @Test func refusesInvalidUTF8AndDeepNesting() {
        #expect(throws: JSONError.self) { try JSONValue(utf8: [0x22, 0xFF, 0x22]) }
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        #expect(throws: JSONError.self) { try JSONValue(utf8: deep) }
    }
}
