/// A passage before it has an id, with what is embedded and what words are searched in.
struct PassageDraft: Sendable {
    /// As in ``Passage``.
    var text: String
    var heading: String?
    var range: Range<Int>
    /// What the embedding model reads.
    var embedded: String
    /// What the word index reads.
    var lexical: String
}
