/// Finds what a customer has named exactly: references, sums, dates, codes of errors, versions. Linear in the text.
struct EscalationFactScanner {
    typealias Fact = EscalationSummary.Fact

    /// A piece of text between white space, without the punctuation around it.
    struct Token {
        /// As written.
        var text: String
        /// In lower case.
        var lower: String
        var range: Range<Int>
        /// Whether a sentence or clause ended before it.
        var startsClause: Bool
    }

    /// A longer piece is no number of anything.
    private static let maximumToken = 48

    let tokens: [Token]
    private(set) var facts: [Fact] = []
    private let maximumCount: Int

    /// Reads ranges of a text.
    static func facts(_ scalars: [Unicode.Scalar], in ranges: [Range<Int>], maximumCount: Int) -> [Fact] {
        var facts: [Fact] = []
        for range in ranges where facts.count < maximumCount {
            var scanner = EscalationFactScanner(scalars, range, maximumCount: maximumCount - facts.count)
            scanner.scan()
            facts += scanner.facts
        }
        return facts
    }

    private init(_ scalars: [Unicode.Scalar], _ range: Range<Int>, maximumCount: Int) {
        self.maximumCount = maximumCount
        var tokens: [Token] = []
        var index = range.lowerBound
        var startsClause = true
        while index < range.upperBound {
            if scalars[index].properties.isWhitespace {
                if scalars[index] == "\n" { startsClause = true }
                index += 1
                continue
            }
            let start = index
            while index < range.upperBound, !scalars[index].properties.isWhitespace { index += 1 }
            var lower = start
            var upper = index
            while lower < upper, Self.opening.contains(scalars[lower]) { lower += 1 }
            while upper > lower, Self.closing.contains(scalars[upper - 1]) { upper -= 1 }
            if lower < upper, upper - lower <= Self.maximumToken {
                let text = String(String.UnicodeScalarView(scalars[lower..<upper]))
                tokens.append(
                    Token(text: text, lower: text.lowercased(), range: lower..<upper, startsClause: startsClause))
            } else {
                tokens.append(Token(text: "", lower: "", range: start..<index, startsClause: true))
            }
            startsClause = upper < index && scalars[upper..<index].contains { ".;!?,".unicodeScalars.contains($0) }
        }
        self.tokens = tokens
    }

    private static let opening = Set("([{\"'“‘„«*_<`".unicodeScalars)
    private static let closing = Set(")]}\"'”’»*_>`.,;:!?…".unicodeScalars)

    private mutating func scan() {
        var index = 0
        while index < tokens.count, facts.count < maximumCount {
            index = next(at: index)
        }
    }

    /// Takes the fact at a place, and gives the place after it.
    private mutating func next(at index: Int) -> Int {
        if let (kind, label, value, count) = match(at: index) {
            // Before a number stands what it is the number of; it isn't repeated in the fact.
            let range = count.lowerBound..<count.upperBound
            let first = tokens[range.lowerBound].range.lowerBound
            let last = tokens[range.upperBound - 1].range.upperBound
            let text = range.map { tokens[$0].text }.joined(separator: " ")
            if !facts.contains(where: { $0.kind == kind && $0.text == text }) {
                facts.append(Fact(kind: kind, text: text, label: label, value: value, range: first..<last))
            }
            return range.upperBound
        }
        return index + 1
    }

    private typealias Match = (kind: Fact.Kind, label: String?, value: Double?, tokens: Range<Int>)

    private func match(at index: Int) -> Match? {
        if let count = dateCount(at: index) { return (.date, nil, nil, index..<index + count) }
        if let (count, value) = amount(at: index) { return (.amount, nil, value, index..<index + count) }
        if let place = labelled(at: index, labels: EscalationFactWords.errors, accepts: Self.isErrorCode) {
            return (.errorCode, nil, nil, place..<place + 1)
        }
        if Self.isUnmistakableErrorCode(tokens[index].text) { return (.errorCode, nil, nil, index..<index + 1) }
        if let count = versionCount(at: index) { return (.version, nil, nil, index..<index + count) }
        if let place = labelled(at: index, labels: EscalationFactWords.references, accepts: Self.isReference) {
            return (.reference, EscalationFactWords.references[tokens[index].lower], nil, place..<place + 1)
        }
        if Self.isUnmistakableReference(tokens[index].text) { return (.reference, nil, nil, index..<index + 1) }
        return nil
    }

    /// The place of the number after a label: "order number: 4711", "error code is E42".
    private func labelled(at index: Int, labels: [String: String], accepts: (String) -> Bool) -> Int? {
        guard labels[tokens[index].lower] != nil else { return nil }
        var place = index + 1
        while place < tokens.count, place <= index + 3, EscalationFactWords.fillers.contains(tokens[place].lower) {
            place += 1
        }
        guard place < tokens.count, accepts(tokens[place].text), dateCount(at: place) == nil, amount(at: place) == nil
        else { return nil }
        return place
    }
}
