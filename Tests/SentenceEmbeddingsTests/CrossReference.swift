import Foundation
import HelpdeskJSON
import SentenceEmbeddings
import Testing

/// What the reference library made of some pairs of texts; made by `Scripts/golden/embeddings_tiny_cross_encoders.py`.
struct CrossReference {
    /// The folders of the models.
    static let names = ["tiny-cross", "tiny-cross-identity-f16", "tiny-cross-relu-labels"]
    /// Those with one label.
    static let rerankers = ["tiny-cross", "tiny-cross-identity-f16"]

    let activation: String
    let pairs: [TextPair]
    let tokens: [TokenSequence]
    let logits: [[Float]]
    let scores: [[Float]]

    init(_ name: String) throws {
        let url = try TestModel.golden.appending(path: "\(name)/reference.json")
        let json = try JSONValue(utf8: [UInt8](Data(contentsOf: url)))
        func rows<Element>(_ key: String, _ element: (JSONValue) -> Element?) -> [[Element]] {
            (json[key]?.array ?? []).map { ($0.array ?? []).compactMap(element) }
        }
        activation = try #require(json["activation"]?.string)
        pairs = rows("pairs", \.string).map { TextPair($0[0], $0[1]) }
        tokens = zip(rows("ids", \.integer), rows("types", \.integer)).map {
            TokenSequence(ids: $0.map(Int32.init), types: $1.map(Int32.init))
        }
        logits = rows("logits") { $0.double.map(Float.init) }
        scores = rows("scores") { $0.double.map(Float.init) }
        try #require(pairs.count >= 20 && tokens.count == pairs.count)
        try #require(logits.count == pairs.count && scores.count == pairs.count)
    }
}
