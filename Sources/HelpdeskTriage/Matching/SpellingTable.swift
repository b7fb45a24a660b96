/// Knows the long words of the rules by what is left of them when one letter is taken out, so that a word with one slip
/// of the keyboard (a letter left out, added, changed, or two swapped) finds the word that was meant.
///
/// Two words that are one slip apart have such a rest in common. A word is looked up only where no rule knows it, so a
/// message with few slips costs next to nothing; and real words that are one letter from a rule's word are kept as they
/// are (``English/lookalikes``).
struct SpellingTable: Sendable {
    /// Shorter words are too close to one another.
    static let shortest = 6

    private let words: [[UInt8]]
    private let rests: WordTable
    /// For each word, the next one with the same rest would be lost in the table, so the rests of all but the first are
    /// chained: pairs of word number and next link.
    private let links: [(word: Int32, next: Int32)]
    private static let lookalikes = WordMap(English.lookalikes.map { (word: $0, value: true) })

    /// Makes a table of normalized words; those that are too short or no plain letters are left out.
    init(_ words: Set<[UInt8]>) {
        var kept: [[UInt8]] = []
        var links: [(word: Int32, next: Int32)] = [(0, 0)]
        var heads: [UInt64: Int32] = [:]
        var forms = words
        for word in English.meant { forms.insert(word) }
        for word in forms.sorted(by: { $0.lexicographicallyPrecedes($1) }) where Self.isPlain(word) {
            kept.append(word)
            Self.forEachRest(of: word) { rest in
                links.append((Int32(kept.count - 1), heads[rest] ?? 0))
                heads[rest] = Int32(links.count - 1)
            }
        }
        self.words = kept
        self.links = links
        rests = WordTable(heads)
    }

    /// The word that was meant, if a normalized word is one slip from it.
    func correction(of word: [UInt8]) -> [UInt8]? {
        guard Self.isPlain(word), !words.isEmpty, Self.lookalikes[word] == nil else { return nil }
        let stem = WordForm.stem(word)
        guard Self.lookalikes[stem] == nil else { return nil }
        var found: [UInt8]?
        Self.forEachRest(of: word) { rest in
            guard found == nil else { return }
            var link = rests[rest]
            while link != 0, found == nil {
                let candidate = words[Int(links[Int(link)].word)]
                if Self.isOneSlip(word, candidate), WordForm.stem(candidate) != stem { found = candidate }
                link = links[Int(link)].next
            }
        }
        return found
    }

    private static func isPlain(_ word: [UInt8]) -> Bool {
        guard word.count >= shortest, word.count < WordForm.longest else { return false }
        for byte in word where byte < 0x61 || byte > 0x7A { return false }
        return true
    }

    /// The hashes of the word itself and of what is left without one of its letters.
    private static func forEachRest(of word: [UInt8], _ body: (UInt64) -> Void) {
        body(WordHash.hash(word))
        for left in word.indices where left == 0 || word[left] != word[left - 1] {
            var hash = WordHash.seed
            for index in word.indices where index != left { hash = WordHash.add(word[index], to: hash) }
            body(hash)
        }
    }

    /// Whether one letter added, left out or changed, or two neighbours swapped, turns one into the other. The first
    /// letter is hardly ever wrong, so it must be the same; a letter more or less at the end makes another word of the
    /// same family ("charge", "charger"), so that is none.
    static func isOneSlip(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first != second, first[0] == second[0], abs(first.count - second.count) <= 1 else { return false }
        var start = 0
        while start < min(first.count, second.count), first[start] == second[start] { start += 1 }
        var ends = (first.count - 1, second.count - 1)
        while ends.0 >= start, ends.1 >= start, first[ends.0] == second[ends.1] {
            ends.0 -= 1
            ends.1 -= 1
        }
        let left = (ends.0 - start + 1, ends.1 - start + 1)
        if max(left.0, left.1) <= 1 { return first.count == second.count || start < min(first.count, second.count) }
        return left == (2, 2) && first[start] == second[start + 1] && first[start + 1] == second[start]
    }
}
