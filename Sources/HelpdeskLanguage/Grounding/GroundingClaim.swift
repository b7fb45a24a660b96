/// What sort of sentence an answer's sentence is.
enum GroundingClaim: Hashable, Sendable {
    /// A statement or instruction that needs a source.
    case statement
    /// "The articles do not say …".
    case refusal
    /// Politeness, an offer to help, a question: nothing to support.
    case none

    /// Reads the sort of a sentence. O(length).
    init(_ reading: GroundingReading, isQuestion: Bool) {
        if reading.tokens.isEmpty && reading.links.isEmpty {
            self = .none
            return
        }
        if reading.tokens.count == 1, reading.tokens[0].traits.contains(.quantity), reading.links.isEmpty {
            // The number of a list item.
            self = .none
            return
        }
        if Self.isRefusal(reading) {
            self = .refusal
            return
        }
        if Self.isOutline(reading) {
            self = .none
            return
        }
        self = Self.isCourtesy(reading, isQuestion: isQuestion) ? .none : .statement
    }

    private static let writings: Set<UInt64> = Set(
        ["article", "articles", "page", "pages", "faq", "faqs", "text", "source", "sources", "documents", "notes"].map {
            WordScanner.hash($0.utf8)
        })
    private static let outlining: Set<UInt64> = Set(
        ["cover", "covers", "explain", "explains", "describe", "describes", "deal", "deals", "tells"].map {
            WordScanner.hash($0.utf8)
        })

    /// "The articles cover the deposit and the zones": what the sources are about, without what they say.
    private static func isOutline(_ reading: GroundingReading) -> Bool {
        let start = reading.tokens.prefix(6)
        guard let noun = start.firstIndex(where: { writings.contains($0.form) }),
            let verb = start.firstIndex(where: { outlining.contains($0.form) }), verb > noun
        else { return false }
        return reading.links.isEmpty && !reading.quantities.contains { !$0.isWeak && $0.tokens.lowerBound > verb }
            && !reading.tokens.contains { $0.traits.contains(.negator) || $0.form == that }
    }

    private static let that = WordScanner.hash("that".utf8)

    private static let finders: Set<UInt64> = Set(
        ["find", "found", "see", "locate", "have", "tell", "say", "confirm", "know", "advise", "answer"].map {
            WordScanner.hash($0.utf8)
        })
    private static let first: Set<UInt64> = Set(["i", "we", "i'm", "i've", "we've"].map { WordScanner.hash($0.utf8) })
    private static let nouns: Set<UInt64> = Set(
        [
            "article", "articles", "documentation", "docs", "source", "sources", "information", "info", "guide",
            "guides", "page", "pages",
            "faq", "faqs", "material", "materials", "text", "texts", "notes", "passage", "passages", "entry", "entries",
            "manual", "document",
            "documents", "resources", "knowledge", "excerpt", "excerpts", "help", "overview", "policy", "details",
            "instructions",
            "sheet", "leaflet", "description", "section", "mention",
        ]
        .map { WordScanner.hash($0.utf8) })
    private static let denials: Set<UInt64> = Set(
        [
            "mention", "mentions", "mentioned", "state", "states", "stated", "specify", "specifies", "specified",
            "cover", "covers", "covered",
            "say", "says", "said", "describe", "describes", "described", "explain", "explains", "explained", "address",
            "addresses",
            "addressed", "list", "lists", "listed", "discuss", "discussed", "tell", "tells", "indicate", "indicates",
            "indicated", "contain", "contains",
            "include", "documented", "reveal", "detail", "details", "detailed", "spell", "spelled", "spelt",
            "information", "info", "answer", "find", "found", "silent", "written", "appear", "appears",
        ]
        .map { WordScanner.hash($0.utf8) })
    private static let silent: Set<UInt64> = Set(
        ["silent", "unclear", "unspecified", "unstated", "undocumented"].map { WordScanner.hash($0.utf8) })

