extension PlainText {
    /// Adds a line without its inline mark-up.
    ///
    /// - Returns: Whether an HTML comment is left open.
    mutating func inline(_ line: Range<Int>) -> Bool {
        var position = line.lowerBound
        while position < line.upperBound {
            let byte = bytes[position]
            let rest = position..<line.upperBound
            switch byte {
            case UInt8(ascii: "<"):
                if starts(rest, with: "<!--") {
                    guard let end = findCommentEnd(rest) else { return true }
                    position = end
                    continue
                }
                if let (end, isInline) = tagEnd(rest) {
                    if !isInline { append(0x20) }
                    position = end
                    continue
                }
            case UInt8(ascii: "&"):
                if let (text, end) = entity(rest) {
                    for byte in text.utf8 { append(byte) }
                    position = end
                    continue
                }
            case UInt8(ascii: "`"), UInt8(ascii: ":"), UInt8(ascii: "{"):
                if let end = code(rest) {
                    position = end
                    continue
                }
            case UInt8(ascii: "!"), UInt8(ascii: "["):
                if format == .markdown, let end = link(rest) {
                    position = end
                    continue
                }
            case UInt8(ascii: "\\"):
                if position + 1 < line.upperBound, !Self.isWord(bytes[position + 1]) {
                    append(bytes[position + 1])
                    position += 2
                    continue
                }
            case UInt8(ascii: "*"), UInt8(ascii: "_"):
                // Emphasis has a word on one side only; `snake_case` and `2 * 3` have the same on both.
                let before = position > line.lowerBound && Self.isWord(bytes[position - 1])
                var end = position
                while end < line.upperBound, bytes[end] == byte { end += 1 }
                let after = end < line.upperBound && bytes[end] != 0x20
                let isEmphasis = end - position > 1 || byte == UInt8(ascii: "*") ? before || after : before != after
                if !isEmphasis { output.append(contentsOf: repeatElement(byte, count: end - position)) }
                position = end
                continue
            case UInt8(ascii: "|"):
                append(0x20)
                position += 1
                continue
            default: break
            }
            append(byte)
            position += 1
        }
        return false
    }

    // MARK: - Links

    /// `[text](target)`, `[text][name]`, `![alt](path)`: adds the text and returns where the link ends.
    private mutating func link(_ rest: Range<Int>) -> Int? {
        var open = rest.lowerBound
        if bytes[open] == UInt8(ascii: "!") {
            open += 1
            guard open < rest.upperBound, bytes[open] == UInt8(ascii: "[") else { return nil }
        }
        guard let close = balanced(open, "[", "]", end: rest.upperBound) else { return nil }
        var end = close + 1
        if end < rest.upperBound, bytes[end] == UInt8(ascii: "(") {
            guard let target = balanced(end, "(", ")", end: rest.upperBound) else { return nil }
            end = target + 1
        } else if end < rest.upperBound, bytes[end] == UInt8(ascii: "[") {
            guard let target = balanced(end, "[", "]", end: rest.upperBound) else { return nil }
            end = target + 1
        } else {
            return nil
        }
        appendLinkText(open + 1..<close)
        return end
    }

