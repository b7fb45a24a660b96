/// Groups of digits that hang together, by blanks, hyphens, dots, slashes and brackets between them.
struct NumberRun {
    /// A run of digits within a number.
    struct Group {
        var start: Int
        var end: Int
        var count: Int { end - start }
    }

    /// Where the run begins: at a plus sign, a bracket or a digit.
    private(set) var start = 0
    private(set) var groups: [Group] = []
    private(set) var digits = 0
    /// Whether a dot stands between digits.
    private(set) var hasDot = false

    /// Where the last group ends.
    var end: Int { groups.last?.end ?? start }

    /// Reads the run whose first digit stands there. Linear in its length.
    mutating func read(_ text: SignText, from digit: Int) {
        groups.removeAll(keepingCapacity: true)
        digits = 0
        hasDot = false
        start = digit
        if text[digit - 1] == 0x2B || text[digit - 1] == 0x28 {
            start -= 1
            if text[start - 1] == (text[start] == 0x2B ? 0x28 : 0x2B) { start -= 1 }
        }
        var index = digit
        while true {
            let first = index
            while Sign.isDigit(text[index]) { index += 1 }
            groups.append(Group(start: first, end: index))
            digits += index - first
            guard let next = afterSeparator(text, index) else { return }
            index = next
        }
    }

    /// The next digit behind a separator of at most three signs, if it still belongs to the same number.
    private mutating func afterSeparator(_ text: SignText, _ start: Int) -> Int? {
        var index = start
        while index < start + 3 {
            switch text[index] {
            case 0x20, 0x2D, 0x2F, 0x28, 0x29, Sign.dash: index += 1
            case 0x2E:
                // A dot before a blank ends a sentence.
                guard Sign.isDigit(text[index + 1]) else { return nil }
                hasDot = true
                index += 1
            default: return Sign.isDigit(text[index]) && index > start ? index : nil
            }
        }
        return Sign.isDigit(text[index]) ? index : nil
    }
}
