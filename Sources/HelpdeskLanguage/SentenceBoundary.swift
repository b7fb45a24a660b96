/// Where sentences end in text that may still be growing.
package enum SentenceBoundary {
    /// The end of the first whole sentence, the white space after it included, or `nil` where none is complete.
    ///
    /// A sentence ends with a line, or with a full stop, question or exclamation mark before white space. The result is
    /// the same however much text follows: where more white space could belong to the sentence there is none yet.
    package static func first(in text: some StringProtocol) -> String.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            guard next < text.endIndex else { return nil }
            if character.isNewline || (".!?".contains(character) && text[next].isWhitespace) {
                var end = next
                while end < text.endIndex, text[end].isWhitespace { end = text.index(after: end) }
                return end < text.endIndex ? end : nil
            }
            index = next
        }
        return nil
    }
}
