/// A line of a passage, in UTF-8 offsets.
struct TextLine {
    /// Where the line begins.
    var start: Int
    /// Where its first character that is neither white space nor a quotation mark (`>`) stands.
    var content: Int
    /// Where its last character that isn't white space ends; `content` for a blank line.
    var end: Int
    /// The columns before `content`; a tab goes to the next multiple of four.
    var indent: Int

    var isBlank: Bool { content >= end }
    var range: Range<Int> { content..<max(content, end) }

    /// The lines of a text; the line feeds are `\n`, `\r\n` and `\r`.
    static func lines(of bytes: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        while start < bytes.count {
            var feed = start
            while feed < bytes.count, bytes[feed] != 0x0A, bytes[feed] != 0x0D { feed += 1 }
            lines.append(line(bytes, start..<feed))
            start = feed + 1
            if start < bytes.count, bytes[feed] == 0x0D, bytes[start] == 0x0A { start += 1 }
        }
        return lines
    }

    private static func line(_ bytes: [UInt8], _ range: Range<Int>) -> TextLine {
        var content = range.lowerBound
        var indent = 0
        while content < range.upperBound {
            if bytes[content] == 0x09 {
                indent = (indent / 4 + 1) * 4
            } else if bytes[content] == UInt8(ascii: ">") || UTF8Text.isSpace(bytes[content]) {
                indent += 1
            } else {
                break
            }
            content += 1
        }
        var end = range.upperBound
        while end > content, UTF8Text.isSpace(bytes[end - 1]) { end -= 1 }
        return TextLine(start: range.lowerBound, content: content, end: end, indent: indent)
    }

    func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool { range.contains { bytes[$0] == byte } }

    /// The character the line consists of, where it is a rule or an underline: three or more of one mark.
    func rule(in bytes: [UInt8]) -> UInt8? {
        guard end - content >= 3, "=-~^\"'`*+#.:_<>".utf8.contains(bytes[content]) else { return nil }
        let mark = bytes[content]
        return range.allSatisfy { bytes[$0] == mark || bytes[$0] == 0x20 } ? mark : nil
    }
}
