/// Addresses that are written to hide from machines.
extension EmailScanner {
    private static let atWords: Set<String> = ["at", "arroba", "arobase"]
    private static let dotWords: Set<String> = ["dot", "punkt", "punto", "point", "ponto"]
    private static let mailWords = WordSet("mail email emails adresse address correo courriel")
    private static let linkWords = WordSet("is ist es est under unter")
    /// Who is no mailbox: "mail me at example.com".
    private static let persons: Set<String> = [
        "me", "us", "you", "it", "him", "her", "them", "server", "address", "page", "site", "form", "still", "hosted",
        "not",
    ]

    /// The address whose "at" is that word: "john [at] example [dot] com".
    ///
    /// Without brackets only where the dot is a word too and the ending is known, or where it is said to be an address.
    func hidden(word: Range<Int>, after bound: Int) -> Range<Int>? {
        guard Self.atWords.contains(text.lowercased(word)) else { return nil }
        var open = word.lowerBound
        while open > word.lowerBound - 2, isBlank(text[open - 1]) { open -= 1 }
        if let close = closing(text[open - 1]) {
            let tail = skipBlanks(word.upperBound)
            guard text[tail] == close else { return nil }
            return around(open - 1..<tail + 1, after: bound, isBracketed: true)
        }
        guard isBlank(text[word.lowerBound - 1]), isBlank(text[word.upperBound]) else { return nil }
        return around(word, after: bound, isBracketed: false)
    }

    /// "john [@] example.com", and "john @ example.com" where it is said to be an address.
    func spacedOut(at sign: Int, after bound: Int) -> Range<Int>? {
        if let close = closing(text[sign - 1]) {
            return text[sign + 1] == close ? around(sign - 1..<sign + 2, after: bound, isBracketed: true) : nil
        }
        guard isBlank(text[sign - 1]), isBlank(text[sign + 1]) else { return nil }
        return around(sign..<sign + 1, after: bound, isBracketed: false)
    }

    private func around(_ sign: Range<Int>, after bound: Int, isBracketed: Bool) -> Range<Int>? {
        var localEnd = sign.lowerBound
        while localEnd > bound, localEnd > sign.lowerBound - 3, isBlank(text[localEnd - 1]) { localEnd -= 1 }
        guard let start = hiddenLocalStart(before: localEnd, after: bound) else { return nil }
        var last = label(skipBlanks(sign.upperBound))
        var dots = 0
        var wordDots = 0
        while dots < 6, !last.isEmpty {
            var next: Int?
            if text[last.upperBound] == 0x2E {
                next = last.upperBound + 1
            } else if let dot = dot(skipBlanks(last.upperBound), from: last.upperBound, isEnglish: sign.count <= 2) {
                next = skipBlanks(dot)
                wordDots += 1
            }
            guard let next, case let following = label(next), !following.isEmpty else { break }
            last = following
            dots += 1
        }
        guard dots > 0, isTopLevel(last) else { return nil }
        if !isBracketed {
            guard Self.endings.contains(text.lowercased(last)) else { return nil }
            guard wordDots > 0 && sign.count > 1 || isSaidToBeAddress(start..<localEnd) else { return nil }
        }
        return start..<last.upperBound
    }

    /// "my e-mail is ann at example.com", "mail: ann @ example.com"
    private func isSaidToBeAddress(_ local: Range<Int>) -> Bool {
        guard !Self.persons.contains(text.lowercased(local)) else { return false }
        let words = text.words(before: local.lowerBound, count: 4)
        guard let first = words.first else { return false }
        var index = local.lowerBound - 1
        while index > local.lowerBound - 3, isBlank(text[index]) { index -= 1 }
        if text[index] == 0x3A { return Self.mailWords.contains(first) }
        return Self.linkWords.contains(first) && words.contains { Self.mailWords.contains($0) }
    }

    private func hiddenLocalStart(before end: Int, after bound: Int) -> Int? {
        var start = end
        let lowest = max(bound, end - Self.longestLocal)
        while start > lowest, isLocal(text[start - 1]) { start -= 1 }
        while start < end, !isWord(text[start]) { start += 1 }
        guard start < end else { return nil }
        // "ann [dot] lee [at] …"
        var before = start
        while before > lowest, isBlank(text[before - 1]) { before -= 1 }
        for length in [3, 5, 7] where before - length >= lowest {
            guard let dotEnd = dot(before - length, from: before - length - 1, isEnglish: true), dotEnd == before else {
                continue
            }
            var earlier = before - length
            while earlier > lowest, isBlank(text[earlier - 1]) { earlier -= 1 }
            if let longer = hiddenLocalStart(before: earlier, after: lowest) { return longer }
        }
        return start
    }

    /// The end of a written dot that begins there: "[dot]", "(.)", or "dot" between blanks.
    private func dot(_ start: Int, from previous: Int, isEnglish: Bool) -> Int? {
        if let close = closing(text[start]) {
            let first = skipBlanks(start + 1)
            var end = first
            while end < first + 6, text[end] != close, !isBlank(text[end]), end < text.count { end += 1 }
            let tail = skipBlanks(end)
            guard text[tail] == close else { return nil }
            let word = text.lowercased(first..<end)
            return word == "." || Self.dotWords.contains(word) ? tail + 1 : nil
        }
        guard start > previous, isBlank(text[start - 1]) else { return nil }
        // "at some point in"
        let words = isEnglish ? ["dot"] : Self.dotWords
        var end = start
        while end < start + 6, Sign.isASCIILetter(text[end]) { end += 1 }
        return isBlank(text[end]) && words.contains(text.lowercased(start..<end)) ? end : nil
    }

    private func skipBlanks(_ index: Int) -> Int {
        var index = index
        let limit = index + 3
        while index < limit, isBlank(text[index]) { index += 1 }
        return index
    }

    private func isBlank(_ sign: UInt8) -> Bool { sign == 0x20 }

    private func label(_ start: Int) -> Range<Int> {
        var end = start
        let limit = min(text.count, start + 63)
        while end < limit, isWord(text[end]) || text[end] == 0x2D { end += 1 }
        while end > start, text[end - 1] == 0x2D { end -= 1 }
        return start..<max(start, end)
    }

    private func closing(_ open: UInt8) -> UInt8? {
        switch open {
        case 0x5B: 0x5D
        case 0x28: 0x29
        case 0x7B: 0x7D
        case 0x3C: 0x3E
        default: nil
        }
    }
}
