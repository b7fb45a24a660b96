/// Finds what can be quoted in a passage of plain text, Markdown, reStructuredText or simple HTML.
///
/// A passage may be cut out of a longer text anywhere; what was opened before it is not known. Nothing is an error: what
/// isn't mark-up is text. Linear in the length of the passage.
package struct PassageParser {
    let bytes: [UInt8]
    /// The offset in the passage of every byte, where `bytes` was taken out of a table; else empty.
    let origin: [Int]
    let title: String
    let nesting: Int
    let lines: [TextLine]
    var structure = PassageStructure()

    /// The next block's number.
    var block = 0
    /// The innermost heading.
    var heading: Int?
    /// The characters that underline headings, highest level first.
    var underlines: [UInt8] = []
    var voice = PassageUnit.Voice.unknown
    var question: Int?
    /// The steps that may go on.
    var steps: OpenList?
    /// The items that may go on.
    var items: OpenList?
    /// Whether a sign-off was seen: short lines that follow are a signature.
    var isSigningOff = false
    /// Whether the last paragraph announced a literal block.
    var announcesCode = false

    /// The number of fenced directives whose content is being read as text.
    var openTextFences = 0

    /// A list that later lines may belong to.
    struct OpenList {
        var list: Int
        var indent: Int
        var number: Int
        /// The number of units when the last of its items ended.
        var unitsEnd: Int
        /// Whether lines indented more than `indent` still belong to the last item.
        var isInside = true
    }

    /// Parses a passage.
    ///
    /// - Parameters:
    ///   - bytes: The passage in UTF-8.
    ///   - title: The title of its source; where the passage begins with it, it isn't quoted.
    package static func parse(_ bytes: [UInt8], title: String = "") -> PassageStructure {
        parse(bytes, origin: [], title: title, nesting: 0)
    }

    static func parse(_ bytes: [UInt8], origin: [Int], title: String, nesting: Int) -> PassageStructure {
        var parser = PassageParser(
            bytes: bytes, origin: origin, title: PassageParser.normalized(title), nesting: nesting,
            lines: TextLine.lines(of: bytes))
        parser.run()
        return parser.structure
    }

    private mutating func run() {
        var index = frontMatterEnd()
        while index < lines.count {
            if lines[index].isBlank {
                index += 1
                continue
            }
            index = max(index + 1, parseBlock(index))
        }
    }

    /// Parses the block that begins at a line and returns the line after it.
    private mutating func parseBlock(_ index: Int) -> Int {
        let line = lines[index]
        if announcesCode {
            announcesCode = false
            if line.indent > 0, nesting == 0 || line.indent > 1 { return parseIndentedCode(index) }
        }
        if let next = parseFence(index) ?? parseHTML(index) ?? parseDirective(index) { return next }
        if let next = parseTable(index) ?? parseRule(index) ?? parseHeading(index) { return next }
        if isField(line) { return index + 1 }
        if let next = parseListItem(index) { return next }
        return parseParagraph(index)
    }

    /// The line after the front matter: `---`, `key: value` lines, `---`.
    private func frontMatterEnd() -> Int {
        guard let first = lines.first, isText(first, "---") else { return 0 }
        for index in lines.indices.dropFirst().prefix(60) {
            if isText(lines[index], "---") { return index + 1 }
            guard lines[index].isBlank || lines[index].indent > 0 || lines[index].contains(UInt8(ascii: ":"), in: bytes)
            else { return 0 }
        }
        return 0
    }

    /// The line after a rule or underline that is no heading's.
    private func parseRule(_ index: Int) -> Int? {
        guard let mark = lines[index].rule(in: bytes) else { return nil }
        // The line above a heading that is underlined too.
        if index + 2 < lines.count, !lines[index + 1].isBlank, lines[index + 2].rule(in: bytes) == mark { return nil }
        return index + 1
    }

    /// `:name: value` of a directive.
    func isField(_ line: TextLine) -> Bool {
        guard bytes[line.content] == UInt8(ascii: ":") else { return false }
        var index = line.content + 1
        while index < line.end, UTF8Text.isLetterOrDigit(bytes[index]) || "-_ ".utf8.contains(bytes[index]) {
            index += 1
        }
        guard index < line.end, index > line.content + 1, bytes[index] == UInt8(ascii: ":") else { return false }
        return index + 1 == line.end || bytes[index + 1] == 0x20
    }

    func isText(_ line: TextLine, _ text: StaticString) -> Bool {
        line.end - line.content == text.utf8CodeUnitCount
            && UTF8Text.matches(bytes, at: line.content, text, end: line.end)
    }

    /// The lines from `index` on that are blank or indented more than `indent`.
    func indentedEnd(_ index: Int, over indent: Int) -> Int {
        var next = index
        var end = index
        while next < lines.count, lines[next].isBlank || lines[next].indent > indent {
            next += 1
            if !lines[next - 1].isBlank { end = next }
        }
        return end
    }

    /// The words of a title, for comparison.
    static func normalized(_ text: String) -> String {
        let bytes = Array(text.utf8)
        return UTF8Text.lowercaseWords(bytes, 0..<bytes.count, limit: 40)
    }

    // MARK: Emitting

    mutating func openHeading(_ text: String, level: Int) {
        guard !text.isEmpty else { return }
        var parent = heading
        while let above = parent, structure.headings[above].level >= level { parent = structure.headings[above].parent }
        structure.headings.append(.init(text: text, level: level, parent: parent))
        heading = structure.headings.count - 1
        question = nil
        steps = nil
        items = nil
        voice = Self.voice(ofLabel: Self.normalized(text)) ?? .unknown
        isSigningOff = false
    }

    /// The offsets in the passage of a range of `bytes`.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard !origin.isEmpty, !range.isEmpty else { return range }
        return origin[range.lowerBound]..<origin[range.upperBound - 1] + 1
    }

    /// Adds a unit, unless no words are left of it.
    @discardableResult
    mutating func emit(
        _ range: Range<Int>, kind: PassageUnit.Kind, text: String? = nil, marker: String = "", markerStart: Int? = nil,
        list: Int? = nil
    ) -> Int? {
        let text = text ?? InlineMarkup.plainText(bytes, range)
        guard text.utf8.contains(where: UTF8Text.isWordByte) else { return nil }
        let place = original(range)
        var unit = PassageUnit(
            range: place, markerStart: markerStart.map { original($0..<$0 + 1).lowerBound } ?? place.lowerBound,
            text: text, kind: kind, block: block)
        unit.marker = marker
        unit.voice = voice
        unit.heading = heading
        unit.question = question
        unit.list = list
        if let steps, list == steps.list { unit.number = steps.number }
        unit.isLeadIn = text.hasSuffix(":")
        unit.isCourtesy = isSigningOff
        structure.units.append(unit)
        return structure.units.count - 1
    }
}
