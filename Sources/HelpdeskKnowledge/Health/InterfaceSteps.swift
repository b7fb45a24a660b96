/// The menu paths and buttons that a sentence names.
struct InterfaceSteps: Sendable {
    /// "Settings > Security > Sessions" as its parts in lower case.
    var paths: [[String]] = []
    /// What is clicked, selected or tapped, in lower case.
    var targets: [String] = []
    /// The stems of the other content words.
    var rest: Set<String> = []

    /// - Parameters:
    ///   - raw: The words of the sentence with its marks: a word in quotes or bold begins with such a mark.
    init(_ raw: [StatementWord]) {
        var taken = Set<Int>()
        findPaths(raw, &taken)
        findTargets(raw, &taken)
        for (place, word) in raw.enumerated() where !taken.contains(place) && !Self.actions.contains(word.text) {
            if let stem = ContentWords.stem(of: word) { rest.insert(stem) }
        }
    }

    /// Verbs of a step.
    static let actions: Set<String> = [
        "click", "select", "choose", "tap", "press", "open", "hit", "pick", "navigate", "go", "enter", "clicking",
        "selecting", "choosing", "tapping",
    ]
    private static let ends: Set<String> = [
        "to", "and", "in", "for", "then", "where", "or", "on", "from", "is", "are", "with", "as", "by", "at", "of",
        "page",
        "menu", "the", "if", "when", "button", "tab", "you", "that", "which", "section",
    ]
    private static let arrows = Set<Unicode.Scalar>([">", "\u{2192}", "\u{BB}", "\u{203A}"])
    private static let quotes = Set<Unicode.Scalar>([
        "\"", "*", "`", "\u{201C}", "\u{201D}", "'", "\u{2018}", "\u{2019}",
    ])

    private func isArrow(_ word: StatementWord) -> Bool { word.mark.map(Self.arrows.contains) ?? false }

    private mutating func findPaths(_ words: [StatementWord], _ taken: inout Set<Int>) {
        var place = 0
        while place < words.count {
            guard isArrow(words[place]), place > 0 else {
                place += 1
                continue
            }
            var start = place - 1
            while start > 0, place - start < 4, words[start].mark == nil, words[start - 1].isCapitalized,
                !Self.ends.contains(words[start - 1].text), !Self.actions.contains(words[start - 1].text)
            {
                start -= 1
            }
            var parts = [words[start..<place].map(\.text).joined(separator: " ")]
            taken.formUnion(start..<place)
            while place < words.count, isArrow(words[place]) {
                var part: [String] = []
                let first = place
                repeat {
                    part.append(words[place].text)
                    taken.insert(place)
                    place += 1
                } while place < words.count && place - first < 5 && words[place].mark == nil
                    && !Self.ends.contains(words[place].text) && !Self.actions.contains(words[place].text)
                parts.append(part.joined(separator: " "))
            }
            paths.append(parts)
        }
    }

    private mutating func findTargets(_ words: [StatementWord], _ taken: inout Set<Int>) {
        for (verb, word) in words.enumerated() where Self.actions.contains(word.text) && word.text != "go" {
            // The name follows within three words: "click on the Save button".
            guard
                let start = (verb + 1..<min(words.count, verb + 4)).first(where: {
                    words[$0].isCapitalized || words[$0].mark.map(Self.quotes.contains) ?? false
                }), !taken.contains(start)
            else { continue }
            let isQuoted = words[start].mark.map(Self.quotes.contains) ?? false
            var end = start + 1
            while end < words.count, end - start < 6, words[end].mark == nil, !taken.contains(end),
                isQuoted || words[end].isCapitalized
            {
                end += 1
            }
            targets.append(words[start..<end].map(\.text).joined(separator: " "))
            taken.formUnion(start..<end)
        }
    }
}
