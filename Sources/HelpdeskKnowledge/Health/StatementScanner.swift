/// Finds the sentences of an item's text: of paragraphs and list items, not of headings, tables, code and directives.
///
/// O(text).
struct StatementScanner {
    /// A sentence and where it lies.
    struct Sentence {
        var bytes: Range<Int>
        var scalars: Range<Int>
        /// The number of the list item it begins, where the list is numbered.
        var ordinal: Int?
    }

    /// Longer sentences, in bytes, are left out: they are tables, logs and lists without marks.
    static let maximumLength = 600

    let bytes: UnsafeBufferPointer<UInt8>
    let format: Article.Format
    private(set) var sentences: [Sentence] = []
    private var paragraph: (start: Int, end: Int, scalars: Int, ordinal: Int?)?
    private var previousOrdinal = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, format: Article.Format) {
        self.bytes = bytes
        self.format = format
    }

    // MARK: - Lines

    mutating func run() {
        var start = 0
        var scalars = 0
        var fence: UInt8?
        /// Lines indented more than this, and blank ones, are left out.
        var literalIndent: Int?
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let line = start..<end
            defer {
                scalars += bytes.scalarCount(start..<min(end + 1, bytes.count))
                start = end + 1
            }
            var first = start
            while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
            var last = end
            while last > first, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x0D || bytes[last - 1] == 0x09 {
                last -= 1
            }
            let trimmed = first..<last
            let indent = first - start
            if format != .restructuredText, isFence(trimmed) {
                flush()
                if fence == nil { fence = bytes[first] } else if fence == bytes[first] { fence = nil }
                continue
            }
            if fence != nil { continue }
            if let limit = literalIndent {
                if trimmed.isEmpty || indent > limit { continue }
                literalIndent = nil
            }
            if trimmed.isEmpty {
                flush()
                continue
            }
            if isRule(trimmed) {
                // What stands above a rule is a heading.
                paragraph = nil
                continue
            }
            if format == .restructuredText, ends(trimmed, with: "::") || starts(trimmed, with: ".. ") {
                if starts(trimmed, with: ".. ") {
                    flush()
                    if Self.literals.contains(where: { starts(trimmed, with: $0) }) { literalIndent = indent }
                } else {
                    extend(trimmed, line: line, scalars: scalars)
                    flush()
                    literalIndent = indent
                }
                continue
            }
            if isLeftOut(trimmed) {
                flush()
                continue
            }
            if let (content, ordinal) = listItem(trimmed) {
                flush()
                if let ordinal { previousOrdinal = ordinal }
                let before = bytes.scalarCount(start..<content)
                paragraph = (content, last, scalars + before, ordinal)
                continue
            }
            extend(trimmed, line: line, scalars: scalars)
        }
        flush()
    }

    private static let literals: [StaticString] = [
        ".. code", ".. sourcecode", ".. raw", ".. toctree", ".. image", ".. figure", ".. include", ".. csv-table",
        ".. list-table", ".. mermaid", ".. literalinclude", ".. |", ".. _", ".. contents", ".. meta",
    ]

    private mutating func extend(_ trimmed: Range<Int>, line: Range<Int>, scalars: Int) {
        if paragraph == nil {
            paragraph = (
                trimmed.lowerBound, trimmed.upperBound,
                scalars + bytes.scalarCount(line.lowerBound..<trimmed.lowerBound), nil
            )
        } else {
            paragraph?.end = trimmed.upperBound
        }
    }

    private func starts(_ line: Range<Int>, with prefix: StaticString) -> Bool {
        guard prefix.utf8CodeUnitCount <= line.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount where bytes[line.lowerBound + offset] != prefix.utf8Start[offset] {
            return false
        }
        return true
    }

    private func ends(_ line: Range<Int>, with suffix: StaticString) -> Bool {
        guard suffix.utf8CodeUnitCount <= line.count else { return false }
        return starts(line.upperBound - suffix.utf8CodeUnitCount..<line.upperBound, with: suffix)
    }

    private func isFence(_ line: Range<Int>) -> Bool { starts(line, with: "```") || starts(line, with: "~~~") }

    private func isRule(_ line: Range<Int>) -> Bool {
        line.count >= 3
            && line.allSatisfy { position in
                let byte = bytes[position]
                return byte > 0x20 && byte < 0x7F && !PlainText.isWord(byte)
            }
    }

    /// Headings, tables, fields and tags.
    private func isLeftOut(_ line: Range<Int>) -> Bool {
        switch bytes[line.lowerBound] {
        case UInt8(ascii: "#"): format == .markdown
        case UInt8(ascii: "|"), UInt8(ascii: "<"): true
        case UInt8(ascii: "+"): starts(line, with: "+-") || starts(line, with: "+=")
        case UInt8(ascii: ":"):
            format == .restructuredText && line.count > 2 && PlainText.isWord(bytes[line.lowerBound + 1])
                && isField(line)
        default: false
        }
    }

    /// Whether a line is `:name: value`, and not a role such as `:doc:` with its text.
    private func isField(_ line: Range<Int>) -> Bool {
        guard let end = line.dropFirst().first(where: { bytes[$0] == UInt8(ascii: ":") }) else { return false }
        return end + 1 == line.upperBound || bytes[end + 1] == 0x20
    }

    /// Where the words of a list item begin, and its number.
    private func listItem(_ line: Range<Int>) -> (content: Int, ordinal: Int?)? {
        let first = line.lowerBound
        guard line.count > 2 else { return nil }
        if "-*+".utf8.contains(bytes[first]), bytes[first + 1] == 0x20 { return (first + 2, nil) }
        if starts(line, with: "#. ") { return (first + 3, previousOrdinal + 1) }
        var position = first
        var number = 0
        while position < line.upperBound, position < first + 3, bytes[position] >= 0x30, bytes[position] <= 0x39 {
            number = number * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        guard position > first, position + 1 < line.upperBound, ".)".utf8.contains(bytes[position]),
            bytes[position + 1] == 0x20
        else { return nil }
        return (position + 2, number)
    }

    // MARK: - Sentences

    private mutating func flush() {
        guard let (start, end, scalars, ordinal) = paragraph else { return }
        paragraph = nil
        var first = start
        var firstScalar = scalars
        var number = ordinal
        var position = start
        func isSpace(_ place: Int) -> Bool {
            place >= end || bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09
        }
        while position < end {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { continue }
            while position < end, "\"')*_`".utf8.contains(bytes[position]) { position += 1 }
            guard isSpace(position), position >= end || endsSentence(first, position, end) else { continue }
            append(first..<position, from: firstScalar, ordinal: number)
            number = nil
            var next = position
            while next < end, isSpace(next) { next += 1 }
            firstScalar += bytes.scalarCount(first..<next)
            first = next
            position = next
        }
        if first < end { append(first..<end, from: firstScalar, ordinal: number) }
    }

    /// Whether the full stop before a place ends a sentence, by the word before and the letter after it.
    private func endsSentence(_ first: Int, _ position: Int, _ end: Int) -> Bool {
        var next = position
        while next < end, bytes[next] <= 0x20 { next += 1 }
        guard next < end else { return true }
        if bytes[next] >= 0x61, bytes[next] <= 0x7A { return false }
        var start = position
        while start > first, bytes[start - 1] > 0x20 { start -= 1 }
        let word = bytes.string(start..<position).lowercased().trimmingMarks
        return
            !(Self.abbreviations.contains(word) || word.utf8.count == 1 && word.utf8.first.map { $0 > 0x39 } ?? false)
    }

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "etc", "vs", "approx", "no", "mr", "mrs", "dr", "inc", "ltd", "st", "min", "max", "incl", "excl",
    ]

    private mutating func append(_ range: Range<Int>, from scalar: Int, ordinal: Int?) {
        guard range.count >= 8, range.count <= Self.maximumLength else { return }
        sentences.append(
            Sentence(bytes: range, scalars: scalar..<scalar + bytes.scalarCount(range), ordinal: ordinal))
    }
}

extension String {
    /// The string without marks at its ends.
    var trimmingMarks: String {
        let isMark: (Unicode.Scalar) -> Bool = { $0.isASCII && !PlainText.isWord(UInt8(truncatingIfNeeded: $0.value)) }
        var scalars = unicodeScalars[...]
        while let first = scalars.first, isMark(first) { scalars.removeFirst() }
        while let last = scalars.last, isMark(last) { scalars.removeLast() }
        return String(scalars)
    }
}
