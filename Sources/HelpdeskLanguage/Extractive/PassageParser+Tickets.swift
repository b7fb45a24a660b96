/// What surrounds the answer in a ticket or a question with its answer: labels, greetings, signatures, thanks.
extension PassageParser {
    /// Reads `Resolution:` and the like at the beginning of a range.
    func label(_ range: Range<Int>) -> (voice: PassageUnit.Voice, end: Int)? {
        var index = range.lowerBound
        while index < range.upperBound, "*_# ".utf8.contains(bytes[index]) { index += 1 }
        let start = index
        while index < range.upperBound, index - start < 28, UTF8Text.isLetter(bytes[index]) || bytes[index] == 0x20 {
            index += 1
        }
        let name = UTF8Text.trim(bytes, start..<index)
        var end = index
        while end < range.upperBound, "*_".utf8.contains(bytes[end]) { end += 1 }
        guard end < range.upperBound, bytes[end] == UInt8(ascii: ":"), !name.isEmpty else { return nil }
        end += 1
        while end < range.upperBound, "*_".utf8.contains(bytes[end]) { end += 1 }
        guard end == range.upperBound || UTF8Text.isSpace(bytes[end]) else { return nil }
        let words = String(decoding: bytes[name].map(UTF8Text.lowercase), as: UTF8.self)
        return Self.voice(ofLabel: words).map { ($0, end) }
    }

    func isLabel(_ line: TextLine) -> Bool { label(line.range) != nil }

    static func voice(ofLabel words: String) -> PassageUnit.Voice? {
        askerLabels.contains(words) ? .asker : answererLabels.contains(words) ? .answerer : nil
    }

    func isGreeting(_ line: TextLine) -> Bool { isGreeting(line.range) }

    /// Whether a range is nothing but a greeting.
    func isGreeting(_ range: Range<Int>) -> Bool {
        greetingEnd(range).map { UTF8Text.trim(bytes, $0..<range.upperBound).isEmpty } ?? false
    }

    /// The end of "Hi Ann," at the beginning of a range.
    func greetingEnd(_ range: Range<Int>) -> Int? {
        let words = UTF8Text.lowercaseWords(bytes, range, limit: 5).split(separator: " ")
        guard let first = words.first else { return nil }
        let isTimeOfDay =
            first == "good" && words.count > 1 && ["morning", "afternoon", "evening", "day"].contains(words[1])
        guard isTimeOfDay || Self.greetings.contains(String(first)) else { return nil }
        var spaces = 0
        for offset in range {
            if bytes[offset] == 0x20 { spaces += 1 }
            if spaces > 4 { return nil }
            if ",!\n".utf8.contains(bytes[offset]) { return offset + 1 }
            // The dash in "Hi Ann - please"; not the stop in "Hi Dr. Lee".
            if spaces > 0, bytes[offset] == UInt8(ascii: "-"), bytes[offset - 1] == 0x20 { return offset + 1 }
        }
        return words.count <= 4 ? range.upperBound : nil
    }

    /// Whether a range is a sign-off: "Best, Joe", "Kind regards", "Sent from my phone".
    func closing(_ range: Range<Int>) -> Bool {
        guard range.count < 80, let first = range.first, UTF8Text.isLetter(bytes[first]) else { return false }
        let words = UTF8Text.lowercaseWords(bytes, range, limit: 8)
        if words.hasPrefix("sent from my ") || words.hasPrefix("have a ") && Self.wishes.contains(where: words.contains)
        {
            return true
        }
        for closing in Self.closings where words == closing || words.hasPrefix(closing + " ") {
            // What follows must look like a name: up to three words with capitals, after a comma or line feed.
            let rest = UTF8Text.trim(bytes, range.lowerBound + min(closing.utf8.count, range.count)..<range.upperBound)
            let names = bytes[rest].split { !UTF8Text.isWordByte($0) }
            let isNamed = names.allSatisfy {
                $0.first.map { !UTF8Text.isLowercase($0) && !UTF8Text.isDigit($0) } ?? true
            }
            let isParted = names.isEmpty || !UTF8Text.isWordByte(bytes[rest.lowerBound]) || closing.contains("regards")
            if names.count <= 3, isNamed, isParted { return true }
        }
        return false
    }

    /// "On Monday, Ann wrote:": quoted history follows.
    func isHistory(_ range: Range<Int>) -> Bool {
        guard range.count < 200, bytes[range.upperBound - 1] == UInt8(ascii: ":") else { return false }
        let words = UTF8Text.lowercaseWords(bytes, range, limit: 40)
        return words.hasPrefix("on ") && words.hasSuffix(" wrote") || words.contains("original message")
    }

    private static let askerLabels: Set<String> = [
        "problem", "issue", "customer", "question", "q", "subject", "request", "symptom", "symptoms", "description",
        "client", "inquiry", "enquiry", "complaint", "reported", "customer message", "customer wrote", "user",
        "category",
        "tags", "status", "priority", "ticket",
    ]
    private static let answererLabels: Set<String> = [
        "resolution", "solution", "answer", "a", "fix", "agent", "support", "reply", "response", "workaround",
        "resolved",
        "agent reply", "support reply", "what helped", "how to fix", "resolution steps",
    ]
    private static let greetings: Set<String> = ["hi", "hello", "hey", "dear", "greetings", "hallo", "hiya"]
    private static let wishes = ["day", "weekend", "evening", "week", "one"]
    private static let closings = [
        "best", "best regards", "kind regards", "warm regards", "regards", "with best regards", "cheers", "sincerely",
        "yours", "yours sincerely", "sincerely yours", "yours truly", "many thanks", "thanks", "thank you",
        "thanks again",
        "thanks in advance", "all the best", "best wishes", "take care", "thx", "kindest regards", "respectfully",
    ]
    /// Phrases of sentences that are polite and say nothing.
    static let courtesies: [StaticString] = [
        "thanks for reaching", "thank you for reaching", "thanks for contacting", "thank you for contacting",
        "thanks for getting in touch", "thank you for getting in touch", "thanks for your patience",
        "thank you for your patience", "thanks for writing", "thank you for writing", "hope this helps",
        "hope that helps", "let me know if", "let us know if", "don't hesitate", "feel free to reach",
        "feel free to contact", "happy to help", "glad to hear", "glad i could help", "sorry to hear",
        "sorry for the inconvenience", "sorry for any inconvenience", "sorry for the trouble",
        "apologies for the inconvenience", "apologize for", "apologise for", "have a great day", "have a nice day",
        "is there anything else", "thanks for your message", "thank you for your message",
    ]
}
