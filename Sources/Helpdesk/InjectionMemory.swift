import HelpdeskTriage
import Synchronization

/// What was found in passages that were examined before, so that a source that many questions find is read once.
///
/// It forgets everything once it holds ``capacity`` passages: simple, and rare.
final class InjectionMemory: Sendable {
    /// What was found in a passage.
    struct Verdict: Sendable {
        var probability: Double
        var findings: [InjectionFinding]
        /// The number of Unicode scalars of the passage.
        var length: Int
    }

    /// A passage. Its number alone would do for as long as its text is as it was.
    private struct Key: Hashable {
        var number: UInt64
        var text: String

        /// By the number alone: texts are long, and only compared.
        func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }

    private static let capacity = 8_192
    private let verdicts = Mutex<[Key: Verdict]>([:])

    /// What is known of a passage, or else what examining it says.
    func verdict(of text: String, number: UInt64, examine: (String) -> InjectionReport) -> Verdict {
        let key = Key(number: number, text: text)
        if let known = verdicts.withLock({ $0[key] }) { return known }
        let report = examine(text)
        let verdict = Verdict(
            probability: report.probability, findings: report.findings, length: text.unicodeScalars.count)
        verdicts.withLock { verdicts in
            if verdicts.count >= Self.capacity { verdicts.removeAll() }
            verdicts[key] = verdict
        }
        return verdict
    }
}
