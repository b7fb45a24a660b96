/// Reads sentences that are written in letters put for other letters: shifted, mirrored, backwards, spaced out, in
/// numbers for letters, or with their beginnings moved behind.
///
/// A sentence is tried only where hardly a word of it is known; the tries are bounded per text.
struct CipherReader {
    private let lexicon: ConceptLexicon
    private let scalars: [UInt32]
    private let tokens: [InjectionToken]
    /// What was read.
    private(set) var payloads: [DecodedPayload] = []

    /// How many scalars of unknown words are tried in one text.
    private static let budget = 3_000

    init(_ scalars: [UInt32], tokens: [InjectionToken], lexicon: ConceptLexicon, place: (Range<Int>) -> Range<Int>) {
        self.lexicon = lexicon
        self.scalars = scalars
        self.tokens = tokens
        var left = Self.budget
        var start = 0
        while start < tokens.count, left > 0 {
            // A part ends with its sentence, or where known words begin.
            while start < tokens.count, !isStrange(start) { start += 1 }
            var end = start
            var last = start
            while end < tokens.count, tokens[end].sentence == tokens[start].sentence, end - last <= 3, end - start < 60
            {
                if isStrange(end) { last = end }
                end += 1
            }
            guard start < tokens.count else { break }
            let words = (start...last).filter { !tokens[$0].isMark }
            if words.count >= 3 {
                let range = tokens[start].range.lowerBound..<tokens[last].range.upperBound
                left -= range.count
                if let (encoding, text) = read(words, range) {
                    payloads.append(DecodedPayload(encoding: encoding, text: text, range: place(range)))
                }
            }
            start = max(last + 1, start + 1)
        }
        readSpaced(place)
        readAcrostic(place)
        readDigits(place)
    }

    /// A word of Latin letters that is not known.
    private func isStrange(_ index: Int) -> Bool {
        guard !tokens[index].isMark else { return false }
        let range = tokens[index].range
        guard (0x61...0x7A).contains(scalars[range.lowerBound]) else { return false }
        return !CommonWords.english.contains(tokens[index].key) && tokens[index].concepts.isEmpty
    }

    private func read(_ words: [Int], _ range: Range<Int>) -> (DecodedPayload.Encoding, [UInt32])? {
        let known = words.count { !isStrange($0) }
        guard known * 3 <= words.count else { return nil }
        let needed = max(3, (words.count * 3 + 4) / 5)
        for shift in 1..<27 {
            var count = 0
            for (tried, index) in words.enumerated() {
                if isKnown(tokens[index].range, { Self.shifted($0, shift) }) { count += 1 }
                if tried >= 5, count == 0 { break }
            }
            if count >= needed {
                return (shift == 26 ? .atbash : .caesar, scalars[range].map { Self.shifted($0, shift) })
            }
        }
        var count = 0
        for index in words {
            let reversed = Array(scalars[tokens[index].range].reversed())
            if isKnown(reversed[...]) { count += 1 }
        }
        if count >= needed { return (.reversed, scalars[range].reversed()) }
        var unmoved: [UInt32] = []
        count = 0
        for index in words {
            let word = Self.withoutPigLatin(scalars[tokens[index].range])
            if let known = word.first(where: { isKnown($0[...]) }) {
                count += 1
                unmoved += known + [0x20]
            } else {
                unmoved += (word.first ?? Array(scalars[tokens[index].range])) + [0x20]
            }
        }
        return count >= needed ? (.pigLatin, unmoved) : nil
    }

    private func isKnown(_ range: Range<Int>, _ map: (UInt32) -> UInt32) -> Bool {
        var hash = ScalarHash()
        for index in range where scalars[index] != 0x27 { hash.combine(map(scalars[index])) }
        if CommonWords.english.contains(hash.value) { return true }
        guard range.count >= 4 else { return false }
        return lexicon.knows(scalars[range].map(map)[...])
    }

    private func isKnown(_ word: ArraySlice<UInt32>) -> Bool {
        CommonWords.english.contains(ScalarHash.of(word)) || word.count >= 4 && lexicon.knows(word)
    }

    private static func shifted(_ value: UInt32, _ shift: Int) -> UInt32 {
        guard (0x61...0x7A).contains(value) else { return value }
        return shift == 26 ? 0x7A - (value - 0x61) : (value - 0x61 + 26 - UInt32(shift)) % 26 + 0x61
    }

    /// "ignoreway" is "ignore", "ethay" is "the": the words that a word of pig Latin may be.
    private static func withoutPigLatin(_ word: ArraySlice<UInt32>) -> [[UInt32]] {
        guard word.count >= 4, word.suffix(2).elementsEqual([0x61, 0x79]) else { return [] }
        let stem = Array(word.dropLast(2))
        var results: [[UInt32]] = []
        if stem.last == 0x77 { results.append(Array(stem.dropLast())) }
        for count in 1...3 where stem.count > count { results.append(Array(stem.suffix(count) + stem.dropLast(count))) }
        return results
    }

