#if AsyncHTTPClient
    public import HelpdeskLanguage

    /// What a player of a language model was asked, read back from the bytes of the request.
    public struct LoopbackQuestion: Sendable {
        /// Instructions, messages, sources and the form of the answer, as far as the provider's format has them.
        public var request: LLMRequest
        /// The model that was asked.
        public var model: String
        /// Whether the answer is streamed.
        public var isStreamed: Bool
        /// The request as it came.
        public var http: RecordedRequest

        /// An answer that quotes the passage that has most words of the question, and cites it; JSON of the right form where
        /// JSON was asked for.
        ///
        /// The same question always gets the same answer.
        public var quotation: LLMResponse {
            if let schema = request.outputSchema {
                return LLMResponse(text: Self.sample(of: schema.root).text, model: model)
            }
            let question = ContentWords([request.question])
            var best: (source: LLMSource, passage: Int, share: Double)?
            for source in request.sources {
                for (position, text) in source.passages.enumerated() where !text.allSatisfy(\.isWhitespace) {
                    let share = question.share(in: ContentWords([source.title, text]))
                    if best.map({ share > $0.share }) ?? true { best = (source, position, share) }
                }
            }
            guard let best else { return LLMResponse(text: "I don't know.", stopReason: .complete, model: model) }
            let quote = best.source.passages[best.passage]
            let opening = "The articles say: "
            let range = opening.utf8.count..<opening.utf8.count + quote.utf8.count
            return LLMResponse(
                text: opening + quote,
                citations: [
                    LLMCitation(sourceID: best.source.id, passage: best.passage, quote: quote, answerRange: range)
                ], model: model)
        }

        /// Something of the form of a schema.
        private static func sample(of schema: JSONSchema) -> LoopbackJSON {
            switch schema {
            case .string(_, let values): .string(values?.first ?? "text")
            case .integer: 1
            case .number: .number(0.5)
            case .boolean: true
            case .array(let element, _): [sample(of: element)]
            case .object(let properties, _):
                .object(properties.map { .init(key: $0.name, value: sample(of: $0.schema)) })
            }
        }
    }
#endif
