/// Paragraphs, the sentences in them, and what tickets and questions with answers look like.
extension PassageParser {
    /// Whether a line begins something other than a paragraph.
    func startsBlock(_ index: Int) -> Bool {
        let line = lines[index]
        if isListMarker(line) || line.rule(in: bytes) != nil || isField(line) { return true }
        switch bytes[line.content] {
        case UInt8(ascii: "#"):
            let level = line.range.prefix { bytes[$0] == UInt8(ascii: "#") }
            return level.count <= 6 && level.endIndex < line.end && bytes[level.endIndex] == 0x20
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            return line.range.prefix { bytes[$0] == bytes[line.content] }.count >= 3
        case UInt8(ascii: "."): return UTF8Text.matches(bytes, at: line.content, ".. ", end: line.end)
        case UInt8(ascii: "|"), UInt8(ascii: "+"): return isTableLine(line)
        case UInt8(ascii: "<"): return UTF8Text.matches(bytes, at: line.content, "<!--", end: line.end)
        default: break
        }
        // A title above its underline.
        return index + 1 < lines.count && !lines[index + 1].isBlank
            && (lines[index + 1].rule(in: bytes).map { "=-~^".utf8.contains($0) } ?? false)
    }

    mutating func parseParagraph(_ index: Int) -> Int {
        var end = index + 1
        while end < lines.count, !lines[end].isBlank, !startsBlock(end) { end += 1 }
        closeLists(at: lines[index].indent)
        let list = openListHolding(indent: lines[index].indent)
        if list == nil { items = nil }
        let width = (index..<end).map { lines[$0].end - lines[$0].content }.max() ?? 0
        var start = index
        for line in index..<end where line + 1 == end || isHardBreak(after: line, width: width) {
            parseLines(start..<line + 1, list: list)
            start = line + 1
        }
        announcesCode = endsInDoubleColon(lines[index].content..<lines[end - 1].end)
        return end
    }

    func endsInDoubleColon(_ range: Range<Int>) -> Bool {
        range.count >= 2 && bytes[range.upperBound - 1] == UInt8(ascii: ":")
            && bytes[range.upperBound - 2] == UInt8(ascii: ":")
    }

    /// Whether a line feed inside a paragraph was meant: after a question, before a label, after a short line that
    /// doesn't end like a sentence.
    private func isHardBreak(after index: Int, width: Int) -> Bool {
        let line = lines[index]
        let next = lines[index + 1]
        let last = bytes[line.end - 1]
        if last == UInt8(ascii: "?") || isLabel(next) || isGreeting(line) || closing(next.range) { return true }
        guard !".!,;".utf8.contains(last), UTF8Text.isUppercase(bytes[next.content]) else { return false }
        return last == UInt8(ascii: ":") || 10 * (line.end - line.content) < 6 * width
    }

    private mutating func parseLines(_ range: Range<Int>, list: Int?) {
        guard let first = range.first, let last = range.last else { return }
        let text = lines[first].content..<lines[last].end
        if range.count == 1 {
            if isText(lines[first], "--") || isHistory(text) {
                isSigningOff = true
                return
            }
            if let heading = headingText(text, isLast: last + 1 >= lines.count) {
                openHeading(heading, level: heading == title ? 1 : 8)
                return
            }
        }
        block += 1
        parseSentences(text, list: list)
    }

    /// The words of a paragraph that is a heading without its mark-up: the title, a line in bold, or a short first line.
    private func headingText(_ range: Range<Int>, isLast: Bool) -> String? {
        guard !isLast, range.count < 160 else { return nil }
        let text = InlineMarkup.plainText(bytes, range)
        let isFirst = structure.units.isEmpty && structure.headings.isEmpty
        if isFirst, !title.isEmpty, Self.normalized(text) == title { return text }
        if label(range) != nil || isGreeting(range) || closing(range) { return nil }
        guard let end = text.utf8.last, !".!?:;,".utf8.contains(end) else { return nil }
        let isBold =
            UTF8Text.matches(bytes, at: range.lowerBound, "**", end: range.upperBound)
            && UTF8Text.matches(bytes, at: range.upperBound - 2, "**", end: range.upperBound)
        let words = text.split(separator: " ").count
        if isBold, words <= 12 { return text }
        return isFirst && words <= 12 && nesting == 0 && UTF8Text.isUppercase(bytes[range.lowerBound]) ? text : nil
    }