    // MARK: Letters apart

    /// Letters one by one, divided by the same few marks, are put together and divided into known words.
    private mutating func readSpaced(_ place: (Range<Int>) -> Range<Int>) {
        var start = 0
        var left = 2_000
        while start < tokens.count, left > 0 {
            var end = start
            while end < tokens.count, isSingle(end), end == start || gap(end) <= 6 { end += 1 }
            if end - start >= 6 {
                var words: [[UInt32]] = [[]]
                let gaps = (start + 1..<end).map(gap)
                let usual = gaps.sorted()[gaps.count / 2]
                for index in start..<end {
                    if index > start, gap(index) > usual { words.append([]) }
                    words[words.count - 1].append(scalars[tokens[index].range.lowerBound])
                }
                let text = Array(words.map(segmented).joined(separator: [0x20]))
                payloads.append(
                    DecodedPayload(
                        encoding: .spaced, text: text,
                        range: place(tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound)))
                left -= end - start
            }
            start = max(end, start + 1)
        }
    }

    private func isSingle(_ index: Int) -> Bool {
        let token = tokens[index]
        return !token.isMark && token.range.count == 1 && (0x61...0x7A).contains(scalars[token.range.lowerBound])
    }

    private func gap(_ index: Int) -> Int { tokens[index].range.lowerBound - tokens[index - 1].range.upperBound }

    /// Divides letters into as few and as well-known words as it can.
    private func segmented(_ letters: [UInt32]) -> [UInt32] {
        guard letters.count > 12, letters.count <= 200 else { return letters }
        var best: [(cost: Int, from: Int)] = Array(repeating: (Int.max / 2, 0), count: letters.count + 1)
        best[0] = (0, 0)
        for end in 1...letters.count {
            for start in max(0, end - 14)..<end where best[start].cost < Int.max / 2 {
                let known =
                    CommonWords.english.contains(ScalarHash.of(letters[start..<end]))
                    || end - start >= 3 && lexicon.knows(letters[start..<end])
                let cost = best[start].cost + (known ? 2 : 3 * (end - start))
                if cost < best[end].cost { best[end] = (cost, start) }
            }
        }
        var words: [[UInt32]] = []
        var end = letters.count
        while end > 0 {
            words.append(Array(letters[best[end].from..<end]))
            end = best[end].from
        }
        return Array(words.reversed().joined(separator: [0x20]))
    }

    /// The first letters of at least five lines, where they are words.
    private mutating func readAcrostic(_ place: (Range<Int>) -> Range<Int>) {
        var letters: [UInt32] = []
        var isStart = true
        var first: Int?
        for position in scalars.indices.prefix(4_000) {
            if scalars[position] == 0x0A {
                isStart = true
            } else if isStart, scalars[position] > 0x20 {
                isStart = false
                if (0x61...0x7A).contains(scalars[position]) {
                    letters.append(scalars[position])
                    first = first ?? position
                }
            }
        }
        guard letters.count >= 5, letters.count <= 40, let first else { return }
        let whole = isKnown(letters[...])
        if whole {
            payloads.append(DecodedPayload(encoding: .acrostic, text: letters, range: place(first..<scalars.count)))
        }
    }

    // MARK: Digits for letters

    /// Sentences in which words have digits for letters ("1gn0r3"), where most of those are words when read so.
    private mutating func readDigits(_ place: (Range<Int>) -> Range<Int>) {
        var mixed: [Int] = []
        for index in tokens.indices where mixed.count < 200 {
            let word = scalars[tokens[index].range]
            guard word.count > 1, word.contains(where: { (0x30...0x39).contains($0) }),
                word.contains(where: { (0x61...0x7A).contains($0) })
            else { continue }
            mixed.append(index)
        }
        guard mixed.count >= 2, let first = mixed.first, let last = mixed.last else { return }
        var known = 0
        var words: [Int: [UInt32]] = [:]
        for index in mixed {
            let word = scalars[tokens[index].range]
            let read = [0x69, 0x6C].map { one in word.map { Self.letter($0, one: one) } }
            let match = read.first { isKnown($0[...]) }
            if match != nil { known += 1 }
            words[index] = match ?? read[0]
        }
        guard known >= 2, known * 2 >= mixed.count, last - first < 400 else { return }
        var text: [UInt32] = []
        for index in first...last { text += (words[index] ?? Array(scalars[tokens[index].range])) + [0x20] }
        payloads.append(
            DecodedPayload(
                encoding: .digits, text: text,
                range: place(tokens[first].range.lowerBound..<tokens[last].range.upperBound)))
    }

    private static func letter(_ value: UInt32, one: UInt32) -> UInt32 {
        switch value {
        case 0x30: 0x6F
        case 0x31: one
        case 0x33: 0x65
        case 0x34: 0x61
        case 0x35: 0x73
        case 0x37: 0x74
        case 0x38: 0x62
        case 0x39: 0x67
        default: value
        }
    }
}
