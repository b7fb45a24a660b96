/// Reads the customer's own words of a message into tokens and marks, in one pass.
struct MessageScanner {
    private let scalars: [Unicode.Scalar]
    private let rules: CompiledRules
    private var result = MessageTokens()
    private var pause = MessageTokens.Pause.sentence
    private var sentence: Int32 = 0
    private var quoteEnd = 0
    private var word: [UInt8] = []
    private var shouted = 0
    private var shoutStart = 0
    private var wordCount = 0

    private static let longestQuotation = 160

    /// The tokens of the newest part.
    static func tokens(of text: MessageText, rules: CompiledRules) -> MessageTokens {
        var scanner = MessageScanner(scalars: text.scalars, rules: rules)
        for part in text.parts {
            switch part.kind {
            case .newest: scanner.scan(part.range)
            case .code: scanner.mark(.code, part.range.lowerBound, part.range.upperBound)
            case .stackTrace: scanner.mark(.trace, part.range.lowerBound, part.range.upperBound)
            case .quotedHistory, .signature, .automaticReply: break
            }
            scanner.endSentence(asks: false)
        }
        scanner.finish()
        return scanner.result
    }

    private init(scalars: [Unicode.Scalar], rules: CompiledRules) {
        self.scalars = scalars
        self.rules = rules
        word.reserveCapacity(WordForm.longest)
    }

