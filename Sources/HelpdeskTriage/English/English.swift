/// The built-in rules for English: one file for each category and decision, with what speaks for it alone, and the
/// families of words (`English+Families+….swift`), which speak for several decisions at once.
///
/// Weights are log-odds divided by one number a decision, set on about 3,400 labelled messages of five authors so that
/// a score of ``TriageThresholds`` decides; what counts on few messages only was left out.
///
/// They implement this label guide. *Category*: billing is money (charges, invoices, refunds, payment methods, plans and
/// their cancellation, prices, cards lost, fraud that moves money); a bug report says that the product breaks its own
/// promise; a feature request asks for what does not exist; technical is how-to, set-up, integration and access; general
/// is all else (orders, delivery, hours, policies, data requests, feedback). *Priority*: urgent means many are affected,
/// harm or a clock of minutes; high means one customer fully blocked, a deadline of a day or two, repeated contact, a
/// legal or concrete churn threat, a large disputed sum; low means no hurry, cosmetic, curiosity, thanks, an idea.
/// *Escalation*: a person is asked for, law or press announced, security, data loss, outage, safety, repeated contact, or
/// a large sum. *Sentiment*: how the message reads; harm under way is negative even in calm words.
enum English {
    /// Phrases of a rule are written one after another, with a semicolon or a line break between them.
    static func phrases(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { phrase in
            String(phrase.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }

    static func rule(
        _ vote: TriageVote, _ name: String, _ weight: Double, _ text: String, requires: String = "",
        unless: String = "", in categories: [TicketCategory] = [], negation: TriageRule.Negation = .cancels,
        isCertain: Bool = false, addsUp: Bool = false
    ) -> TriageRule {
        TriageRule(
            name: name, vote: vote, weight: weight, isCertain: isCertain, addsUp: addsUp, phrases: phrases(text),
            requires: phrases(requires), unless: phrases(unless), categories: categories, negation: negation)
    }

    /// The families of words that speak for several decisions at once.
    static let families: [TriageRule] = [
        familiesQuestions, familiesWishes, familiesBreakage, familiesTechnology, familiesMoney, familiesCompany,
        familiesTime, familiesContact, familiesHarm, familiesTone,
    ].flatMap { $0.flatMap { $0 } }

    /// A large sum is disputed only where there is one, or where it is still growing.
    private static let largeSum = phrases(
        """
        #largesum; #largefigure; thousand; thousands; (four|five|six) figures
        (still|keep|keeps) (climbing|rising|running up|going up|charging|counting)
        """)

    /// Phrases of one meaning, and all that they speak for: one rule for each vote.
    static func family(
        _ name: String, _ votes: KeyValuePairs<TriageVote, Double>, _ text: String,
        negation: TriageRule.Negation = .ignored
    ) -> [TriageRule] {
        let phrases = phrases(text)
        return votes.map { vote, weight in
            TriageRule(
                name: "\(name): \(vote.name)", vote: vote, weight: weight, phrases: phrases,
                requires: vote == .escalation(.disputedLargeSum) ? largeSum : [], negation: negation)
        }
    }
}

extension TriageRules {
    /// The built-in rules for English.
    public static let english = TriageRules(
        unchecked: English.billing + English.bugReport + English.featureRequest + English.technical + English.general
            + English.priority + English.sentiment + English.escalation + English.families,
        wordLists: English.wordLists)
}
