import HelpdeskHTTP
import HelpdeskLanguage

/// A source that an answer cites by its number.
struct NumberedSource: Sendable {
    let source: LLMSource
    /// The words of the passages, once they were needed; none for a blank passage.
    private var words: [ContentWords?] = []

    init(_ source: LLMSource) { self.source = source }

    /// The passage that has most words in common with a statement, the first where several have; `nil` where all
    /// passages are blank.
    mutating func best(for statement: String) -> (source: LLMSource, passage: Int)? {
        if words.isEmpty { words = source.passages.map { $0.isBlank ? nil : ContentWords([$0]) } }
        let said = ContentWords([statement])
        var best: (passage: Int, share: Double)?
        for (passage, words) in words.enumerated() {
            guard let words else { continue }
            let share = said.share(in: words)
            if best.map({ share > $0.share }) ?? true { best = (passage, share) }
        }
        return best.map { (source, $0.passage) }
    }
}
