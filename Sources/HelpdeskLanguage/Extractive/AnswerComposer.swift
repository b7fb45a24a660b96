/// Puts the chosen units together to an answer with its citations.
struct AnswerComposer {
    /// The answer.
    private(set) var text = ""
    /// One citation for every span of the answer.
    private(set) var citations: [LLMCitation] = []
    /// Whether something was cut off for want of room.
    private(set) var isCut = false

    private let sources: [LLMSource]
    private let selection: AnswerSelector.Selection

    init(sources: [LLMSource], selection: AnswerSelector.Selection) {
        self.sources = sources
        self.selection = selection
    }

    /// A unit and what stands before it in the answer.
    private struct Piece {
        var passage: Int
        var unit: Int
        var separator: String
        var shown: String
        /// The place of its quote in the passage.
        var range: Range<Int>
        /// Whether it goes on in the span of the piece before.
        var isJoined: Bool
    }

    /// Writes the answer within the configured number of characters and the tokens of the request (four characters each).
    mutating func compose(_ configuration: ExtractiveResponder.Configuration, tokens: Int?) {
        var limit = max(1, configuration.maximumCharacters)
        if selection.mayBeLong { limit = limit.multipliedReportingOverflow(by: 4).overflow ? .max : 4 * limit }
        if let tokens { limit = min(limit, tokens > .max / 4 ? .max : 4 * tokens) }
        var kept: [Piece] = []
        var length = 0
        for piece in pieces() {
            let added = piece.separator.count + piece.shown.count
            if length + added > limit {
                isCut = true
                if kept.isEmpty { kept.append(shortened(piece, to: limit)) }
                break
            }
            length += added
            kept.append(piece)
        }
        // An announcement without what it announces is no answer, unless it is all there is.
        while isCut, kept.count > 1, let last = kept.last, last.shown.hasSuffix(":") { kept.removeLast() }
        write(kept, configuration)
    }

    private mutating func write(_ pieces: [Piece], _ configuration: ExtractiveResponder.Configuration) {
        guard pieces.contains(where: { !$0.shown.isEmpty }) else { return }
        let title = pieces.first.map { sources[selection.passages[$0.passage].source].title } ?? ""
        func framed(_ phrase: String) -> String { phrase.replacing("{title}", with: title) }
        if !configuration.opening.isEmpty { text = framed(configuration.opening) + "\n\n" }
        var start = text.utf8.count
        var quote = 0..<0
        for (index, piece) in pieces.enumerated() {
            text += piece.separator
            if piece.isJoined {
                quote = quote.lowerBound..<piece.range.upperBound
            } else {
                start = text.utf8.count
                quote = piece.range
            }
            text += piece.shown
            if index + 1 == pieces.count || !pieces[index + 1].isJoined {
                cite(piece.passage, quote, start..<text.utf8.count)
            }
        }
        if !configuration.closing.isEmpty { text += "\n\n" + framed(configuration.closing) }
    }

    private mutating func cite(_ passage: Int, _ quote: Range<Int>, _ place: Range<Int>) {
        let read = selection.passages[passage]
        let source = sources[read.source]
        citations.append(
            LLMCitation(
                sourceID: source.id, passage: read.passage,
                quote: Self.characters(of: source.passages[read.passage], holding: quote), answerRange: place))
    }

    /// The characters that hold a range of bytes: a mark that combines with the last one is not left behind.
    private static func characters(of text: String, holding range: Range<Int>) -> String {
        let utf8 = text.utf8
        var start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        var end = utf8.index(start, offsetBy: range.count)
        while start > utf8.startIndex, start.samePosition(in: text) == nil { start = utf8.index(before: start) }
        while end < utf8.endIndex, end.samePosition(in: text) == nil { end = utf8.index(after: end) }
        return String(text[start..<end])
    }

    // MARK: Pieces

    private func pieces() -> [Piece] {
        var pieces: [Piece] = []
        for (passage, units) in zip(selection.order, selection.units) {
            let structure = selection.passages[passage].structure
            let markedLists = listsShownWithMarkers(units, structure)
            // Where all items are nested, they are shown at the margin.
            let items = units.lazy.map { structure.units[$0].marker }.filter { !$0.isEmpty }
            let areNested = items.allSatisfy { $0.hasPrefix(" ") }
            for unit in units {
                var piece = piece(passage, unit, markedLists, after: pieces.last)
                if areNested { piece.shown = String(piece.shown.drop { $0 == " " }) }
                pieces.append(piece)
            }
        }
        return pieces
    }

    /// The lists whose items are shown as such: steps where there are more than one, others where more than one is quoted.
    private func listsShownWithMarkers(_ units: [Int], _ structure: PassageStructure) -> Set<Int> {
        var counts: [Int: Int] = [:]
        for unit in units {
            if let list = structure.units[unit].list, structure.units[unit].kind == .item {
                counts[list, default: 0] += 1
            }
        }
        return Set(
            counts.keys.filter { list in
                let info = structure.lists[list]
                return counts[list, default: 0] > 1
                    || (info.isOrdered && (info.lastNumber > 1 || selection.hasJoinedSteps))
            })
    }

    private func piece(_ passage: Int, _ index: Int, _ markedLists: Set<Int>, after last: Piece?) -> Piece {
        let read = selection.passages[passage]
        let unit = read.structure.units[index]
        let isMarked = !unit.marker.isEmpty && unit.list.map(markedLists.contains) ?? false
        let start = isMarked ? unit.markerStart : unit.range.lowerBound
        var piece = Piece(
            passage: passage, unit: index, separator: "", shown: isMarked ? "\(unit.marker) \(unit.text)" : unit.text,
            range: start..<unit.range.upperBound, isJoined: false)
        guard let last else { return piece }
        guard last.passage == passage else {
            piece.separator = isMarked && continuesSteps(unit, last) ? "\n" : "\n\n"
            return piece
        }
        let before = read.structure.units[last.unit]
        let gap =
            last.range.upperBound <= start ? read.bytes[last.range.upperBound..<start] : read.bytes[start..<start]
        let isBlank = gap.allSatisfy(UTF8Text.isSpace) && last.range.upperBound <= start
        piece.isJoined = isBlank && last.unit + 1 == index
        if isMarked || (unit.list != nil && unit.list == before.list) || unit.kind == .code || unit.kind == .row
            || before.isLeadIn
        {
            piece.separator = "\n"
        } else if unit.block == before.block {
            let isPlain = !gap.isEmpty && gap.allSatisfy { $0 == 0x20 }
            piece.separator = isPlain && piece.isJoined ? String(decoding: gap, as: UTF8.self) : " "
        } else {
            piece.separator = "\n\n"
        }
        return piece
    }

    private func continuesSteps(_ unit: PassageUnit, _ last: Piece) -> Bool {
        let before = selection.passages[last.passage].structure.units[last.unit]
        return before.number != nil && unit.number != nil
    }

    /// The beginning of a piece, up to a space. What is shown is then the beginning of the quote's words.
    private func shortened(_ piece: Piece, to limit: Int) -> Piece {
        var piece = piece
        let cut = piece.shown.prefix(limit)
        piece.shown = String(cut[..<(cut.lastIndex { $0.isWhitespace } ?? cut.endIndex)])
        if let last = piece.shown.lastIndex(where: { !$0.isWhitespace }) {
            piece.shown = String(piece.shown[...last])
        }
        return piece
    }
}
