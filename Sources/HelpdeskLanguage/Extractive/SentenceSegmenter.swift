/// Cuts a paragraph into sentences.
///
/// A sentence ends at `.`, `!`, `?`, `…` or their ideographic forms, with the quotes, brackets and emphasis marks that
/// close after them, where white space follows. Not at abbreviations, initials and list numbers, not inside numbers,
/// versions, addresses, file names and code marks, and not before a lower-case word. Ideographic stops need no space.
/// What never ends is cut near 600 bytes, at a line feed or space.
package struct SentenceSegmenter {
    /// Longer sentences are cut.
    static let maximumLength = 600

    private let bytes: [UInt8]
    private let range: Range<Int>

    /// The sentences of a range of a text, without the white space around them.
    package static func sentences(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
        let segmenter = SentenceSegmenter(bytes: bytes, range: range)
        return segmenter.boundaries().flatMap(segmenter.cut)
    }

    private func boundaries() -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        func close(at end: Int) {
            let sentence = UTF8Text.trim(bytes, start..<end)
            if !sentence.isEmpty { sentences.append(sentence) }
            start = end
        }
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "`"), let end = codeEnd(index) {
                index = end
                continue
            }
            let (scalar, length) = UTF8Text.scalar(bytes, at: index, end: range.upperBound)
            index += length
            switch scalar {
            case 0x3002, 0xFF01, 0xFF1F, 0xFF61:
                index = skipClosers(index)
                close(at: index)
            case 0x2E, 0x21, 0x3F, 0x2026:
                let stop = index - length
                while index < range.upperBound, ".!?".utf8.contains(bytes[index]) { index += 1 }
                let end = skipClosers(index)
                if endsSentence(stop: stop, marksEnd: index, end: end, start: start) {
                    close(at: end)
                    index = end
                }
            default: break
            }
        }
        close(at: range.upperBound)
        return sentences
    }

    private func endsSentence(stop: Int, marksEnd: Int, end: Int, start: Int) -> Bool {
        guard end < range.upperBound else { return true }
        guard UTF8Text.isSpace(bytes[end]) else { return false }
        var next = end
        while next < range.upperBound, UTF8Text.isSpace(bytes[next]) || "*_\"'([".utf8.contains(bytes[next]) {
            next += 1
        }
        guard next < range.upperBound else { return true }
        if UTF8Text.isLowercase(bytes[next]), !hasInnerCapital(next) { return false }
        guard bytes[stop] == UInt8(ascii: "."), marksEnd == stop + 1 else { return true }

        var wordStart = stop
        while wordStart > start, !UTF8Text.isSpace(bytes[wordStart - 1]), !"([*_\"'".utf8.contains(bytes[wordStart - 1])
        {
            wordStart -= 1
        }
        let word = bytes[wordStart..<stop]
        // "1." at the beginning numbers what follows.
        let isAtStart = UTF8Text.trim(bytes, start..<stop).lowerBound == wordStart
        if isAtStart, word.count <= 3, !word.isEmpty, word.allSatisfy(UTF8Text.isDigit) { return false }
        if isInlineNumber(word, before: wordStart, start: start) { return false }
        if word.count == 1, let letter = word.first, UTF8Text.isUppercase(letter), letter != UInt8(ascii: "I") {
            return isAtStart ? false : !UTF8Text.isUppercase(bytes[next])
        }
        let form = String(decoding: word.map(UTF8Text.lowercase), as: UTF8.self)
        if Self.abbreviations.contains(form) { return false }
        if isTime(form), continuesTime(from: end, to: next) { return false }
        if Self.titles.contains(form), let first = word.first, UTF8Text.isUppercase(first) { return false }
        if Self.numberAbbreviations.contains(form) { return !UTF8Text.isDigit(bytes[next]) }
        if Self.endingAbbreviations.contains(form) { return UTF8Text.isUppercase(bytes[next]) }
        return true
    }

    /// `p.m` of "9 p.m.", also where no space parts it from the number.
    private func isTime(_ form: String) -> Bool {
        let letters = form.drop { $0.isNumber || $0 == ":" || $0 == "." }
        return ["a.m", "p.m", "am", "pm"].contains(letters)
    }

    /// Whether what follows "9 p.m." belongs to it although it begins with a capital: "(CET)", "Eastern Time", "New York
    /// time", "UTC", "Monday to Friday".
    private func continuesTime(from end: Int, to next: Int) -> Bool {
        if bytes[end..<next].contains(UInt8(ascii: "(")) { return true }
        let limit = min(range.upperBound, next + 60)
        // The words up to the next mark, as they are written.
        let rest = bytes[next..<limit].prefix { UTF8Text.isWordByte($0) || $0 == 0x20 || $0 == 0x0A }
        let words = rest.split(whereSeparator: UTF8Text.isSpace).prefix(4)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first else { return false }
        if Self.timeZones.contains(first) { return true }
        if first.utf8.count >= 2, first.utf8.count <= 5, first.utf8.allSatisfy(UTF8Text.isUppercase),
            first.hasSuffix("T")
        {
            return true
        }
        let isDay = Self.days.contains(String(first.lowercased().prefix(3)))
        if isDay, words.count == 1 || ["to", "through", "until", "till", "and", "or"].contains(words[1]) {
            return true
        }
        // Up to three names before it: "New York time". A sentence that begins with "The" is another one.
        guard let time = words.firstIndex(where: { $0 == "time" || $0 == "Time" }), time > 0 else { return false }
        var opening = WordScanner(Array(first.utf8))
        let opensSentence = opening.next()?.isStopWord ?? true
        return !opensSentence && words[..<time].allSatisfy { $0.utf8.first.map(UTF8Text.isUppercase) ?? false }
    }

    private static let timeZones: Set<String> = ["Eastern", "Central", "Mountain", "Pacific", "UTC", "GMT"]
    private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// "… 2. Choose": a number after the end of a sentence numbers what follows.
    private func isInlineNumber(_ word: ArraySlice<UInt8>, before wordStart: Int, start: Int) -> Bool {
        guard !word.isEmpty, word.count <= 2, word.allSatisfy(UTF8Text.isDigit) else { return false }
        let before = UTF8Text.trim(bytes, start..<wordStart)
        guard let last = before.last else { return true }
        return ".!?:;".utf8.contains(bytes[last])
    }

    /// `iPhone`, `macOS`: a lower-case beginning that may begin a sentence.
    private func hasInnerCapital(_ index: Int) -> Bool {
        var next = index + 1
        while next < range.upperBound, UTF8Text.isLetter(bytes[next]) {
            if UTF8Text.isUppercase(bytes[next]) { return true }
            next += 1
        }
        return false
    }

    private func codeEnd(_ index: Int) -> Int? {
        var run = index
        while run < range.upperBound, bytes[run] == UInt8(ascii: "`") { run += 1 }
        let length = run - index
        var next = run
        while next < min(range.upperBound, run + 300) {
            guard bytes[next] == UInt8(ascii: "`") else {
                next += 1
                continue
            }
            let start = next
            while next < range.upperBound, bytes[next] == UInt8(ascii: "`") { next += 1 }
            if next - start == length { return next }
        }
        return run
    }

    private func skipClosers(_ index: Int) -> Int {
        var next = index
        while next < range.upperBound {
            if "\"')]*_`".utf8.contains(bytes[next]) {
                next += 1
            } else if UTF8Text.matches(bytes, at: next, "\u{201D}", end: range.upperBound)
                || UTF8Text.matches(bytes, at: next, "\u{2019}", end: range.upperBound)
                || UTF8Text.matches(bytes, at: next, "\u{300D}", end: range.upperBound)
                || UTF8Text.matches(bytes, at: next, "\u{FF09}", end: range.upperBound)
            {
                next += 3
            } else if UTF8Text.matches(bytes, at: next, "\u{BB}", end: range.upperBound) {
                next += 2
            } else {
                break
            }
        }
        return next
    }

    /// Cuts what is too long for a sentence.
    private func cut(_ sentence: Range<Int>) -> [Range<Int>] {
        guard sentence.count > 2 * Self.maximumLength else { return [sentence] }
        var pieces: [Range<Int>] = []
        var start = sentence.lowerBound
        while sentence.upperBound - start > Self.maximumLength {
            let limit = start + Self.maximumLength
            let half = start + Self.maximumLength / 2
            var end =
                (half..<limit).last { bytes[$0] == 0x0A } ?? (half..<limit).last { UTF8Text.isSpace(bytes[$0]) }
                ?? limit
            // Not inside a character.
            while end < sentence.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
            pieces.append(UTF8Text.trim(bytes, start..<end))
            start = end
        }
        pieces.append(UTF8Text.trim(bytes, start..<sentence.upperBound))
        return pieces.filter { !$0.isEmpty }
    }

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "eg", "ie", "vs", "cf", "approx", "ca", "incl", "excl", "resp", "viz", "al", "attn", "z.b", "d.h",
        "u.a",
        "bzw",
    ]
    /// Before a name, and written with a capital.
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sr", "jr", "st", "mt", "gen", "rev", "hon",
    ]
    /// Before a number.
    private static let numberAbbreviations: Set<String> = [
        "no", "nos", "fig", "figs", "sec", "ch", "vol", "pp", "p", "ver", "ext", "tel", "nr", "art",
    ]
    /// These may also end a sentence, where a capital follows.
    private static let endingAbbreviations: Set<String> = [
        "etc", "max", "min", "dept", "est", "inc", "ltd", "co", "corp", "llc", "a.m", "p.m", "am", "pm", "u.s", "u.k",
        "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ]
}
