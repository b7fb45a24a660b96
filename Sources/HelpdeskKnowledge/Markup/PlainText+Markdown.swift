extension PlainText {
    /// Markdown, with what MyST adds to it.
    mutating func markdown() {
        var fence = fence
        var isInComment = false
        forEachLine { plain, whole in
            var line = plain.trim(whole)
            if isInComment {
                guard let end = plain.findCommentEnd(line) else { return }
                isInComment = false
                line = plain.trim(end..<line.upperBound)
            }
            if let mark = plain.fenceMark(line) {
                if fence == nil {
                    fence = mark
                } else if fence == mark {
                    fence = nil
                }
                return plain.endLine()
            }
            if fence != nil { return plain.appendCollapsed(line) }
            plain.markdownLine(line, isInComment: &isInComment)
        }
    }

    private mutating func markdownLine(_ trimmed: Range<Int>, isInComment: inout Bool) {
        var line = trimmed
        if line.isEmpty || isRule(line) || isLinkDefinition(line) { return endLine() }
        // `(label)=` and `:::` of MyST; `:name: value` options of its directives.
        if starts(line, with: ":::") { return endLine() }
        if bytes[line.lowerBound] == UInt8(ascii: "("), bytes[line.upperBound - 1] == UInt8(ascii: "=") {
            return endLine()
        }
        while let first = line.first, bytes[first] == UInt8(ascii: ">") {
            line = trim(first + 1..<line.upperBound)
        }
        if let first = line.first, bytes[first] == UInt8(ascii: "#") {
            while let mark = line.first, bytes[mark] == UInt8(ascii: "#") { line = mark + 1..<line.upperBound }
            line = trim(line)
            while let mark = line.last, bytes[mark] == UInt8(ascii: "#") { line = line.lowerBound..<mark }
        } else if line.count > 1, "-*+".utf8.contains(bytes[line.lowerBound]), bytes[line.lowerBound + 1] == 0x20 {
            line = trim(line.lowerBound + 1..<line.upperBound)
        }
        isInComment = inline(line)
        endLine()
    }

    /// The character of a fence (three or more backquotes or tildes), if the line opens or closes one.
    private func fenceMark(_ line: Range<Int>) -> UInt8? {
        if starts(line, with: "```") {
            // A backquote later in the line makes it inline code.
            let rest = line.drop { bytes[$0] == UInt8(ascii: "`") }
            return rest.contains { bytes[$0] == UInt8(ascii: "`") } ? nil : UInt8(ascii: "`")
        }
        return starts(line, with: "~~~") ? UInt8(ascii: "~") : nil
    }

    /// `[name]: target`
    private func isLinkDefinition(_ line: Range<Int>) -> Bool {
        guard bytes[line.lowerBound] == UInt8(ascii: "["), let close = find(UInt8(ascii: "]"), in: line) else {
            return false
        }
        return close + 1 < line.upperBound && bytes[close + 1] == UInt8(ascii: ":")
            && bytes[line.lowerBound + 1] != UInt8(ascii: "^")
    }

    /// The position after `-->`.
    func findCommentEnd(_ line: Range<Int>) -> Int? {
        line.first { starts($0..<line.upperBound, with: "-->") }.map { $0 + 3 }
    }
}
