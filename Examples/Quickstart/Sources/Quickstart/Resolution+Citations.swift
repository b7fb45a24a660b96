import Helpdesk

extension Resolution {
    /// The citations with one entry per cited item, in the order of the answer.
    var citedItems: [Citation] {
        var seen: Set<String> = []
        return citations.filter { seen.insert($0.itemID).inserted }
    }

    /// The answer with `[1]`, `[2]` … after each statement whose place is known, as numbered in ``citedItems``.
    var annotatedAnswer: String {
        let numbers = Dictionary(uniqueKeysWithValues: citedItems.enumerated().map { ($1.itemID, $0 + 1) })
        var annotated = Array(answer.utf8)
        var marks: [Int: Set<Int>] = [:]
        for citation in citations {
            guard let range = citation.answerRange, range.upperBound <= annotated.count,
                let number = numbers[citation.itemID]
            else { continue }
            // Behind the last word rather than behind the line break that follows it.
            let end = range.last { !Character(UnicodeScalar(annotated[$0])).isWhitespace } ?? range.upperBound - 1
            marks[end + 1, default: []].insert(number)
        }
        // From the end, so that the places before stay where they are.
        for (end, numbers) in marks.sorted(by: { $0.key > $1.key }) {
            let mark = numbers.sorted().map { " [\($0)]" }.joined()
            annotated.insert(contentsOf: mark.utf8, at: end)
        }
        return String(decoding: annotated, as: UTF8.self)
    }
}
