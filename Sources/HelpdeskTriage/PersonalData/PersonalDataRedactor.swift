/// Finds personal data and secrets, and replaces them by numbered placeholders.
///
/// ```swift
/// let redacted = PersonalDataRedactor().redact("Write to ann@example.com or ring +44 7700 900077.")
/// redacted.text  // "Write to [EMAIL_1] or ring [PHONE_1]."
/// redacted.restore("I have written to [EMAIL_1].")  // "I have written to ann@example.com."
/// ```
///
/// The scanners are written by hand and look a bounded way back and ahead, so time is linear for every text. What is
/// found and what is not: <doc:RedactingPersonalData>.
public struct PersonalDataRedactor: Hashable, Sendable {
    /// The kinds that are found and replaced. Data of another kind stays in the text, and is never taken for one of
    /// these.
    public var kinds: Set<PersonalDataKind>

    /// Creates a redactor.
    ///
    /// - Parameter kinds: What to find. Kinds of the host's own are ignored.
    public init(kinds: Set<PersonalDataKind> = PersonalDataKind.all) { self.kinds = kinds }

    /// The personal data of a text, in order; they do not overlap. Linear in the text.
    public func findings(in text: String) -> [PersonalDataFinding] {
        let signs = SignText(text)
        var findings: [PersonalDataFinding] = []
        let view = text.unicodeScalars
        var index = view.startIndex
        var offset = 0
        for candidate in PersonalDataScanner.candidates(in: signs) where kinds.contains(candidate.kind.publicKind) {
            let range = signs.offsets(of: candidate.range)
            let lower = view.index(index, offsetBy: range.lowerBound - offset)
            index = view.index(lower, offsetBy: range.count)
            offset = range.upperBound
            findings.append(
                PersonalDataFinding(kind: candidate.kind.publicKind, value: String(view[lower..<index]), range: range))
        }
        return findings
    }

    /// Replaces the personal data of a text.
    ///
    /// Placeholders are numbered by kind from 1, in the order of the text. A number whose placeholder already stands in
    /// the text is left out, so that nobody can write one that comes to mean somebody else's data. Values that differ
    /// only in case or separators share a placeholder.
    public func redact(_ text: String) -> RedactedText {
        redact([text])[0]
    }

    /// Replaces the personal data of several texts that belong together, such as the messages of a conversation: the
    /// same value has the same placeholder in all of them, and no placeholder stands for two values.
    ///
    /// - Returns: As many texts, in order.
    public func redact(_ texts: [String]) -> [RedactedText] {
        let findings = texts.map(findings(in:))
        guard findings.contains(where: { !$0.isEmpty }) else { return texts.map { RedactedText(text: $0) } }
        var numbering = PlaceholderNumbering(
            taken: texts.reduce(into: []) { $0.formUnion(Self.placeholders(in: $1)) })
        return zip(texts, findings).map { text, findings in
            let replacements = findings.map { finding in
                RedactedText.Replacement(
                    placeholder: numbering.placeholder(for: finding), kind: finding.kind, original: finding.value,
                    range: finding.range)
            }
            return RedactedText(
                text: Self.replace(findings, in: text, by: replacements.map(\.placeholder)), replacements: replacements)
        }
    }

    /// Replaces the personal data of a text for good: by its kind alone, `[email]` or `[phone]`, which nothing
    /// restores.
    public func mask(_ text: String) -> String {
        let findings = findings(in: text)
        return Self.replace(findings, in: text, by: findings.map { "[\($0.kind.rawValue)]" })
    }

    private static func replace(
        _ findings: [PersonalDataFinding], in text: String, by replacements: [String]
    ) -> String {
        guard !findings.isEmpty else { return text }
        let view = text.unicodeScalars
        var result = ""
        var index = view.startIndex
        var offset = 0
        for (finding, replacement) in zip(findings, replacements) {
            let lower = view.index(index, offsetBy: finding.range.lowerBound - offset)
            result += Substring(view[index..<lower])
            result += replacement
            index = view.index(lower, offsetBy: finding.range.count)
            offset = finding.range.upperBound
        }
        result += Substring(view[index...])
        return result
    }

    /// Whatever in the text has the form of a placeholder.
    package static func placeholders(in text: String) -> Set<String> {
        var found: Set<String> = []
        let bytes = Array(text.utf8)
        for start in bytes.indices where bytes[start] == 0x5B {
            let end = min(bytes.count, start + 40)
            guard start + 1 < end, isCapital(bytes[start + 1]), let close = bytes[start..<end].firstIndex(of: 0x5D)
            else {
                continue
            }
            found.insert(String(decoding: bytes[start...close], as: UTF8.self))
        }
        return found
    }

    private static func isCapital(_ byte: UInt8) -> Bool { Sign.isUpper(byte) }
}
