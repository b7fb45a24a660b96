/// Finds e-mail addresses: plain, with accents or fullwidth signs, and written to hide from machines.
struct EmailScanner {
    /// RFC 5321: the longest local part and the longest domain.
    private static let longestLocal = 64
    private static let longestDomain = 253

    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Where the addresses stand.
    func ranges() -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var bound = 0
        for index in scalars.indices where index >= bound {
            var range: Range<Int>?
            switch scalars[index].value {
            case 0x40, 0xFF20, 0xFE6B: range = plain(at: index, after: bound)
            case 0x5B, 0x28, 0x7B, 0x3C: range = hidden(at: index, after: bound, isBracketed: true)
            case 0x41, 0x61: range = hidden(at: index, after: bound, isBracketed: false)
            default: break
            }
            if let range {
                ranges.append(range)
                bound = range.upperBound
            }
        }
        return ranges
    }

    // MARK: Plain addresses

    private func plain(at sign: Int, after bound: Int) -> Range<Int>? {
        guard let start = localStart(before: sign, after: bound), !isInURL(start) else { return nil }
        guard let end = domainEnd(after: sign + 1) else { return nil }
        if isRemotePath(end) { return nil }
        return start..<end
    }

    private func localStart(before sign: Int, after bound: Int) -> Int? {
        let lowest = max(bound, sign - Self.longestLocal)
        var start = sign
        if start > lowest, scalars[start - 1] == "\"" {
            var index = start - 2
            while index >= lowest, scalars[index] != "\"", scalars[index].value != 0x0A { index -= 1 }
            return index >= lowest && scalars[index] == "\"" && index < start - 2 ? index : nil
        }
        while start > lowest, isLocal(scalars[start - 1]) { start -= 1 }
        while start < sign, !isLetterOrDigit(scalars[start]), scalars[start] != "_" { start += 1 }
        guard start < sign, scalars[sign - 1] != "." else { return nil }
        if start > 0, scalars[start - 1].value == 0x40 { return nil }
        return start
    }

    private func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E, 0x5F, 0x2B, 0x2D, 0x27, 0x26, 0x25, 0x21, 0x23, 0x24, 0x2A, 0x7E: true
        default: isLetterOrDigit(scalar)
        }
    }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 {
            return value >= 0x30 && value <= 0x39 || value >= 0x41 && value <= 0x5A || value >= 0x61 && value <= 0x7A
        }
        return scalar.properties.isAlphabetic || value >= 0x300 && value < 0x370
            || scalar.properties.generalCategory == .decimalNumber
    }

    /// Whether what begins there is the user of a URL: `postgres://app:secret@host`.
    private func isInURL(_ start: Int) -> Bool {
        guard start > 0, scalars[start - 1] == ":" || scalars[start - 1] == "/" else { return false }
        var index = start - 1
        let lowest = max(2, start - 200)
        while index >= lowest, scalars[index].value > 0x20 {
            if scalars[index] == "/", scalars[index - 1] == "/", scalars[index - 2] == ":" { return true }
            index -= 1
        }
        return false
    }

    /// The end of the domain that begins there: labels with dots, the last one of letters.
    private func domainEnd(after start: Int) -> Int? {
        var index = start
        var labelStart = start
        var labels: [Range<Int>] = []
        let limit = min(scalars.count, start + Self.longestDomain)
        while index < limit {
            let scalar = scalars[index]
            if isLetterOrDigit(scalar) || scalar == "-" && index > labelStart {
                index += 1
            } else if scalar == "." || scalar.value == 0xFF0E, index > labelStart, index + 1 < limit,
                isLetterOrDigit(scalars[index + 1])
            {
                labels.append(labelStart..<index)
                index += 1
                labelStart = index
            } else {
                break
            }
        }
        var last = index
        while last > labelStart, scalars[last - 1] == "-" { last -= 1 }
        if last > labelStart { labels.append(labelStart..<last) }
        // "ann@example.com.Please" lacks a blank.
        if labels.count > 2, let tail = labels.last, isUpper(scalars[tail.lowerBound]),
            Self.endings.contains(text(labels[labels.count - 2])),
            !isUpper(scalars[labels[labels.count - 2].lowerBound])
        {
            labels.removeLast()
        }
        while let tail = labels.last, !isTopLevel(tail) { labels.removeLast() }
        guard labels.count >= 2, let tail = labels.last else { return nil }
        return tail.upperBound
    }

    private func isUpper(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x41 && scalar.value <= 0x5A }

    private func isTopLevel(_ label: Range<Int>) -> Bool {
        guard label.count >= 2 else { return false }
        if label.count > 4, scalars[label.lowerBound..<label.lowerBound + 4].elementsEqual("xn--".unicodeScalars) {
            return true
        }
        return scalars[label].allSatisfy { !MessageTokens.isDigit($0) && $0 != "-" }
    }

    /// Whether `:path/…` follows, as in the remote of a version control system.
    private func isRemotePath(_ end: Int) -> Bool {
        guard end + 1 < scalars.count, scalars[end] == ":" else { return false }
        var index = end + 1
        let limit = min(scalars.count, end + 100)
        while index < limit, scalars[index].value > 0x20 {
            if scalars[index] == "/" { return true }
            index += 1
        }
        return false
    }

    // MARK: Hidden addresses

    private static let endings: Set<String> = Set(
        """
        com net org de uk co io fr es it nl eu info biz edu gov us ca au example app dev me at ch se no dk pl be ie nz in
        jp br test invalid local
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// "john [at] example [dot] com"; without brackets only where the dot is a word too and the ending is known.
    private func hidden(at index: Int, after bound: Int, isBracketed: Bool) -> Range<Int>? {
        guard let sign = isBracketed ? bracketed(index, ["at", "@", "ät"]) : bareWord(index, "at") else { return nil }
        var localEnd = index
        while localEnd > bound, localEnd > index - 3, isBlank(scalars[localEnd - 1]) { localEnd -= 1 }
        guard isBracketed || localEnd < index else { return nil }
        guard let start = hiddenLocal(before: localEnd, after: bound) else { return nil }
        var position = skipBlanks(sign)
        guard isBracketed || position > sign else { return nil }
        var last = label(position)
        guard !last.isEmpty else { return nil }
        var dots = 0
        var wordDots = 0
        position = last.upperBound
        while dots < 6 {
            let blank = skipBlanks(position)
            var next: Int?
            if position < scalars.count, scalars[position] == "." {
                next = position + 1
            } else if blank < scalars.count,
                let dot = bracketed(blank, ["dot", ".", "punkt"]) ?? bareWord(blank, "dot")
            {
                next = skipBlanks(dot)
                wordDots += 1
            }
            guard let next else { break }
            let following = label(next)
            guard !following.isEmpty else { break }
            last = following
            position = following.upperBound
            dots += 1
        }
        guard dots > 0, isTopLevel(last) else { return nil }
        guard isBracketed || wordDots > 0 && Self.endings.contains(text(last).lowercased()) else { return nil }
        return start..<last.upperBound
    }

    private func hiddenLocal(before end: Int, after bound: Int) -> Int? {
        var start = end
        let lowest = max(bound, end - Self.longestLocal)
        while start > lowest, isLocal(scalars[start - 1]) { start -= 1 }
        while start < end, !isLetterOrDigit(scalars[start]) { start += 1 }
        guard start < end else { return nil }
        // "ann [dot] lee [at] …"
        var before = start
        while before > lowest, isBlank(scalars[before - 1]) { before -= 1 }
        for length in [3, 5, 7] where before - length >= lowest {
            let dot = before - length
            let isDot =
                bracketed(dot, ["dot", ".", "punkt"]) == before || length == 3 && bareWord(dot, "dot") == before
            if isDot, let longer = hiddenLocal(before: skipBlanksBack(dot, lowest), after: lowest) { return longer }
        }
        return start
    }

    private func skipBlanksBack(_ index: Int, _ lowest: Int) -> Int {
        var index = index
        while index > lowest, isBlank(scalars[index - 1]) { index -= 1 }
        return index
    }

    private func skipBlanks(_ index: Int) -> Int {
        var index = index
        let limit = min(scalars.count, index + 3)
        while index < limit, isBlank(scalars[index]) { index += 1 }
        return index
    }

    private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x20 || scalar.value == 0xA0 }

    private func label(_ start: Int) -> Range<Int> {
        var end = start
        let limit = min(scalars.count, start + 63)
        while end < limit, isLetterOrDigit(scalars[end]) || scalars[end] == "-" { end += 1 }
        while end > start, scalars[end - 1] == "-" { end -= 1 }
        return start..<max(start, end)
    }

    /// The end of a bracketed word that begins there.
    private func bracketed(_ index: Int, _ words: [String]) -> Int? {
        guard index < scalars.count else { return nil }
        let close: Unicode.Scalar
        switch scalars[index] {
        case "[": close = "]"
        case "(": close = ")"
        case "{": close = "}"
        case "<": close = ">"
        default: return nil
        }
        let start = skipBlanks(index + 1)
        var end = start
        while end < scalars.count, end < start + 6, scalars[end] != close, !isBlank(scalars[end]) { end += 1 }
        let tail = skipBlanks(end)
        guard tail < scalars.count, scalars[tail] == close, words.contains(text(start..<end).lowercased()) else {
            return nil
        }
        return tail + 1
    }

    /// The end of the word, if it stands there alone.
    private func bareWord(_ index: Int, _ word: String) -> Int? {
        let end = index + word.unicodeScalars.count
        guard index > 0, end < scalars.count, isBlank(scalars[index - 1]), isBlank(scalars[end]),
            text(index..<end).lowercased() == word
        else { return nil }
        return end
    }

    private func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }
}
