import Foundation
import HelpdeskLanguage
import HelpdeskTesting
import Testing

@Suite struct LLMRequestFormTests {
    private struct Verdict: Decodable, Equatable {
        var category: String
        var sure: Bool?
    }

    private static let schema = JSONSchema.object([
        .init("category", .string(description: "what it is about", values: ["billing", "technical"])),
        .init("sure", .boolean(), isOptional: true),
        .init("parts", .array(of: .object([.init("count", .integer()), .init("share", .number())]))),
    ])

    @Test func schemasEncodeToJSONSchema() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(Self.schema), as: UTF8.self)
        #expect(
            text
                == #"{"additionalProperties":false,"properties":{"category":{"description":"what it is about","enum":["billing","technical"],"type":"string"},"parts":{"items":{"additionalProperties":false,"properties":{"count":{"type":"integer"},"share":{"type":"number"}},"required":["count","share"],"type":"object"},"type":"array"},"sure":{"type":["boolean","null"]}},"required":["category","sure","parts"],"type":"object"}"#
        )
    }

    @Test(arguments: [
        #"{"category":"billing","sure":null}"#, "```json\n{\"category\":\"billing\"}\n```\n",
        "  {\"category\":\"billing\"}",
    ])
    func answersAreRead(_ text: String) throws {
        #expect(try LLMResponse(text: text, model: "m").decoded(as: Verdict.self) == Verdict(category: "billing"))
    }

    @Test func whatIsNoAnswerIsAnError() {
        let cases: [(LLMResponse, LanguageError.Code)] = [
            (LLMResponse(text: "{\"category\":", stopReason: .length, model: "m"), .interrupted),
            (LLMResponse(text: "{\"category\":", model: "m"), .malformedResponse),
            (LLMResponse(text: "", stopReason: .refusal, model: "m"), .refused),
            (LLMResponse(text: "```", model: "m"), .malformedResponse),
        ]
        for (response, code) in cases {
            #expect { _ = try response.decoded(as: Verdict.self) } throws: { ($0 as? LanguageError)?.code == code }
        }
    }

    @Test func requestsThatCannotBeAnsweredAreRefused() {
        for request in [
            LLMRequest(messages: [.user("Hi")], timeout: .zero),
            LLMRequest(messages: [.user("Hi")], outputSchema: LLMOutputSchema(name: "", .boolean())),
            LLMRequest(messages: [.user("Hi")], maximumOutputTokens: 0),
        ] {
            #expect { try request.validate() } throws: { ($0 as? LanguageError)?.code == .invalidRequest }
        }
    }

    @Test func sourcesOfTheSystemCountToo() {
        let source = LLMSource(id: "a", title: "", passages: ["x"])
        let request = LLMRequest(system: [.text("Rules."), .source(source), .text("More.")], messages: [.user("Hi")])
        #expect(request.sources == [source])
        #expect(request.instructions == "Rules.\nMore.")
    }

    @Test func errorsSayWhatTheProviderSaidAndNoText() {
        let error = LanguageError(
            .overloaded, "the provider is overloaded",
            provider: .init(status: 529, type: "overloaded_error", message: "Overloaded", requestID: "req_1"),
            partialText: "secret words", retries: 2)
        #expect(
            "\(error)"
                == "LanguageError.overloaded: the provider is overloaded (HTTP 529, overloaded_error, \"Overloaded\", request req_1, sent 3 times)"
        )
    }

    @Test func anEndWithoutAStopCarriesWhatCame() async {
        await #expect {
            for try await _ in LLMStream([.text("Open "), .text("Settings")]) {}
        } throws: { ($0 as? LanguageError)?.partialText == "Open Settings" }
    }
}
