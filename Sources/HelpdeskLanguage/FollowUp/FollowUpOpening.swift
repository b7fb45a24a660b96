/// What a message begins with: greetings, thanks, and words that say how it goes on from before.
enum FollowUpOpening {
    /// Whether words only greet, thank or acknowledge.
    static func isCourtesy(_ tokens: some Sequence<FollowUpToken>) -> Bool {
        var isMarked = false
        for token in tokens where !token.isMark {
            guard FollowUpWords.courtesies.contains(token.lower) else { return false }
            isMarked = isMarked || FollowUpWords.courtesyMarks.contains(token.lower)
        }
        return isMarked
    }

    /// A message without the greetings and thanks before what it asks.
    static func withoutCourtesies(_ tokens: [FollowUpToken]) -> [FollowUpToken] {
        var rest = tokens[...]
        while true {
            // Up to a mark, or a word that goes on: "thanks and how …", "ok how …".
            var end = rest.startIndex
            while end < rest.endIndex, !rest[end].isMark, FollowUpWords.courtesies.contains(rest[end].lower) {
                end += 1
            }
            guard end > rest.startIndex else { break }
            while end > rest.startIndex, !isCourtesy(rest[rest.startIndex..<end]) { end -= 1 }
            guard end > rest.startIndex else { break }
            if end < rest.endIndex, !rest[end].isMark {
                let next = rest[end].lower
                let goesOn =
                    FollowUpWords.questionWords.contains(next) || ["and", "but", "so", "then"].contains(next)
                    || FollowUpWords.auxiliaries.contains(next) || FollowUpWords.affirmations.contains(next)
                // "Thanks for the help with …": up to the end of the sentence.
                if !goesOn {
                    guard ["thanks", "thank", "thx"].contains(rest[rest.startIndex].lower),
                        let stop = rest[end...].firstIndex(where: { $0.isMark }), stop - rest.startIndex <= 14
                    else { break }
                    end = stop
                }
            }
            rest = rest[end...]
            while let mark = rest.first, mark.isMark { rest = rest.dropFirst() }
        }
        return Array(rest)
    }

    /// A message after a phrase it begins with.
    static func after(_ phrases: [[String]], in tokens: [FollowUpToken]) -> [FollowUpToken]? {
        let plain = tokens.indices.filter { !tokens[$0].isMark }.prefix(10)
        for phrase in phrases where plain.count >= phrase.count {
            guard zip(phrase, plain).allSatisfy({ $0 == tokens[$1].lower }) else { continue }
            let last = plain[plain.startIndex + phrase.count - 1]
            var rest = tokens[(last + 1)...]
            while let mark = rest.first, mark.isMark { rest = rest.dropFirst() }
            return Array(rest)
        }
        return nil
    }

    /// What follows words that announce another subject; they stand at the beginning of a sentence and before a mark.
    static func newTopic(in tokens: [FollowUpToken]) -> [FollowUpToken]? {
        var start = 0
        for sentence in tokens.sentences {
            defer { start += sentence.count }
            for phrase in FollowUpWords.newTopics {
                let opening =
                    after([["and"], ["but"], ["ok"], ["also"], ["i", "have"], ["now"]], in: sentence) ?? sentence
                guard let rest = after([phrase], in: opening) else { continue }
                let used = opening.trimmed.count - rest.trimmed.count
                let isParted = opening.count - rest.count > phrase.count || rest.isEmpty
                guard isParted, used > 0 else { continue }
                let after = Array((rest + tokens.dropFirst(start + sentence.count))[...])
                guard after.contains(where: { $0.isStrong }) else { continue }
                return after
            }
        }
        return nil
    }

    /// A message without the words that only say that more comes, such as "and" and "one more thing".
    static func withoutAdditions(_ tokens: [FollowUpToken]) -> (rest: [FollowUpToken], hasAddition: Bool) {
        var rest = tokens
        var hasAddition = false
        while let after = after(FollowUpWords.additions, in: rest), !after.isEmpty {
            rest = after
            hasAddition = true
        }
        return (rest, hasAddition)
    }

    /// A fragment without "too", "as well", "please" and the marks at its end.
    static func withoutTrailers(_ tokens: [FollowUpToken]) -> [FollowUpToken] {
        var rest = tokens.trimmed
        while let last = rest.last,
            last.isMark
                || ["too", "also", "please", "then", "though", "instead", "exactly", "again"].contains(last.lower)
                || (last.lower == "well" && rest.dropLast().last?.lower == "as")
        {
            rest.removeLast(last.lower == "well" ? 2 : 1)
        }
        while let first = rest.first, first.isMark || ["also", "maybe", "only", "just", "even"].contains(first.lower) {
            rest.removeFirst()
        }
        return rest
    }

    /// Whether words hold a clause: a subject with a verb, or a question.
    static func isClause(_ tokens: [FollowUpToken]) -> Bool {
        for (index, token) in tokens.enumerated() where !token.isMark {
            if ["that", "which", "who"].contains(token.lower), index > 0 { return false }
            if FollowUpWords.auxiliaries.contains(token.lower) || FollowUpWords.questionWords.contains(token.lower) {
                return true
            }
            let subjects = ["i", "you", "we", "he", "she", "they", "it"]
            if subjects.contains(token.lower), index + 1 < tokens.count, !tokens[index + 1].isMark { return true }
        }
        return false
    }
}
