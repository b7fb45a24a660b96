/// The words around a place, which tell what a number is.
extension SignText {
    /// The hashes of the words before a place, the nearest first, as far as the line and a bounded way go.
    func words(before index: Int, count: Int, reach: Int = 48) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(count)
        var position = index - 1
        let lowest = max(0, index - reach)
        while position >= lowest, words.count < count {
            while position >= lowest, !Sign.isLetter(self[position]) {
                if self[position] == Sign.lineBreak {
                    // "Phone:" may stand on a line of its own.
                    guard words.isEmpty, let label = endOfLabel(before: position) else { return words }
                    position = label
                }
                position -= 1
            }
            let last = position
            while position >= lowest, Sign.isLetter(self[position]) { position -= 1 }
            if last > position { words.append(hash(position + 1..<last + 1)) }
        }
        return words
    }

    /// Where the colon stands that ends the line before a line break, if one does.
    private func endOfLabel(before lineBreak: Int) -> Int? {
        var index = lineBreak - 1
        while index > lineBreak - 4, self[index] == 0x20 || self[index] == 0x0D { index -= 1 }
        return self[index] == 0x3A ? index : nil
    }

    /// The hashes of the words behind a place, the nearest first.
    func words(after index: Int, count: Int, reach: Int = 24) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(count)
        var position = index
        let highest = min(self.count, index + reach)
        while position < highest, words.count < count {
            while position < highest, !Sign.isLetter(self[position]) {
                if self[position] == Sign.lineBreak { return words }
                position += 1
            }
            let first = position
            while position < highest, Sign.isLetter(self[position]) { position += 1 }
            if position > first { words.append(hash(first..<position)) }
        }
        return words
    }

    /// The word in that range in lower case, as a number.
    func hash(_ range: Range<Int>) -> UInt64 {
        range.reduce(WordHash.seed) { WordHash.add(Sign.lowercased(self[$1]), to: $0) }
    }

    /// Whether these signs stand there, in any case. `word` is in lower case.
    func hasWord(_ word: StaticString, at index: Int) -> Bool {
        guard index >= 0, index + word.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<word.utf8CodeUnitCount
        where Sign.lowercased(signs[index + offset]) != (word.utf8Start + offset).pointee {
            return false
        }
        return true
    }

    /// The same signs in lower case as text.
    func lowercased(_ range: Range<Int>) -> String {
        String(decoding: signs[range].map(Sign.lowercased), as: UTF8.self)
    }
}
