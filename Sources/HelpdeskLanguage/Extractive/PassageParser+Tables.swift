/// Tables: Markdown's with bars, reStructuredText's with a frame.
extension PassageParser {
    func isTableLine(_ line: TextLine) -> Bool {
        switch bytes[line.content] {
        case UInt8(ascii: "|"):
            // More than the two bars of a `|substitution|`, or a closing bar after a cell.
            let bars = line.range.lazy.filter { bytes[$0] == UInt8(ascii: "|") }.prefix(3).count
            return bars > 2
                || (bars == 2 && bytes[line.content + 1] == 0x20 && bytes[line.end - 1] == UInt8(ascii: "|"))
        case UInt8(ascii: "+"): return isFrame(line)
        default: return false
        }
    }

    private func isFrame(_ line: TextLine) -> Bool {
        line.end - line.content > 3 && bytes[line.content] == UInt8(ascii: "+")
            && line.range.allSatisfy { "+-=".utf8.contains(bytes[$0]) }
    }

    /// `|---|:--:|`
    private func isSeparator(_ line: TextLine) -> Bool {
        line.contains(UInt8(ascii: "-"), in: bytes) && line.contains(UInt8(ascii: "|"), in: bytes)
            && line.range.allSatisfy { "|-: \t".utf8.contains(bytes[$0]) }
    }

    mutating func parseTable(_ index: Int) -> Int? {
        let isBare =
            index + 1 < lines.count && !lines[index + 1].isBlank && isSeparator(lines[index + 1])
            && lines[index].contains(UInt8(ascii: "|"), in: bytes)
        guard isBare || isTableLine(lines[index]) || isSeparator(lines[index]) else { return nil }
        var end = index
        while end < lines.count, !lines[end].isBlank,
            isTableLine(lines[end]) || lines[end].contains(UInt8(ascii: "|"), in: bytes) || isFrame(lines[end])
        {
            end += 1
        }
        closeLists(at: lines[index].indent)
        if (index..<end).contains(where: { isFrame(lines[$0]) }) || hasStraightBars(index..<end) {
            parseFramedTable(index..<end)
        } else {
            parseBarTable(index..<end)
        }
        block += 1
        return end
    }

    // MARK: Markdown

    private mutating func parseBarTable(_ rows: Range<Int>) {
        let outer = heading
        var list: Int?
        for row in rows where !isSeparator(lines[row]) {
            block += 1
            let cells = cells(of: lines[row]).map { InlineMarkup.plainText(bytes, $0) }.filter { !$0.isEmpty }
            let isHeader = row + 1 < rows.upperBound && isSeparator(lines[row + 1])
            let text = cells.joined(separator: cells.count == 2 ? ": " : " | ")
            let unit = emit(
                rowRange(lines[row]), kind: .row, text: text, list: isHeader ? nil : list)
            guard let unit else { continue }
            structure.units[unit].isLeadIn = false
            if isHeader {
                structure.lists.append(
                    .init(
                        isOrdered: false, firstNumber: 0, lastNumber: 0, leadIn: cells.count > 2 ? unit : nil))
                list = structure.lists.count - 1
                structure.units[unit].isFragment = true
                structure.headings.append(.init(text: text, level: 9, parent: outer))
                heading = structure.headings.count - 1
            }
        }
        heading = outer
    }

    private func rowRange(_ line: TextLine) -> Range<Int> {
        var range = line.range
        if let first = range.first, bytes[first] == UInt8(ascii: "|") { range = first + 1..<range.upperBound }
        if let last = range.last, bytes[last] == UInt8(ascii: "|") { range = range.lowerBound..<last }
        return UTF8Text.trim(bytes, range)
    }

