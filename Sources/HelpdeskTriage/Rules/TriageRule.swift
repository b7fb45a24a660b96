/// One rule of triage, as data: the words it looks for and what it votes for when they are there.
///
/// ```swift
/// let rule = TriageRule(
///     name: "loyalty points", vote: .category(TicketCategory(rawValue: "loyalty")), weight: 3,
///     phrases: ["(loyalty|bonus) point", "miles … (missing|credit)", "=tier status"])
/// ```
///
/// A phrase is a sequence of words, matched inside one sentence of the customer's newest message, whole word by whole
/// word (never inside a word):
///
/// | written | matches |
/// |---|---|
/// | `charge` | the word in every inflection and in British or American spelling: charges, charged, charging |
/// | `=charge` | this form only |
/// | `refund*` | every word that begins so |
/// | `(lost\|stolen)` | one of the alternatives, each of one word or several |
/// | `very?`, `(so far)?` | the word or group, or nothing |
/// | `…` or `...`, `…3` | up to five (three) words between; never across a negation or a sentence |
/// | `@product` | any phrase of that list in ``TriageRules/wordLists`` |
/// | `#number`, `#money`, `#largesum`, `#largefigure`, `#ordinal`, `#time`, `#code`, `#trace`, `#question`, `#shout`, `#puzzled`, `#glad`, `#angry` | a recognized thing |
/// | `^` first, `$` last, `?` last | only at the start of a sentence, at its end, in a question |
///
/// Contractions are written out or not, as one likes: `can't`, `cannot` and `can not` are the same.
///
/// Rules are `Codable`; in JSON only `name`, `vote` and `phrases` must be there:
///
/// ```json
/// {"name": "loyalty points", "vote": {"category": "loyalty"}, "weight": 3, "phrases": ["(loyalty|bonus) point"]}
/// ```
public struct TriageRule: Hashable, Sendable {
    /// What a negation before the matched words does ("not urgent", "I don't need a manager").
    public enum Negation: Hashable, Sendable {
        /// Nothing: "can't get a refund" is about a refund all the same.
        case ignored
        /// It cancels the match only where the customer denies the subject: "this isn't about billing".
        case cancelsIfDenied
        /// Any negation in scope cancels the match.
        case cancels
        /// Any negation in scope turns the vote into another.
        case flips(to: TriageVote)
    }

    /// The name, unique among the rules of its decision.
    public var name: String
    /// What the rule votes for.
    public var vote: TriageVote
    /// How strongly, from -100 to 100, not 0. A negative weight speaks against.
    public var weight: Double
    /// Whether a match decides by itself, over what other rules and a learned model say; of several certain rules the
    /// weightiest decides. The weight must be positive.
    public var isCertain: Bool
    /// Whether each of its matches counts in full: the rule is a list of signs that add up. Otherwise the weightiest
    /// match counts, and further ones add a share (``TriageThresholds/repeatFactor``).
    public var addsUp: Bool
    /// The phrases, any of which makes the rule match. At least one.
    public var phrases: [String]
    /// Where not empty, one of these phrases must be in the message too.
    public var requires: [String]
    /// If one of these phrases is in the message, the rule does not match.
    public var unless: [String]
    /// Where not empty, the rule counts only for messages of these categories. Category rules leave it empty.
    public var categories: [TicketCategory]
    /// What a negation before the matched words does.
    public var negation: Negation
    /// Whether the rule takes part. A rule that is switched off stays in its set.
    public var isEnabled: Bool

    /// Creates a rule. It is checked when it is added to ``TriageRules``.
    public init(
        name: String, vote: TriageVote, weight: Double = 1, isCertain: Bool = false, addsUp: Bool = false,
        phrases: [String], requires: [String] = [], unless: [String] = [], categories: [TicketCategory] = [],
        negation: Negation = .cancels, isEnabled: Bool = true
    ) {
        self.name = name
        self.vote = vote
        self.weight = weight
        self.isCertain = isCertain
        self.addsUp = addsUp
        self.phrases = phrases
        self.requires = requires
        self.unless = unless
        self.categories = categories
        self.negation = negation
        self.isEnabled = isEnabled
    }
}
