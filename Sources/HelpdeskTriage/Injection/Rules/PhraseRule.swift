/// A sequence of words and concepts in one sentence that steers a machine.
///
/// A pattern is written in words divided by spaces: a word stands for itself, `a|b` for either, `@concept` for any word
/// of the concept, `...n` for up to `n` words in between, `^` for the beginning of a sentence, a mark for itself.
struct PhraseRule: Sendable {
    enum Element: Sendable {
        case words(Set<UInt64>)
        case concept(ConceptSet)
        case gap(Int)
        case start
    }

    let name: String
    let kind: InjectionKind
    let elements: [Element]

    /// Reads a pattern; a word with a star is not allowed here.
    init(_ name: String, _ kind: InjectionKind, _ pattern: String) {
        self.name = name
        self.kind = kind
        elements = pattern.split(separator: " ").map { part in
            if part == "^" { return .start }
            if part.hasPrefix("..."), let count = Int(part.dropFirst(3)) { return .gap(count) }
            if part.hasPrefix("@") {
                let names = part.dropFirst().split(separator: "|")
                return .concept(
                    Concept.allCases.reduce(into: []) { set, concept in
                        if names.contains(where: { $0 == "\(concept)" }) { set.insert(ConceptSet(concept)) }
                    })
            }
            let words = part.count > 1 ? part.split(separator: "|").map(String.init) : [String(part)]
            return .words(
                Set(words.compactMap { InjectionTokenizer(FoldedText(InvisibleText($0))).tokens.first?.key }))
        }
    }

    /// The tokens that the rule matches from a place on, or `nil`.
    func match(_ tokens: [InjectionToken], at start: Int) -> Range<Int>? {
        guard let end = match(tokens, start, 0, sentence: tokens[start].sentence) else { return nil }
        return start..<end
    }

    private func match(_ tokens: [InjectionToken], _ position: Int, _ element: Int, sentence: Int32) -> Int? {
        guard element < elements.count else { return position }
        switch elements[element] {
        case .start:
            guard position == 0 || tokens[position - 1].sentence != sentence else { return nil }
            return match(tokens, position, element + 1, sentence: sentence)
        case .gap(let most):
            var next = position
            while next <= position + most, next < tokens.count, tokens[next].sentence == sentence {
                if let end = match(tokens, next, element + 1, sentence: sentence) { return end }
                next += 1
            }
            return nil
        case .words(let keys):
            guard position < tokens.count, tokens[position].sentence == sentence, keys.contains(tokens[position].key)
            else { return nil }
            return match(tokens, position + 1, element + 1, sentence: sentence)
        case .concept(let concepts):
            guard position < tokens.count, tokens[position].sentence == sentence,
                !tokens[position].concepts.isDisjoint(with: concepts)
            else { return nil }
            return match(tokens, position + 1, element + 1, sentence: sentence)
        }
    }
}
