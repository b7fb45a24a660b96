import Foundation
import HelpdeskKnowledge
import SentenceEmbeddings
import Synchronization
import VectorSearch

/// A model whose vectors count words by their hash: texts that share words are near each other.
final class WordModel: EmbeddingModel {
    struct Failure: Error {}

    struct Record {
        var texts: [String] = []
        var calls = 0
        var roles: [TextRole] = []
    }

    let identity: EmbeddingIdentity
    /// What the model was asked.
    let record = Mutex(Record())
    /// Called with each batch before it is embedded; may throw.
    let before: @Sendable ([String]) async throws -> Void
    /// Changes the values of each batch.
    let spoil: @Sendable ([Float]) -> [Float]

    init(
        dimensions: Int = 256, name: String = "words",
        before: @escaping @Sendable ([String]) async throws -> Void = { _ in },
        spoil: @escaping @Sendable ([Float]) -> [Float] = { $0 }
    ) {
        identity = EmbeddingIdentity(model: name, revision: "1", precision: "float32", dimensions: dimensions)
        self.before = before
        self.spoil = spoil
    }

    func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        try Task.checkCancellation()
        record.withLock {
            $0.texts += texts
            $0.calls += 1
            $0.roles.append(role)
        }
        try await before(texts)
        let values = spoil(texts.flatMap(vector))
        return Embeddings(
            values: values, count: values.count / max(1, dimensions), dimensions: dimensions)
    }

    var embeddedTexts: [String] { record.withLock { $0.texts } }

    private func vector(_ text: String) -> [Float] {
        var vector = [Float](repeating: 0, count: dimensions)
        for word in LexicalTokenizer().terms(in: text) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            vector[Int(hash % UInt64(dimensions))] += 1
        }
        let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return norm > 0 ? vector.map { $0 / norm } : vector
    }
}

/// An exact index that can be told to fail.
final class FlatIndex: VectorIndex {
    struct Failure: Error {}

    let dimensions: Int
    let metric: DistanceMetric
    let rows = Mutex<[VectorID: [Float]]>([:])
    /// How many further calls of `insert` succeed.
    let insertsLeft = Mutex(Int.max)
    /// Whether `remove` fails.
    let refusesRemovals = Mutex(false)

    init(dimensions: Int = 256, metric: DistanceMetric = .cosine) {
        self.dimensions = dimensions
        self.metric = metric
    }

    var count: Int { rows.withLock { $0.count } }

    func insert(_ entries: [VectorEntry]) async throws {
        let mayInsert = insertsLeft.withLock { left in
            left -= left == .max ? 0 : 1
            return left >= 0
        }
        guard mayInsert else { throw Failure() }
        rows.withLock { rows in for entry in entries { rows[entry.id] = entry.vector } }
    }

    func remove(_ ids: [VectorID]) async throws -> Int {
        if refusesRemovals.withLock({ $0 }) { throw Failure() }
        return rows.withLock { rows in ids.reduce(0) { $0 + (rows.removeValue(forKey: $1) == nil ? 0 : 1) } }
    }

    func vector(for id: VectorID) async throws -> [Float]? { rows.withLock { $0[id] } }

    func search(_ queries: [[Float]], count: Int, filter: VectorFilter?) async throws -> [[VectorMatch]] {
        let rows = rows.withLock { $0 }
        await Task.yield()
        return queries.map { query in
            let matches = rows.filter { filter?.allows($0.key) ?? true }
                .map { VectorMatch(id: $0.key, distance: distance(query, $0.value)) }
            return Array(matches.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(count))
        }
    }

    private func distance(_ left: [Float], _ right: [Float]) -> Float {
        let product = zip(left, right).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        let squares = [left, right].map { $0.reduce(Float(0)) { $0 + $1 * $1 } }
        switch metric {
        case .cosine:
            let norm = (squares[0] * squares[1]).squareRoot()
            return norm > 0 ? 1 - product / norm : 1
        case .innerProduct: return -product
        case .euclidean: return max(0, squares[0] + squares[1] - 2 * product).squareRoot()
        }
    }
}

/// SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

enum TestData {
    /// The folder of test data, where there is one.
    static let folder = ProcessInfo.processInfo.environment["HELPDESK_DATA"]

    private struct Row: Decodable {
        var id: String
        var title: String
        var format: String
        var body: String
    }

    /// The articles of kb/product-docs.jsonl.
    static func articles() throws -> [Article] {
        let path = (folder ?? "") + "/kb/product-docs.jsonl"
        let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 10)
        return try lines.map {
            let row = try JSONDecoder().decode(Row.self, from: $0)
            return Article(
                id: row.id, title: row.title, body: row.body,
                format: row.format == "rst" ? .restructuredText : .markdown)
        }
    }
}

/// A small help centre.
enum Shop {
    static let items: [KnowledgeItem] = [
        .faq(
            FAQ(
                id: "faq-reset", question: "How do I reset my password?",
                answer: "Choose Forgot password on the sign-in page and follow the link in the message.",
                metadata: ["product": "app", "language": "en"])),
        .faq(
            FAQ(
                id: "faq-refund", question: "How long does a refund take?", answer: "Five to seven business days.",
                metadata: ["product": "billing"])),
        .article(
            Article(
                id: "art-api", title: "API limits",
                body: "# API limits\n\nRequests above the quota return E-1042.\n\n## Overage charges\n\n"
                    + "Every started thousand requests above your plan is charged at month end. See `config.json`.",
                metadata: ["product": "api"])),
        .article(
            Article(
                id: "art-export", title: "Export your data",
                body: "Open Settings and choose Export. You get a ZIP file.")),
        .resolvedTicket(
            ResolvedTicket(
                id: "t-1", subject: "Locked out", problem: "I forgot my password and no message arrives",
                resolution: "The address was misspelt; corrected it and sent the reset link.", category: "login")),
        .resolvedTicket(
            ResolvedTicket(
                id: "t-2", problem: "Where is my refund? I paid by card", resolution: "", category: "refund")),
        .resolvedTicket(
            ResolvedTicket(
                id: "t-3", problem: "My refund has not arrived on my card", resolution: "", category: "refund")),
    ]
}
