/// Finds the first heading of a document.
enum DocumentTitle {
    /// The first ATX or Setext heading of Markdown (CommonMark 0.31 §4.2, §4.3) outside code blocks and comments.
    static func markdown(_ bytes: [UInt8], from offset: Int = 0) -> String? {
        var fence: (byte: UInt8, count: Int)?
        var inComment = false
        var previous = ""
        for line in TextLines(bytes, from: offset) {
            let raw = bytes.text(line.range)
            let text = raw.trimmed
            let indent = raw.utf8.prefix { $0 == 0x20 }.count
            if inComment || (fence == nil && text.hasPrefix("<!--")) {
                inComment = !text.contains("-->")
                previous = ""
                continue
            }
            if let marker = text.utf8.first, marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~") {
                let count = text.utf8.prefix { $0 == marker }.count
                if let open = fence {
                    if marker == open.byte, count >= open.count, count == text.utf8.count { fence = nil }
                    continue
                } else if count >= 3 {
                    fence = (marker, count)
                    continue
                }
            }
            if fence != nil { continue }
            if indent >= 4 || raw.hasPrefix("\t") {
                previous = ""
                continue
            }
            if let heading = atx(text) { return heading }
            if !previous.isEmpty, !text.isEmpty, isUnderline(text, of: "=-") { return previous }
            let starts = ["> ", "- ", "* ", "+ ", "|"]
            previous = starts.contains { text.hasPrefix($0) } ? "" : text
        }
        return nil
    }

    /// The first section title of reStructuredText: a line with a line of punctuation under it that is as long.
    static func restructuredText(_ bytes: [UInt8]) -> String? {
        var previous = ""
        for line in TextLines(bytes, from: UTF8Validation.markLength(of: bytes)) {
            let raw = bytes.text(line.range)
            let text = raw.trimmed
            if !previous.isEmpty, isUnderline(text, of: "=-`:.'\"~^_*+#<>!$%&,;?@"),
                text.unicodeScalars.count >= previous.unicodeScalars.count,
                !isUnderline(previous, of: "=-`:.'\"~^_*+#<>!$%&,;?@")
            {
                return previous
            }
            // A title under an overline may be indented; other indented text is no title.
            previous = raw.first == "\t" || raw.hasPrefix("   ") || text.hasPrefix("..") ? "" : text
        }
        return nil
    }

    /// The name of a file as a title: without its folder and ending, hyphens and underscores as spaces.
    static func fileName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        let spaced = String(stem.map { $0 == "-" || $0 == "_" ? " " : $0 }).trimmed
        return spaced.isEmpty ? name : spaced
    }

    private static func atx(_ text: String) -> String? {
        let level = text.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(level) else { return nil }
        let after = text.dropFirst(level)
        guard let first = after.first, first == " " || first == "\t" else { return nil }
        var heading = after.trimmed
        let unclosed = String(heading.reversed().drop { $0 == "#" }.reversed())
        if unclosed.isEmpty || unclosed.last == " " || unclosed.last == "\t" { heading = unclosed.trimmed }
        return heading.isEmpty ? nil : heading
    }

    /// Whether a line is one punctuation mark repeated.
    private static func isUnderline(_ text: String, of marks: String) -> Bool {
        guard let first = text.unicodeScalars.first, marks.unicodeScalars.contains(first) else { return false }
        return text.unicodeScalars.allSatisfy { $0 == first }
    }
}
