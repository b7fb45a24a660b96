public import HelpdeskLanguage

/// Takes markers such as `[1]`, `[1][2]`, `[1, 3]`, `[1-3]` and `【1†source】` out of an answer that comes in pieces, and
/// gives what they cite.
///
/// ```swift
/// var parser = CitationMarkerParser(sources: sources)
/// var events = parser.append("Open Settings [1")
/// events += parser.append("]. Then")
/// events += parser.finish()
/// // text "Open Settings", text ".", citation of sources[0] for "Open Settings.", text " Then"
/// ```
///
/// - The numbers are positions in the sources, from 1. Brackets with other numbers, links (`[1](https://…)`) and what
///   stands in code between backticks stay as they are.
/// - White space before a marker goes with it where punctuation, white space or nothing follows.
/// - A citation comes when the sentence that its marker stands in or behind is complete. It quotes the passage of the
///   source that has most words in common with the sentence; its range is the sentence.
///
/// The events are the same however the answer is cut. Only what may be a marker is held back: white space, and up to 64
/// characters from a bracket on. Time is linear in the answer.
public struct CitationMarkerParser: Sendable {
    private static let maximumMarkerLength = 64
    private static let maximumSpaces = 64

    private var sources: [NumberedSource]
    private var events: [LLMEvent] = []
    private var output = String.UnicodeScalarView()
    /// White space that may go with a marker behind it.
    private var spaces: [Unicode.Scalar] = []
    /// What may be a marker, from its bracket on.
    private var marker: [Unicode.Scalar] = []
    /// The numbers of a marker in `[]` that is complete, but may still be a link.
    private var numbers: [Int]?
    /// Whether a marker was taken out since the last character.
    private var hasDropped = false
    private var code = CodeSpans()
    private var sentences = SentenceTracker()
    /// The numbers that the sentence so far cites.
    private var cited: [Int] = []

    /// Creates a parser for one answer.
    ///
    /// - Parameter sources: The sources in the order of their numbers, the first one number 1.
    public init(sources: [LLMSource]) { self.sources = sources.map(NumberedSource.init) }

    /// Takes the next piece of the answer.
    ///
    /// - Returns: Text without markers, never empty, and citations.
    public mutating func append(_ piece: String) -> [LLMEvent] {
        for scalar in piece.unicodeScalars { step(scalar) }
        flush()
        defer { events = [] }
        return events
    }

    /// Ends the answer.
    ///
    /// - Returns: What was held back.
    public mutating func finish() -> [LLMEvent] {
        if numbers != nil {
            accept()
        } else if !marker.isEmpty {
            release()
        }
        if !hasDropped { for space in spaces { plain(space) } }
        spaces = []
        endSentence()
        flush()
        defer { events = [] }
        return events
    }

    // MARK: Markers

    private mutating func step(_ scalar: Unicode.Scalar) {
        if numbers != nil {
            if scalar == "(" { release() } else { accept() }
        } else if !marker.isEmpty {
            marker.append(scalar)
            switch CitationMarker.read(marker, count: sources.count) {
            case .partial where marker.count < Self.maximumMarkerLength: return
            case .complete(let found):
                numbers = found
                // Nothing but `[1]` can be a link.
                if marker[0] != "[" { accept() }
                return
            case .partial, .none:
                marker.removeLast()
                release()
            }
        }
        code.step(scalar)
        if scalar == "[" || scalar == "【", !sources.isEmpty, !code.isInside {
            marker = [scalar]
        } else if scalar == " " || scalar == "\t", !sources.isEmpty, spaces.count < Self.maximumSpaces {
            spaces.append(scalar)
        } else {
            settleSpaces(before: scalar)
            plain(scalar)
        }
    }

    /// Takes what was no marker as text.
    private mutating func release() {
        if let first = marker.first { settleSpaces(before: first) }
        for (position, scalar) in marker.enumerated() {
            if position > 0 { code.step(scalar) }
            plain(scalar)
        }
        marker = []
        numbers = nil
    }

    private mutating func accept() {
        for number in numbers ?? [] where (1...sources.count).contains(number) {
            if sentences.isEmpty, let previous = sentences.previous {
                // The sentence was over, with the line.
                flush()
                if !previous.cited.contains(number) {
                    sentences.previous?.cited.append(number)
                    cite(number, previous.text, previous.range)
                }
            } else if !cited.contains(number) {
                cited.append(number)
            }
        }
        marker = []
        numbers = nil
        hasDropped = true
    }

    private mutating func settleSpaces(before scalar: Unicode.Scalar) {
        if !hasDropped {
            for space in spaces { plain(space) }
        } else {
            let dropsSpaces = ".,;:!?…)]}。，、！？".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
            if let space = spaces.first, !dropsSpaces, !sentences.isEmpty { plain(space) }
        }
        spaces = []
    }

    // MARK: Text

    private mutating func plain(_ scalar: Unicode.Scalar) {
        if sentences.ends(before: scalar, afterMarker: hasDropped) { endSentence() }
        hasDropped = false
        sentences.append(scalar)
        output.append(scalar)
    }

    private mutating func endSentence() {
        guard let sentence = sentences.end(cited) else { return }
        if !cited.isEmpty { flush() }
        for number in cited { cite(number, sentence.text, sentence.range) }
        cited = []
    }

    private mutating func cite(_ number: Int, _ statement: String, _ range: Range<Int>) {
        guard let (source, passage) = sources[number - 1].best(for: statement) else { return }
        events.append(
            .citation(
                LLMCitation(
                    sourceID: source.id, passage: passage, quote: source.passages[passage], answerRange: range)))
    }

    private mutating func flush() {
        if !output.isEmpty { events.append(.text(String(output))) }
        output = String.UnicodeScalarView()
    }
}
