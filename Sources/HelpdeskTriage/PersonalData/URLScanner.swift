/// Finds URLs that carry a password, and the addresses of webhooks, which are secrets as a whole.
struct URLScanner {
    private static let longestScheme = 30

    private let text: SignText
    /// The end of the unbroken run of signs that was looked at last. Whatever begins in it ends there too.
    private var runEnd = 0
    /// The end of what was found last.
    private var bound = 0

    init(_ text: SignText) { self.text = text }

    /// What the URL is whose "://" stands there. Every sign is read a bounded number of times over all calls.
    mutating func candidate(at colon: Int) -> PersonalDataCandidate? {
        guard colon >= bound, let start = schemeStart(before: colon) else { return nil }
        let host = colon + 3
        let isFirst = colon >= runEnd
        if isFirst {
            runEnd = host
            while isPart(text[runEnd]) { runEnd += 1 }
        }
        var authorityEnd = host
        var sign: Int?
        while authorityEnd < runEnd, ![0x2F, 0x3F, 0x23].contains(text[authorityEnd]) {
            if text[authorityEnd] == 0x40 { sign = authorityEnd }
            authorityEnd += 1
        }
        let hasUser = sign.map { $0 + 1 < authorityEnd && hasPassword(host..<$0) } ?? false
        let kind: PersonalDataCandidate.Kind
        if hasUser || isFirst && isQuery(authorityEnd, runEnd) {
            kind = .urlCredentials
        } else if isWebhook(host, authorityEnd, runEnd) {
            kind = .apiKey
        } else {
            return nil
        }
        bound = trimmed(host, runEnd)
        return PersonalDataCandidate(kind: kind, range: start..<bound)
    }

    private func schemeStart(before colon: Int) -> Int? {
        var start = colon
        let lowest = max(0, colon - Self.longestScheme)
        while start > lowest,
            Sign.isASCIILetterOrDigit(text[start - 1]) || [0x2B, 0x2D, 0x2E].contains(text[start - 1])
        {
            start -= 1
        }
        while start < colon, !Sign.isASCIILetter(text[start]) { start += 1 }
        guard start < colon else { return nil }
        return text.hasWord("jdbc:", at: start - 5) ? start - 5 : start
    }

    private func isPart(_ sign: UInt8) -> Bool {
        sign > 0x20 && sign != 0x22 && sign != 0x3C && sign != 0x3E && sign != 0x60 && sign != 0x7C && sign != 0x5C
            && sign < 0x7F || sign == Sign.letter
    }

    /// Whether user information holds a password that is not a placeholder.
    private func hasPassword(_ information: Range<Int>) -> Bool {
        guard let colon = information.first(where: { text[$0] == 0x3A }),
            ![0x5B, 0x7B, 0x28].contains(text[information.lowerBound])
        else { return false }
        return isPassword(colon + 1..<information.upperBound)
    }

    private func isPassword(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var seen: Set<UInt8> = []
        for index in range.prefix(200) { seen.insert(text[index]) }
        let first = text[range.lowerBound]
        // "{password}", "${PASS}", "[password]", "%s", "****", "xxx"
        if first == 0x7B || first == 0x5B || first == 0x28 || seen.isSubset(of: [0x2A, 0x2E, 0x58, 0x78, 0x5F]) {
            return false
        }
        if first == 0x24 || first == 0x25, range.dropFirst().allSatisfy({ isPlaceholderSign(text[$0]) }) {
            return false
        }
        return !Self.placeholders.contains(text.lowercased(range.prefix(24)))
            || !range.allSatisfy { isCapital(text[$0]) }
    }

    private func isPlaceholderSign(_ sign: UInt8) -> Bool {
        isCapital(sign) || sign == 0x7B || sign == 0x7D || sign == 0x73
    }

    private func isCapital(_ sign: UInt8) -> Bool { Sign.isUpper(sign) || sign == 0x5F || sign == 0x2D }

    private static let placeholders: Set<String> = [
        "password", "pass", "passwd", "pwd", "secret", "token", "your_password", "your-password", "yourpassword",
        "db_password", "db_pass", "my_password", "mypassword", "key",
    ]

    /// "?user=app&password=…"
    private func isQuery(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            if [0x3F, 0x26, 0x3B].contains(text[index]) {
                for name: StaticString in ["password=", "passwd=", "pwd="] where text.hasWord(name, at: index + 1) {
                    let first = index + 1 + name.utf8CodeUnitCount
                    var last = first
                    while last < end, text[last] != 0x26, text[last] != 0x3B { last += 1 }
                    if isPassword(first..<last) { return true }
                }
            }
            index += 1
        }
        return false
    }

    /// Whether posting to the URL needs no other secret.
    private func isWebhook(_ host: Int, _ hostEnd: Int, _ end: Int) -> Bool {
        guard end - hostEnd >= 24 else { return false }
        if text.hasWord("hooks.slack.com/services/t", at: host) { return true }
        let isDiscord =
            text.hasWord("discord.com", at: hostEnd - 11) || text.hasWord("discordapp.com", at: hostEnd - 14)
        if isDiscord { return text.hasWord("/api/webhooks/", at: hostEnd) }
        return text.hasWord(".webhook.office.com/webhookb", at: hostEnd - 19)
    }

    /// The end without the punctuation of the sentence around.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        let hasRound = (start..<end).contains { text[$0] == 0x28 }
        let hasSquare = (start..<end).contains { text[$0] == 0x5B }
        var end = end
        while end > start + 1 {
            switch text[end - 1] {
            case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x7D: end -= 1
            case 0x29 where !hasRound, 0x5D where !hasSquare: end -= 1
            default: return end
            }
        }
        return end
    }
}
