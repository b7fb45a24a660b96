public import SentenceEmbeddings

extension TriageModel {
    /// The model that ships with the library: categories ``TicketCategory/builtIn``, English, from words and signs.
    /// Trained by `Scripts/train-triage` on messages written for this project. The votes of the built-in rules are no
    /// evidence to it, because they were fitted to the same messages; ``LearnedTriager`` weighs them beside it.
    public static let standard = shipped(StandardTriageWords.base64)

    /// The same with embeddings of all-MiniLM-L6-v2 beside the words. ``LearnedTriager/init(rules:embeddingModel:)``
    /// takes it where it has that model.
    static let standardWithEmbeddings = shipped(StandardTriageEmbeddings.base64)

    /// The revisions of all-MiniLM-L6-v2 whose vectors it takes: in 32 and 16 bits, and in 8 bits with the built-in
    /// calibration.
    static let knownRevisions: Set<String> = ["e097e803e69af7fe", "ed5e460e960b54ad"]

    /// A model of the sources; a test holds that they can be read. Without, rules decide.
    private static func shipped(_ base64: String) -> TriageModel {
        if let bytes = Base64.decode(base64.utf8), let model = try? TriageModel(bytes: bytes) { return model }
        return TriageModel(
            categories: [], identity: nil, languages: nil,
            features: TicketFeatures(embeddings: .none, usesRules: false, dimensions: 0),
            parts: [], calibrations: [:], escalationThreshold: 1, reports: [:])
    }
}

extension LearnedTriager {
    /// Creates a triager with the model that ships with the library.
    ///
    /// - Parameters:
    ///   - rules: The rules above it.
    ///   - embeddingModel: Makes it a little more accurate where it is all-MiniLM-L6-v2, of any precision
    ///     (``usesEmbeddings`` tells); others are not used.
    public init(rules: RuleTriager = RuleTriager(), embeddingModel: (any EmbeddingModel)? = nil) {
        let withEmbeddings = TriageModel.standardWithEmbeddings
        if let identity = withEmbeddings.identity, let given = embeddingModel?.identity,
            TriageModel.knownRevisions.contains(given.revision), identity.dimensions == given.dimensions
        {
            self.init(unchecked: withEmbeddings, rules: rules, embeddingModel: embeddingModel)
        } else {
            self.init(unchecked: .standard, rules: rules, embeddingModel: nil)
        }
    }
}