    private mutating func scan(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalars[index]
            let value = scalar.value
            if MessageTokens.isDigit(scalar) {
                index = number(from: index, to: range.upperBound)
            } else if WordForm.isWord(scalar) {
                index = word(from: index, to: range.upperBound)
            } else if value == 0x20 {
                index += 1
            } else if let face = Self.face(at: index, in: scalars, before: range.upperBound) {
                mark(face.kind, index, index + face.length)
                index += face.length
            } else {
                index = punctuation(at: index, to: range.upperBound)
            }
        }
    }

    // MARK: Words

    private mutating func word(from start: Int, to limit: Int) -> Int {
        var index = start
        word.removeAll(keepingCapacity: true)
        var hasLower = false
        var letters = 0
        while index < limit {
            let scalar = scalars[index]
            let value = scalar.value
            if WordForm.isWord(scalar) {
                let folded = WordForm.fold(scalar)
                if word.count < WordForm.longest { MessageTokens.append(folded, to: &word) }
                if folded == value { hasLower = true }
                letters += 1
            } else if WordForm.isApostrophe(value), index + 1 < limit, WordForm.isWord(scalars[index + 1]) {
                if word.count < WordForm.longest { word.append(0x27) }
            } else if value == 0x40, index + 1 < limit, WordForm.isWord(scalars[index + 1]) {
                return skipToBlank(index, limit)
            } else if value == 0x3A, index + 2 < limit, scalars[index + 1] == "/", scalars[index + 2] == "/" {
                return skipToBlank(index, limit)
            } else if value == 0x2E, word.count == 3, word.elementsEqual("www".utf8) {
                return skipToBlank(index, limit)
            } else if value == 0x5F, index + 1 < limit, WordForm.isWord(scalars[index + 1]) {
                // An identifier is one word that no rule knows by its parts.
                if word.count < WordForm.longest { word.append(0x5F) }
            } else {
                break
            }
            index += 1
        }
        guard !word.isEmpty else { return index }
        if word.count < WordForm.longest {
            let words = Contraction.expand(word)
            for part in words { append(part, start, index) }
        } else {
            appendUnknown(start, index)
        }
        wordCount += 1
        if letters >= 2, !hasLower {
            if shouted == 0 { shoutStart = start }
            shouted += 1
            if shouted == 4 { mark(.shout, shoutStart, index) }
        } else if letters >= 2 {
            shouted = 0
        }
        return index
    }

    private func skipToBlank(_ from: Int, _ limit: Int) -> Int {
        var index = from
        while index < limit, scalars[index].value > 0x20, scalars[index].value != 0xA0 { index += 1 }
        return index
    }

    private mutating func append(_ normalized: [UInt8], _ start: Int, _ end: Int) {
        let found = rules.lookUp(normalized)
        let ordinal = Self.ordinals[normalized] != nil ? rules.symbol(of: .ordinal) : 0
        push((found.stem, found.exact, found.prefix, ordinal), start, end)
    }

    private mutating func appendUnknown(_ start: Int, _ end: Int) { push((0, 0, 0, 0), start, end) }

    private mutating func push(_ symbols: (Int32, Int32, Int32, Int32), _ start: Int, _ end: Int) {
        var token = MessageTokens.Token(start: Int32(start), end: Int32(end), symbols: symbols)
        token.sentence = sentence
        token.pause = pause
        token.isQuoted = start < quoteEnd
        token.negates = rules.is(symbols, in: .negation)
        token.denies = rules.is(symbols, in: .denial)
        token.turns = rules.is(symbols, in: .turn)
        pause = .none
        result.tokens.append(token)
    }

    // MARK: Numbers

    private mutating func number(from start: Int, to limit: Int) -> Int {
        var index = start
        word.removeAll(keepingCapacity: true)
        var hasLetters = false
        while index < limit {
            let scalar = scalars[index]
            if MessageTokens.isDigit(scalar) {
                if word.count < WordForm.longest { word.append(UInt8(scalar.value)) }
            } else if MessageTokens.isNumberSeparator(scalar.value), !hasLetters, index + 1 < limit,
                MessageTokens.isDigit(scalars[index + 1])
            {
                if word.count < WordForm.longest { word.append(UInt8(scalar.value)) }
            } else if WordForm.isWord(scalar) {
                hasLetters = true
                if word.count < WordForm.longest { MessageTokens.append(WordForm.fold(scalar), to: &word) }
            } else {
                break
            }
            index += 1
        }
        let figure = NumberFigure(word)
        let currency = Self.currency(around: start..<index, in: scalars, limit: limit)
        let isMoney = figure.value != nil && (currency || figure.looksLikeMoney)
        let found = rules.lookUp(word)
        let kind: WordKind = figure.isOrdinal ? .ordinal : figure.isTime ? .time : .number
        let isLarge = (figure.value ?? 0) >= rules.thresholds.largeSum
        // One slot for two: a large figure without a currency is not a sum, and a sum needs no other name.
        let large: WordKind? = !isLarge ? nil : isMoney ? .largesum : figure.hasGroups ? .largefigure : nil
        push(
            (
                found.stem != 0 ? found.stem : found.exact, rules.symbol(of: kind),
                isMoney ? rules.symbol(of: .money) : 0, large.map { rules.symbol(of: $0) } ?? 0
            ), start, index)
        return index
    }

    private static func currency(around range: Range<Int>, in scalars: [Unicode.Scalar], limit: Int) -> Bool {
        var before = range.lowerBound - 1
        if before >= 0, isSpace(scalars[before]) { before -= 1 }
        if before >= 0 {
            if isCurrencySymbol(scalars[before]) { return true }
            if before >= 2, isCode(scalars[(before - 2)...before]) {
                return before == 2 || !WordForm.isWord(scalars[before - 3])
            }
        }
        var after = range.upperBound
        if after < limit, isSpace(scalars[after]) || scalars[after] == "-" { after += 1 }
        guard after < limit else { return false }
        if isCurrencySymbol(scalars[after]) { return true }
        var word: [UInt8] = []
        while after < limit, word.count < 12, WordForm.isWord(scalars[after]) {
            MessageTokens.append(WordForm.fold(scalars[after]), to: &word)
            after += 1
        }
        return currencies.contains(word)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x20 || scalar.value == 0xA0 || scalar.value == 0x202F
    }

    private static func isCurrencySymbol(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar == "$" : scalar.properties.generalCategory == .currencySymbol
    }

    private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        currencies.contains(scalars.map { UInt8(truncatingIfNeeded: WordForm.fold($0)) })
    }

    private static let currencies: Set<[UInt8]> = Set(
        """
        eur euro euros usd dollar dollars buck bucks gbp pound pounds quid chf franc francs aud cad nzd sek nok dkk pln
        kr kronor kroner rupees inr yen jpy zloty cent cents pence grand eu rand
        """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

    private static let ordinals = WordMap(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth umpteenth nth".split(
            separator: " "
        )
        .map { (word: Array($0.utf8), value: true) })

    // MARK: Punctuation

    private mutating func punctuation(at start: Int, to limit: Int) -> Int {
        let value = scalars[start].value
        switch value {
        case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x203C, 0x2047, 0x2048, 0x2049:
            return sentenceEnd(at: start, to: limit)
        case 0x0A, 0x0D, 0x2028, 0x2029, 0x85:
            var index = start
            var breaks = 0
            while index < limit, scalars[index].properties.isWhitespace {
                if scalars[index].value == 0x0A || scalars[index].value == 0x2029 { breaks += 1 }
                index += 1
            }
            if breaks > 1
                || index < limit && (scalars[index] == "-" || scalars[index] == "*" || scalars[index].value == 0x2022)
            {
                endSentence(asks: false)
            } else {
                pause = max(pause, .clause)
            }
            return index
        case 0x2C, 0x3A, 0x28, 0x29, 0x2013, 0x2014, 0x2026, 0x5B, 0x5D, 0x2F, 0x7C:
            pause = max(pause, .clause)
        case 0x3B:
            pause = max(pause, .clause)
        case 0x2D:
            if start == 0 || scalars[start - 1].value == 0x20 { pause = max(pause, .clause) }
        case 0x22, 0x201C, 0x201E, 0xAB, 0x201D:
            openQuotation(at: start, to: limit)
        case 0x60:
            openCode(at: start, to: limit)
        default:
            if value >= 0x1F000 { shouted = 0 }
        }
        return start + 1
    }

    private mutating func sentenceEnd(at start: Int, to limit: Int) -> Int {
        var index = start
        var exclamations = 0
        var questions = 0
        loop: while index < limit {
            switch scalars[index].value {
            case 0x21, 0xFF01: exclamations += 1
            case 0x203C: exclamations += 2
            case 0x3F, 0xFF1F, 0x61F: questions += 1
            case 0x2047: questions += 2
            case 0x2048, 0x2049:
                questions += 1
                exclamations += 1
            case 0x2E, 0x3002: break
            default: break loop
            }
            index += 1
        }
        if questions > 0 { mark(.question, start, index) }
        if questions >= 2 || questions >= 1 && exclamations >= 1 { mark(.puzzled, start, index) }
        if exclamations >= 2 { mark(.shout, start, index) }
        let dots = index - start - exclamations - questions
        if dots > 1 && exclamations + questions == 0 {
            pause = max(pause, .clause)
            return index
        }
        if dots == 1, index - start == 1, scalars[start].value == 0x2E {
            // "e.g." and ".net" end nothing.
            let next = index < limit ? scalars[index] : " "
            if WordForm.isWord(next) || isAbbreviation(before: start) { return index }
        }
        endSentence(asks: questions > 0)
        return index
    }

    private func isAbbreviation(before dot: Int) -> Bool {
        var start = dot
        var word: [UInt8] = []
        while start > 0, word.count < 8, WordForm.isWord(scalars[start - 1]) || scalars[start - 1] == "." {
            start -= 1
            if scalars[start] != "." { MessageTokens.append(WordForm.fold(scalars[start]), to: &word) }
        }
        return Self.abbreviations.contains(Array(word.reversed()))
    }

    private static let abbreviations: Set<[UInt8]> = Set(
        "eg ie mr mrs ms dr vs approx ext cf inc ltd st art sec fig nr prof".split(separator: " ").map {
            Array($0.utf8)
        })

    /// A quotation counts as one only if it is closed soon, in the same paragraph.
    private mutating func openQuotation(at start: Int, to limit: Int) {
        guard start >= quoteEnd else { return }
        let end = min(limit, start + Self.longestQuotation)
        var index = start + 1
        while index < end {
            let value = scalars[index].value
            if value == 0x22 || value == 0x201D || value == 0x201C || value == 0xBB {
                quoteEnd = index + 1
                return
            }
            if value == 0x0A, index + 1 < end, scalars[index + 1].value == 0x0A { return }
            index += 1
        }
    }

    /// Words between single backticks are quoted too.
    private mutating func openCode(at start: Int, to limit: Int) {
        guard start >= quoteEnd else { return }
        let end = min(limit, start + Self.longestQuotation)
        for index in start + 1..<max(end, start + 1) where scalars[index].value == 0x60 {
            quoteEnd = index + 1
            return
        }
    }

    private mutating func endSentence(asks: Bool) {
        if asks, result.tokens.last?.sentence == sentence { result.questions[Int(sentence)] = true }
        if result.tokens.last?.sentence == sentence {
            sentence += 1
            result.questions.append(false)
        }
        pause = .sentence
    }

    private mutating func mark(_ kind: WordKind, _ start: Int, _ end: Int) {
        guard result.marks.count < 1000 else { return }
        result.marks.append(MessageTokens.Mark(kind: kind, start: Int32(start), end: Int32(end)))
    }

    /// Where nearly all is quoted, the quotation marks mean nothing.
    private mutating func finish() {
        let quoted = result.tokens.count { $0.isQuoted }
        if quoted * 5 > result.tokens.count * 4 {
            for index in result.tokens.indices { result.tokens[index].isQuoted = false }
        }
    }
}
