/// Lists of items and of steps.
extension PassageParser {
    /// The beginning of an item.
    struct ListMarker {
        /// The number of a step; `nil` for an item without one.
        var number: Int?
        /// Whether the mark-up leaves the number to the reader's program (`#.`).
        var isAutomatic = false
        /// The marker as it is shown.
        var text: String
        /// Where the item's text begins.
        var content: Int
        /// Where the marker stands and the item ends, where that isn't the line's beginning and end.
        var start: Int?
        var end = 0
    }

    func isListMarker(_ line: TextLine) -> Bool { listMarker(line) != nil }

    /// Reads `-`, `*`, `+`, `•`, `1.`, `(1)`, `#.`, `a)`, `Step 1:` at the beginning of a line.
    func listMarker(_ line: TextLine) -> ListMarker? { listMarker(line.range) }

    func listMarker(_ range: Range<Int>) -> ListMarker? {
        guard let first = range.first else { return nil }
        let end = range.upperBound
        func content(after offset: Int) -> Int? {
            guard offset < end else { return offset == end ? end : nil }
            guard UTF8Text.isSpace(bytes[offset]) else { return nil }
            return UTF8Text.trim(bytes, offset..<end).lowerBound
        }
        if "-*+".utf8.contains(bytes[first]), first + 1 < end, let content = content(after: first + 1) {
            return ListMarker(text: shown(first..<first + 1), content: content)
        }
        if UTF8Text.matches(bytes, at: first, "\u{2022}", end: end)
            || UTF8Text.matches(bytes, at: first, "\u{2013}", end: end)
            || UTF8Text.matches(bytes, at: first, "\u{25E6}", end: end)
        {
            return content(after: first + 3).map { ListMarker(text: shown(first..<first + 3), content: $0) }
        }
        if UTF8Text.matches(bytes, at: first, "#.", end: end), let content = content(after: first + 2) {
            return ListMarker(number: 1, isAutomatic: true, text: "", content: content)
        }
        return numberMarker(range, content)
    }

    private func numberMarker(_ range: Range<Int>, _ content: (Int) -> Int?) -> ListMarker? {
        let (first, end) = (range.lowerBound, range.upperBound)
        var index = first
        let isStep =
            UTF8Text.matches(bytes, at: first, "Step ", end: end)
            || UTF8Text.matches(bytes, at: first, "STEP ", end: end)
        if isStep { index += 5 }
        let isOpen = bytes[index < end ? index : first] == UInt8(ascii: "(")
        if isOpen { index += 1 }
        let digits = index
        while index < end, index - digits < 3, UTF8Text.isDigit(bytes[index]) { index += 1 }
        let closers: String = isStep ? ":.)" : isOpen ? ")" : ".)"
        if index > digits {
            guard index < end, closers.utf8.contains(bytes[index]), let start = content(index + 1) else { return nil }
            let number = bytes[digits..<index].reduce(0) { 10 * $0 + Int($1) - 0x30 }
            return ListMarker(number: number, text: shown(first..<index + 1), content: start)
        }
        guard !isStep, index + 1 < end, UTF8Text.isLowercase(bytes[index]), closers.utf8.contains(bytes[index + 1]),
            let start = content(index + 2)
        else { return nil }
        return ListMarker(text: shown(first..<index + 2), content: start)
    }

