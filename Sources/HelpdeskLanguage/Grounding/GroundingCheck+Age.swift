extension GroundingCheck.Sources {
    /// What the beginning of a passage says of its age.
    private struct Age {
        /// The latest year in its title or its first words, or 0.
        var year = 0
        /// The number after "version" or "edition", or 0.
        var version = 0.0
        var isOld = false
        var isNew = false
        /// Some of its words, for comparing what passages are about.
        var words = Set<UInt64>()
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordScanner.hash($0.utf8) })
    }
    private static let old = hashes(
        "old former archived archive outdated obsolete deprecated superseded retired legacy previous expired formerly previously until"
    )
    private static let new = hashes(
        "new correction update updated corrected amendment amended revised revision now replaces replacing replace supersedes since"
    )
    private static let versions = hashes(
        "version edition release patch firmware v issue guide notes revision app manual rev")
    private static let until = hashes("until till before")

    /// Passages beyond so many are not compared by age.
    private static let maximumPassages = 40

    /// Which passages another one replaces. O(passages), each by its beginning.
    func stalePassages() -> Set<Int> {
        guard passages.count > 1 else { return [] }
        let ages = passages.prefix(Self.maximumPassages).map(age)
        var stale = Set<Int>()
        for (index, age) in ages.enumerated() {
            for (other, newer) in ages.enumerated() where other != index {
                var isReplaced = age.year > 0 && newer.year > age.year
                let isOlder = age.year == 0 || newer.year == 0 || newer.year == age.year
                if isOlder, age.version > 0, newer.version > age.version { isReplaced = true }
                if isOlder, age.isOld, !age.isNew, !newer.isOld || newer.isNew { isReplaced = true }
                if isOlder, newer.isNew, !age.isNew, age.version > 0 { isReplaced = true }
                guard isReplaced else { continue }
                let shared = age.words.intersection(newer.words).count
                if shared >= 2 || shared * 4 >= min(age.words.count, newer.words.count) {
                    stale.insert(index)
                    break
                }
            }
        }
        return stale
    }

    private func age(of passage: Passage) -> Age {
        var age = Age()
        let first = passage.units.first.map { units[$0].tokens } ?? 0..<0
        let body = first.lowerBound..<(passage.units.last.map { units[$0].tokens.upperBound } ?? 0)
        // The title, and the words up to a colon, or some words.
        var head = Array(passage.context.prefix(12))
        for index in body.prefix(12) where !head.contains(index) { head.append(index) }
        for (order, index) in head.enumerated() {
            let token = tokens[index]
            if token.number >= 1_990, token.number < 2_100, token.end - token.start == 4, token.unit < 0 {
                age.year = max(age.year, Int(token.number))
            } else if token.number > 0, token.number < 100, order > 0, order < 6, token.unit < 0, token.clock < 0,
                head[..<order].suffix(2).contains(where: { Self.versions.contains(tokens[$0].form) })
            {
                age.version = max(age.version, token.number)
            }
            if Self.old.contains(token.form), order < 8 {
                // "until the end of the month" is no age.
                if !Self.until.contains(token.form) || order < 4 && token.traits.contains(.capital)
                    || order < 5
                        && index + 2 < tokens.count
                        && (tokens[index + 1].number >= 1_990 || tokens[index + 2].number >= 1_990)
                {
                    age.isOld = true
                }
            }
            if Self.new.contains(token.form), order < 8 { age.isNew = true }
        }
        for index in body.prefix(120) where tokens[index].isContent && tokens[index].weight >= 1 {
            age.words.insert(tokens[index].stem)
        }
        return age
    }

    /// Whether a word stands in replaced passages and in others.
    func ages(of token: GroundingToken) -> (isOld: Bool, isNew: Bool) {
        var isOld = false
        var isNew = false
        func look(_ key: UInt64) {
            for unit in postings[key] ?? [] {
                if units[Int(unit)].isStale { isOld = true } else { isNew = true }
            }
        }
        look(token.stem)
        if token.base != 0 { look(token.base) }
        if !isOld, !isNew, token.entry >= 0 {
            for group in GroundingLexicon.standard.entries[Int(token.entry)].groups { look(Self.key(group)) }
        }
        return (isOld, isNew)
    }
}
