/// The headings of a marked-up text.
struct HeadingOutline {
    /// A heading and where it lies.
    struct Heading: Hashable {
        /// The byte offset of its first line, an overline included.
        var start: Int
        /// The depth: 1 for the highest there is.
        var level: Int
        /// Its words.
        var text: String
    }

    /// The headings in the order of the text.
    let headings: [Heading]
    /// The code blocks of Markdown in the order of the text: what lies between the fences, and their mark.
    let fences: [(content: Range<Int>, mark: UInt8)]

    /// Finds the headings of a text: `#` and underlined ones of Markdown outside fences, underlined (and overlined) ones
    /// of reStructuredText. O(text).
    init(_ bytes: UnsafeBufferPointer<UInt8>, format: Article.Format) {
        switch format {
        case .plain: (headings, fences) = ([], [])
        case .markdown: (headings, fences) = Self.markdown(bytes)
        case .restructuredText: (headings, fences) = (Self.restructuredText(bytes), [])
        }
    }

    /// The mark of the code block that a place lies in. O(log blocks).
    func fence(at start: Int) -> UInt8? {
        var low = 0
        var high = fences.count
        while low < high {
            let middle = (low + high) / 2
            if fences[middle].content.upperBound < start { low = middle + 1 } else { high = middle }
        }
        return low < fences.count && fences[low].content.lowerBound <= start ? fences[low].mark : nil
    }

    /// The headings above each of some places, outermost first, joined by ` > `.
    ///
    /// - Parameter starts: Byte offsets, ascending.
    func paths(at starts: [Int], title: String) -> [String?] {
        var result: [String?] = []
        result.reserveCapacity(starts.count)
        var stack: [Heading] = []
        var next = 0
        let title = title.lowercased()
        for start in starts {
            while next < headings.count, headings[next].start <= start {
                while let last = stack.last, last.level >= headings[next].level { stack.removeLast() }
                stack.append(headings[next])
                next += 1
            }
            var path = stack.map(\.text)
            if let first = path.first, first.lowercased() == title { path.removeFirst() }
            result.append(path.isEmpty ? nil : path.joined(separator: " > "))
        }
        return result
    }

    // MARK: - Markdown

    private static func markdown(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (headings: [Heading], fences: [(content: Range<Int>, mark: UInt8)]) {
        var headings: [Heading] = []
        var fences: [(content: Range<Int>, mark: UInt8)] = []
        var fence: UInt8?
        var fenceStart = 0
        var previous: Range<Int>?
        forEachLine(bytes) { line in
            defer { previous = line }
            guard let first = line.first else { return }
            let mark = bytes[first]
            let run = line.prefix { bytes[$0] == mark }.count
            if run >= 3, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") {
                if fence == nil {
                    fence = mark
                    fenceStart = line.upperBound
                } else if fence == mark {
                    fence = nil
                    fences.append((fenceStart..<line.lowerBound, mark))
                }
                return
            }
            guard fence == nil else { return }
            if mark == UInt8(ascii: "#"), run <= 6, run < line.count, bytes[first + run] == 0x20 {
                append(bytes, line.lowerBound, line, level: run, .markdown, to: &headings)
            } else if mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), run == line.count, run >= 3,
                let title = previous, let start = title.first, !"-*+>#|".utf8.contains(bytes[start]),
                PlainText.isWord(bytes[start]), headings.last?.start != title.lowerBound
            {
                append(
                    bytes, title.lowerBound, title, level: mark == UInt8(ascii: "=") ? 1 : 2, .markdown, to: &headings)
            }
        }
        if let fence { fences.append((fenceStart..<bytes.count, fence)) }
        return (headings, fences)
    }

    // MARK: - reStructuredText

    private static func restructuredText(_ bytes: UnsafeBufferPointer<UInt8>) -> [Heading] {
        var headings: [Heading] = []
        var styles: [[UInt8]] = []  // a level is a mark, with or without overline, in the order of appearance
        var lines: [Range<Int>] = []  // the last three
        forEachLine(bytes) { line in
            lines.append(line)
            if lines.count > 3 { lines.removeFirst() }
            guard lines.count >= 2, let mark = adornment(line, bytes) else { return }
            let title = lines[lines.count - 2]
            guard let first = title.first, adornment(title, bytes) == nil else { return }
            let overline = lines.count == 3 ? lines[0] : nil
            let isOverlined = overline.map { adornment($0, bytes) == mark } ?? false
            // A title starts at the margin and has a blank line or an overline above it.
            guard bytes[first] != 0x20 && bytes[first] != 0x09 || isOverlined,
                isOverlined || overline?.isEmpty ?? true,
                line.count >= min(4, bytes.scalarCount(title))
            else { return }
            let style = isOverlined ? [mark, mark] : [mark]
            let level = styles.firstIndex(of: style) ?? styles.count
            if level == styles.count { styles.append(style) }
            let start = isOverlined ? overline?.lowerBound ?? title.lowerBound : title.lowerBound
            append(bytes, start, title, level: level + 1, .restructuredText, to: &headings)
            lines.removeAll()
        }
        return headings
    }

    /// The character of an adornment: a line of three or more of one ASCII punctuation character.
    private static func adornment(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard line.count >= 3, let first = line.first else { return nil }
        let mark = bytes[first]
        guard mark > 0x20, mark < 0x7F, !PlainText.isWord(mark), line.allSatisfy({ bytes[$0] == mark }) else {
            return nil
        }
        return mark
    }

    // MARK: - Both

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ line: Range<Int>, level: Int, _ format: Article.Format,
        to headings: inout [Heading]
    ) {
        let text = PlainText.of(bytes.string(line), format: format)
        guard !text.isEmpty else { return }
        headings.append(Heading(start: start, level: level, text: String(text.prefix(200))))
    }

    /// Calls a function with each line without the white space at its end.
    private static func forEachLine(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let next = end + 1
            while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D || bytes[end - 1] == 0x09 { end -= 1 }
            body(start..<end)
            start = next
        }
    }
}
