/// The words, pairs of words and parts of words of a text, as hashes with how often each occurs.
///
/// Case, accents and width are folded; every digit counts as 0, so that numbers are alike by their shape. Question and
/// exclamation marks, currency signs and emoji count as words. Parts are 3 to 5 characters of a word with a space on either
/// side, as scikit-learn's `char_wb`.
struct LexicalFeatures: Sendable {
    struct Entry: Sendable {
        /// Even for words and pairs of words, odd for parts of words.
        var id: UInt32
        var count: Int32
        var isPart: Bool { id & 1 == 1 }
    }

    /// A word, and the features that end with it.
    struct Span: Sendable {
        /// Where it stands, in offsets of Unicode scalars.
        var range: Range<Int>
        /// The word, its parts, and the pair with the word before it.
        var ids: ArraySlice<UInt32>
    }

    /// Ascending by their id.
    let entries: [Entry]

    /// How many words of a text are read. The embedding does not see more either.
    static let maximumWords = 1024
    private static let partLengths = 3...5

    init(_ text: String) {
        entries = Self.counted(Self.read(text).ids)
    }

    /// The words of a text, where they stand, and their features.
    static func spans(of text: String) -> [Span] {
        let reader = read(text)
        return reader.spans.map { Span(range: $0.range, ids: reader.ids[$0.ids]) }
    }

    private static func read(_ text: String) -> Reader {
        var reader = Reader()
        for scalar in text.unicodeScalars {
            guard reader.spans.count < maximumWords else { break }
            reader.read(scalar)
        }
        reader.endWord()
        return reader
    }

    /// Counts equal ids.
    static func counted(_ ids: [UInt32]) -> [Entry] {
        var entries: [Entry] = []
        entries.reserveCapacity(ids.count)
        for id in ids.sorted() {
            if let last = entries.indices.last, entries[last].id == id {
                entries[last].count += 1
            } else {
                entries.append(Entry(id: id, count: 1))
            }
        }
        return entries
    }

    private struct Reader {
        var ids: [UInt32] = []
        var spans: [(range: Range<Int>, ids: Range<Int>)] = []
        private var word: [UInt32] = []
        private var before: UInt64?
        private var offset = 0
        private var start = 0

        mutating func read(_ scalar: Unicode.Scalar) {
            defer { offset += 1 }
            if WordForm.isWord(scalar) {
                if word.isEmpty { start = offset }
                let folded = WordForm.fold(scalar)
                if folded != 0, word.count < WordForm.longest {
                    word.append(folded >= 0x30 && folded <= 0x39 ? 0x30 : folded)
                }
            } else if WordForm.isApostrophe(scalar.value), !word.isEmpty {
                // "don't" is one word, as "dont".
            } else {
                endWord()
                if Self.isSign(scalar) {
                    ids.append(Self.id(Self.hash([scalar.value]), isPart: false))
                    spans.append((offset..<offset + 1, ids.count - 1..<ids.count))
                }
            }
        }

        mutating func endWord() {
            guard !word.isEmpty else { return }
            let first = ids.count
            let hash = Self.hash(word)
            ids.append(Self.id(hash, isPart: false))
            if let before { ids.append(Self.id(Self.add(hash, to: before &+ 1), isPart: false)) }
            before = hash
            word.insert(0x20, at: 0)
            word.append(0x20)
            for length in LexicalFeatures.partLengths {
                guard word.count > length else {
                    ids.append(Self.id(Self.hash(word[...]), isPart: true))
                    break
                }
                for start in 0...(word.count - length) {
                    ids.append(Self.id(Self.hash(word[start..<start + length]), isPart: true))
                }
            }
            word.removeAll(keepingCapacity: true)
            spans.append((start..<offset, first..<ids.count))
        }

        private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x21, 0x3F, 0x24, 0xA3, 0xA5, 0x20A0...0x20CF: true
            case 0x2600...0x27BF, 0x1F300...0x1FAFF: true
            default: false
            }
        }

        private static func hash(_ word: some Sequence<UInt32>) -> UInt64 {
            word.reduce(WordHash.seed) { add(UInt64($1), to: $0) }
        }

        private static func add(_ value: UInt64, to hash: UInt64) -> UInt64 {
            let mixed = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
            return mixed ^ (mixed >> 29)
        }

        private static func id(_ hash: UInt64, isPart: Bool) -> UInt32 {
            UInt32(truncatingIfNeeded: hash >> 32) & ~1 | (isPart ? 1 : 0)
        }
    }
}
