/// The language of a message, as triage asks for it.
struct MessageLanguage: Sendable {
    /// The language, or `nil` where the customer's own words are too few to tell.
    let named: Language?
    private let detection: LanguageDetection
    private let range: Range<Int>

    /// From which confidence on a message is held to be in a foreign language. Of 13,400 messages and questions in English,
    /// with slips and slang, 8 are held to be foreign.
    private static let clear = 0.85

    init(_ message: MessageText) {
        detection = LanguageDetector().detect(TicketFeatures.words(of: message))
        named = detection.language
        range = 0..<message.scalars.count
    }

    /// What becomes of the message if it clearly is in none of the languages: nothing is judged, a person takes over.
    func outside(_ languages: Set<Language>?) -> Triage? {
        guard let languages, let named, !languages.contains(named), detection.confidence >= Self.clear else {
            return nil
        }
        return Triage(
            escalationReasons: [.unsupportedLanguage],
            evidence: [
                TriageEvidence(
                    rule: "language", vote: EscalationReason.unsupportedLanguage.rawValue,
                    weight: detection.confidence, text: named.rawValue, range: range)
            ], language: named)
    }
}
