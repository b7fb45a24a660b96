/// Finds e-mail addresses and telephone numbers, and replaces them by numbered placeholders.
///
/// ```swift
/// let redacted = PersonalDataRedactor().redact("Write to ann@example.com or ring +44 7700 900077.")
/// redacted.text  // "Write to [EMAIL_1] or ring [PHONE_1]."
/// redacted.restore("I have written to [EMAIL_1].")  // "I have written to ann@example.com."
/// ```
///
/// The scanners are written by hand and look a bounded way back and ahead, so time is linear for every text.
public struct PersonalDataRedactor: Sendable {
    /// Creates a redactor of all kinds it knows.
    public init() {}

    /// The personal data of a text, in order; they do not overlap.
    public func findings(in text: String) -> [PersonalDataFinding] {
        findings(in: Array(text.unicodeScalars))
    }

    /// Replaces the personal data of a text.
    ///
    /// Placeholders are numbered by kind from 1, in the order of the text. A number whose placeholder already stands in
    /// the text is left out, so that nobody can write one that comes to mean somebody else's data.
    public func redact(_ text: String) -> RedactedText {
        let scalars = Array(text.unicodeScalars)
        var numbering = PlaceholderNumbering(taken: Self.placeholders(in: scalars))
        return redact(text, scalars, &numbering)
    }

    /// Replaces the personal data of several texts that belong together, such as the messages of a conversation: the
    /// same value has the same placeholder in all of them, and no placeholder stands for two values.
    ///
    /// - Returns: As many texts, in order.
    public func redact(_ texts: [String]) -> [RedactedText] {
        let scalars = texts.map { Array($0.unicodeScalars) }
        var numbering = PlaceholderNumbering(
            taken: scalars.reduce(into: []) { $0.formUnion(Self.placeholders(in: $1)) })
        return zip(texts, scalars).map { redact($0, $1, &numbering) }
    }

    /// Replaces the personal data of a text for good: by its kind alone, `[email]` or `[phone]`, which nothing restores.
    public func mask(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var masked = String.UnicodeScalarView()
        var position = 0
        for finding in findings(in: scalars) {
            masked.append(contentsOf: scalars[position..<finding.range.lowerBound])
            masked.append(contentsOf: "[\(finding.kind.rawValue)]".unicodeScalars)
            position = finding.range.upperBound
        }
        masked.append(contentsOf: scalars[position...])
        return String(masked)
    }

    private func redact(
        _ text: String, _ scalars: [Unicode.Scalar], _ numbering: inout PlaceholderNumbering
    ) -> RedactedText {
        let findings = findings(in: scalars)
        guard !findings.isEmpty else { return RedactedText(text: text) }
        var redacted = String.UnicodeScalarView()
        var replacements: [RedactedText.Replacement] = []
        var position = 0
        for finding in findings {
            let placeholder = numbering.placeholder(for: finding)
            redacted.append(contentsOf: scalars[position..<finding.range.lowerBound])
            redacted.append(contentsOf: placeholder.unicodeScalars)
            position = finding.range.upperBound
            replacements.append(
                RedactedText.Replacement(
                    placeholder: placeholder, kind: finding.kind, original: finding.value, range: finding.range))
        }
        redacted.append(contentsOf: scalars[position...])
        return RedactedText(text: String(redacted), replacements: replacements)
    }

    private func findings(in scalars: [Unicode.Scalar]) -> [PersonalDataFinding] {
        var emails = EmailScanner(scalars).ranges()
        emails.sort { $0.lowerBound < $1.lowerBound }
        var found: [(kind: PersonalDataKind, range: Range<Int>)] = []
        for range in emails where range.lowerBound >= (found.last?.range.upperBound ?? 0) {
            found.append((.email, range))
        }
        var next = 0
        var phones: [(kind: PersonalDataKind, range: Range<Int>)] = []
        for range in PhoneScanner(scalars).ranges() {
            while next < found.count, found[next].range.upperBound <= range.lowerBound { next += 1 }
            if next == found.count || found[next].range.lowerBound >= range.upperBound {
                phones.append((.phone, range))
            }
        }
        found += phones
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return found.map { finding in
            var value = String.UnicodeScalarView()
            value.append(contentsOf: scalars[finding.range])
            return PersonalDataFinding(kind: finding.kind, value: String(value), range: finding.range)
        }
    }

    /// Whatever in the text has the form of a placeholder.
    private static func placeholders(in scalars: [Unicode.Scalar]) -> Set<String> {
        var found: Set<String> = []
        for start in scalars.indices where scalars[start] == "[" {
            let end = min(scalars.count, start + 40)
            guard let close = scalars[start..<end].firstIndex(of: "]") else { continue }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[start...close])
            found.insert(String(text))
        }
        return found
    }
}
