/// Reads a line of Markdown, reStructuredText or HTML as a person sees it: the words stay, the mark-up goes.
///
/// Emphasis, code marks, link targets, images, roles, substitutions, tags and comments go; a line feed becomes a space.
/// Text without mark-up comes out as it is. Work is linear in the length, also for hostile input: looking ahead for
/// closing marks has a budget.
package struct InlineMarkup {
    private let bytes: [UInt8]
    private var output: [UInt8] = []
    private var budget: Int
    /// Whether something was dropped just before, so that a space that follows would be the second.
    private var hasDropped = false

    /// The words of a range of a text.
    package static func plainText(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var markup = InlineMarkup(bytes: bytes, budget: 16 * range.count + 4096)
        markup.render(range, depth: 0)
        var words = markup.output[...]
        while let last = words.last, UTF8Text.isSpace(last) { words.removeLast() }
        if words.suffix(2).elementsEqual("::".utf8) { words.removeLast() }
        return String(decoding: words.drop(while: UTF8Text.isSpace), as: UTF8.self)
    }

    private init(bytes: [UInt8], budget: Int) {
        self.bytes = bytes
        self.budget = budget
    }

    private mutating func render(_ range: Range<Int>, depth: Int) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            let next = depth > 8 ? nil : construct(at: index, range, depth)
            if let next {
                index = next
                continue
            }
            if hasDropped, byte == 0x20, output.last == 0x20 || output.isEmpty {
                index += 1
                continue
            }
            hasDropped = false
            output.append(byte)
            index += 1
        }
    }

    /// Renders the construct that begins at an offset and returns where it ends, or `nil` where there is none.
    private mutating func construct(at index: Int, _ range: Range<Int>, _ depth: Int) -> Int? {
        switch bytes[index] {
        case UInt8(ascii: "\\"): escape(index, range.upperBound)
        case UInt8(ascii: "`"): code(index, range.upperBound, isRole: false)
        case UInt8(ascii: ":"), UInt8(ascii: "{"): role(index, range.upperBound)
        case UInt8(ascii: "!"): image(index, range.upperBound)
        case UInt8(ascii: "["): link(index, range.upperBound, depth)
        case UInt8(ascii: "<"): tag(index, range.upperBound)
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): emphasis(index, range, depth)
        case UInt8(ascii: "|"): substitution(index, range)
        case UInt8(ascii: "&"): entity(index, range.upperBound)
        case 0x0A, 0x0D: lineBreak(index, range.upperBound)
        default: nil
        }
    }

    private mutating func drop(to next: Int) -> Int {
        hasDropped = true
        return next
    }

    private mutating func append(_ range: Range<Int>) {
        for index in UTF8Text.trim(bytes, range) {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                if output.last != 0x20 { output.append(0x20) }
            } else if byte != 0x20 || output.last != 0x20 {
                output.append(byte)
            }
        }
        hasDropped = false
    }

    // MARK: Constructs. Each returns where to go on, or nil where the text isn't the construct.

    private mutating func escape(_ index: Int, _ end: Int) -> Int? {
        guard index + 1 < end else { return nil }
        let next = bytes[index + 1]
        guard "*_`[]#|<>~\\".utf8.contains(next) else { return nil }
        // Two backslashes begin a network path more often than they escape one.
        guard next != UInt8(ascii: "\\") else { return nil }
        output.append(next)
        return index + 2
    }

    private mutating func code(_ index: Int, _ end: Int, isRole: Bool) -> Int? {
        let length = runLength(index, end)
        guard let close = findRun(of: UInt8(ascii: "`"), length: length, from: index + length, end) else {
            return copy(index..<index + length)
        }
        var content = index + length..<close
        var next = close + length
        var isLink = isRole
        if length == 1, next < end, bytes[next] == UInt8(ascii: "_") {
            let after = next + 1 < end && bytes[next + 1] == UInt8(ascii: "_") ? next + 2 : next + 1
            if after >= end || !UTF8Text.isWordByte(bytes[after]) { (isLink, next) = (true, after) }
        }
        if isLink {
            if content.count > 1, bytes[content.upperBound - 1] == UInt8(ascii: ">"),
                let target = content.last(where: { bytes[$0] == UInt8(ascii: "<") }), target > content.lowerBound
            {
                content = content.lowerBound..<target
            }
            if let first = content.first, bytes[first] == UInt8(ascii: "~") || bytes[first] == UInt8(ascii: "!") {
                content = first + 1..<content.upperBound
            }
        }
        append(content)
        return next
    }

    /// `:ref:` or `{ref}` before a backtick.
    private mutating func role(_ index: Int, _ end: Int) -> Int? {
        if bytes[index] == UInt8(ascii: ":"), index > 0, UTF8Text.isWordByte(bytes[index - 1]) { return nil }
        let closing = bytes[index] == UInt8(ascii: ":") ? UInt8(ascii: ":") : UInt8(ascii: "}")
        var close = index + 1
        while close < end, close - index < 40,
            UTF8Text.isLetterOrDigit(bytes[close]) || "-_:+.".utf8.contains(bytes[close])
        {
            if bytes[close] == closing, close + 1 < end, bytes[close + 1] == UInt8(ascii: "`") { break }
            close += 1
        }
        guard close + 1 < end, close > index + 1, bytes[close] == closing, bytes[close + 1] == UInt8(ascii: "`") else {
            return nil
        }
        return code(close + 1, end, isRole: true)
    }

    private mutating func image(_ index: Int, _ end: Int) -> Int? {
        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "["),
            let close = findBracket(index + 1, end), let target = linkTarget(close + 1, end)
        else { return nil }
        return drop(to: target)
    }

    private mutating func link(_ index: Int, _ end: Int, _ depth: Int) -> Int? {
        guard let close = findBracket(index, end) else { return nil }
        if index + 1 < close, bytes[index + 1] == UInt8(ascii: "^") { return drop(to: close + 1) }
        guard let next = linkTarget(close + 1, end) else { return nil }
        render(index + 1..<close, depth: depth + 1)
        return next
    }

    /// The end of `(target)` or `[reference]`.
    private mutating func linkTarget(_ index: Int, _ end: Int) -> Int? {
        guard index < end, bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "[") else { return nil }
        return findBracket(index, end).map { $0 + 1 }
    }

    private mutating func tag(_ index: Int, _ end: Int) -> Int? {
        if UTF8Text.matches(bytes, at: index, "<!--", end: end) {
            var close = index + 4
            while close < end, budget > 0 {
                if UTF8Text.matches(bytes, at: close, "-->", end: end) { return drop(to: close + 3) }
                close += 1
                budget -= 1
            }
            return nil
        }
        guard let close = find(UInt8(ascii: ">"), from: index + 1, end) else { return nil }
        let isClosing = bytes[index + 1] == UInt8(ascii: "/")
        let start = isClosing ? index + 2 : index + 1
        var nameEnd = start
        while nameEnd < close, UTF8Text.isLetterOrDigit(bytes[nameEnd]) { nameEnd += 1 }
        if nameEnd < close, bytes[nameEnd] == UInt8(ascii: ":") || bytes[nameEnd] == UInt8(ascii: "@"), !isClosing,
            !(start..<close).contains(where: { UTF8Text.isSpace(bytes[$0]) })
        {
            append(start..<close)
            return close + 1
        }
        let name = String(decoding: bytes[start..<nameEnd].map(UTF8Text.lowercase), as: UTF8.self)
        let isEnded = nameEnd == close || UTF8Text.isSpace(bytes[nameEnd]) || bytes[nameEnd] == UInt8(ascii: "/")
        guard isEnded, Self.tags.contains(name) else { return nil }
        if ["br", "td", "th", "tr", "li", "p", "div"].contains(name), let last = output.last, last != 0x20 {
            output.append(0x20)
        }
        return drop(to: close + 1)
    }

    private mutating func emphasis(_ index: Int, _ range: Range<Int>, _ depth: Int) -> Int? {
        let byte = bytes[index]
        let length = runLength(index, range.upperBound)
        let next = index + length
        guard length <= 3, byte != UInt8(ascii: "~") || length == 2 else { return copy(index..<next) }
        let isBeforeWord = next < range.upperBound && !UTF8Text.isSpace(bytes[next])
        let isAfterWord = index > range.lowerBound && UTF8Text.isWordByte(bytes[index - 1])
        if isBeforeWord, !isAfterWord {
            var search = next
            while let close = findRun(of: byte, length: length, orTriple: true, from: search, range.upperBound) {
                let after = close + length
                let isAfterText = !UTF8Text.isSpace(bytes[close - 1])
                let isInWord =
                    byte == UInt8(ascii: "_") && after < range.upperBound && UTF8Text.isWordByte(bytes[after])
                if isAfterText, !isInWord {
                    render(next..<close, depth: depth + 1)
                    return after
                }
                search = after
            }
        }
        // A mark whose partner stands in a neighbouring sentence.
        let isAtEdge = index == range.lowerBound || next == range.upperBound
        if isAtEdge, length >= 2 { return drop(to: next) }
        return copy(index..<next)
    }

    private mutating func copy(_ range: Range<Int>) -> Int {
        output.append(contentsOf: bytes[range])
        hasDropped = false
        return range.upperBound
    }

    /// `|icon|` of reStructuredText.
    private mutating func substitution(_ index: Int, _ range: Range<Int>) -> Int? {
        if index > range.lowerBound, UTF8Text.isWordByte(bytes[index - 1]) { return nil }
        var close = index + 1
        while close < range.upperBound, close - index < 60,
            UTF8Text.isLetterOrDigit(bytes[close]) || bytes[close] == UInt8(ascii: "-")
                || bytes[close] == UInt8(ascii: "_")
        {
            close += 1
        }
        guard close < range.upperBound, close > index + 1, bytes[close] == UInt8(ascii: "|") else { return nil }
        guard close + 1 == range.upperBound || !UTF8Text.isWordByte(bytes[close + 1]) else { return nil }
        return drop(to: close + 1)
    }

    private mutating func entity(_ index: Int, _ end: Int) -> Int? {
        for (name, text) in Self.entities where UTF8Text.matches(bytes, at: index, name, end: end) {
            text.withUTF8Buffer { output.append(contentsOf: $0) }
            return index + name.utf8CodeUnitCount
        }
        return nil
    }

    /// A line feed with the indentation and quotation marks after it.
    private mutating func lineBreak(_ index: Int, _ end: Int) -> Int? {
        var next = index
        while next < end, UTF8Text.isSpace(bytes[next]) || bytes[next] == UInt8(ascii: ">") { next += 1 }
        while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
        if !output.isEmpty { output.append(0x20) }
        return next
    }

    // MARK: Looking ahead

    private func runLength(_ index: Int, _ end: Int) -> Int {
        var next = index
        while next < end, bytes[next] == bytes[index] { next += 1 }
        return next - index
    }

    private mutating func find(_ byte: UInt8, from start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end, budget > 0 {
            if bytes[index] == byte { return index }
            index += 1
            budget -= 1
        }
        return nil
    }

    /// The next run of a mark of exactly that length; or, where three marks close two constructs, the outer one's part.
    private mutating func findRun(
        of byte: UInt8, length: Int, orTriple: Bool = false, from start: Int, _ end: Int
    ) -> Int? {
        var search = start
        while let index = find(byte, from: search, end) {
            let found = runLength(index, end)
            if found == length, index > start { return index }
            if orTriple, found == 3, index > start { return index + 3 - length }
            search = index + found
        }
        return nil
    }

    /// The bracket that closes the one at an offset.
    private mutating func findBracket(_ index: Int, _ end: Int) -> Int? {
        let open = bytes[index]
        let close = open == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
        var depth = 0
        var position = index
        while position < end, budget > 0 {
            if bytes[position] == UInt8(ascii: "\\") {
                position += 2
                continue
            }
            if bytes[position] == open { depth += 1 }
            if bytes[position] == close {
                depth -= 1
                if depth == 0 { return position }
            }
            position += 1
            budget -= 1
        }
        return nil
    }

    private static let tags: Set<String> = [
        "a", "abbr", "b", "blockquote", "br", "center", "code", "dd", "del", "details", "div", "dl", "dt", "em", "font",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "iframe", "img", "input", "ins", "kbd", "li", "mark", "ol", "p",
        "picture", "pre", "s", "script", "section", "small", "source", "span", "strong", "style", "sub", "summary",
        "sup",
        "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "video",
    ]
    private static let entities: [(StaticString, StaticString)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
        ("&nbsp;", " "),
    ]
}
