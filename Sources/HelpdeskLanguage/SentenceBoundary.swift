/// Where sentences end in text that may still be growing.
package enum SentenceBoundary {
    /// The end of the first whole sentence, the white space after it included, or `nil` where none is complete.
    ///
    /// A sentence ends with a line, or with a full stop, question or exclamation mark before white space; not after an
    /// abbreviation ("e.g."), a time ("9 a.m." before a lower-case word or a number) and the number of a list item
    /// ("1."). The result is the same however much text follows: where more white space could belong to the sentence
    /// there is none yet.
    package static func first(in text: some StringProtocol) -> String.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            guard next < text.endIndex else { return nil }
            if character.isNewline || (".!?".contains(character) && text[next].isWhitespace) {
                var end = next
                while end < text.endIndex, text[end].isWhitespace { end = text.index(after: end) }
                guard end < text.endIndex else { return nil }
                if character != "." || text[next..<end].contains(where: \.isNewline)
                    || endsSentence(text[..<index], before: text[end])
                {
                    return end
                }
            }
            index = next
        }
        return nil
    }

    /// Whether a full stop ends a sentence.
    private static func endsSentence(_ text: some StringProtocol, before next: Character) -> Bool {
        var length = 0
        var start = text.endIndex
        while start > text.startIndex, length <= 8 {
            let before = text.index(before: start)
            if text[before].isWhitespace || "([".contains(text[before]) { break }
            start = before
            length += 1
        }
        guard length <= 8, length > 0 else { return true }
        let word = text[start...].lowercased()
        if word.utf8.count <= 2, word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            return text[..<start].contains { !$0.isWhitespace }
        }
        if abbreviations.contains(word) { return false }
        let isContinued = next.isLowercase || next.isNumber || next == "("
        return !(isContinued && midSentence.contains(String(word.drop { $0.isNumber || $0 == ":" })))
    }

    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "eg", "ie", "vs", "cf", "approx", "incl", "excl", "resp", "mr", "mrs", "ms", "dr", "prof", "z.b",
        "d.h", "bzw",
    ]
    /// These may end a sentence too.
    private static let midSentence: Set<String> = [
        "a.m", "p.m", "am", "pm", "etc", "max", "min", "no", "nos", "inc", "ltd", "tel", "ext", "u.s", "u.k", "st",
        "fig", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat",
        "sun",
    ]
}
