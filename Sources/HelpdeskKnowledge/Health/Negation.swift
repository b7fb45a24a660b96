/// Words that turn a statement into its opposite.
enum Negation {
    /// Whether a word denies what follows it.
    static func of(_ word: String) -> Bool? {
        if words.contains(word) || word.hasSuffix("n't") { return true }
        return nil
    }

    /// The word that a word with a denying prefix is the opposite of: "available" for "unavailable".
    static func positive(of word: String) -> String? {
        if let positive = opposites[word] { return positive }
        for prefix in ["non-", "non"] where word.hasPrefix(prefix) && word.utf8.count > prefix.utf8.count + 5 {
            return String(word.dropFirst(prefix.count))
        }
        return nil
    }

    private static let words: Set<String> = [
        "not", "cannot", "never", "no", "cant", "dont", "doesnt", "isnt", "wont", "neither", "nor", "none",
    ]

    private static let opposites: [String: String] = [
        "unavailable": "available", "unsupported": "supported", "impossible": "possible", "unable": "able",
        "excluded": "included", "excludes": "includes", "exclude": "include", "excluding": "including",
        "disallowed": "allowed", "prohibited": "allowed", "forbidden": "allowed", "unlimited": "limited",
        "ineligible": "eligible", "invalid": "valid", "optional": "required", "unnecessary": "necessary",
        "inaccessible": "accessible", "incompatible": "compatible", "untransferable": "transferable",
        "irreversible": "reversible", "unencrypted": "encrypted", "disallows": "allows", "prohibits": "allows",
    ]
}
