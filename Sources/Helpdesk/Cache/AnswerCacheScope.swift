import HelpdeskKnowledge
import HelpdeskTriage

/// Who may get a kept answer, in what language, and what it was made by.
enum AnswerCacheScope {
    /// A text that is equal for queries that may share answers.
    static func name(
        namespace: String, hints: QueryHints, language: String?, model: String, instructions: String, embedding: String
    ) -> String {
        var hash = StableHash()
        hash.add(instructions)
        return [
            "namespace=" + quoted(namespace), "filter=" + (hints.filter.map(describe) ?? "all"),
            "kinds=" + (hints.kinds.map { $0.map(\.rawValue).sorted().joined(separator: ",") } ?? "all"),
            "language=" + (language ?? "unknown"), "model=" + quoted(model), "embedding=" + quoted(embedding),
            "instructions=\(hash.value)",
        ].joined(separator: ";")
    }

    private static func quoted(_ text: String) -> String { "\(text.utf8.count):\(text)" }

    private static func describe(_ filter: MetadataFilter) -> String {
        switch filter {
        case .equals(let key, let value): "equals(\(quoted(key)),\(quoted(value)))"
        case .isIn(let key, let values): "in(\(quoted(key)),\(values.sorted().map(quoted).joined(separator: ",")))"
        case .exists(let key): "exists(\(quoted(key)))"
        case .not(let inner): "not(\(describe(inner)))"
        case .all(let inner): "all(\(inner.map(describe).sorted().joined(separator: ",")))"
        case .any(let inner): "any(\(inner.map(describe).sorted().joined(separator: ",")))"
        }
    }
}