    /// The cells of a row; a bar behind a backslash or between code marks parts nothing.
    private func cells(of line: TextLine) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        let row = rowRange(line)
        var start = row.lowerBound
        var isCode = false
        for index in row {
            if bytes[index] == UInt8(ascii: "`") { isCode.toggle() }
            if bytes[index] == UInt8(ascii: "|"), !isCode, index == 0 || bytes[index - 1] != UInt8(ascii: "\\") {
                cells.append(UTF8Text.trim(bytes, start..<index))
                start = index + 1
            }
        }
        cells.append(UTF8Text.trim(bytes, start..<row.upperBound))
        return cells
    }

    // MARK: reStructuredText

    /// The byte offset of every column of a line.
    private func columns(_ line: TextLine) -> [Int] { (line.content..<line.end).filter { bytes[$0] & 0xC0 != 0x80 } }

    private func bars(_ line: TextLine) -> [Int] {
        columns(line).enumerated().filter { bytes[$0.element] == UInt8(ascii: "|") }.map(\.offset)
    }

    /// Whether the bars of all lines stand in the same columns, as in a frame whose rules were cut off.
    private func hasStraightBars(_ rows: Range<Int>) -> Bool {
        guard rows.count > 1, !rows.contains(where: { isSeparator(lines[$0]) }) else { return false }
        let first = bars(lines[rows.lowerBound])
        return first.count > 1 && rows.allSatisfy { bars(lines[$0]) == first }
    }

    private mutating func parseFramedTable(_ rows: Range<Int>) {
        var start = rows.lowerBound
        for row in rows.lowerBound...rows.upperBound {
            let isEnd = row == rows.upperBound
            guard isEnd || isFrame(lines[row]) else { continue }
            let isHeader = !isEnd && lines[row].contains(UInt8(ascii: "="), in: bytes)
            if start < row, !isHeader { parseFramedRow(start..<row) }
            start = row + 1
        }
    }

    private mutating func parseFramedRow(_ rows: Range<Int>) {
        var edges = Set(bars(lines[rows.lowerBound]))
        for row in rows.dropFirst() { edges.formIntersection(bars(lines[row])) }
        let sorted = edges.sorted()
        let outer = heading
        let savedVoice = voice
        for (position, (left, right)) in zip(sorted, sorted.dropFirst()).enumerated() {
            var cell: [UInt8] = []
            var origin: [Int] = []
            for row in rows {
                let columns = columns(lines[row])
                guard right < columns.count else { continue }
                let inner = columns[left] + 1..<columns[right]
                let start = inner.first.map { bytes[$0] == 0x20 ? $0 + 1 : $0 } ?? inner.lowerBound
                var end = inner.upperBound
                while end > start, UTF8Text.isSpace(bytes[end - 1]) { end -= 1 }
                cell += bytes[start..<max(start, end)]
                origin += start..<max(start, end)
                cell.append(0x0A)
                origin.append(end)
            }
            let text = UTF8Text.trim(cell, 0..<cell.count)
            guard !text.isEmpty else { continue }
            if position == 0, sorted.count > 2, text.count <= 80 {
                structure.headings.append(
                    .init(text: InlineMarkup.plainText(cell, text), level: 9, parent: outer))
                heading = structure.headings.count - 1
                continue
            }
            adopt(cell, origin)
        }
        heading = outer
        voice = savedVoice
    }

    /// Parses the text of a cell and takes over what was found.
    private mutating func adopt(_ cell: [UInt8], _ cellOrigin: [Int]) {
        guard nesting < 2 else { return }
        let places = origin.isEmpty ? cellOrigin : cellOrigin.map { origin[min($0, origin.count - 1)] }
        let inner = PassageParser.parse(cell, origin: places, title: "", nesting: nesting + 1)
        let units = structure.units.count
        let headings = structure.headings.count
        let lists = structure.lists.count
        structure.headings += inner.headings.map {
            .init(text: $0.text, level: $0.level + 9, parent: $0.parent.map { $0 + headings } ?? heading)
        }
        structure.lists += inner.lists.map {
            .init(
                isOrdered: $0.isOrdered, firstNumber: $0.firstNumber, lastNumber: $0.lastNumber,
                leadIn: $0.leadIn.map { $0 + units })
        }
        var lastBlock = block
        for var unit in inner.units {
            unit.block += block + 1
            lastBlock = max(lastBlock, unit.block)
            unit.heading = unit.heading.map { $0 + headings } ?? heading
            unit.question = unit.question.map { $0 + units }
            unit.list = unit.list.map { $0 + lists }
            structure.units.append(unit)
        }
        block = lastBlock + 1
    }
}
