/// A message as it would read without the conversation before it: the text to search for.
public struct CompletedQuestion: Hashable, Sendable {
    /// Why a message was completed, or wasn't.
    public enum Reason: String, Hashable, Sendable, Codable {
        /// It says all by itself.
        case standalone
        /// It says that it is about something else ("Another question: …").
        case newTopic
        /// It greets or thanks and asks nothing.
        case courtesy
        /// A part of the last question was exchanged or added ("and for the annual plan?").
        case ellipsis
        /// A pronoun stands for something said before ("how long does that take?").
        case reference
        /// Only a question word ("why?").
        case bareQuestion
        /// One of several things was chosen ("the second one").
        case choice
        /// It answers what the agent asked ("yes please", "iOS").
        case answer
        /// It corrects what was understood ("no, I mean the business account").
        case correction
        /// The trouble goes on ("it still doesn't work").
        case complaint
        /// Something is missing that was said before ("what's the price?", "how do I cancel?").
        case incomplete
        /// The language isn't known: put after the customer's last message.
        case joined
    }

    /// What was taken out, and what was put in.
    public struct Replacement: Hashable, Sendable {
        /// Words of the last question, or a pronoun of the message; empty where something was only added.
        public var removed: String
        /// Words of the message, or of an earlier turn.
        public var inserted: String

        /// Creates a replacement.
        public init(removed: String, inserted: String) {
            self.removed = removed
            self.inserted = inserted
        }
    }

    /// The text to search for. The message itself, unchanged, where it stands on its own.
    public var text: String
    /// Why it was completed, or wasn't.
    public var reason: Reason
    /// The positions of the earlier turns that words were taken from, ascending.
    public var usedTurns: [Int]
    /// What was exchanged, in order.
    public var replacements: [Replacement]

    /// Whether anything was taken from earlier turns.
    public var isFollowUp: Bool { !usedTurns.isEmpty }

    /// Creates a completed question.
    public init(text: String, reason: Reason, usedTurns: [Int] = [], replacements: [Replacement] = []) {
        self.text = text
        self.reason = reason
        self.usedTurns = usedTurns
        self.replacements = replacements
    }
}
