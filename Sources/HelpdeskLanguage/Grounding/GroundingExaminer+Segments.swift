extension GroundingExaminer {
    /// What the parts of a sentence say against the parts of the sources.
    mutating func examineParts() {
        let parts = GroundingSegments(reading, aligner, sources)
        guard !parts.parts.isEmpty else { return }
        for segment in parts.segments {
            examineCrossing(segment, parts)
            examineTurned(segment, parts)
            examineSubstitute(segment, parts)
        }
        examineAdditions(parts)
        examineExtensions()
        examineStale(parts)
    }

    /// Whether a part has the thing from one part of the sources and the value from another.
    private mutating func examineCrossing(_ segment: Range<Int>, _ parts: GroundingSegments) {
        guard segment.count > 1 else { return }
        var best = 0.0
        var place = segment.lowerBound
        let columns = parts.parts.indices
        for a in segment.prefix(24) {
            let homes = columns.filter { parts[a, $0].strength >= 0.8 }
            guard !homes.isEmpty else { continue }
            for b in segment.prefix(24) where b != a && max(parts.atoms[a].weight, parts.atoms[b].weight) >= 1 {
                // Where b stands, is there another in the place of a?
                if parts.atoms[a].weight < 1 { continue }
                let its = columns.filter { parts[b, $0].strength >= 0.8 }
                guard !its.isEmpty, !its.contains(where: { homes.contains($0) }) else { continue }
                var there = 0.0
                for column in its where there == 0 {
                    let rivals = parts.parts[column].atoms.prefix(24)
                    if rivals.contains(where: { rival in
                        !parts.isTaken(rival, by: segment)
                            && homes.contains { parts.isRival(Int(parts[a, $0].place), rival) }
                    }) {
                        there = parts.closeness(segment, column, without: a) * min(1, parts.atoms[b].weight + 0.4)
                    }
                }
                guard there > 0 else { continue }
                var here = 0.0
                for column in homes where here == 0 {
                    let rivals = parts.parts[column].atoms.prefix(24)
                    if rivals.contains(where: { rival in
                        !parts.isTaken(rival, by: segment)
                            && its.contains { parts.isRival(Int(parts[b, $0].place), rival) }
                    }) {
                        here = 0.6
                    }
                }
                if there + here > best {
                    best = there + here
                    place = a
                }
            }
        }
        guard best > 0 else { return }
        features[.crossed] = max(features[.crossed], best)
        let token = parts.atoms[place].token
        note(
            parts.atoms[place].quantity >= 0 ? .number : .name, token..<token + 1,
            "the source says this of something else", 0.5 + best)
    }

    /// Whether the nearest part of the sources says the opposite.
    private mutating func examineTurned(_ segment: Range<Int>, _ parts: GroundingSegments) {
        var (agreeing, opposing) = (0.0, 0.0)
        var (even, odd) = (0.0, 0.0)
        var only = 0.0
        let hasOnly = reading.tokens.contains { Self.restricting.contains($0.form) }
        let tokens = parts.atoms[segment.lowerBound].token...parts.atoms[segment.upperBound - 1].token
        for column in parts.parts.indices {
            let closeness = parts.closeness(segment, column)
            guard closeness > 0.3 else { continue }
            let part = parts.parts[column]
            var isOpposed = false
            let own = parts.negations(segment, against: column)
            var count = own + parts.negations(ofPart: column, against: segment)
            for atom in segment where parts[atom, column].strength > 0 {
                let match = parts[atom, column]
                let isWeighty = parts.atoms[atom].weight >= 0.5 || match.strength >= 1
                if match.isOpposed, isWeighty { isOpposed = true }
                if match.isOpposite { count += 1 }
            }
            let hasException = sources.tokens[part.tokens].contains { Self.restricting.contains($0.form) }
            // "not unless" is "only if".
            var value = closeness * (hasException == hasOnly ? 1 : 0.3)
            // "no data" is "data is switched off".
            let its = sources.tokens[part.tokens]
            if own > 0, count == own,
                its.contains(where: { place in
                    Self.negative.contains(place.form) && !reading.tokens.contains { $0.form == place.form }
                })
            {
                value *= 0.3
            } else if own == 0, count > 0,
                reading.tokens[tokens].contains(where: { word in
                    Self.negative.contains(word.form) && !its.contains { $0.form == word.form }
                }), !segment.contains(where: { parts[$0, column].isOpposite })
            {
                value *= 0.3
            }
            if isOpposed { opposing = max(opposing, value) } else { agreeing = max(agreeing, closeness) }
            if count % 2 == 1 { odd = max(odd, value) } else { even = max(even, closeness) }
            if !hasOnly, hasException {
                let left = part.atoms.filter { !parts.isTaken($0, by: parts.atoms.indices) }
                let weight = left.reduce(0) { $0 + parts.others[$1].weight }
                only = max(only, closeness * min(1, weight / 2))
            }
        }
        features[.turned] = max(features[.turned], opposing - agreeing)
        features[.turnedClose] = max(features[.turnedClose], odd - even)
        features[.onlyLost] = max(features[.onlyLost], only)
        if max(opposing - agreeing, odd - even) > 0.3 {
            note(.negation, tokens.lowerBound..<tokens.upperBound + 1, "a source says the opposite", 0.8 + opposing)
        }
        examineNumbers(segment, parts)
    }

    private static let negative = hashes(
        "off out outside void gone without lost closed excluded forbidden prohibited expire expired ended ends withdrawn "
            + "stopped removed free separately away beyond nothing impossible unavailable refuse refused rejected stop "
            + "stops avoid optional unnecessary waived sealed locked")

    /// Whether a number stands where the sources have another.
    private mutating func examineNumbers(_ segment: Range<Int>, _ parts: GroundingSegments) {
        for atom in segment where parts.atoms[atom].quantity >= 0 {
            let own = reading.quantities[Int(parts.atoms[atom].quantity)]
            var (with, without) = (0.0, 0.0)
            for column in parts.parts.indices {
                let rest = parts.closeness(segment, column, without: atom)
                if parts[atom, column].strength > 0 {
                    with = max(with, segment.count > 1 ? rest : 1)
                    continue
                }
                let hasRival = parts.parts[column].atoms.contains { other in
                    guard parts.others[other].quantity >= 0 else { return false }
                    let its = sources.quantities[Int(parts.others[other].quantity)]
                    return GroundingSegments.areComparable(its, own)
                        && !parts.isTaken(other, by: parts.atoms.indices)
                }
                if hasRival { without = max(without, rest) }
            }
            guard without > with else { continue }
            features[.partNumber] = max(features[.partNumber], without - with)
            if without - with > 0.4, !own.isWeak {
                note(.number, own.tokens, "the source has another number here", 1 + without - with)
            }
        }
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordScanner.hash($0.utf8) })
    }
    private static let restricting = hashes("only solely exclusively unless except alone until")

    /// Whether a word stands where the nearest part of the sources has another.
    private mutating func examineSubstitute(_ segment: Range<Int>, _ parts: GroundingSegments) {
        guard
            let column = parts.parts.indices.max(by: {
                parts.closeness(segment, $0) < parts.closeness(segment, $1)
            })
        else { return }
        let part = parts.parts[column]
        for atom in segment where parts.atoms[atom].quantity < 0 && parts.atoms[atom].weight >= 1 {
            guard parts[atom, column].strength == 0 else { continue }
            let closeness = parts.closeness(segment, column, without: atom)
            guard closeness > 0.3 else { continue }
            let own = parts.atoms[atom].token
            var best = 0.0
            for other in part.atoms where parts.others[other].quantity < 0 && parts.others[other].weight >= 1 {
                guard !parts.isTaken(other, by: parts.atoms.indices) else { continue }
                let its = parts.others[other].token
                var evidence = 0.0
                if own > 0, its > part.tokens.lowerBound, same(own - 1, its - 1) { evidence += 1 }
                if own + 1 < reading.tokens.count, its + 1 < part.tokens.upperBound, same(own + 1, its + 1) {
                    evidence += 1
                }
                if evidence < 2, segment.contains(atom - 1), parts[atom - 1, column].place == Int32(other - 1) {
                    evidence += 0.5
                }
                if evidence < 2, segment.contains(atom + 1), parts[atom + 1, column].place == Int32(other + 1) {
                    evidence += 0.5
                }
                if GroundingMatch.exclude(reading.tokens[own], sources.tokens[its]) { evidence += 1 }
                best = max(best, evidence)
            }
            guard best > 0 else { continue }
            let level = aligner.words.first { $0.token == own }?.level ?? 0
            let value = closeness * best
            let name: GroundingFeatures.Name = level == 0 ? .substituteNovel : .substituteKnown
            features[name] = max(features[name], value)
            if value > 0.5 { note(.name, own..<own + 1, "the source has another word here", value) }
        }
    }

    private func same(_ own: Int, _ its: Int) -> Bool {
        reading.tokens[own].form == sources.tokens[its].form || reading.tokens[own].stem == sources.tokens[its].stem
    }

    /// What a part adds to a sentence that otherwise keeps to the words of the sources.
    private mutating func examineAdditions(_ parts: GroundingSegments) {
        var levels = [Int](repeating: 0, count: reading.tokens.count)
        for word in aligner.words { levels[word.token] = word.strength >= 0.6 ? word.level : 0 }
        var total = 0.0
        var found = 0.0
        var loads: [(total: Double, novel: Double, absent: Double, range: Range<Int>)] = []
        for segment in parts.segments {
            var load = (total: 0.0, novel: 0.0, absent: 0.0, range: segment)
            for atom in segment where parts.atoms[atom].quantity < 0 {
                let weight = parts.atoms[atom].weight
                let level = levels[parts.atoms[atom].token]
                load.total += weight
                if level == 0 { load.novel += weight }
                if level < 3 { load.absent += weight }
                if level >= 3 { found += weight }
            }
            total += load.total
            loads.append(load)
        }
        guard total > 0 else { return }
        for load in loads where load.novel >= 1 {
            let rest = total - load.total
            let kept = found - (load.total - load.absent)
            let closeness = rest > 0 ? kept / rest : 0
            features[.partNovel] = max(features[.partNovel], min(3, load.novel) * closeness * load.novel / load.total)
        }
        // A paraphrase has other words in the place of the source's; an addition has more words than the source.
        var untaken = 0.0
        var touched = Set<Int>()
        for segment in parts.segments {
            let near = parts.parts.indices.max { parts.closeness(segment, $0) < parts.closeness(segment, $1) }
            if let near, parts.closeness(segment, near) >= 0.3 { touched.insert(near) }
        }
        for part in touched {
            for other in parts.parts[part].atoms
            where parts.others[other].quantity < 0 && !parts.isTaken(other, by: parts.atoms.indices) {
                untaken += parts.others[other].weight
            }
        }
        let novel = loads.reduce(0) { $0 + $1.novel }
        let absent = loads.reduce(0) { $0 + $1.absent }
        features[.novelExcess] = max(-3, min(4, novel - untaken)) * found / total
        features[.absentExcess] = max(-3, min(4, absent - untaken))
        features[.untaken] = min(6, untaken)
        // The longest run of new words.
        var run = 0.0
        var longest = 0.0
        for atom in parts.atoms where atom.quantity < 0 {
            if levels[atom.token] == 0 { run += atom.weight } else if atom.weight >= 1 { run = 0 }
            longest = max(longest, run)
        }
        features[.novelRun] = min(5, longest)
        features[.novelRunClose] = min(5, longest) * found / total
    }

    private static let extending = hashes(
        "whenever wherever whichever regardless anyone anybody anywhere anytime always everyone everybody everywhere "
            + "guarantee guaranteed guarantees automatically immediately instantly unlimited forever permanently promise "
            + "every")
    private static let even = WordScanner.hash("even".utf8)
    private static let as_ = WordScanner.hash("as".utf8)
    private static let well = WordScanner.hash("well".utf8)

    /// Words that stretch a statement and that no source nearby has.
    private mutating func examineExtensions() {
        var theirs = Set<UInt64>()
        let closeness = features[.exactShare]
        for unit in aligner.best.prefix(6) {
            for token in sources.tokens[sources.units[unit].tokens.prefix(400)] { theirs.insert(token.form) }
        }
        for (index, token) in reading.tokens.enumerated() {
            if token.form == Self.even, !theirs.contains(Self.even) {
                features[.evenAdded] = 1
                note(.condition, index..<index + 1, "no source goes so far", 1)
            } else if Self.extending.contains(token.form), !theirs.contains(token.form) {
                features[.extended] = min(3, features[.extended] + closeness)
            } else if token.form == Self.well, index > 0, reading.tokens[index - 1].form == Self.as_,
                !theirs.contains(Self.well)
            {
                features[.extended] = min(3, features[.extended] + closeness)
            }
        }
    }

    /// What stands only in parts of the sources that later ones replace.
    private mutating func examineStale(_ parts: GroundingSegments) {
        guard sources.hasStale else { return }
        let speaksOfPast = reading.tokens.contains { Self.bygone.contains($0.form) || $0.traits.contains(.past) }
        var total = 0.0
        var old = 0.0
        var new = 0.0
        var oldNumbers = 0.0
        for atom in parts.atoms {
            let token = reading.tokens[atom.token]
            total += atom.weight
            var isOld = false
            var isNew = false
            if atom.quantity >= 0 {
                let own = reading.quantities[Int(atom.quantity)]
                for unit in sources.units.prefix(200) {
                    if sources.quantities[unit.quantities.prefix(40)].contains(where: { own.agrees(with: $0) }) {
                        if unit.isStale { isOld = true } else { isNew = true }
                    }
                }
                if isOld, !isNew { oldNumbers += 1 }
            } else {
                (isOld, isNew) = sources.ages(of: token)
            }
            if isOld, !isNew { old += atom.weight }
            if isNew, !isOld { new += atom.weight }
        }
        guard total > 0 else { return }
        let factor = speaksOfPast ? 0.3 : 1
        features[.staleShare] = old / total * factor
        features[.staleNumbers] = min(2, oldNumbers) * factor
        features[.staleMore] = max(-2, min(3, old - new)) * factor
        if old >= 1, old / total > 0.3, !speaksOfPast {
            note(.outdated, 0..<reading.tokens.count, "only a replaced passage says so", 1 + old / total)
        }
    }

    private static let bygone = hashes(
        "was were used until previously formerly earlier before old replaced replaces longer anymore past")
}
