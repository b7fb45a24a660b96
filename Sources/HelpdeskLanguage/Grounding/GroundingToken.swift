/// A word or number of a text, as the grounding check sees it.
struct GroundingToken: Sendable {
    /// What a word is known for.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt32

        static let stop = Traits(rawValue: 1)
        static let light = Traits(rawValue: 1 << 1)
        static let negator = Traits(rawValue: 1 << 2)
        static let limit = Traits(rawValue: 1 << 3)
        static let absolute = Traits(rawValue: 1 << 4)
        static let reason = Traits(rawValue: 1 << 5)
        static let promise = Traits(rawValue: 1 << 6)
        static let imperative = Traits(rawValue: 1 << 7)
        static let knowledge = Traits(rawValue: 1 << 8)
        static let mention = Traits(rawValue: 1 << 9)
        static let courtesy = Traits(rawValue: 1 << 10)
        static let verbal = Traits(rawValue: 1 << 11)
        static let conjunction = Traits(rawValue: 1 << 12)
        /// Written with a capital or with digits inside a sentence.
        static let name = Traits(rawValue: 1 << 13)
        /// A part of a phrase that its first word stands for.
        static let merged = Traits(rawValue: 1 << 14)
        /// Turned round by a negation.
        static let negated = Traits(rawValue: 1 << 15)
        /// Part of a number.
        static let quantity = Traits(rawValue: 1 << 16)
        /// In a script or language of which no words are known.
        static let foreign = Traits(rawValue: 1 << 17)
        /// Begins with a capital.
        static let capital = Traits(rawValue: 1 << 18)
        /// Tells what was before: "previously".
        static let past = Traits(rawValue: 1 << 19)
        /// What a negation denies in the first place.
        static let core = Traits(rawValue: 1 << 20)
        /// Told of an earlier state of things.
        static let bygone = Traits(rawValue: 1 << 21)
    }

    /// What parts it from the token before.
    enum Gap: UInt8, Sendable { case space, hyphen, comma, strong, line }

    var start: Int
    var end: Int
    var form: UInt64
    var stem: UInt64
    /// The stem without a negating prefix ("un-", "non-"), or 0.
    var base: UInt64 = 0
    /// The position in the lexicon, or -1.
    var entry: Int32 = -1
    var traits: Traits = []
    var gap = Gap.space
    var clause: Int32 = 0
    /// A part between commas and conjunctions.
    var segment: Int32 = 0
    /// The value of a number in digits or words.
    var number: Double = .nan
    var alternative: Double = .nan
    /// A clock time, in minutes, where it is one.
    var clock: Int32 = -1
    /// The unit it names, or -1.
    var unit: Int16 = -1
    /// Whether its unit belongs to it without a space ("8kg", "€15").
    var isAttached = false

    /// Whether it bears meaning that can be compared.
    var isContent: Bool { traits.isDisjoint(with: [.stop, .merged, .quantity]) }

    /// How much its absence from the sources matters.
    var weight: Double { traits.contains(.name) ? 1.4 : traits.contains(.light) ? 0.25 : 1 }
}
