/// What a piece of text in brackets is.
enum CitationMarker {
    /// The beginning of what may be a marker.
    case partial
    /// A marker with these numbers.
    case complete([Int])
    /// No marker.
    case none

    /// Reads a text that begins with `[` or `【`.
    ///
    /// - Parameter count: How many sources there are. `[…]` is a marker where one of its numbers is a source; `【…】`
    ///   always.
    static func read(_ text: [Unicode.Scalar], count: Int) -> CitationMarker {
        let isLenticular = text[0] == "【"
        let last = text[text.count - 1]
        if last == (isLenticular ? "】" : "]") {
            let numbers = numbers(in: text[1..<text.count - 1], count: count)
            let isMarker = isLenticular ? text[1].isDigit : numbers.contains { (1...max(1, count)).contains($0) }
            return isMarker ? .complete(numbers) : .none
        }
        guard text.count > 1, !isLineEnd(last) else { return .none }
        if text[1...].contains("†") { return last == "[" || last == "【" ? .none : .partial }
        if last == "†" { return text[text.count - 2].isDigit ? .partial : .none }
        if last.isDigit || last == " " { return .partial }
        if text.count == 2 { return last == "^" && !isLenticular ? .partial : .none }
        return ",;:-–—^".unicodeScalars.contains(last) ? .partial : .none
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// The numbers before `†`, or before `:` in `【4:0†source】`; ranges are written out.
    private static func numbers(in text: ArraySlice<Unicode.Scalar>, count: Int) -> [Int] {
        var numbers: [Int] = []
        var current: Int?
        var rangeStart: Int?
        func end() {
            defer { current = nil }
            guard let number = current else { return }
            if let start = rangeStart, start < number, number <= count { numbers += start + 1..<number }
            numbers.append(number)
            rangeStart = nil
        }
        for scalar in text {
            switch scalar {
            case "†", ":":
                end()
                return numbers
            case "-", "–", "—":
                end()
                rangeStart = numbers.last
            case _ where scalar.isDigit:
                // Numbers that no source has need not be exact.
                current = min(9999, (current ?? 0) * 10 + Int(scalar.value - 0x30))
            default: end()
            }
        }
        end()
        return numbers
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}
