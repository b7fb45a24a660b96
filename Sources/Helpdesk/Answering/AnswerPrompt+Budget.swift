import HelpdeskLanguage

extension AnswerPrompt {
    /// Shortens the prompt by at least some tokens, as far as it can be.
    ///
    /// The longest value gives first: of the sources and the conversation, the one with the most tokens loses its least
    /// valuable unit, the last passage or the oldest turn, again and again. Only whole passages and turns go. The first
    /// passage of the best source and the message stay.
    ///
    /// - Returns: Whether anything could be left out. O(n²) in the number of passages and turns, of which there are few.
    mutating func shorten(by tokens: Int) -> Bool {
        var turns = conversation.map { TokenEstimate.frame + TokenEstimate.tokens(in: $0.text) }
        var passages = sources.map { $0.passages.map { 4 + TokenEstimate.tokens(in: $0) } }
        var saved = 0
        while saved < max(1, tokens) {
            // The sum of a value's units that may go, and the value; later sources give before earlier ones.
            var longest: (sum: Int, source: Int?)?
            for (index, costs) in passages.enumerated() where costs.count > (index == 0 ? 1 : 0) {
                let sum = costs.reduce(0, +)
                if sum >= longest?.sum ?? 0 { longest = (sum, index) }
            }
            let sum = turns.reduce(0, +)
            if !turns.isEmpty, sum > longest?.sum ?? -1 { longest = (sum, nil) }
            guard let longest else { break }
            if let index = longest.source {
                saved += passages[index].removeLast()
                sources[index].passages.removeLast()
            } else {
                saved += turns.removeFirst()
                conversation.removeFirst()
            }
            for index in passages.indices.reversed() where passages[index].isEmpty {
                saved += TokenEstimate.frame + TokenEstimate.tokens(in: sources[index].title)
                passages.remove(at: index)
                sources.remove(at: index)
            }
        }
        return saved > 0
    }
}
