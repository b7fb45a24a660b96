import HelpdeskJSON

/// What `config.json` says about a static model.
struct StaticConfiguration {
    /// What model2vec takes where the file says nothing.
    private static let standardMaximumTokens = 512

    let isNormalized: Bool
    /// `nil` where there is no limit.
    let maximumTokens: Int?

    init(_ files: ModelFiles, host: StaticEmbedder.Configuration) throws(EmbeddingError) {
        let file = "config.json"
        let json = try ModelJSON(try files.require(file), file: file)
        guard json.value.members != nil else { throw EmbeddingError(.malformedFile, "\(file) is not a JSON object") }
        try files.refuseEncoder(json)
        let normalizes = try json.bool("normalize", default: false)
        isNormalized = host.isNormalized ?? normalizes
        let limit = 1...1 << 40
        if let chosen = host.maximumTokens {
            guard limit.contains(chosen) else {
                throw EmbeddingError(.invalidArgument, "maximumTokens is \(chosen); it must be at least 1")
            }
            maximumTokens = chosen
        } else if json.value["max_length"]?.isNull == true {
            maximumTokens = nil
        } else {
            maximumTokens = try json.integer("max_length", in: limit, default: Self.standardMaximumTokens)
        }
    }
}
