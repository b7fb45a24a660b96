/// A message taken apart: what the customer wrote now, and what only came along with it.
///
/// ```swift
/// let text = MessageText("Still broken.\n\n> Glad we could fix it!\n-- \nAnn Example, Refunds Ltd")
/// text.newest  // "Still broken.\n\n"
/// ```
///
/// Set aside are lines that begin with `>`, the line that introduces them ("On … wrote:"), everything after an original
/// message's heading, signatures, automatic replies, fenced code and stack traces. Linear in the length.
public struct MessageText: Hashable, Sendable {
    /// What a part of a message is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The customer's own words, the only part that sets a label.
        case newest
        /// An older message that came along.
        case quotedHistory
        /// Name, title and address below the message.
        case signature
        /// A block of code between fences.
        case code
        /// A stack trace of a program.
        case stackTrace
        /// A note of absence or receipt that a machine wrote.
        case automaticReply
    }

    /// A stretch of the message.
    public struct Part: Hashable, Sendable {
        /// What it is.
        public var kind: Kind
        /// Where it stands, in offsets of Unicode scalars.
        public var range: Range<Int>

        /// Creates a part.
        public init(kind: Kind, range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    /// The parts in order; together they are the whole message. Neighbours are of different kinds.
    public let parts: [Part]
    /// The scalars of the message.
    let scalars: [Unicode.Scalar]

    /// Takes a message apart.
    public init(_ message: String) {
        scalars = Array(message.unicodeScalars)
        var divider = MessageDivider(scalars)
        parts = divider.divide()
    }

    /// What the customer wrote now.
    public var newest: String { text(of: .newest) }

    /// The parts of one kind, joined.
    public func text(of kind: Kind) -> String {
        var text = String.UnicodeScalarView()
        for part in parts where part.kind == kind { text.append(contentsOf: scalars[part.range]) }
        return String(text)
    }

    /// The text in that range of scalars.
    func text(in range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }
}
