/// Cuts English words down to their stems: "notifications" and "notified" meet in one.
///
/// The algorithm of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with one addition: a final
/// `fi` loses its `i`, so that "notify" meets "notification".
package enum EnglishStemmer {
    /// Stems a word in place. O(length). Words of more than 40 bytes stay as they are.
    ///
    /// - Parameter word: Lower-case ASCII letters; other bytes count as consonants.
    package static func stem(_ word: inout [UInt8]) {
        guard word.count > 2, word.count <= 40 else { return }
        removePlural(&word)
        removePastAndGerund(&word)
        if word.last == UInt8(ascii: "y"), hasVowel(word, word.count - 1) { word[word.count - 1] = UInt8(ascii: "i") }
        replaceFirst(&word, of: doubleSuffixes, minimumMeasure: 1)
        replaceFirst(&word, of: singleSuffixes, minimumMeasure: 1)
        removeResidual(&word)
        removeFinalE(&word)
        if word.count > 4, ends(word, "fi") { word.removeLast() }
    }

    private static func removePlural(_ word: inout [UInt8]) {
        guard word.last == UInt8(ascii: "s") else { return }
        if ends(word, "sses") || ends(word, "ies") {
            word.removeLast(2)
        } else if !ends(word, "ss") {
            word.removeLast()
        }
    }

    private static func removePastAndGerund(_ word: inout [UInt8]) {
        if ends(word, "eed") {
            if measure(word, word.count - 3) > 0 { word.removeLast() }
            return
        }
        let length = ends(word, "ed") ? 2 : ends(word, "ing") ? 3 : 0
        guard length > 0, hasVowel(word, word.count - length) else { return }
        word.removeLast(length)
        if ends(word, "at") || ends(word, "bl") || ends(word, "iz") {
            word.append(UInt8(ascii: "e"))
        } else if endsInDoubleConsonant(word) {
            if let last = word.last, !"lsz".utf8.contains(last) { word.removeLast() }
        } else if measure(word, word.count) == 1, endsInShortSyllable(word) {
            word.append(UInt8(ascii: "e"))
        }
    }

    private static let doubleSuffixes: [(StaticString, StaticString)] = [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"),
    ]
    private static let singleSuffixes: [(StaticString, StaticString)] = [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ]
    private static let residualSuffixes: [StaticString] = [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize",
    ]

    private static func replaceFirst(
        _ word: inout [UInt8], of suffixes: [(StaticString, StaticString)], minimumMeasure: Int
    ) {
        for (suffix, replacement) in suffixes where ends(word, suffix) {
            let stem = word.count - suffix.utf8CodeUnitCount
            if measure(word, stem) >= minimumMeasure {
                word.removeLast(suffix.utf8CodeUnitCount)
                replacement.withUTF8Buffer { word.append(contentsOf: $0) }
            }
            return
        }
    }

    private static func removeResidual(_ word: inout [UInt8]) {
        for suffix in residualSuffixes where ends(word, suffix) {
            let stem = word.count - suffix.utf8CodeUnitCount
            let isIon = suffix.utf8CodeUnitCount == 3 && ends(word, "ion")
            let fits = !isIon || (stem > 0 && "st".utf8.contains(word[stem - 1]))
            if fits, measure(word, stem) > 1 { word.removeLast(suffix.utf8CodeUnitCount) }
            return
        }
    }

    private static func removeFinalE(_ word: inout [UInt8]) {
        if word.last == UInt8(ascii: "e") {
            let stem = Array(word.dropLast())
            let measure = measure(word, stem.count)
            if measure > 1 || (measure == 1 && !endsInShortSyllable(stem)) { word = stem }
        }
        if word.last == UInt8(ascii: "l"), endsInDoubleConsonant(word), measure(word, word.count) > 1 {
            word.removeLast()
        }
    }

    private static func ends(_ word: [UInt8], _ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard word.count > length else { return false }
        return suffix.withUTF8Buffer { buffer in
            for index in 0..<length where word[word.count - length + index] != buffer[index] { return false }
            return true
        }
    }

    private static func isConsonant(_ word: [UInt8], _ index: Int) -> Bool {
        switch word[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(word, index - 1)
        default: true
        }
    }

    /// The number of vowel–consonant sequences in the first `end` letters.
    private static func measure(_ word: [UInt8], _ end: Int) -> Int {
        var count = 0
        var wasVowel = false
        for index in 0..<end {
            let isVowel = !isConsonant(word, index)
            if wasVowel && !isVowel { count += 1 }
            wasVowel = isVowel
        }
        return count
    }

    private static func hasVowel(_ word: [UInt8], _ end: Int) -> Bool {
        (0..<max(end, 0)).contains { !isConsonant(word, $0) }
    }

    private static func endsInDoubleConsonant(_ word: [UInt8]) -> Bool {
        let count = word.count
        return count > 1 && word[count - 1] == word[count - 2] && isConsonant(word, count - 1)
    }

    private static func endsInShortSyllable(_ word: [UInt8]) -> Bool {
        let count = word.count
        guard count > 2, isConsonant(word, count - 1), !isConsonant(word, count - 2), isConsonant(word, count - 3)
        else {
            return false
        }
        return !"wxy".utf8.contains(word[count - 1])
    }
}
