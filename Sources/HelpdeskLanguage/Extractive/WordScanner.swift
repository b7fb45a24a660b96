/// Reads the words of UTF-8 text one by one, as hashes of their stems.
///
/// A word is a run of letters and digits, with the apostrophes inside it; `e-mail` and `2.1` are one word. Text in scripts without
/// spaces gives each pair of neighbouring characters. No allocation per word.
package struct WordScanner {
    /// A word of the text.
    package struct Word {
        /// The hash of the lower-case stem.
        package var stem: UInt64
        /// The hash of the lower-case word.
        package var form: UInt64
        /// Where it stands, in UTF-8 offsets.
        package var range: Range<Int>
        /// Whether it begins with a digit.
        package var isNumber: Bool

        /// Whether it says nothing about a subject.
        package var isStopWord: Bool { EnglishWords.stopWords.contains(form) }
    }

    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    private var letters: [UInt8] = []
    /// The character before, where it belongs to a script without spaces, and its place.
    private var ideograph: (scalar: UInt32, start: Int)?

    /// Starts at the beginning of a range of a text.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
        letters.reserveCapacity(64)
    }

    /// The next word, or `nil` after the last.
    package mutating func next() -> Word? {
        while position < end {
            let start = position
            let (scalar, length) = UTF8Text.scalar(bytes, at: position, end: end)
            if UTF8Text.isUnspacedScript(scalar) {
                position += length
                if let word = pair(scalar, start) { return word }
                continue
            }
            ideograph = nil
            if UTF8Text.isWord(scalar) { return scanWord(from: start) }
            position += length
        }
        return nil
    }

    /// FNV-1a over bytes: stable across processes, unlike `Hasher`.
    package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    private mutating func pair(_ scalar: UInt32, _ start: Int) -> Word? {
        defer { ideograph = (scalar, start) }
        let next = position < end ? UTF8Text.scalar(bytes, at: position, end: end).scalar : 0
        if let before = ideograph {
            let hash = (UInt64(before.scalar) << 32 | UInt64(scalar)) &* 0x9e37_79b9_7f4a_7c15
            return Word(stem: hash, form: hash, range: before.start..<position, isNumber: false)
        }
        // One character alone is a word of its own; with a neighbour, the pair is.
        guard !UTF8Text.isUnspacedScript(next) else { return nil }
        let hash = UInt64(scalar) &* 0x9e37_79b9_7f4a_7c15
        return Word(stem: hash, form: hash, range: start..<position, isNumber: false)
    }

    private mutating func scanWord(from start: Int) -> Word {
        letters.removeAll(keepingCapacity: true)
        var isPlain = true
        while position < end {
            let byte = bytes[position]
            if byte < 0x80 {
                if UTF8Text.isLetterOrDigit(byte) {
                    letters.append(UTF8Text.lowercase(byte))
                    position += 1
                } else if byte == UInt8(ascii: "'"), position + 1 < end, UTF8Text.isLetterOrDigit(bytes[position + 1]) {
                    letters.append(byte)
                    position += 1
                } else if byte == UInt8(ascii: "-"), position - start == 1, position + 1 < end,
                    UTF8Text.isLetter(bytes[position + 1]), UTF8Text.isLetter(bytes[start])
                {
                    position += 1
                } else if byte == UInt8(ascii: "."), position > start, position + 1 < end,
                    UTF8Text.isDigit(bytes[position - 1]), UTF8Text.isDigit(bytes[position + 1])
                {
                    letters.append(byte)
                    position += 1
                } else {
                    break
                }
                continue
            }
            let (scalar, length) = UTF8Text.scalar(bytes, at: position, end: end)
            if scalar == 0x2019, position + 3 < end, UTF8Text.isLetterOrDigit(bytes[position + 3]) {
                letters.append(UInt8(ascii: "'"))
            } else if UTF8Text.isWord(scalar), !UTF8Text.isUnspacedScript(scalar) {
                isPlain = false
                UTF8Text.appendLowercase(scalar, to: &letters)
            } else {
                break
            }
            position += length
        }
        // v2.1 and 2.1 are the same version.
        if letters.count > 1, letters[0] == UInt8(ascii: "v"), UTF8Text.isDigit(letters[1]) { letters.removeFirst() }
        let form = Self.hash(letters)
        let isNumber = letters.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
        if letters.count > 2, letters.suffix(2).elementsEqual("'s".utf8) { letters.removeLast(2) }
        if let base = EnglishWords.irregularForms[Self.hash(letters)] { letters = base }
        if isPlain, !isNumber { EnglishStemmer.stem(&letters) }
        return Word(stem: Self.hash(letters), form: form, range: start..<position, isNumber: isNumber)
    }
}