    /// A link's text may hold an image; its own mark-up goes too, one level deep.
    private mutating func appendLinkText(_ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "["),
                let open = byte == UInt8(ascii: "[")
                    ? position : find(UInt8(ascii: "["), in: position..<min(position + 2, range.upperBound)),
                let close = balanced(open, "[", "]", end: range.upperBound),
                close + 1 < range.upperBound, bytes[close + 1] == UInt8(ascii: "("),
                let end = balanced(close + 1, "(", ")", end: range.upperBound)
            {
                for inner in open + 1..<close { append(bytes[inner]) }
                position = end + 1
                continue
            }
            if !"*`".utf8.contains(byte) { append(byte) }
            position += 1
        }
    }

    /// The position of the bracket that closes the one at `open`, at most 2,000 bytes on and 8 levels deep: no text makes
    /// this quadratic.
    private func balanced(_ open: Int, _ left: Unicode.Scalar, _ right: Unicode.Scalar, end: Int) -> Int? {
        var depth = 0
        for position in open..<min(end, open + 2_000) {
            if bytes[position] == UInt8(ascii: left) {
                depth += 1
                if depth > 8 { return nil }
            }
            if bytes[position] == UInt8(ascii: right) {
                depth -= 1
                if depth == 0 { return position }
            }
        }
        return nil
    }

    // MARK: - Code, roles and links in backquotes

    /// `` `code` ``, ``` ``code`` ```, `:role:`…``, `{role}`…`` and `` `text <target>`_ ``: adds the text and returns
    /// where it ends.
    private mutating func code(_ rest: Range<Int>) -> Int? {
        var open = rest.lowerBound
        var isRole = false
        if let close = Self.roleClose[bytes[open]] {
            let name = rest.dropFirst().prefix(40).prefix {
                Self.isWord(bytes[$0]) || "-_:.".utf8.contains(bytes[$0])
            }
            open += 1 + name.count
            if close == UInt8(ascii: ":") { open -= 1 }  // the name's last character is the colon that ends it
            guard !name.isEmpty, open + 1 < rest.upperBound, bytes[open] == close,
                bytes[open + 1] == UInt8(ascii: "`")
            else { return nil }
            open += 1
            isRole = true
        }
        var start = open
        while start < rest.upperBound, bytes[start] == UInt8(ascii: "`") { start += 1 }
        let width = start - open
        // The closing run must be as long as the opening one, and not too far.
        var position = start
        var close: Int?
        while position < min(rest.upperBound, start + 2_000) {
            guard bytes[position] == UInt8(ascii: "`") else {
                position += 1
                continue
            }
            var end = position
            while end < rest.upperBound, bytes[end] == UInt8(ascii: "`") { end += 1 }
            if end - position == width {
                close = position
                break
            }
            position = end
        }
        guard let close else {
            return isRole ? nil : start  // an unclosed backquote
        }
        var end = close + width
        var text = start..<close
        if width == 1, isRole || format == .restructuredText {
            if bytes[max(start, close - 1)] == UInt8(ascii: ">"),
                let target = text.last(where: { bytes[$0] == UInt8(ascii: "<") }), target > start
            {
                text = trim(start..<target)
            } else if isRole, bytes[start] == UInt8(ascii: "/") || bytes[start] == UInt8(ascii: "~") {
                // `:doc:`/guide/backup``: the last part of the path is the best there is.
                if let slash = text.last(where: { bytes[$0] == UInt8(ascii: "/") }) { text = slash + 1..<close }
            }
            while end < rest.upperBound, bytes[end] == UInt8(ascii: "_") { end += 1 }
        }
        for position in text { append(bytes[position]) }
        return end
    }

    private static let roleClose: [UInt8: UInt8] = [
        UInt8(ascii: ":"): UInt8(ascii: ":"), UInt8(ascii: "{"): UInt8(ascii: "}"),
    ]

    // MARK: - HTML

    /// The position after an HTML tag with a known name or after an automatic link, and whether it stands within a word.
    private func tagEnd(_ rest: Range<Int>) -> (end: Int, isInline: Bool)? {
        let next = rest.dropFirst().prefix(1_000).first {
            bytes[$0] == UInt8(ascii: ">") || bytes[$0] == UInt8(ascii: "<")
        }
        guard let close = next, bytes[close] == UInt8(ascii: ">") else { return nil }
        let inside = rest.lowerBound + 1..<close
        if starts(inside, with: "http://") || starts(inside, with: "https://") || starts(inside, with: "mailto:") {
            return (close + 1, false)
        }
        var start = inside.lowerBound
        if start < inside.upperBound, bytes[start] == UInt8(ascii: "/") { start += 1 }
        let name = (start..<inside.upperBound).prefix { Self.isWord(bytes[$0]) }
        let after = start + name.count
        guard !name.isEmpty, name.count <= 10, after == close || bytes[after] == 0x20 || bytes[after] == 0x2F
        else { return nil }
        let tag = String(decoding: bytes[start..<after], as: UTF8.self).lowercased()
        return Self.tags.contains(tag) ? (close + 1, Self.inlineTags.contains(tag)) : nil
    }

    private static let inlineTags: Set<String> = [
        "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "u", "var", "wbr", "kbd",
    ]

    /// A placeholder such as `<hostname>` is no tag, so only names of HTML count.
    private static let tags: Set<String> = [
        "a", "abbr", "article", "aside", "audio", "b", "blockquote", "body", "br", "button", "caption", "center",
        "cite",
        "code", "col", "colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "embed", "figcaption", "figure",
        "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
        "img", "input", "ins", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "ol", "option", "p",
        "picture", "pre", "q", "s", "samp", "script", "section", "select", "small", "source", "span", "strike",
        "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
        "title", "tr", "u", "ul", "var", "video", "wbr",
    ]

    /// The character of an entity and the position after it.
    private func entity(_ rest: Range<Int>) -> (text: String, end: Int)? {
        guard let close = rest.prefix(12).first(where: { bytes[$0] == UInt8(ascii: ";") }) else { return nil }
        let name = String(decoding: bytes[rest.lowerBound + 1..<close], as: UTF8.self)
        if let text = Self.entities[name] { return (text, close + 1) }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.hasPrefix("x") || digits.hasPrefix("X")
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar.isSpace || value < 0x20 ? " " : String(Character(scalar)), close + 1)
    }

    private static let entities: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…", "mdash": "—",
        "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "copy": "©", "reg": "®",
        "trade": "™", "euro": "€", "pound": "£", "deg": "°", "times": "×", "rarr": "→", "larr": "←", "bull": "•",
        "middot": "·", "eacute": "é", "egrave": "è", "agrave": "à", "uuml": "ü", "ouml": "ö", "auml": "ä",
        "szlig": "ß", "ccedil": "ç",
    ]
}
