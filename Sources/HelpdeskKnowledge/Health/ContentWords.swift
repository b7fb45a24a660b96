/// Which words tell what a sentence is about.
enum ContentWords {
    /// What a word counts as; `nil` for function words, numbers, units, words of denial and verbs that go with anything.
    static func stem(of word: StatementWord) -> String? {
        let text = word.text
        guard word.hasLetter, text.utf8.count > 1, !StopWords.english.contains(text), !generic.contains(text),
            Negation.of(text) == nil, QuantityParser.number(text) == nil, Unit.known[text] == nil
        else { return nil }
        if let positive = Negation.positive(of: text) { return StatementWord(text: positive, written: positive).stem }
        return word.stem
    }

    /// Words that go with any matter: modal and light verbs, adverbs, quantifiers, words of limits.
    private static let generic: Set<String> = [
        "may", "must", "might", "shall", "able", "need", "needs", "needed", "let", "lets", "get", "gets", "got", "make",
        "makes", "take", "takes", "come", "comes", "go", "goes", "have", "having", "being", "become", "becomes", "give",
        "gives", "use", "uses", "used", "using", "allow", "allows", "allowed", "possible", "keep", "keeps", "kept",
        "any", "all", "each", "every", "some", "other", "another", "own", "one", "both", "more", "most", "less",
        "least",
        "up", "out", "about", "over", "under", "within", "after", "before", "until", "during", "while", "once", "per",
        "at", "via", "also", "too", "only", "just", "even", "still", "already", "usually", "normally", "typically",
        "generally", "always", "currently", "now", "here", "where", "because", "since", "however", "maximum", "minimum",
        "max", "min", "limit", "limits", "limited", "long", "longer", "ever", "time", "first", "second", "us", "yes",
        "please",
        "new", "etc", "note", "default", "again", "back", "begin", "begins", "end", "ends", "have", "show", "shows",
        "shown", "up", "down", "off", "on", "through", "between", "again", "same", "well", "like", "want", "wants",
        "those", "whether", "if", "unless", "gone", "good", "total",
    ]
}
