/// The latest version or year of a subject that an item speaks of as current.
struct VersionMention: Sendable {
    /// The numbers of the version; a year is one number.
    var numbers: [Int]
    var isYear: Bool
    /// The words, for people.
    var words: String
    var row: Int
    var statement: Statement

    /// Words before a version that is history or a limit: "since 5.2" is as true as ever.
    private static let history: Set<String> = [
        "from", "since", "before", "until", "prior", "starting", "introduced", "deprecated", "removed", "added",
        "later",
        "earlier", "pre", "between", "after", "up", "previous", "older", "legacy", "released", "founded", "copyright",
        "renamed", "changed", "upgrade", "upgrading", "still", "last", "e.g", "example",
    ]

    /// The latest of each subject: the word with a capital before the version; "year" for years.
    ///
    /// - Parameter limit: Later years are left out: they are plans.
    static func latest(in item: HealthCorpus.Item, _ text: HealthText, limit: Int?) -> [String: VersionMention] {
        // An article about one version stays true for it.
        let title = ScopeTerms.scopes(of: StatementWord.words(of: item.item.title.lead(200)), isTitle: true)
        guard title[.version] == nil, title[.date] == nil else { return [:] }
        var latest: [String: VersionMention] = [:]
        for (offset, statements) in text.statements.enumerated() {
            for statement in statements where statement.text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
                let words = StatementWord.words(of: PlainText.of(statement.text, format: item.item.format))
                guard !words.contains(where: { history.contains($0.text) }) else { continue }
                for place in words.indices {
                    guard let (subject, numbers, isYear) = version(words, place, limit) else { continue }
                    let mention = VersionMention(
                        numbers: numbers, isYear: isYear,
                        words: subject.isEmpty || isYear
                            ? words[place].written
                            : words[max(0, place - 1)...place].map(\.written).joined(separator: " "),
                        row: item.rows.lowerBound + offset, statement: statement)
                    if let old = latest[subject], !old.numbers.lexicographicallyPrecedes(numbers) { continue }
                    latest[subject] = mention
                }
            }
        }
        return latest
    }

    private static func version(
        _ words: [StatementWord], _ place: Int, _ limit: Int?
    ) -> (subject: String, numbers: [Int], isYear: Bool)? {
        let word = words[place]
        // A mark before it makes it part of an address or a file name.
        guard word.hasDigit, word.mark == nil || word.mark == "," || word.mark == "(" else { return nil }
        let before = place > 0 ? words[place - 1] : nil
        let isMarked = word.text.hasPrefix("v") && word.text.utf8.count > 1
        let numbers = word.text.drop { $0 == "v" }.split(separator: ".").map { Int($0) }
        guard !numbers.isEmpty, numbers.count <= 4, numbers.allSatisfy({ $0 != nil }) else { return nil }
        let parts = numbers.compactMap { $0 }
        if parts.count == 1, let year = parts.first, (1990...2100).contains(year), !isMarked, year <= limit ?? .max {
            let follows = place + 1 < words.count ? words[place + 1].text : ""
            let isDate =
                before.map { ["in", "of", "for", "year", "by"].contains($0.text) } ?? false
            return isDate && Unit.known[follows] == nil ? ("year", parts, true) : nil
        }
        if isMarked || before?.text == "version" {
            let named = before?.text == "version" ? (place > 1 ? words[place - 2] : nil) : before
            // A version without a name may be anybody's.
            guard let named, named.isCapitalized, named.mark == nil || place > 1 else { return nil }
            return (named.text, parts, false)
        }
        return nil
    }

    /// Whether this one is later by a major version, or by two years.
    func isLater(than other: VersionMention) -> Bool {
        guard let own = numbers.first, let their = other.numbers.first, isYear == other.isYear else { return false }
        return own - their >= (isYear ? 2 : 1)
    }
}
