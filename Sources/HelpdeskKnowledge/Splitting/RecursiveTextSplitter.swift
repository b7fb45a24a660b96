/// Cuts a text into pieces of bounded length, at the coarsest boundary that makes them short enough.
///
/// ```swift
/// let splitter = try RecursiveTextSplitter(maximumLength: 800, overlap: 100, separators: .markdown)
/// for chunk in splitter.split(article) { print(chunk.offset, chunk.text) }
/// ```
///
/// The text is cut at every occurrence of the first separator that occurs in it; pieces that are still too long are cut
/// by the separators after that one; neighbouring short pieces are joined again as long as they fit, each chunk
/// repeating up to ``overlap`` of the end of the one before. Chunks lose the white space at their ends, and those that
/// are nothing else are dropped. The semantics, corner cases included, are those of `RecursiveCharacterTextSplitter`
/// of langchain-text-splitters 1.1.3 with its default of keeping separators: a piece of exactly the maximum length is
/// cut further; a piece that no separator can cut is returned though it is too long. Offsets are exact here, where the
/// reference searches for the chunk's text and may find an earlier copy of it.
///
/// Splitting takes O(text × separators).
public struct RecursiveTextSplitter: Sendable {
    /// The greatest length of a chunk.
    public let maximumLength: Int
    /// How much of the end of a chunk the next may repeat.
    public let overlap: Int
    /// Where the text may be cut, the most wanted first.
    public let separators: [Separator]
    /// On which side of a cut the separator stays.
    public let separatorPlacement: SeparatorPlacement
    let measure: TextMeasure

    /// Creates a splitter.
    ///
    /// - Parameters:
    ///   - maximumLength: The greatest length of a chunk; at least 1.
    ///   - overlap: How much of the end of a chunk the next may repeat; from 0 to `maximumLength`.
    ///   - separators: Where the text may be cut, the most wanted first; at least one.
    ///   - separatorPlacement: On which side of a cut the separator stays.
    ///   - length: What counts as the length of a text, for example its tokens; `nil` for its Unicode scalars. It is
    ///     called for every piece, so it should be fast.
    /// - Throws: ``KnowledgeError`` with `invalidArgument`.
    public init(
        maximumLength: Int, overlap: Int, separators: [Separator] = RecursiveTextSplitter.plain,
        separatorPlacement: SeparatorPlacement = .startOfNext, length: (@Sendable (String) -> Int)? = nil
    ) throws {
        try self.init(
            maximumLength: maximumLength, overlap: overlap, separators: separators,
            separatorPlacement: separatorPlacement, measure: length.map(TextMeasure.custom) ?? .scalars)
    }

    /// Creates a splitter that cuts at fixed texts.
    ///
    /// - Parameters:
    ///   - maximumLength: The greatest length of a chunk in Unicode scalars; at least 1.
    ///   - overlap: How much of the end of a chunk the next may repeat; from 0 to `maximumLength`.
    ///   - separators: Where the text may be cut, the most wanted first; at least one.
    /// - Throws: ``KnowledgeError`` with `invalidArgument`.
    public init(maximumLength: Int, overlap: Int, separators: [String]) throws {
        try self.init(maximumLength: maximumLength, overlap: overlap, separators: separators.map { Separator($0) })
    }

    init(
        maximumLength: Int, overlap: Int, separators: [Separator], separatorPlacement: SeparatorPlacement,
        measure: TextMeasure
    ) throws {
        guard maximumLength > 0 else {
            throw KnowledgeError(.invalidArgument, "maximumLength is \(maximumLength); it must be at least 1")
        }
        guard overlap >= 0, overlap <= maximumLength else {
            throw KnowledgeError(
                .invalidArgument, "overlap is \(overlap); it must be from 0 to maximumLength, \(maximumLength)")
        }
        guard !separators.isEmpty else {
            throw KnowledgeError(.invalidArgument, "there is no separator; give at least one")
        }
        self.maximumLength = maximumLength
        self.overlap = overlap
        self.separators = separators
        self.separatorPlacement = separatorPlacement
        self.measure = measure
    }

    /// Cuts a text.
    ///
    /// - Returns: The chunks in the order of the text; none where it is empty or white space.
    public func split(_ text: String) -> [TextChunk] {
        var text = text
        return text.withUTF8 { bytes in
            var run = SplitterRun(self, bytes)
            run.split(0..<bytes.count)
            return run.spans.map { TextChunk(text: bytes.string($0.bytes), range: $0.scalars) }
        }
    }
}
