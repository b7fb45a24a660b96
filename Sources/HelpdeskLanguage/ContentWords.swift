/// The words of a text that say what it is about, as stems, for comparing what two texts speak of.
package struct ContentWords: Sendable {
    /// The stems of all words, function words left out.
    package private(set) var stems: Set<UInt64> = []
    /// Those of them that begin with a digit: numbers, versions, sums.
    package private(set) var numbers: Set<UInt64> = []

    /// Reads texts. O(length).
    package init(_ texts: [String]) {
        for text in texts {
            var scanner = WordScanner(Array(text.utf8))
            while let word = scanner.next() {
                guard !word.isStopWord else { continue }
                stems.insert(word.stem)
                if word.isNumber { numbers.insert(word.stem) }
            }
        }
    }

    /// The share of these words that occur in others, from 0 to 1; 0 where there are none.
    package func share(in others: ContentWords) -> Double {
        stems.isEmpty ? 0 : Double(stems.count { others.stems.contains($0) }) / Double(stems.count)
    }
}
