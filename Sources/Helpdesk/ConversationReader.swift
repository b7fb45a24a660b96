/// A vocabulary made ready, and what it tells about sentences.
struct ConversationReader {
    let unhelpful: ConversationPhrases
    private let attempts: ConversationPhrases
    private let attemptVerbs: ConversationPhrases
    private let subjects: ConversationPhrases
    private let auxiliaries: Set<String>
    private let negations: Set<String>
    private let requests: ConversationPhrases
    private let problems: ConversationPhrases
    private let courtesies: ConversationPhrases

    private static let english = ConversationReader(compiling: .english)
    /// The weight of a sentence that says nothing; less than any other's.
    static let courtesyWeight = -10.0
    /// Longer sentences that begin like a greeting say something else too.
    private static let maximumCourtesy = 7

    init(_ vocabulary: ConversationVocabulary) {
        self = vocabulary == .english ? .english : ConversationReader(compiling: vocabulary)
    }

    private init(compiling vocabulary: ConversationVocabulary) {
        unhelpful = ConversationPhrases(vocabulary.unhelpful)
        attempts = ConversationPhrases(vocabulary.attempts)
        attemptVerbs = ConversationPhrases(vocabulary.attemptVerbs)
        subjects = ConversationPhrases(vocabulary.subjects)
        auxiliaries = Set(vocabulary.auxiliaries.map { $0.lowercased() })
        negations = Set(vocabulary.negations.map { $0.lowercased() })
        requests = ConversationPhrases(vocabulary.requests)
        problems = ConversationPhrases(vocabulary.problems)
        courtesies = ConversationPhrases(vocabulary.courtesies)
    }

    /// Whether a sentence begins with a greeting, thanks or a closing.
    func beginsWithCourtesy(_ sentence: ConversationSentence) -> Bool {
        !sentence.words.isEmpty && courtesies.match(in: sentence.words, at: 0) != nil
    }

    /// Whether a sentence is a greeting, thanks or a closing and nothing more.
    func isCourtesy(_ sentence: ConversationSentence) -> Bool {
        guard sentence.words.count <= Self.maximumCourtesy, !sentence.isQuestion, beginsWithCourtesy(sentence) else {
            return false
        }
        return problems.first(in: sentence.words) == nil && requests.first(in: sentence.words) == nil
    }

    /// Whether a sentence tells what its writer has tried.
    func isAttempt(_ sentence: ConversationSentence) -> Bool {
        guard !sentence.isQuestion else { return false }
        let words = sentence.words
        for start in words.indices {
            if let match = attempts.match(in: words, at: start), !isNegated(words, before: match.lowerBound) {
                return true
            }
            // "I have just restarted it"; "Restarted it twice."
            guard let verb = attemptVerbs.match(in: words, at: start) else { continue }
            var index = verb.lowerBound
            while index > 0, auxiliaries.contains(words[index - 1].text) { index -= 1 }
            // "Reset my password" is a request; "Restarted twice" and "Already reset it" are not.
            let isPast = verb.lowerBound > 0 || words[0].text.hasSuffix("ed")
            if index == 0 ? isPast : hasSubject(words, endingAt: index) { return true }
        }
        return false
    }

    private func hasSubject(_ words: [ConversationWords.Word], endingAt end: Int) -> Bool {
        for length in 1...2 where end >= length {
            if let match = subjects.match(in: words, at: end - length), match.upperBound == end { return true }
        }
        return false
    }

    private func isNegated(_ words: [ConversationWords.Word], before index: Int) -> Bool {
        words[max(0, index - 2)..<index].contains { negations.contains($0.text) }
    }

    /// How likely a sentence carries what the customer wants, more is likelier; courtesies have less than 0.
    func weight(of sentence: ConversationSentence, evidence: Int) -> Double {
        if sentence.words.isEmpty || isCourtesy(sentence) { return Self.courtesyWeight }
        var weight = 0.5 * Double(min(3, evidence))
        if sentence.isQuestion { weight += 1.5 }
        weight += Double(min(2, requests.count(in: sentence.words)))
        weight += 0.8 * Double(min(2, problems.count(in: sentence.words)))
        // "What now?" and "That did not help." say little by themselves.
        if sentence.words.count < 3 { weight -= 1.5 }
        if unhelpful.first(in: sentence.words) != nil { weight -= 1 }
        if isAttempt(sentence) { weight -= 2 }
        return weight
    }
}
