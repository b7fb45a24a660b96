extension LLMResponse {
    /// Adds up the events of a stream.
    ///
    /// - Parameters:
    ///   - stream: A stream that nobody has read from.
    ///   - model: The model that answers; streams don't tell.
    /// - Throws: What the stream throws: `CancellationError`, or ``LanguageError`` where the answer breaks off.
    public init(collecting stream: LLMStream, model: String) async throws {
        self.init(text: "", model: model)
        for try await event in stream {
            switch event {
            case .text(let piece): text += piece
            case .citation(let citation): citations.append(citation)
            case .usage(let latest): usage = latest
            case .stop(let reason): stopReason = reason
            }
        }
    }

    /// The answer as events: text in pieces of about a word, each citation after the text it supports, then the usage
    /// and the stop. ``init(collecting:model:)`` gives the answer back.
    ///
    /// Citations keep their order: one waits for those before it, and one without a range comes where its turn is.
    public var events: [LLMEvent] {
        var events: [LLMEvent] = []
        var waiting = citations[...]
        func cite(upTo offset: Int) {
            while let citation = waiting.first, (citation.answerRange?.upperBound ?? offset) <= offset {
                events.append(.citation(citation))
                waiting.removeFirst()
            }
        }
        let utf8 = text.utf8
        var start = utf8.startIndex
        var offset = 0
        let ends = Set(citations.compactMap(\.answerRange?.upperBound))
        var index = start
        var position = 0
        var wasSpace = false
        // A piece ends before the first letter of the next word, and where a citation's range ends.
        while index < utf8.endIndex {
            let byte = utf8[index]
            let isSpace = byte == 0x20 || byte == 0x0A
            if position > offset, (wasSpace && !isSpace) || ends.contains(position),
                index.samePosition(in: text) != nil
            {
                events.append(.text(String(text[start..<index])))
                (start, offset) = (index, position)
                cite(upTo: offset)
            }
            wasSpace = isSpace
            index = utf8.index(after: index)
            position += 1
        }
        if start < utf8.endIndex { events.append(.text(String(text[start...]))) }
        cite(upTo: .max)
        return events + [.usage(usage), .stop(stopReason)]
    }
}
