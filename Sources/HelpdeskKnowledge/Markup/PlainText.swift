/// Turns mark-up into the words a reader sees, for embedding and for word search.
///
/// What carries no meaning goes: image paths, link targets, HTML tags and comments, table rules, heading underlines,
/// directives and their layout options, role names, anchors, emphasis marks, fences. Link texts, alternative texts, code,
/// table cells and the values of fields stay. It works line by line on any part of a document, also one that begins
/// in the middle of a table or of a code block, and never fails. O(text).
struct PlainText {
    /// The text so far, as UTF-8.
    var output: [UInt8] = []
    let bytes: UnsafeBufferPointer<UInt8>
    let format: Article.Format
    /// The mark of the Markdown code block that the text begins in.
    var fence: UInt8?

    /// The words of a marked-up text, without runs of white space; line breaks between blocks stay as one `\n`.
    ///
    /// - Parameter fence: The mark of the Markdown code block that the text begins in, if it does.
    static func of(_ text: String, format: Article.Format, fence: UInt8? = nil) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var plain = PlainText(bytes: bytes, format: format, fence: fence)
            plain.output.reserveCapacity(bytes.count)
            plain.run()
            return String(decoding: plain.output, as: UTF8.self)
        }
    }

    private mutating func run() {
        switch format {
        case .plain: forEachLine { $0.appendCollapsed($1) }
        case .markdown: markdown()
        case .restructuredText: restructuredText()
        }
        while let last = output.last, last == 0x20 || last == 0x0A { output.removeLast() }
    }

    /// Calls a function with the range of each line, without its line break; a `\r` before it is left out too.
    mutating func forEachLine(_ body: (inout PlainText, Range<Int>) -> Void) {
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let next = end + 1
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            body(&self, start..<end)
            start = next
        }
    }

    // MARK: - Output

    /// Adds a byte, runs of white space as one blank.
    mutating func append(_ byte: UInt8) {
        if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
            if let last = output.last, last != 0x20, last != 0x0A { output.append(0x20) }
        } else {
            output.append(byte)
        }
    }

    /// Adds a part of the input as it is, but for runs of white space, and ends the line.
    mutating func appendCollapsed(_ range: Range<Int>) {
        for position in range { append(bytes[position]) }
        endLine()
    }

    /// Ends the line, unless it is empty.
    mutating func endLine() {
        while output.last == 0x20 { output.removeLast() }
        if let last = output.last, last != 0x0A { output.append(0x0A) }
    }

    // MARK: - Lines

    /// A line without the blanks and tabs at its ends.
    func trim(_ line: Range<Int>) -> Range<Int> {
        var start = line.lowerBound
        var end = line.upperBound
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }

    /// Whether a range begins with an ASCII text.
    func starts(_ range: Range<Int>, with prefix: StaticString) -> Bool {
        guard prefix.utf8CodeUnitCount <= range.count else { return false }
        for offset in 0..<prefix.utf8CodeUnitCount where bytes[range.lowerBound + offset] != prefix.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Whether a trimmed line is a rule: three or more of `-=*_~^+#:.'"` and of nothing else but bars, colons and blanks.
    func isRule(_ line: Range<Int>) -> Bool {
        guard line.count >= 3 else { return false }
        var marks = 0
        for position in line {
            switch bytes[position] {
            case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
                UInt8(ascii: "^"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "'"),
                UInt8(ascii: "\""), UInt8(ascii: "`"):
                marks += 1
            case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
            default: return false
            }
        }
        return marks >= 3
    }

    /// The position of a byte in a range.
    func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
        range.first { bytes[$0] == byte }
    }

    /// Whether a byte is an ASCII letter or digit, or part of a scalar outside ASCII.
    static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
}
