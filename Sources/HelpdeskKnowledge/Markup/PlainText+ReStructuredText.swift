extension PlainText {
    /// What becomes of a directive's argument.
    private enum DirectiveArgument {
        case kept
        case dropped
    }

    /// reStructuredText, with what Sphinx adds to it.
    mutating func restructuredText() {
        var isInComment = false
        forEachLine { plain, whole in
            var line = plain.trim(whole)
            if isInComment {
                guard let end = plain.findCommentEnd(line) else { return }
                isInComment = false
                line = plain.trim(end..<line.upperBound)
            }
            isInComment = plain.restructuredLine(line)
        }
    }

    /// - Returns: Whether an HTML comment is left open.
    private mutating func restructuredLine(_ trimmed: Range<Int>) -> Bool {
        var line = trimmed
        guard !line.isEmpty, !isRule(line) else {
            endLine()
            return false
        }
        if starts(line, with: ".. ") || line.count == 2 && starts(line, with: "..") {
            guard let argument = explicitMarkup(trim(line.lowerBound + 2..<line.upperBound)) else {
                endLine()
                return false
            }
            line = argument
        } else if bytes[line.lowerBound] == UInt8(ascii: ":"), let value = fieldValue(line) {
            guard !value.isEmpty else {
                endLine()
                return false
            }
            line = value
        } else if line.count > 1, "-*+#".utf8.contains(bytes[line.lowerBound]), bytes[line.lowerBound + 1] == 0x20 {
            line = trim(line.lowerBound + 1..<line.upperBound)
        }
        let isCommentOpen = inline(line)
        endLine()
        return isCommentOpen
    }

    /// What remains of a line that began with `..`: the argument of a directive whose argument is for readers.
    private func explicitMarkup(_ body: Range<Int>) -> Range<Int>? {
        guard let first = body.first, bytes[first] != UInt8(ascii: "_"), bytes[first] != UInt8(ascii: "|"),
            let colons = body.first(where: { starts($0..<body.upperBound, with: "::") })
        else { return nil }  // a label, a substitution or a comment
        let name = String(decoding: bytes[body.lowerBound..<colons], as: UTF8.self).lowercased()
        let argument = trim(colons + 2..<body.upperBound)
        return argument.isEmpty || Self.silentDirectives.contains(name) ? nil : argument
    }

    /// Directives whose argument is a path, a language or a name for machines.
    private static let silentDirectives: Set<String> = [
        "image", "figure", "include", "literalinclude", "toctree", "raw", "contents", "meta", "code-block", "code",
        "sourcecode", "highlight", "csv-table", "config:setting", "only", "role", "default-role", "class", "container",
        "grid", "grid-item", "grid-item-card", "tab-set", "tabs", "youtube", "video", "math", "index", "mermaid",
        "parsed-literal", "sectionauthor", "codeauthor", "currentmodule", "module", "replace", "unicode",
        "rubric-class",
    ]

    /// The value of a `:name: value` line: empty where the name is a layout option, `nil` where the line is no field.
    private func fieldValue(_ line: Range<Int>) -> Range<Int>? {
        let name = line.dropFirst().prefix { bytes[$0] != UInt8(ascii: ":") && bytes[$0] != UInt8(ascii: "`") }
        let close = line.lowerBound + 1 + name.count
        guard !name.isEmpty, name.count <= 40, close < line.upperBound, bytes[close] == UInt8(ascii: ":"),
            close + 1 == line.upperBound || bytes[close + 1] == 0x20
        else { return nil }
        let text = String(decoding: bytes[line.lowerBound + 1..<close], as: UTF8.self).lowercased()
        return Self.silentFields.contains(text) ? close..<close : trim(close + 1..<line.upperBound)
    }

    /// Options that say how to lay something out.
    private static let silentFields: Set<String> = [
        "start-after", "end-before", "start-line", "end-line", "scale", "maxdepth", "hidden", "titlesonly",
        "parse-titles", "orphan", "nosearch", "width", "widths", "height", "header-rows", "stub-columns", "class",
        "emphasize-lines", "align", "name", "target", "parser", "local", "depth", "linenos", "lineno-start",
        "caption-class", "figclass", "figwidth", "glob", "numbered", "language", "dedent", "lines", "backlinks",
        "file", "url", "delim", "encoding", "loading", "format", "tab-width", "literal", "code", "sync", "open",
    ]
}
