#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LLMResponse {
    /// Reads an answer that was asked for with ``LLMRequest/outputSchema``.
    ///
    /// A fence of code around the JSON, which some servers add, is taken off.
    ///
    /// - Throws: ``LanguageError``: `refused` after a refusal, `interrupted` where the answer was cut off,
    ///   `malformedResponse` where it is not what the type needs.
    public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws(LanguageError) -> Value {
        if stopReason == .refusal { throw LanguageError(.refused, "the model refused to answer") }
        if stopReason == .length {
            throw LanguageError(.interrupted, "the JSON was cut off after \(text.utf8.count) bytes", partialText: text)
        }
        do {
            return try JSONDecoder().decode(type, from: Data(Self.unfenced(text).utf8))
        } catch {
            throw LanguageError(
                .malformedResponse, "the answer, \(text.utf8.count) bytes, is no JSON of \(type)", cause: error)
        }
    }

    /// The text between a first line of three backticks and a last one.
    private static func unfenced(_ text: String) -> Substring {
        let body = text.drop(while: \.isWhitespace)
        guard body.hasPrefix("```"), let start = body.firstIndex(where: \.isNewline) else { return body }
        var inner = body[start...]
        while inner.last?.isWhitespace == true { inner.removeLast() }
        return inner.hasSuffix("```") ? inner.dropLast(3) : inner
    }
}
