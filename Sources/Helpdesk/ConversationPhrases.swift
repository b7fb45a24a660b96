/// Phrases of a vocabulary, by their first word.
struct ConversationPhrases {
    private var byFirst: [String: [[String]]] = [:]

    init(_ phrases: [String]) {
        for phrase in phrases {
            let words = ConversationWords(phrase).words.map(\.text)
            if let first = words.first { byFirst[first, default: []].append(words) }
        }
    }

    /// The words of the longest phrase that begins at a place, or `nil`.
    func match(in words: [ConversationWords.Word], at start: Int) -> Range<Int>? {
        guard let phrases = byFirst[words[start].text] else { return nil }
        let matching = phrases.filter { phrase in
            start + phrase.count <= words.count && phrase.indices.allSatisfy { words[start + $0].text == phrase[$0] }
        }
        guard let longest = matching.map(\.count).max() else { return nil }
        return start..<start + longest
    }

    /// The words of the first phrase, or `nil`.
    func first(in words: [ConversationWords.Word]) -> Range<Int>? {
        for start in words.indices {
            if let match = match(in: words, at: start) { return match }
        }
        return nil
    }

    /// How many places begin a phrase.
    func count(in words: [ConversationWords.Word]) -> Int {
        words.indices.count { match(in: words, at: $0) != nil }
    }
}