    private func shown(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Parses the item that begins at a line, to the end of its first paragraph.
    mutating func parseListItem(_ index: Int) -> Int? {
        let line = lines[index]
        guard let marker = listMarker(line) else { return nil }
        var next = index + 1
        while next < lines.count, !lines[next].isBlank, !startsBlock(next), lines[next].indent > line.indent {
            next += 1
        }
        // A text that goes on at the margin belongs to the item too.
        if next == index + 1 {
            while next < lines.count, !lines[next].isBlank, !startsBlock(next), !isLabel(lines[next]) { next += 1 }
        }
        let content = marker.content..<max(marker.content, lines[next - 1].end)
        block += 1
        let parts = inlineSteps(marker, line.content..<content.upperBound)
        if parts.count > 1 {
            for part in parts { addStep(part.number ?? 1, part, line, part.content..<part.end) }
        } else if let number = marker.number {
            addStep(number, marker, line, content)
        } else {
            addItem(marker, line, content)
        }
        announcesCode = endsInDoubleColon(content)
        return next
    }

    /// The steps of "1. Open it. 2. Save it." on one line; nothing where there is only one.
    private func inlineSteps(_ marker: ListMarker, _ range: Range<Int>) -> [ListMarker] {
        guard let first = marker.number, !marker.isAutomatic else { return [] }
        let sentences = SentenceSegmenter.sentences(bytes, range)
        var steps: [ListMarker] = []
        for sentence in sentences {
            guard var step = listMarker(sentence), step.number == first + steps.count else { return [] }
            step.start = sentence.lowerBound
            step.end = sentence.upperBound
            steps.append(step)
        }
        return steps
    }

    private mutating func addStep(_ number: Int, _ marker: ListMarker, _ line: TextLine, _ content: Range<Int>) {
        var number = number
        // The next number goes on with the list, also where it stands deeper: of a passage that begins with a step, the
        // white space before it is gone.
        if var open = steps, abs(line.indent - open.indent) <= 1 || (number > 1 && number == open.number + 1) {
            // "1." again, or "#.": the reader's program counts.
            let isRepeated = (number == 1 || marker.isAutomatic) && open.unitsEnd == structure.units.count
            if isRepeated { number = open.number + 1 }
            if number == open.number + 1 {
                for unit in open.unitsEnd..<structure.units.count { structure.units[unit].list = open.list }
                open.number = number
                open.indent = line.indent
                open.isInside = true
                structure.lists[open.list].lastNumber = number
                steps = open
                addListUnits(marker, line, content, list: open.list, number: number, depth: 0, isWhole: true)
                return
            }
        }
        if let open = steps, open.isInside, line.indent > open.indent + 1 {
            addListUnits(marker, line, content, list: open.list, number: number, depth: 1, isWhole: true)
            return
        }
        structure.lists.append(
            .init(isOrdered: true, firstNumber: number, lastNumber: number, leadIn: introduction()))
        let list = structure.lists.count - 1
        steps = OpenList(list: list, indent: line.indent, number: number, unitsEnd: structure.units.count)
        items = nil
        addListUnits(marker, line, content, list: list, number: number, depth: 0, isWhole: true)
    }

    private mutating func addItem(_ marker: ListMarker, _ line: TextLine, _ content: Range<Int>) {
        if let open = steps, open.isInside, line.indent > open.indent {
            addListUnits(marker, line, content, list: open.list, number: nil, depth: 1, isWhole: true)
            return
        }
        steps?.isInside = false
        if let open = items, open.isInside {
            let depth = line.indent > open.indent + 1 ? 1 : 0
            addListUnits(marker, line, content, list: open.list, number: nil, depth: depth, isWhole: false)
            return
        }
        structure.lists.append(.init(isOrdered: false, firstNumber: 0, lastNumber: 0, leadIn: introduction()))
        let list = structure.lists.count - 1
        items = OpenList(list: list, indent: line.indent, number: 0, unitsEnd: structure.units.count)
        addListUnits(marker, line, content, list: list, number: nil, depth: 0, isWhole: false)
    }

    private mutating func addListUnits(
        _ marker: ListMarker, _ line: TextLine, _ content: Range<Int>, list: Int, number: Int?, depth: Int,
        isWhole: Bool
    ) {
        // The number as it is written, unless the list counts by itself.
        let isCounted = marker.isAutomatic || (marker.number != number && depth == 0)
        let shown = String(repeating: "  ", count: depth) + (isCounted ? "\(number ?? 1)." : marker.text)
        let pieces =
            isWhole || content.count <= SentenceSegmenter.maximumLength
            ? [content] : SentenceSegmenter.sentences(bytes, content)
        for (position, piece) in pieces.enumerated() {
            let isFirst = position == 0
            let unit = emit(
                piece, kind: isFirst ? .item : .sentence, marker: isFirst ? shown : "",
                markerStart: isFirst ? marker.start ?? line.content : nil, list: list)
            if let unit { markKind(unit) }
        }
        extendOpenLists()
    }

    /// The unit that announces a list which begins here.
    private func introduction() -> Int? {
        guard let last = structure.units.indices.last, structure.units[last].heading == heading else { return nil }
        let unit = structure.units[last]
        guard unit.kind == .sentence, !unit.isCourtesy else { return nil }
        let isAnnouncing = UTF8Text.holds(
            Array(unit.text.utf8), anyOf: ["follow", "steps", "below", "Follow", "Steps"])
        return unit.isLeadIn || (isAnnouncing && !unit.isQuestion) ? last : nil
    }

    /// The list whose item a block of this indentation continues.
    func openListHolding(indent: Int) -> Int? {
        if let steps, steps.isInside, indent > steps.indent { return steps.list }
        if let items, items.isInside, indent > items.indent { return items.list }
        return nil
    }

    /// Ends the items that a block of this indentation doesn't belong to.
    mutating func closeLists(at indent: Int) {
        if let open = steps, indent <= open.indent { steps?.isInside = false }
        if let open = items, indent <= open.indent { items?.isInside = false }
    }

    /// Takes note that the last unit belongs to the open lists.
    mutating func extendOpenLists() {
        if let open = steps, structure.units.last?.list == open.list { steps?.unitsEnd = structure.units.count }
        if let open = items, structure.units.last?.list == open.list { items?.unitsEnd = structure.units.count }
    }
}
