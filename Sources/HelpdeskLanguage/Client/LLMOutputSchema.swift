/// The form of an answer that is to be JSON.
///
/// ```swift
/// let schema = LLMOutputSchema(
///     name: "verdict",
///     .object([
///         .init("category", .string(values: ["billing", "technical"])),
///         .init("reason", .string(description: "one sentence")),
///     ]))
/// let verdict = try await client.respond(to: LLMRequest(messages: [.user(text)], outputSchema: schema))
///     .decoded(as: Verdict.self)
/// ```
public struct LLMOutputSchema: Hashable, Sendable {
    /// What the answer is called; letters, digits, `_` and `-`.
    public var name: String
    /// What the answer must be.
    public var root: JSONSchema

    /// Creates a schema.
    public init(name: String, _ root: JSONSchema) {
        self.name = name
        self.root = root
    }
}
