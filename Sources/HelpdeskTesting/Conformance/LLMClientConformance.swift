public import HelpdeskLanguage

/// Checks that a conformer of ``LLMClient`` keeps the protocol's promises.
public enum LLMClientConformance {
    /// Checks all promises.
    ///
    /// - Parameters:
    ///   - client: The conformer.
    ///   - isDeterministic: Whether it gives the same answer twice; where not, a whole answer is not compared with a
    ///     streamed one.
    /// - Throws: ``ConformanceFailure`` for the first promise that is broken, and what the client throws where it mustn't.
    public static func check(_ client: any LLMClient, isDeterministic: Bool = true) async throws {
        try Promise("a name of the model").require(!client.model.isEmpty, "model is empty")
        for request in requests {
            let whole = try await client.respond(to: request)
            try check(whole, to: request, "respond")
            let streamed = try await collect(client.stream(request), model: client.model)
            try check(streamed, to: request, "stream")
            guard isDeterministic else { continue }
            try checkSame(whole, streamed, request)
        }
        try await checkConcurrency(client, isDeterministic)
        try await checkRefusals(client)
        try await checkEnding(client)
    }

    private static let sources = [
        LLMSource(
            id: "password", title: "Reset your password", version: "2",
            passages: [
                "To reset your password, open Settings and choose Security. Then choose Reset password.\n\nThe e-mail arrives "
                    + "within five minutes.",
                "Passwords have at least 12 characters.",
            ]),
        LLMSource(
            id: "rücksendung", title: "Retouren", passages: ["Die Rücksendung kostet 4,90 €. 😀 Sie dauert 3 Tage."]),
        LLMSource(id: "empty", title: "", passages: []),
        LLMSource(id: "blank", title: " ", passages: ["", " \n"]),
    ]

    private static var requests: [LLMRequest] {
        let content = sources.map { LLMContent.source($0) }
        return [
            LLMRequest(messages: [LLMMessage(role: .user, content: [.text("How do I reset my password?")] + content)]),
            LLMRequest(messages: [LLMMessage(role: .user, content: content + [.text("Was kostet die Rücksendung?")])]),
            LLMRequest(
                instructions: "Answer from the sources.",
                messages: [
                    LLMMessage(role: .user, content: [.text("How long must a password be?")] + content),
                    .assistant("At least 12 characters."), .user("And when does the reset e-mail arrive?"),
                ], maximumOutputTokens: 200),
            LLMRequest(messages: [.user("How do I reset my password?")]),
            LLMRequest(messages: [LLMMessage(role: .user, content: [.text("")] + content)]),
            LLMRequest(messages: [LLMMessage(role: .user, content: content)]),
        ]
    }

    // MARK: Checks

    /// Adds up a stream and checks its shape.
    private static func collect(_ stream: LLMStream, model: String) async throws -> LLMResponse {
        let promise = Promise("a stream yields no empty text and ends with exactly one stop, or throws")
        var response = LLMResponse(text: "", model: model)
        var stops = 0
        for try await event in stream {
            try promise.require(stops == 0, "\(event) came after the stop")
            switch event {
            case .text(let text):
                try promise.require(!text.isEmpty, "an empty text was yielded")
                response.text += text
            case .citation(let citation): response.citations.append(citation)
            case .usage(let usage): response.usage = usage
            case .stop(let reason):
                response.stopReason = reason
                stops += 1
            }
        }
        try promise.require(stops == 1, "the stream ended without a stop")
        return response
    }

