import HelpdeskTesting

/// Made-up words of a language in which, as in every other, frequent words are short.
enum SyntheticWords {
    private static let consonants = Array("bcdfghjklmnprstvwz")
    private static let vowels = Array("aeiou")

    /// The word of a rank: the syllables of its digits. Different ranks have different words.
    static func word(_ rank: Int) -> String {
        var word = ""
        var rest = rank
        repeat {
            let syllable = rest % (consonants.count * vowels.count)
            word.append(consonants[syllable / vowels.count])
            word.append(vowels[syllable % vowels.count])
            rest /= consonants.count * vowels.count
        } while rest > 0
        return word
    }

    /// A rank below 2^`levels` with nearly the distribution of Zipf's law: each doubling of the rank is as likely as the
    /// one before. In whole numbers, so that it is the same on every machine.
    static func rank(levels: Int, using generator: inout SeededGenerator) -> Int {
        let level = Int(generator.next() % UInt64(levels))
        let first = 1 << level
        return first + Int(generator.next() % UInt64(first)) - 1
    }
}
