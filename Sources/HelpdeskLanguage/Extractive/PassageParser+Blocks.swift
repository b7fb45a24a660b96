/// Code, directives, comments, HTML and headings.
extension PassageParser {
    // MARK: Code

    mutating func parseFence(_ index: Int) -> Int? {
        let line = lines[index]
        let mark = bytes[line.content]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
        let length = line.range.prefix { bytes[$0] == mark }.count
        let info = line.content + length..<line.end
        guard length >= 3, !info.contains(where: { bytes[$0] == mark }) else { return nil }
        if info.isEmpty, openTextFences > 0 {
            openTextFences -= 1
            return index + 1
        }
        var end = index + 1
        while end < lines.count {
            let closing = lines[end]
            if closing.end - closing.content >= length, closing.range.allSatisfy({ bytes[$0] == mark }) { break }
            end += 1
        }
        let name = UTF8Text.trim(bytes, info)
        if let first = name.first, bytes[first] == UInt8(ascii: "{") {
            let directive = name.prefix { bytes[$0] != UInt8(ascii: "}") }.dropFirst()
            switch Self.role(of: bytes[directive.startIndex..<directive.endIndex]) {
            case .text:
                if end < lines.count { openTextFences += 1 }
                return parseOptions(index + 1)
            case .noise: return min(end + 1, lines.count)
            case .code: break
            }
        } else if name.isEmpty, end == lines.count {
            // A fence that nothing closes and that names no language closes one from before the passage.
            return index + 1
        }
        emitCode(index + 1..<end)
        return min(end + 1, lines.count)
    }

    mutating func parseIndentedCode(_ index: Int) -> Int {
        let end = max(index + 1, indentedEnd(index, over: lines[index].indent - 1))
        emitCode(index..<end)
        return end
    }

    /// Adds lines as one block of code, without the indentation they share.
    private mutating func emitCode(_ range: Range<Int>) {
        let filled = range.filter { !lines[$0].isBlank }
        guard let first = filled.first, let last = filled.last else { return }
        block += 1
        let indent = filled.map { lines[$0].content - lines[$0].start }.min() ?? 0
        let text = (first...last).map { index in
            let line = lines[index]
            return line.isBlank ? "" : String(decoding: bytes[line.start + indent..<line.end], as: UTF8.self)
        }.joined(separator: "\n")
        let list = openListHolding(indent: lines[first].indent)
        emit(lines[first].start + indent..<lines[last].end, kind: .code, text: text, list: list)
        block += 1
        extendOpenLists()
    }

    // MARK: Directives

    /// What becomes of a directive's content.
    enum DirectiveRole {
        case text
        case code
        case noise
    }

    static func role(of name: ArraySlice<UInt8>) -> DirectiveRole {
        switch String(decoding: name.map(UTF8Text.lowercase), as: UTF8.self) {
        case "note", "tip", "important", "warning", "caution", "attention", "hint", "danger", "error", "admonition",
            "seealso", "tab", "tabs", "tab-set", "tab-item", "dropdown", "container", "versionadded", "versionchanged",
            "deprecated", "only", "topic", "sidebar", "details", "collapse", "grid", "grid-item", "card", "list-table",
            "epigraph", "rubric", "glossary", "config:setting", "class", "rst-class":
            .text
        case "code", "code-block", "sourcecode", "parsed-literal", "prompt", "console", "literal": .code
        default: .noise
        }
    }

