extension RecursiveTextSplitter {
    /// Where a text may be cut: a literal, or a literal, a run of one character, and a literal.
    ///
    /// That is as much pattern as mark-up needs: `\n#{1,6} ` is `Separator(prefix: "\n", run: "#", 1...6, suffix: " ")`.
    /// The empty literal stands for "between any two Unicode scalars".
    public struct Separator: Hashable, Sendable, ExpressibleByStringLiteral {
        let prefix: [UInt8]
        /// How many scalars other than a line break follow the prefix.
        private(set) var wildcards = 0
        let run: [UInt8]
        let runLength: ClosedRange<Int>
        let suffix: [UInt8]

        /// A fixed text.
        public init(_ literal: String) {
            prefix = Array(literal.utf8)
            run = []
            runLength = 0...0
            suffix = []
        }

        /// A fixed text.
        public init(stringLiteral value: String) { self.init(value) }

        /// A fixed text, a run of one character, and a fixed text.
        ///
        /// The run is taken as long as it goes, up to the upper bound; `suffix` should therefore not begin with the
        /// character of the run. Negative bounds count as 0.
        public init(prefix: String, run: Unicode.Scalar, _ runLength: ClosedRange<Int>, suffix: String = "") {
            self.prefix = Array(prefix.utf8)
            self.run = Array(String(Character(run)).utf8)
            self.runLength = max(0, runLength.lowerBound)...max(0, runLength.upperBound)
            self.suffix = Array(suffix.utf8)
        }

        /// The separator with some scalars other than a line break after its prefix.
        fileprivate func withWildcards(_ count: Int) -> Separator {
            var copy = self
            copy.wildcards = count
            return copy
        }

        /// Whether the separator lies between any two scalars.
        var isEmpty: Bool { prefix.isEmpty && suffix.isEmpty && (run.isEmpty || runLength.lowerBound == 0) }

        /// The first match that begins in `start..<end` and ends by `end`. O(end − start).
        func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Range<Int>? {
            guard let first = prefix.first ?? run.first ?? suffix.first else { return nil }
            // With an optional run and no prefix a match may begin with the suffix: then every position is tried.
            let triesEverywhere = prefix.isEmpty && runLength.lowerBound == 0
            var position = start
            while position < end {
                if triesEverywhere || bytes[position] == first,
                    let stop = match(in: bytes, at: position, to: end)
                {
                    return position..<stop
                }
                position += 1
            }
            return nil
        }

        private func match(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, to end: Int) -> Int? {
            guard var position = literal(prefix, in: bytes, at: start, to: end) else { return nil }
            for _ in 0..<wildcards {
                guard position < end, bytes[position] != 0x0A else { return nil }
                position += UnsafeBufferPointer<UInt8>.scalarWidth(bytes[position])
            }
            guard position <= end else { return nil }
            if !run.isEmpty {
                var length = 0
                while length < runLength.upperBound, let next = literal(run, in: bytes, at: position, to: end) {
                    position = next
                    length += 1
                }
                guard length >= runLength.lowerBound else { return nil }
            }
            guard let stop = literal(suffix, in: bytes, at: position, to: end), stop > start else { return nil }
            return stop
        }

        private func literal(
            _ literal: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int, to end: Int
        ) -> Int? {
            guard literal.count <= end - start else { return nil }
            var position = start
            for byte in literal {
                guard bytes[position] == byte else { return nil }
                position += 1
            }
            return position
        }
    }

    /// On which side of a cut the separator stays.
    public enum SeparatorPlacement: Hashable, Sendable {
        /// The separator begins the following piece; the default.
        case startOfNext
        /// The separator ends the preceding piece.
        case endOfPrevious
    }

    /// Paragraphs, lines, words, characters.
    public static var plain: [Separator] { ["\n\n", "\n", " ", ""] }

    /// Headings, ends of code blocks and horizontal rules of Markdown before paragraphs, lines, words, characters.
    public static var markdown: [Separator] {
        [
            Separator(prefix: "\n", run: "#", 1...6, suffix: " "), "```\n",
            Separator(prefix: "\n", run: "*", 3...Int.max, suffix: "\n"),
            Separator(prefix: "\n", run: "-", 3...Int.max, suffix: "\n"),
            Separator(prefix: "\n", run: "_", 3...Int.max, suffix: "\n"),
        ] + plain
    }

    /// Heading underlines and marks of two characters (`..`) of reStructuredText before paragraphs, lines, words,
    /// characters.
    public static var restructuredText: [Separator] {
        [
            Separator(prefix: "\n", run: "=", 1...Int.max, suffix: "\n"),
            Separator(prefix: "\n", run: "-", 1...Int.max, suffix: "\n"),
            Separator(prefix: "\n", run: "*", 1...Int.max, suffix: "\n"),
            // The reference's pattern is the regular expression `\n\n.. *\n\n`, whose dots stand for any character.
            Separator(prefix: "\n\n", run: " ", 0...Int.max, suffix: "\n\n").withWildcards(2),
        ] + plain
    }
}

extension [RecursiveTextSplitter.Separator] {
    /// Paragraphs, lines, words, characters.
    public static var plain: Self { RecursiveTextSplitter.plain }
    /// The structure of Markdown, then as ``plain``.
    public static var markdown: Self { RecursiveTextSplitter.markdown }
    /// The structure of reStructuredText, then as ``plain``.
    public static var restructuredText: Self { RecursiveTextSplitter.restructuredText }
}
