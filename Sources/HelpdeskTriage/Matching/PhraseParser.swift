/// Reads the phrases of rules. See ``TriageRule`` for how they are written.
struct PhraseParser {
    /// The lists that `@name` refers to.
    var wordLists: [String: [String]]

    /// How many sequences one phrase may stand for.
    static let mostPatterns = 600
    /// How many words a phrase may have.
    static let mostElements = 16

    /// How deep brackets may lie.
    static let deepest = 4

    private typealias Tests = [PhrasePattern.Element]

    /// The sequences the phrase stands for.
    ///
    /// - Throws: ``TriageError`` (`invalidRule`) that says what is wrong with the phrase.
    func parse(_ phrase: String) throws(TriageError) -> [PhrasePattern] {
        var units = try split(phrase)
        var frame = PhrasePattern(elements: [])
        if units.first == "^" {
            frame.atStart = true
            units.removeFirst()
        }
        while let last = units.last, last == "$" || last == "?" {
            if last == "$" { frame.atEnd = true } else { frame.inQuestion = true }
            units.removeLast()
        }
        let sequences = try sequences(of: units, phrase)
        var patterns: [PhrasePattern] = []
        var seen: Set<PhrasePattern> = []
        for sequence in sequences {
            guard !sequence.isEmpty else {
                throw invalid(
                    phrase, units.isEmpty ? "has no word" : "has only optional words, so it matches everything")
            }
            guard sequence.count <= Self.mostElements else {
                throw invalid(phrase, "has more than \(Self.mostElements) words")
            }
            let marks = sequence.contains {
                $0.tests.contains { if case .kind(let kind) = $0 { kind.isMark } else { false } }
            }
            guard !marks || sequence.count == 1 else {
                throw invalid(phrase, "mixes words with a mark such as #shout, which must stand alone")
            }
            var pattern = frame
            pattern.elements = sequence
            if seen.insert(pattern).inserted { patterns.append(pattern) }
        }
        return patterns
    }

    /// The sequences that units one after another stand for.
    private func sequences(of units: [String], _ phrase: String) throws(TriageError) -> [Tests] {
        var sequences: [Tests] = [[]]
        var gap = 0
        for unit in units {
            if let length = try gapLength(unit, phrase) {
                guard sequences.contains(where: { !$0.isEmpty }) else {
                    throw invalid(phrase, "has a gap with nothing before it")
                }
                gap = max(gap, length)
                continue
            }
            let (options, optional) = try options(of: unit, phrase)
            var grown: [Tests] = optional ? sequences : []
            for sequence in sequences {
                for option in options {
                    var elements = option
                    elements[0].gap = sequence.isEmpty ? 0 : gap
                    grown.append(sequence + elements)
                }
            }
            guard grown.count <= Self.mostPatterns else {
                throw invalid(phrase, "stands for more than \(Self.mostPatterns) sequences: split it")
            }
            sequences = grown
            if !optional { gap = 0 }
        }
        guard gap == 0 || units.isEmpty else { throw invalid(phrase, "has a gap with nothing after it") }
        return sequences
    }

    /// Splits at spaces outside brackets.
    private func split(_ phrase: String) throws(TriageError) -> [String] {
        var units: [String] = []
        var unit = ""
        var depth = 0
        for character in phrase {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            guard depth >= 0, depth <= Self.deepest else {
                throw invalid(phrase, "has brackets that do not pair, or too many inside one another")
            }
            if character.isWhitespace && depth == 0 {
                if !unit.isEmpty { units.append(unit) }
                unit = ""
            } else {
                unit.append(character)
            }
        }
        guard depth == 0 else { throw invalid(phrase, "has a bracket that is not closed") }
        if !unit.isEmpty { units.append(unit) }
        return units
    }

    private func gapLength(_ unit: String, _ phrase: String) throws(TriageError) -> Int? {
        var rest: Substring
        if unit.hasPrefix("...") {
            rest = unit.dropFirst(3)
        } else if unit.hasPrefix("…") {
            rest = unit.dropFirst()
        } else {
            return nil
        }
        if rest.isEmpty { rest = "5" }
        guard let length = Int(rest), (1...12).contains(length) else {
            throw invalid(phrase, "has the gap \"\(unit)\": a gap is … or …1 to …12")
        }
        return length
    }

