/// Writes contractions out, so that "can't", "cant", "cannot" and "can not" are one thing.
enum Contraction {
    /// The words of a folded word that may hold apostrophes (as U+0027) inside; each normalized.
    static func expand(_ word: [UInt8]) -> [[UInt8]] {
        if let parts = table[word] { return parts }
        guard let apostrophe = word.lastIndex(of: 0x27) else {
            var normal = word
            WordForm.normalize(&normal)
            return table[normal] ?? [normal]
        }
        var base = Array(word[..<apostrophe])
        let ending = Array(word[(apostrophe + 1)...])
        if base.last == UInt8(ascii: "n"), ending == [UInt8(ascii: "t")] {
            base.removeLast()
            return [normal(base), not]
        }
        if let second = endings[ending] { return [normal(base), second] }
        if ending == [UInt8(ascii: "s")] {
            return isTaking.contains(base) ? [base, Array("is".utf8)] : [normal(base)]
        }
        if base.count <= 1 || ending.isEmpty {
            // "o'clock", "d'accord": one word.
            return [normal(word.filter { $0 != 0x27 })]
        }
        return [normal(base.filter { $0 != 0x27 }), normal(ending)]
    }

    private static func normal(_ word: [UInt8]) -> [UInt8] {
        var word = word
        WordForm.normalize(&word)
        return word
    }

    private static let not = Array("not".utf8)

    private static let endings: [[UInt8]: [UInt8]] = {
        let pairs = [("m", "am"), ("re", "are"), ("ve", "have"), ("ll", "will"), ("d", "would")]
        return Dictionary(uniqueKeysWithValues: pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) })
    }()

    /// Words after which 's stands for "is" rather than for a possessive.
    private static let isTaking: Set<[UInt8]> = Set(
        ["it", "that", "what", "there", "here", "he", "she", "who", "where", "how", "when", "this", "why"]
            .map { Array($0.utf8) })

    private static let table: WordMap<[[UInt8]]> = {
        let entries = """
            cannot can not;can't can not;won't will not;shan't shall not;ain't is not;let's let us;cant can not
            wont will not;dont do not;doesnt does not;didnt did not;isnt is not;wasnt was not;arent are not
            werent were not;couldnt could not;wouldnt would not;shouldnt should not;havent have not;hasnt has not
            hadnt had not;aint is not;im i am;ive i have;youre you are;theyre they are;weve we have;thats that is
            whats what is;theres there is;gonna going to;wanna want to;gotta got to;dunno do not know;pls please
            """
        var table: [(word: [UInt8], value: [[UInt8]])] = []
        for entry in entries.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let words = entry.split(separator: " ").map { Array($0.utf8) }
            table.append((words[0], Array(words.dropFirst())))
        }
        return WordMap(table)
    }()
}