    /// `.. name:: argument`, `.. _label:`, `.. |name| image:: …` and comments.
    mutating func parseDirective(_ index: Int) -> Int? {
        let line = lines[index]
        guard UTF8Text.matches(bytes, at: line.content, "..", end: line.end) else { return nil }
        guard line.content + 2 == line.end || bytes[line.content + 2] == 0x20 else { return nil }
        let content = UTF8Text.trim(bytes, line.content + 2..<line.end)
        var nameEnd = content.lowerBound
        while nameEnd < content.upperBound, !UTF8Text.isSpace(bytes[nameEnd]),
            !UTF8Text.matches(bytes, at: nameEnd, "::", end: content.upperBound)
        {
            nameEnd += 1
        }
        let end = indentedEnd(index + 1, over: line.indent)
        closeLists(at: line.indent)
        guard UTF8Text.matches(bytes, at: nameEnd, "::", end: content.upperBound) else { return end }
        switch Self.role(of: bytes[content.lowerBound..<nameEnd]) {
        case .noise: return end
        case .code:
            var start = index + 1
            while start < end, lines[start].isBlank || isField(lines[start]) { start += 1 }
            emitCode(start..<end)
            return end
        case .text:
            let argument = UTF8Text.trim(bytes, nameEnd + 2..<content.upperBound)
            let text = InlineMarkup.plainText(bytes, argument)
            if !argument.isEmpty {
                if text.utf8.last.map({ ".!?:".utf8.contains($0) }) ?? false {
                    parseSentences(argument)
                } else if argument.count > 1, !isSlug(argument) {
                    openHeading(text, level: 8)
                }
            }
            return parseOptions(index + 1)
        }
    }

    /// The line after the `:name: value` lines of a directive; a name to show becomes a heading.
    private mutating func parseOptions(_ index: Int) -> Int {
        var next = index
        while next < lines.count, !lines[next].isBlank, isField(lines[next]) {
            let line = lines[next]
            if UTF8Text.matches(bytes, at: line.content, ":displayname: ", end: line.end) {
                openHeading(InlineMarkup.plainText(bytes, line.content + 14..<line.end), level: 7)
            }
            next += 1
        }
        return next
    }

    /// A name for machines: one word with hyphens or without capitals.
    private func isSlug(_ range: Range<Int>) -> Bool {
        !range.contains { UTF8Text.isSpace(bytes[$0]) || UTF8Text.isUppercase(bytes[$0]) }
    }

    // MARK: HTML

    /// Comments, style sheets and scripts, to their ends.
    func parseHTML(_ index: Int) -> Int? {
        let line = lines[index]
        guard bytes[line.content] == UInt8(ascii: "<") else { return nil }
        let pairs: [(StaticString, StaticString)] = [
            ("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"), ("<svg", "</svg>"),
        ]
        guard let closing = pairs.first(where: { UTF8Text.matches(bytes, at: line.content, $0.0, end: line.end) })?.1
        else { return nil }
        for next in index..<lines.count {
            for offset in lines[next].range where UTF8Text.matches(bytes, at: offset, closing, end: lines[next].end) {
                // Text after the comment on its line is rare, and lost only where there is none of the mark-up's.
                return offset + closing.utf8CodeUnitCount >= lines[next].end || next > index ? next + 1 : nil
            }
        }
        return lines.count
    }

    // MARK: Headings

    mutating func parseHeading(_ index: Int) -> Int? {
        let line = lines[index]
        if bytes[line.content] == UInt8(ascii: "#") {
            let level = line.range.prefix { bytes[$0] == UInt8(ascii: "#") }.count
            let text = line.content + level
            if level <= 6, text < line.end, bytes[text] == 0x20 {
                var end = line.end
                while end > text, bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
                openHeading(InlineMarkup.plainText(bytes, text..<end), level: level)
                return index + 1
            }
        }
        if let mark = line.rule(in: bytes) {
            // A line above and a line below.
            guard index + 2 < lines.count, !lines[index + 1].isBlank, lines[index + 2].rule(in: bytes) == mark,
                lines[index + 1].rule(in: bytes) == nil
            else { return nil }
            openHeading(InlineMarkup.plainText(bytes, lines[index + 1].range), level: level(of: mark, isDouble: true))
            return index + 3
        }
        guard index + 1 < lines.count, let mark = lines[index + 1].rule(in: bytes), line.end - line.content < 200,
            lines[index + 1].content == lines[index + 1].start || nesting > 0,
            2 * (lines[index + 1].end - lines[index + 1].content) >= line.end - line.content
                || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=")
        else { return nil }
        guard !isListMarker(line) else { return nil }
        openHeading(InlineMarkup.plainText(bytes, line.range), level: level(of: mark, isDouble: false))
        return index + 2
    }

    private mutating func level(of mark: UInt8, isDouble: Bool) -> Int {
        let key = isDouble ? mark | 0x80 : mark
        if let known = underlines.firstIndex(of: key) { return known + 1 }
        underlines.append(key)
        return underlines.count
    }
}
