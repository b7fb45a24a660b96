import HelpdeskTriage
import Testing

/// How well personal data is found in texts that were written before the rules, half of them look-alikes.
@Suite struct PersonalDataEvaluationTests {
    private struct Score {
        var found = 0
        var wrong = 0
        var missed = 0
        var f1: Double { 2 * Double(found) / Double(max(1, 2 * found + wrong + missed)) }
    }

    @Test("exact spans by kind")
    func scores() {
        let redactor = PersonalDataRedactor()
        var scores: [PersonalDataKind: Score] = [:]
        var report = ""
        for item in PersonalDataCases.all {
            let truth = Set(item.entities)
            let findings = redactor.findings(in: item.text)
            let found = Set(findings.map { PersonalDataCase.Entity(kind: $0.kind, range: $0.range) })
            for entity in truth.union(found) {
                switch (truth.contains(entity), found.contains(entity)) {
                case (true, true): scores[entity.kind, default: Score()].found += 1
                case (true, false): scores[entity.kind, default: Score()].missed += 1
                default: scores[entity.kind, default: Score()].wrong += 1
                }
            }
            if truth != found {
                report += "\n\(item.text)\n  is \(findings.map { "\($0.kind) \($0.value)" }), not \(item.entities)"
            }
        }
        for (kind, score) in scores.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            report += "\n\(kind): \(score), F1 \(score.f1)"
        }
        for (_, score) in scores { #expect(score.f1 >= 0.97, "\(report)") }
    }
}
