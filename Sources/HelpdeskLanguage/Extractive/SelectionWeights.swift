/// The numbers by which the extractive responder weighs quotations against each other.
///
/// Chosen by reading the answers to questions about product documentation; they are shares, and only their order matters
/// much.
enum SelectionWeights {
    // Where a word of the question stands, and how much that counts.
    static let own = 1.0
    static let ownRelated = 0.6
    static let step = 0.9
    /// Steps where something else than what to do is asked: they hold many words by chance.
    static let stepUnasked = 0.8
    static let stepForFact = 0.55
    static let leadIn = 1.0
    /// The question that the quotation answers.
    static let question = 0.95
    // Of steps, where the question is how to do something: they do what is written above them.
    static let headingOfSteps = 0.9
    static let introductionOfSteps = 0.75
    static let titleOfSteps = 0.65
    static let upperHeadingOfSteps = 0.6
    static let wholeList = 0.7
    static let heading = 0.7
    /// The sentence that another leans on.
    static let antecedent = 0.85
    /// The names of a table's columns.
    static let headingOfRow = 0.9
    static let headingRelated = 0.4
    static let upperHeading = 0.4
    static let title = 0.45
    static let titleRelated = 0.25
    static let neighbour = 0.25

    // What the caller's ranking counts. Beyond a rank of ten it says little more.
    static let sourceRank = 0.3
    static let passageRank = 0.1
    static let lastRank = 10
    /// Two words of the question in the title of so many sources are enough, also where they say little.
    static let trustedSources = 3

    /// The weight of a passage by the caller's ranking, from 1 down.
    static func prior(source: Int, passage: Int) -> Double {
        1 / (1 + Double(min(source, lastRank)) * sourceRank) / (1 + Double(min(passage, lastRank)) * passageRank)
    }

    // What makes a quotation better or worse; factors.
    static let fragment = 0.6
    static let short = 0.4
    static let pointer = 0.45
    static let loneCode = 0.5
    static let row = 0.85
    static let tooLong = 0.5
    static let cutOff = 0.5
    static let partialSteps = 0.5
    static let firstPerson = 0.5
    static let unlabelled = 0.6
    static let dependent = 0.9
    static let stepsForAction = 1.35
    static let wholeAnswer = 1.2
    static let imperativeForAction = 1.12
    static let numberForQuantity = 1.15
    static let definition = 1.15

    static let stepsForYesNo = 0.8
    static let listOfNeeds = 1.5

    // What comes on top; shares of the quotation's coverage.
    static let firstInSection = 0.08
    static let pair = 0.15
    static let subject = 0.1

    /// Where the question holds all words of the title, the heading or the question that is answered.
    static let titleMatch = 0.25
    /// A source that says of itself that it is outdated.
    static let outdated = 0.5
    /// Another case than the one that is asked about.
    static let otherCase = 0.6
    /// Steps that do something else than what is asked.
    static let otherSteps = 0.5
    /// How much of the question the best sentence may hold that its steps don't.
    static let missingInSteps = 0.2

    // What steps need to be quoted instead of a sentence of their source; shares of its score.
    static let stepsOfSection = 0.4
    static let stepsOfSource = 0.65
    static let stepsOfOtherSource = 0.75

    // What joins a quotation to one that is chosen already; shares of the best score.
    static let follows = 0.3
    static let sameSection = 0.1
    /// A quotation of the same section that covers nothing new, but answers nearly as well as the best one.
    static let asGood = 0.55
    /// A quotation below this share of the best one's score is left out.
    static let admission = 0.45
    /// How much of the question another section or passage of the same source must newly cover.
    static let newInSource = 0.08
    /// How much of the question must be in the question of an FAQ for its answer to be quoted whole.
    static let answeredForWhole = 0.5
    /// How much of the question another source must newly cover.
    static let newInOtherSource = 0.15
    /// A quotation whose words are repeated to this share is left out.
    static let repetition = 0.75

    // Work: what is read closely.
    static let passagesRead = 24
    static let bytesRead = 4 << 20
}