    private static let asking: Set<UInt64> = Set(
        ["whether", "if", "how", "what", "which", "when", "where", "who", "why", "any", "about", "anything"].map {
            WordScanner.hash($0.utf8)
        })
    private static let telling: Set<UInt64> = Set(
        [
            "state", "states", "say", "says", "mention", "mentions", "specify", "specifies", "tell", "tells",
            "indicate", "indicates", "describe",
            "describes", "explain", "explains", "spell", "name", "names", "give", "gives", "set", "sets", "list",
            "lists", "cover", "covers", "address",
            "addresses", "show", "shows", "see", "find", "have", "found", "figures", "information", "details", "word",
            "word",
        ].map { WordScanner.hash($0.utf8) })
    private static let nothing: Set<UInt64> = Set(["nothing", "no", "none"].map { WordScanner.hash($0.utf8) })
    private static let about: Set<UInt64> = Set(
        ["about", "on", "regarding", "concerning"].map { WordScanner.hash($0.utf8) })

    private static func isRefusal(_ reading: GroundingReading) -> Bool {
        let tokens = reading.tokens
        for (index, token) in tokens.enumerated() {
            let isSilent = silent.contains(token.form)
            guard token.traits.contains(.negator) || isSilent else { continue }
            let around = max(0, index - 9)..<min(tokens.count, index + 8)
            let hasNoun = tokens[around].contains { nouns.contains($0.form) }
            let after = tokens[index..<min(tokens.count, index + 7)]
            if isSilent, hasNoun || tokens[..<index].contains(where: { nouns.contains($0.form) }) { return true }
            if hasNoun,
                after.contains(where: {
                    denials.contains($0.form) && $0.form != token.form && $0.clause == token.clause
                })
            {
                return true
            }
            let isFirst = tokens[max(0, index - 2)...index].contains { first.contains($0.form) }
            if isFirst, after.contains(where: { finders.contains($0.form) }),
                tokens.contains(where: { nouns.contains($0.form) })
                    || after.contains(where: { $0.form == find || $0.form == found })
            {
                return true
            }
            if after.contains(where: { said.contains($0.form) && $0.clause == token.clause }) { return true }
            // "does not say whether", "give no figures for", "nothing … about"
            if let verb = after.indices.first(where: { $0 > index && telling.contains(tokens[$0].form) }),
                tokens[verb..<min(tokens.count, verb + 4)].contains(where: { asking.contains($0.form) }),
                !isFirst || hasNoun
            {
                return true
            }
            if nothing.contains(token.form),
                tokens[index..<min(tokens.count, index + 9)].contains(where: { about.contains($0.form) }),
                hasNoun
                    || tokens[max(0, index - 3)..<index].contains(where: {
                        telling.contains($0.form) || $0.form == there
                    })
            {
                if hasNoun || token.form != WordScanner.hash("no".utf8) { return true }
            }
        }
        return false
    }

    private static let there = WordScanner.hash("there".utf8)
    private static let find = WordScanner.hash("find".utf8)
    private static let found = WordScanner.hash("found".utf8)
    private static let said: Set<UInt64> = Set(
        ["mentioned", "stated", "specified", "documented", "mention"].map { WordScanner.hash($0.utf8) })

    private static let offers: Set<UInt64> = Set(
        [
            "i", "i'll", "i'm", "i'd", "i've", "let", "me", "my", "happy", "glad", "feel", "hope", "sorry", "thanks",
            "thank", "apologies", "welcome", "hi", "hello", "dear",
            "hey", "apologise", "apologize", "wish", "regards", "cheers", "enjoy", "appreciate", "good", "great",
            "have", "congratulations", "hopefully", "shout", "luck", "best", "kind", "morning", "afternoon", "evening",
            "fingers", "oh",
        ]
        .map { WordScanner.hash($0.utf8) })

    private static func isCourtesy(_ reading: GroundingReading, isQuestion: Bool) -> Bool {
        guard reading.links.isEmpty else { return false }
        if isQuestion { return true }
        guard !reading.quantities.contains(where: { !$0.isWeak }) else { return false }
        var other = 0.0
        var polite = 0
        var hasOpening = false
        for (index, token) in reading.tokens.enumerated() {
            if offers.contains(token.form), index < 3 { hasOpening = true }
            if token.traits.contains(.courtesy) {
                polite += 1
                continue
            }
            if token.isContent { other += token.weight }
        }
        if other == 0 { return true }
        let isDenial = reading.tokens.contains { $0.traits.contains(.negator) }
        if hasOpening, polite >= 1, other <= Double(polite) * 0.5 + 1, !isDenial || other <= 1 {
            return true
        }
        return polite >= 2 && other <= 1
    }
}
