import HelpdeskLanguage

/// What two questions must agree in to share an answer, besides their meaning as an embedding sees it, which hardly tells
/// 30 days from 60, and a question from its denial.
struct QuestionLikeness: Hashable {
    private let numbers: Set<UInt64>
    private let isNegated: Bool

    /// Words that turn a question round.
    private static let negations: Set<String> = [
        "no", "not", "never", "without", "cannot", "can't", "cant", "don't", "dont", "doesn't", "didn't", "won't",
        "isn't", "aren't", "wasn't", "couldn't", "unable", "nicht", "kein", "keine", "ohne", "pas", "sans", "sin",
    ]

    init(_ text: String) {
        let content = ContentWords([text])
        numbers = content.numbers
        let parts = text.lowercased().replacing("\u{2019}", with: "'").split { !$0.isLetter && $0 != "'" }
        isNegated = parts.contains { Self.negations.contains(String($0)) }
    }

    /// Whether the questions agree.
    func agrees(with other: QuestionLikeness) -> Bool {
        numbers == other.numbers && isNegated == other.isNegated
    }
}
