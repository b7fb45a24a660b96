/// Something in a sentence that the sources do not bear out.
public struct GroundingProblem: Hashable, Sendable, Codable {
    /// What sort of problem it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A number, date, time, sum or unit that is not in the sources, or stands there for something else.
        case number
        /// The sources say the opposite.
        case negation
        /// A product, place, person or thing that is not in the sources, or whose part another has there.
        case name
        /// A web address, e-mail address or phone number that is in no source.
        case link
        /// Something to do that no source tells to do.
        case step
        /// A limit or condition of the sources that is left out or turned round.
        case condition
        /// A promise or a generalisation that goes beyond the sources.
        case promise
        /// What a source says that another has replaced.
        case outdated
        /// "The articles do not say", while they do.
        case refusal
        /// Words that no source has to do with.
        case unrelated
    }

    /// What sort of problem it is.
    public var kind: Kind
    /// Where it stands in the sentence, in Unicode scalars.
    public var range: Range<Int>
    /// The words there.
    public var text: String
    /// What is wrong, in English, for logs and agents.
    public var detail: String

    /// Creates a problem.
    public init(kind: Kind, range: Range<Int>, text: String, detail: String) {
        self.kind = kind
        self.range = range
        self.text = text
        self.detail = detail
    }
}
