import HelpdeskTriage

extension Workload {
    static let messages: [Workload] = [
        triage("triage-short", "triage of a message of two sentences", SupportTexts.shortMessage, counted: 100),
        triage("triage-long", "triage of a message of 1,000 characters", SupportTexts.longMessage, counted: 10),
        redact("redact-short", "redaction of a message of two sentences", SupportTexts.shortMessage, counted: 500),
        redact("redact-long", "redaction of a message of 1,000 characters", SupportTexts.longMessage, counted: 50),
    ]

    private static func triage(_ name: String, _ summary: String, _ text: String, counted: Int) -> Workload {
        Workload(name, summary, counted: counted, tolerance: 3) { _ in
            let triager = RuleTriager()
            return { count in
                (0..<count).reduce(0) { sum, _ in sum + (triager.triage(text).needsHuman ? 1 : 0) }
            }
        }
    }

    private static func redact(_ name: String, _ summary: String, _ text: String, counted: Int) -> Workload {
        Workload(name, summary, counted: counted, tolerance: 3) { _ in
            let redactor = PersonalDataRedactor()
            return { count in
                (0..<count).reduce(0) { sum, _ in sum + redactor.redact(text).text.utf8.count }
            }
        }
    }
}
