/// The Porter2 stemmer for English words in lower-case ASCII.
///
/// From its description at https://snowballstem.org/algorithms/english/stemmer.html (the version before Snowball 3).
/// It cuts endings so that "charged", "charges" and "charging" become the same term; the term need not be a word.
struct EnglishStemmer {
    private var word: [UInt8] = []
    private var r1 = 0
    private var r2 = 0

    /// Replaces a word of the letters a to z by its stem.
    mutating func stem(_ bytes: inout [UInt8]) {
        guard bytes.count > 2 else { return }
        if bytes.count <= 6, let exception = Self.exceptions[bytes] {
            bytes = exception
            return
        }
        swap(&word, &bytes)
        markConsonantY()
        findRegions()
        step1a()
        if !(word.count >= 6 && Self.finished.contains(word)) {
            step1b()
            step1c()
            step2()
            step3()
            step4()
            step5()
        }
        for index in word.indices where word[index] == UInt8(ascii: "Y") { word[index] = UInt8(ascii: "y") }
        swap(&word, &bytes)
    }

    // MARK: - Letters and regions

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    /// A `y` at the start or after a vowel is a consonant, written `Y` until the end.
    private mutating func markConsonantY() {
        for index in word.indices where word[index] == UInt8(ascii: "y") {
            if index == 0 || Self.isVowel(word[index - 1]) { word[index] = UInt8(ascii: "Y") }
        }
    }

    private mutating func findRegions() {
        if word.starts(with: "gener".utf8) || word.starts(with: "arsen".utf8) {
            r1 = 5
        } else if word.starts(with: "commun".utf8) {
            r1 = 6
        } else {
            r1 = region(from: 0)
        }
        r2 = region(from: r1)
    }

    /// The position after the first consonant that follows a vowel.
    private func region(from start: Int) -> Int {
        var index = start + 1
        while index < word.count {
            if !Self.isVowel(word[index]), Self.isVowel(word[index - 1]) { return index + 1 }
            index += 1
        }
        return word.count
    }

    private func ends(_ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        guard word.count >= count else { return false }
        let start = word.count - count
        for offset in 0..<count where word[start + offset] != suffix.utf8Start[offset] { return false }
        return true
    }

    private func hasVowel(before end: Int) -> Bool { word[..<end].contains(where: Self.isVowel) }

    /// Whether the first `end` letters end in a short syllable.
    private func endsInShortSyllable(_ end: Int) -> Bool {
        guard end >= 2, Self.isVowel(word[end - 2]), !Self.isVowel(word[end - 1]) else { return false }
        if end == 2 { return true }
        return !Self.isVowel(word[end - 3]) && !"wxY".utf8.contains(word[end - 1])
    }

    /// Replaces the last `count` letters.
    private mutating func replace(_ count: Int, with suffix: StaticString) {
        word.removeLast(count)
        for offset in 0..<suffix.utf8CodeUnitCount { word.append(suffix.utf8Start[offset]) }
    }

    // MARK: - Steps

    private mutating func step1a() {
        if ends("sses") {
            word.removeLast(2)
        } else if ends("ied") || ends("ies") {
            word.removeLast(word.count > 4 ? 2 : 1)
        } else if ends("us") || ends("ss") {
            return
        } else if ends("s"), word.count > 2, hasVowel(before: word.count - 2) {
            word.removeLast()
        }
    }

    private mutating func step1b() {
        if ends("eed") || ends("eedly") {
            let count = ends("eed") ? 3 : 5
            if word.count - count >= r1 { replace(count, with: "ee") }
            return
        }
        let count = ends("ingly") ? 5 : ends("edly") ? 4 : ends("ing") ? 3 : ends("ed") ? 2 : 0
        guard count > 0, hasVowel(before: word.count - count) else { return }
        word.removeLast(count)
        if ends("at") || ends("bl") || ends("iz") {
            word.append(UInt8(ascii: "e"))
        } else if word.count >= 2, let last = word.last, last == word[word.count - 2], "bdfgmnprt".utf8.contains(last) {
            word.removeLast()
        } else if r1 >= word.count, endsInShortSyllable(word.count) {
            word.append(UInt8(ascii: "e"))
        }
    }

    private mutating func step1c() {
        guard word.count > 2, let last = word.last, last | 0x20 == UInt8(ascii: "y"),
            !Self.isVowel(word[word.count - 2])
        else { return }
        word[word.count - 1] = UInt8(ascii: "i")
    }

    /// Finds the longest ending in a list and replaces it where it lies in a region.
    ///
    /// - Parameter list: Endings and their replacements, longer endings before those they end with.
    private mutating func apply(_ list: [(StaticString, StaticString)], from region: Int) {
        for (suffix, replacement) in list where ends(suffix) {
            if word.count - suffix.utf8CodeUnitCount >= region {
                replace(suffix.utf8CodeUnitCount, with: replacement)
            }
            return
        }
    }

    private mutating func step2() {
        if ends("ogi") {
            if word.count - 3 >= r1, word.count > 3, word[word.count - 4] == UInt8(ascii: "l") { word.removeLast() }
            return
        }
        if ends("li"), !Self.longerLi.contains(where: { ends($0) }) {
            if word.count - 2 >= r1, word.count > 2, "cdeghkmnrt".utf8.contains(word[word.count - 3]) {
                word.removeLast(2)
            }
            return
        }
        apply(Self.endings2, from: r1)
    }

    private mutating func step3() {
        if ends("ative") {
            if word.count - 5 >= r2 { word.removeLast(5) }
            return
        }
        apply(Self.endings3, from: r1)
    }

    private mutating func step4() {
        if ends("ion") {
            if word.count - 3 >= r2, word.count > 3, "st".utf8.contains(word[word.count - 4]) { word.removeLast(3) }
            return
        }
        apply(Self.endings4, from: r2)
    }

    private mutating func step5() {
        if ends("e") {
            let end = word.count - 1
            if end >= r2 || end >= r1 && !endsInShortSyllable(end) { word.removeLast() }
        } else if ends("l"), word.count - 1 >= r2, word.count > 1, word[word.count - 2] == UInt8(ascii: "l") {
            word.removeLast()
        }
    }

    // MARK: - Lists

    private static let longerLi: [StaticString] = ["entli", "alli", "ousli", "bli", "fulli", "lessli"]

    private static let endings2: [(StaticString, StaticString)] = [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
        ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"),
        ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"),
        ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
    ]
    private static let endings3: [(StaticString, StaticString)] = [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ness", ""), ("ful", ""),
    ]
    private static let endings4: [(StaticString, StaticString)] = [
        ("ement", ""), ("ance", ""), ("ence", ""), ("able", ""), ("ible", ""), ("ment", ""), ("ant", ""), ("ent", ""),
        ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""), ("ize", ""), ("al", ""), ("er", ""),
        ("ic", ""),
    ]
    private static let exceptions: [[UInt8]: [UInt8]] = {
        let changed = [
            "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
            "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky",
            "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
        ]
        return Dictionary(uniqueKeysWithValues: changed.map { (Array($0.key.utf8), Array($0.value.utf8)) })
    }()
    private static let finished: Set<[UInt8]> = Set(
        ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"].map { Array($0.utf8) })
}
