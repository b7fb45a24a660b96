/// One pass of a ``RecursiveTextSplitter`` over a text.
///
/// Pieces always lie next to each other in the text, so a chunk is a range of it. The ranges given to ``split(_:)`` must
/// come in ascending order.
struct SplitterRun {
    /// A chunk's place in the text.
    struct Span {
        var bytes: Range<Int>
        var scalars: Range<Int>
    }

    /// A part between two cuts.
    private struct Piece {
        var bytes: Range<Int>
        var length: Int
    }

    /// The chunks found so far.
    private(set) var spans: [Span] = []

    private let splitter: RecursiveTextSplitter
    private let bytes: UnsafeBufferPointer<UInt8>
    /// What joining two pieces adds to the length: 0, unless the host's function gives the empty text a length.
    private let joinLength: Int
    /// The pieces of the chunk being filled, from `head` on, and their length.
    private var window: [Piece] = []
    private var head = 0
    private var total = 0
    /// A byte offset whose scalar offset is known, at or before the start of the next chunk.
    private var knownByte = 0
    private var knownScalar = 0

    init(_ splitter: RecursiveTextSplitter, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.splitter = splitter
        self.bytes = bytes
        joinLength = splitter.measure.length(of: 0..<0, in: bytes)
    }

    /// Cuts a part of the text.
    mutating func split(_ range: Range<Int>) {
        split(range, level: 0)
    }

    private mutating func split(_ range: Range<Int>, level: Int) {
        let separators = splitter.separators
        var chosen = level
        var match: Range<Int>?
        while chosen < separators.count, !separators[chosen].isEmpty {
            match = separators[chosen].firstMatch(in: bytes, from: range.lowerBound, to: range.upperBound)
            if match != nil { break }
            chosen += 1
        }
        if chosen == separators.count {
            take(range, nextLevel: chosen)
        } else if separators[chosen].isEmpty {
            var position = range.lowerBound
            while position < range.upperBound {
                let next = min(
                    range.upperBound, position + UnsafeBufferPointer<UInt8>.scalarWidth(bytes[position]))
                // As in the reference, nothing is tried after the empty separator.
                take(position..<next, nextLevel: separators.count)
                position = next
            }
        } else {
            var start = range.lowerBound
            while let found = match {
                let cut = splitter.separatorPlacement == .startOfNext ? found.lowerBound : found.upperBound
                take(start..<cut, nextLevel: chosen + 1)
                start = cut
                match = separators[chosen].firstMatch(in: bytes, from: found.upperBound, to: range.upperBound)
            }
            take(start..<range.upperBound, nextLevel: chosen + 1)
        }
        flush()
    }

    /// Joins a piece to the chunk being filled where it is short enough, and cuts it further where it is not.
    private mutating func take(_ range: Range<Int>, nextLevel: Int) {
        guard !range.isEmpty else { return }
        let length = splitter.measure.length(of: range, in: bytes)
        if length < splitter.maximumLength {
            join(Piece(bytes: range, length: length))
            return
        }
        flush()
        if nextLevel >= splitter.separators.count {
            emit(range)
        } else {
            split(range, level: nextLevel)
        }
    }

    private mutating func join(_ piece: Piece) {
        var count: Int { window.count - head }
        if total + piece.length + (count > 0 ? joinLength : 0) > splitter.maximumLength, count > 0 {
            emitWindow()
            while count > 0,
                total > splitter.overlap
                    || (total > 0
                        && total + piece.length + (count > 0 ? joinLength : 0) > splitter.maximumLength)
            {
                total -= window[head].length + (count > 1 ? joinLength : 0)
                head += 1
            }
            if head > 64, head * 2 > window.count {
                window.removeFirst(head)
                head = 0
            }
        }
        window.append(piece)
        total += piece.length + (count > 1 ? joinLength : 0)
    }

    private mutating func flush() {
        emitWindow()
        window.removeAll(keepingCapacity: true)
        head = 0
        total = 0
    }

    private mutating func emitWindow() {
        guard head < window.count, let last = window.last else { return }
        let range = bytes.trimmed(window[head].bytes.lowerBound..<last.bytes.upperBound)
        if !range.isEmpty { emit(range) }
    }

    private mutating func emit(_ range: Range<Int>) {
        knownScalar += bytes.scalarCount(knownByte..<range.lowerBound)
        knownByte = range.lowerBound
        spans.append(
            Span(bytes: range, scalars: knownScalar..<knownScalar + bytes.scalarCount(range)))
    }
}