    // MARK: Sentences

    mutating func parseSentences(_ range: Range<Int>, list: Int? = nil) {
        let sentences = SentenceSegmenter.sentences(bytes, range).flatMap(splitAtFirstNumber)
        let numbers = sentences.map { listMarker($0)?.number }
        var index = 0
        while index < sentences.count {
            // "1. … 2. … 3. …" on one line.
            var end = index
            while end < sentences.count, numbers[end] == end - index + 1 { end += 1 }
            if end - index >= 2, list == nil {
                addInlineSteps(Array(sentences[index..<end]))
                index = end
                continue
            }
            parseSentence(sentences[index], list: list)
            index += 1
        }
        if list != nil { extendOpenLists() }
    }

    private mutating func parseSentence(_ sentence: Range<Int>, list: Int?) {
        var range = sentence
        if let label = label(range) {
            voice = label.voice
            if voice == .asker { question = nil }
            range = UTF8Text.trim(bytes, label.end..<range.upperBound)
        }
        if let end = greetingEnd(range) { range = UTF8Text.trim(bytes, end..<range.upperBound) }
        guard !range.isEmpty else { return }
        if closing(range) {
            isSigningOff = true
            return
        }
        guard let unit = emit(range, kind: .sentence, list: list) else { return }
        markKind(unit)
    }

    /// Sets what the last words of a unit, and some in it, tell.
    mutating func markKind(_ index: Int) {
        let text = structure.units[index].text
        let closers: Set<Character> = ["\"", "'", ")", "]", "”", "’", "»"]
        let last = text.last { !closers.contains($0) }
        structure.units[index].isQuestion = last == "?" || last == "？"
        structure.units[index].isFragment = !(last.map { ".!?…:;。！？".contains($0) } ?? false)
        let bytes = Array(text.utf8)
        let words = UTF8Text.lowercaseWordBytes(bytes, 0..<bytes.count, limit: 40)
        let isShort = words.count { $0 == 0x20 } < 6
        if isSigningOff, !(isShort && structure.units[index].isFragment) {
            isSigningOff = false
            structure.units[index].isCourtesy = false
        }
        if UTF8Text.holds(words, anyOf: Self.courtesies) { structure.units[index].isCourtesy = true }
        if structure.units[index].isQuestion { question = index }
    }

    private mutating func addInlineSteps(_ sentences: [Range<Int>]) {
        let leadIn = structure.units.last.flatMap { $0.block == block && $0.isLeadIn ? structure.units.count - 1 : nil }
        structure.lists.append(
            .init(isOrdered: true, firstNumber: 1, lastNumber: sentences.count, leadIn: leadIn))
        let list = structure.lists.count - 1
        for (position, sentence) in sentences.enumerated() {
            guard let marker = listMarker(sentence) else { continue }
            let unit = emit(
                marker.content..<sentence.upperBound, kind: .item, marker: marker.text,
                markerStart: sentence.lowerBound, list: list)
            if let unit {
                structure.units[unit].number = position + 1
                markKind(unit)
            }
        }
    }

    /// Parts "Do this: 1. Open it." before its number, where a "2." can follow.
    private func splitAtFirstNumber(_ sentence: Range<Int>) -> [Range<Int>] {
        guard sentence.count > 6 else { return [sentence] }
        for offset in sentence.lowerBound + 2..<sentence.upperBound - 3
        where bytes[offset] == UInt8(ascii: "1") && bytes[offset - 1] == 0x20
            && ":.;".utf8.contains(bytes[offset - 2]) && ".)".utf8.contains(bytes[offset + 1])
            && bytes[offset + 2] == 0x20
        {
            return [
                UTF8Text.trim(bytes, sentence.lowerBound..<offset), UTF8Text.trim(bytes, offset..<sentence.upperBound),
            ]
        }
        return [sentence]
    }
}
