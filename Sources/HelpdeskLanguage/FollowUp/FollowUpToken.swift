/// A word or a mark of a message.
struct FollowUpToken: Hashable, Sendable {
    /// As written.
    var text: String
    /// In lower case, with straight apostrophes.
    var lower: String
    /// Whether it is a mark.
    var isMark = false
    /// The hash of its stem; 0 for marks.
    var stem: UInt64 = 0

    /// Whether it says something about a subject.
    var isContent: Bool {
        stem != 0 && !FollowUpWords.function.contains(lower)
            && !EnglishWords.stopWords.contains(WordScanner.hash(lower.utf8))
    }
    /// Whether it is content that says what the subject is.
    var isStrong: Bool { isContent && !EnglishWords.weakWords.contains(stem) && !FollowUpWords.faint.contains(lower) }
    /// Whether it can be a verb.
    var isVerb: Bool { FollowUpWords.verbs.contains(stem) }
    var isCapitalized: Bool { text.utf8.first.map(UTF8Text.isUppercase) ?? false }
    var hasDigit: Bool { text.utf8.contains(where: UTF8Text.isDigit) }
    var endsSentence: Bool { isMark && [".", "!", "?", "\n", "…", "？"].contains(text) }

    init(mark: String) {
        text = mark
        lower = mark
        isMark = true
    }

    init(word: String) {
        text = word
        // The country, not the pronoun.
        lower = word == "US" ? "usa" : word.lowercased().replacing("\u{2019}", with: "'")
        var scanner = WordScanner(Array(lower.utf8))
        stem = scanner.next()?.stem ?? 0
    }
}

extension [FollowUpToken] {
    /// The words and marks of a text: parted at white space, and marks at the ends of words alone. O(length).
    init(of text: String, limit: Int = .max) {
        self = []
        var word = ""
        func marks(_ word: Substring) -> (Substring, [Character], [Character]) {
            var word = word
            var (before, after): ([Character], [Character]) = ([], [])
            while let first = word.first, "(\"'“„‘«¿¡*_".contains(first) {
                before.append(first)
                word.removeFirst()
            }
            while let last = word.last, ".,!?;:)\"'”’»…？*_".contains(last) {
                after.append(last)
                word.removeLast()
            }
            return (word, before, after.reversed())
        }
        func flush() -> [FollowUpToken] {
            defer { word = "" }
            guard !word.isEmpty else { return [] }
            let (core, before, after) = marks(word[...])
            var tokens = before.compactMap { "(¿¡".contains($0) ? FollowUpToken(mark: String($0)) : nil }
            let isDash = core.allSatisfy { "-–—".contains($0) }
            if !core.isEmpty {
                tokens.append(isDash ? FollowUpToken(mark: String(core)) : FollowUpToken(word: String(core)))
            }
            tokens += after.compactMap { "\"'”’»*_".contains($0) ? nil : FollowUpToken(mark: String($0)) }
            return tokens
        }
        for character in text where count < limit {
            if character.isNewline {
                self += flush()
                append(FollowUpToken(mark: "\n"))
            } else if character.isWhitespace {
                self += flush()
            } else {
                word.append(character)
            }
        }
        self += flush()
    }

    /// The text of the tokens, words parted by single spaces.
    var rendered: String { self[...].rendered }

    /// The sentences: each with the mark that ends it. Empty ones are left out.
    var sentences: [[FollowUpToken]] {
        var sentences: [[FollowUpToken]] = []
        var sentence: [FollowUpToken] = []
        for token in self {
            sentence.append(token)
            if token.endsSentence {
                if sentence.contains(where: { !$0.isMark }) { sentences.append(sentence) }
                sentence = []
            }
        }
        if sentence.contains(where: { !$0.isMark }) { sentences.append(sentence) }
        return sentences
    }

    /// Whether the tokens from a position on are these words.
    func has(_ words: [String], at start: Int) -> Bool {
        start >= 0 && start + words.count <= count && words.indices.allSatisfy { self[start + $0].lower == words[$0] }
    }

    /// Where some words occur first.
    func position(of words: [String], from start: Int = 0) -> Int? {
        start < count ? (start..<count).first { has(words, at: $0) } : nil
    }

    /// The stems of the words that say what the subject is.
    var strongStems: Set<UInt64> { Set(lazy.filter(\.isStrong).map(\.stem)) }

    /// Without the marks and spaces at the ends.
    var trimmed: [FollowUpToken] {
        var slice = self[...]
        while slice.first?.isMark ?? false { slice.removeFirst() }
        while slice.last?.isMark ?? false { slice.removeLast() }
        return Array(slice)
    }
}

extension ArraySlice<FollowUpToken> {
    /// The text of the tokens, words parted by single spaces.
    var rendered: String {
        var text = ""
        for token in self where token.text != "\n" {
            let isTight = token.isMark && ".,!?;:)…？".contains(token.text)
            if let last = text.last, !isTight, !"(¿¡".contains(last) { text += " " }
            text += token.text
        }
        return text
    }
}