    /// The sequences of one unit, and whether it may be left out. Alternatives of one word share a place.
    private func options(of unit: String, _ phrase: String) throws(TriageError) -> (options: [Tests], optional: Bool) {
        var unit = Substring(unit)
        let optional = unit.count > 1 && unit.last == "?"
        if optional { unit.removeLast() }
        guard unit.first == "(" else {
            guard !unit.contains(where: { $0 == "|" || $0 == "(" }) else {
                throw invalid(phrase, "has \"\(unit)\": alternatives stand in brackets, and a space before them")
            }
            return (try merge([try word(unit, phrase)], phrase), optional)
        }
        guard unit.last == ")" else { throw invalid(phrase, "has something after a bracket in \"\(unit)\"") }
        var alternatives: [[Tests]] = []
        for alternative in Self.alternatives(unit.dropFirst().dropLast()) {
            let units = try split(alternative)
            guard !units.isEmpty else { throw invalid(phrase, "has an empty alternative") }
            let sequences = try sequences(of: units, phrase)
            guard !sequences.contains(where: \.isEmpty) else {
                throw invalid(phrase, "has an alternative of optional words only")
            }
            alternatives.append(sequences)
        }
        return (try merge(alternatives, phrase), optional)
    }

    /// Splits at the bars outside inner brackets.
    private static func alternatives(_ text: Substring) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == "|" && depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }

    /// Puts all alternatives of one word into one place.
    private func merge(_ alternatives: [[Tests]], _ phrase: String) throws(TriageError) -> [Tests] {
        var single: Set<PhrasePattern.Test> = []
        var several: [Tests] = []
        for sequence in alternatives.joined() {
            if sequence.count == 1 { single.formUnion(sequence[0].tests) } else { several.append(sequence) }
        }
        if !single.isEmpty { several.insert([PhrasePattern.Element(tests: single.sorted(), gap: 0)], at: 0) }
        return several
    }

    /// The sequences of one written word: its own, or the entries of the list it names.
    private func word(_ word: Substring, _ phrase: String) throws(TriageError) -> [Tests] {
        guard word.first == "@" else { return [try element(word, phrase)] }
        guard let list = wordLists[String(word.dropFirst())] else {
            throw invalid(phrase, "refers to the word list \"\(word)\", which does not exist")
        }
        var sequences: [Tests] = []
        for entry in list {
            var elements: Tests = []
            for part in entry.split(whereSeparator: \.isWhitespace) { elements += try element(part, phrase) }
            if !elements.isEmpty { sequences.append(elements) }
        }
        return sequences
    }

    /// The places of one written word; more than one for a contraction or a hyphen.
    private func element(_ word: Substring, _ phrase: String) throws(TriageError) -> Tests {
        if word.first == "#" {
            guard let kind = WordKind.allCases.first(where: { $0.name == word.dropFirst() }) else {
                throw invalid(phrase, "refers to \"\(word)\", which is not known")
            }
            return [PhrasePattern.Element(tests: [.kind(kind)], gap: 0)]
        }
        var body = word
        let exact = body.first == "="
        if exact { body.removeFirst() }
        let prefix = body.last == "*"
        if prefix { body.removeLast() }
        guard !body.isEmpty, !(exact && prefix) else {
            throw invalid(phrase, "has the word \"\(word)\", which is empty")
        }
        let forms = MessageTokens.words(in: String(body))
        guard !forms.isEmpty else {
            throw invalid(phrase, "has \"\(word)\", which holds no letter or digit")
        }
        guard !(exact && forms.count > 1) else {
            throw invalid(phrase, "has \"\(word)\": only one word can be asked for exactly")
        }
        let odd = body.unicodeScalars.first { scalar in
            !WordForm.isWord(scalar) && !WordForm.isApostrophe(scalar.value) && scalar != "-" && scalar != "."
                && scalar != "/"
        }
        guard odd == nil else { throw invalid(phrase, "has \"\(word)\" with a character that is not part of words") }
        guard !prefix || (forms.last?.count ?? 0) >= 3 else {
            throw invalid(phrase, "has \"\(word)\": a beginning needs three letters or more")
        }
        return forms.enumerated().map { index, form in
            let test: PhrasePattern.Test =
                prefix && index == forms.count - 1 ? .prefix(form) : exact ? .exact(form) : .stem(WordForm.stem(form))
            return PhrasePattern.Element(tests: [test], gap: 0)
        }
    }

    private func invalid(_ phrase: String, _ problem: String) -> TriageError {
        TriageError(.invalidRule, "the phrase \"\(phrase)\" \(problem)")
    }
}