    private static func check(_ response: LLMResponse, to request: LLMRequest, _ what: String) throws {
        let promise = Promise("every citation names a source and passage of the request, and quotes it literally")
        for citation in response.citations {
            guard let source = request.sources.first(where: { $0.id == citation.sourceID }) else {
                throw promise.failure("\(what) cites source \"\(citation.sourceID)\", which the request doesn't hold")
            }
            try promise.require(
                source.passages.indices.contains(citation.passage),
                "\(what) cites passage \(citation.passage) of \"\(source.id)\", which has \(source.passages.count)")
            try promise.require(!citation.quote.isEmpty, "\(what) quotes nothing of \"\(source.id)\"")
            try promise.require(
                source.passages[citation.passage].contains(citation.quote),
                "\(what): \"\(citation.quote.prefix(80))\" is not in passage \(citation.passage) of \"\(source.id)\"")
            if let range = citation.answerRange {
                let length = response.text.utf8.count
                try promise.require(
                    !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= length,
                    "\(what): answerRange \(range) is empty or not in the answer, which has \(length) bytes")
                let bytes = Array(response.text.utf8)[range]
                try promise.require(
                    String(validating: bytes, as: UTF8.self) != nil, "\(what): answerRange \(range) parts a character")
            }
        }
        try Promise("usage").require(
            response.usage.inputTokens >= 0 && response.usage.outputTokens >= 0, "\(what) cost less than nothing")
    }

    private static func checkSame(_ whole: LLMResponse, _ streamed: LLMResponse, _ request: LLMRequest) throws {
        let promise = Promise("respond(to:) returns what the events of stream(_:) add up to")
        let name = "\"\(request.question)\""
        try promise.require(
            whole.text == streamed.text, "\(name): \"\(whole.text)\" whole, \"\(streamed.text)\" streamed")
        try promise.require(
            whole.citations == streamed.citations, "\(name): \(whole.citations) whole, \(streamed.citations) streamed")
        try promise.require(
            whole.stopReason == streamed.stopReason,
            "\(name): \(whole.stopReason.rawValue) whole, \(streamed.stopReason.rawValue) streamed")
        try promise.require(whole.usage == streamed.usage, "\(name): \(whole.usage) whole, \(streamed.usage) streamed")
    }

    private static func checkConcurrency(_ client: any LLMClient, _ isDeterministic: Bool) async throws {
        let requests = requests
        let expected = try await client.respond(to: requests[0])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<8 {
                group.addTask {
                    let response =
                        index % 2 == 0
                        ? try await client.respond(to: requests[0])
                        : try await collect(client.stream(requests[0]), model: client.model)
                    try check(response, to: requests[0], "a call among others")
                    if isDeterministic { try checkSame(expected, response, requests[0]) }
                }
            }
            try await group.waitForAll()
        }
    }

    private static func checkRefusals(_ client: any LLMClient) async throws {
        let promise = Promise("LanguageError for a request without a user message")
        let twin = LLMContent.source(sources[0])
        let refused: [(String, LLMRequest)] = [
            ("no message", LLMRequest(messages: [])),
            ("no message of the user", LLMRequest(messages: [.assistant("Hi")])),
            (
                "two sources of one id",
                LLMRequest(messages: [LLMMessage(role: .user, content: [twin, twin, .text("Hi")])])
            ),
            (
                "a source with an empty id",
                LLMRequest(messages: [
                    LLMMessage(
                        role: .user, content: [.text("Hi"), .source(LLMSource(id: "", title: "", passages: []))])
                ])
            ),
        ]
        for (name, request) in refused {
            let isRight = { (error: LanguageError) in error.code == .invalidRequest }
            try await promise.requireError(LanguageError.self, "respond with \(name)", where: isRight) {
                _ = try await client.respond(to: request)
            }
            try await promise.requireError(LanguageError.self, "stream with \(name)", where: isRight) {
                for try await _ in client.stream(request) {}
            }
        }
    }

    private static func checkEnding(_ client: any LLMClient) async throws {
        let promise = Promise("CancellationError soon after the calling task is cancelled")
        let request = requests[0]
        try await promise.requireCancellation("respond") { _ = try await client.respond(to: request) }
        try await promise.requireCancellation("stream") { for try await _ in client.stream(request) {} }
        // A reader that stops early must not disturb the next one.
        for try await _ in client.stream(request) { break }
        try check(try await client.respond(to: request), to: request, "respond after a stream that was left")
        let streamed = try await collect(client.stream(request), model: client.model)
        try check(streamed, to: request, "stream after a stream that was left")
    }
}
