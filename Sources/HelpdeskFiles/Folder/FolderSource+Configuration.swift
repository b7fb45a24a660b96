public import HelpdeskKnowledge

extension FolderSource {
    /// How a folder is read.
    public struct Configuration: Sendable {
        /// The name of the source; `nil` for `folder:` and the path. Set it where the folder may move.
        public var name: String?
        /// What stands before every id that is made from a path, so that two folders do not give the same ids.
        public var idPrefix: String
        /// What rows of JSON and CSV are where they do not say it themselves; `nil` to tell from their fields.
        public var kind: KnowledgeKind?
        /// What columns of CSV and members of JSON objects mean, by name, where it is not their usual meaning.
        public var fields: [String: Field]
        /// What stands between the fields of CSV: an ASCII character.
        public var delimiter: Unicode.Scalar
        /// The largest file that is read, in bytes.
        public var maximumFileSize: Int
        /// What happens where something cannot be read.
        public var onError: ErrorPolicy

        /// Creates a configuration.
        public init(
            name: String? = nil, idPrefix: String = "", kind: KnowledgeKind? = nil, fields: [String: Field] = [:],
            delimiter: Unicode.Scalar = ",", maximumFileSize: Int = 64 << 20, onError: ErrorPolicy = .stop
        ) {
            self.name = name
            self.idPrefix = idPrefix
            self.kind = kind
            self.fields = fields
            self.delimiter = delimiter
            self.maximumFileSize = maximumFileSize
            self.onError = onError
        }
    }

    /// What happens where a file or a row cannot be read.
    public enum ErrorPolicy: Sendable {
        /// The synchronization ends with the error. What was yielded before stands.
        case stop
        /// The file or row is left out, and what was stored of it stays; the error is reported, on the reading thread.
        case skip(report: @Sendable (FilesError) -> Void)
    }

    /// What a column of CSV or a member of a JSON object means.
    ///
    /// Names are recognized whatever their case and with `_`, `-` or spaces between words.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// The host's name for the item.
        case id
        /// `article`, `faq` or `ticket` (`resolved_ticket`).
        case kind
        /// An article's title; also `heading`.
        case title
        /// An article's text; also `content`.
        case body
        /// Text whose part depends on the kind: an article's body, a ticket's problem, an FAQ's answer.
        case text
        /// An article's mark-up: `markdown` (`md`), `rst`, or `plain` (`text`).
        case format
        /// Where an article or FAQ can be read; also `link`.
        case url
        /// The version of an article or FAQ; also `revision`.
        case version
        /// When an article or FAQ was last changed (RFC 3339); also `updated`, `date`, `modified`, `last_updated`.
        case updatedAt
        /// An FAQ's question, or a ticket's problem.
        case question
        /// An FAQ's answer.
        case answer
        /// A ticket's subject line.
        case subject
        /// What a customer wrote; also `description`, `message`.
        case problem
        /// What solved a ticket; also `solution`.
        case resolution
        /// The category or intent of a ticket; also `intent`, `label`.
        case category
        /// How satisfied a customer was, from 0 to 1.
        case satisfaction
        /// When a ticket was resolved (RFC 3339); also `resolved`, `closed_at`.
        case resolvedAt
        /// None of these: kept as metadata under its own name.
        case metadata
    }
}
