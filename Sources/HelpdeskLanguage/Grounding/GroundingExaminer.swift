/// Weighs a sentence against its alignment: fills the features and names the problems.
struct GroundingExaminer {
    /// A problem by tokens of the reading.
    struct Finding {
        var kind: GroundingProblem.Kind
        var tokens: Range<Int>
        var detail: String
        /// How much it weighs among others of the sentence.
        var weight: Double
    }

    let reading: GroundingReading
    let aligner: GroundingAligner
    let sources: GroundingCheck.Sources
    var features = GroundingFeatures()
    private(set) var findings: [Finding] = []

    init(_ reading: GroundingReading, _ aligner: GroundingAligner, _ sources: GroundingCheck.Sources) {
        self.reading = reading
        self.aligner = aligner
        self.sources = sources
        examineWords()
        examineQuantities()
        examineSegments()
        examinePolarity()
        examineContrasts()
        examineCues()
        examineOutdated()
        examineTopic()
        examineParts()
        let closeness = features[.exactShare] * features[.exactShare]
        features[.opposedClose] = features[.opposedStrong] * closeness
        features[.missingClose] = min(2, features[.novelWeight]) * closeness
        features[.clauses] = Double(min(6, aligner.clauses.count))
        features[.foreign] = sources.isForeign ? 1 : 0
    }

    mutating func note(_ kind: GroundingProblem.Kind, _ tokens: Range<Int>, _ detail: String, _ weight: Double) {
        findings.append(Finding(kind: kind, tokens: tokens, detail: detail, weight: weight))
    }

    // MARK: Words

    private mutating func examineWords() {
        var total = 0.0
        var byLevel = [Double](repeating: 0, count: 6)
        var exact = 0.0
        for word in aligner.words {
            let token = reading.tokens[word.token]
            let weight = token.weight * (token.traits.contains(.foreign) ? 0.3 : 1)
            total += weight
            byLevel[word.level] += weight
            if word.level >= 3, word.strength >= 1 { exact += weight }
            if token.traits.contains(.name) {
                if word.level == 0 {
                    features[.novelNames] += 1
                    note(.name, word.token..<word.token + 1, "no source names it", 1)
                } else if word.level == 1 {
                    features[.farNames] += 1
                }
            }
        }
        features[.length] = min(30, total)
        guard total > 0 else { return }
        features[.novelShare] = byLevel[0] / total
        features[.novelWeight] = min(6, byLevel[0])
        features[.farShare] = (byLevel[0] + byLevel[1]) / total
        features[.besideShare] = byLevel[5] / total
        features[.exactShare] = exact / total
        features[.relatedShare] = (byLevel[3] + byLevel[4] + byLevel[5] - exact) / total
        features[.bestScore] = min(8, aligner.clauses.map(\.score).max() ?? 0)
        var shares: [Double] = []
        for clause in aligner.clauses {
            var weight = 0.0
            var novel = 0.0
            var far = 0.0
            for word in aligner.words[clause.words] {
                let token = reading.tokens[word.token]
                let own = token.weight * (token.traits.contains(.foreign) ? 0.3 : 1)
                weight += own
                if word.level == 0 { novel += own }
                if word.level < 3 { far += own }
            }
            guard weight >= 1 else { continue }
            shares.append(novel / weight)
            let isStep = isImperative(clause)
            if isStep { features[.stepsNovel] = max(features[.stepsNovel], novel) }
            if novel / weight > features[.clauseNovelShare], weight >= 1.5 {
                features[.clauseNovelShare] = novel / weight
            }
            features[.clauseNovelWeight] = max(features[.clauseNovelWeight], min(5, novel))
            if weight >= 1.5 { features[.clauseFarShare] = max(features[.clauseFarShare], far / weight) }
            if novel >= 1, novel / weight > 0.4 {
                note(
                    isStep ? .step : .unrelated, clause.tokens,
                    isStep ? "no source has this step" : "no source speaks of it", novel)
            }
        }
        contrast(shares)
    }

    private mutating func contrast(_ shares: [Double]) {
        guard shares.count > 1, let most = shares.max() else { return }
        let rest = (shares.reduce(0, +) - most) / Double(shares.count - 1)
        features[.clauseNovelContrast] = most - rest
    }

    private func isImperative(_ clause: GroundingAligner.Clause) -> Bool {
        for index in clause.tokens.prefix(3) {
            let token = reading.tokens[index]
            if token.traits.contains(.imperative), !token.traits.contains(.capital) || index == clause.tokens.lowerBound
            {
                return true
            }
            guard
                token.traits.contains(.conjunction) || token.traits.contains(.courtesy) || token.traits.contains(.stop)
                    || token.traits.contains(.quantity) || token.traits.contains(.light)
            else { return false }
            if token.traits.contains(.verbal) { return false }
        }
        return false
    }

    // MARK: Quantities

    private func clause(of token: Int) -> GroundingAligner.Clause? {
        aligner.clauses.first { $0.tokens.contains(token) }
    }

    private mutating func examineQuantities() {
        features[.quantities] = Double(min(6, reading.quantities.count))
        for (number, quantity) in reading.quantities.enumerated() {
            if isListNumber(quantity) { continue }
            let clause = clause(of: quantity.tokens.lowerBound)
            let unit = clause?.unit ?? -1
            examineReplacement(quantity, clause)
            let agreeing = sources.quantities.indices.filter { quantity.agrees(with: sources.quantities[$0]) }
            guard !agreeing.isEmpty else {
                if quantity.isWeak {
                    features[.weakQuantitiesMissing] += 1
                } else {
                    features[.quantitiesMissing] += 1
                    note(.number, quantity.tokens, "no source has this number", 2)
                }
                continue
            }
            if agreeing.allSatisfy({ sources.tokens[sources.quantities[$0].tokens.lowerBound].traits.contains(.bygone) }
            ) {
                features[.bygoneNumbers] += 1
                note(.outdated, quantity.tokens, "so it was before", 1.5)
            }
            if quantity.isWeak { continue }
            var places = agreeing.filter { place in unitOf(place).map { $0 == unit || $0 == clause?.second } ?? false }
            if places.isEmpty, unit >= 0 {
                let inBest = agreeing.filter { place in unitOf(place).map { aligner.best.contains($0) } ?? false }
                let passage = sources.units[unit].passage
                let inside = agreeing.filter { place in
                    unitOf(place).map { sources.units[$0].passage == passage } ?? false
                }
                if inBest.isEmpty {
                    if inside.isEmpty {
                        features[.quantitiesElsewhere] += 1
                    } else {
                        features[.quantitiesInPassage] += 1
                    }
                    note(.number, quantity.tokens, "the source has this number for something else", 0.8)
                }
                places = inBest.isEmpty ? (inside.isEmpty ? agreeing : inside) : inBest
            }
            examineRole(quantity, number, places, unit)
        }
    }

    /// Whether the sentence of the sources has another number in its place, which the answer does not have.
    private mutating func examineReplacement(_ quantity: Quantity, _ clause: GroundingAligner.Clause?) {
        guard let clause, clause.unit >= 0, !quantity.isWeak else { return }
        let its = sources.quantities[sources.units[clause.unit].quantities]
        guard !its.contains(where: { quantity.agrees(with: $0) }) else { return }
        let rival = its.first { other in
            other.isComparable(with: quantity) && !other.isWeak
                && !reading.quantities.contains { $0.agrees(with: other) }
        }
        guard rival != nil else { return }
        features[.numberReplaced] += 1
        features[.numbersClose] = max(features[.numbersClose], clause.closeness)
        note(.number, quantity.tokens, "the source has another number here", 1.5)
    }

    /// "1." at the beginning of a sentence numbers it.
    private func isListNumber(_ quantity: Quantity) -> Bool {
        quantity.tokens.lowerBound == 0 && quantity.dimension == .none && quantity.number < 30
            && reading.tokens.count > 1
            && reading.tokens[1].gap == .strong && reading.tokens[0].traits.contains(.quantity)
    }

    private func unitOf(_ quantity: Int) -> Int? {
        var low = 0
        var high = sources.units.count
        while low < high {
            let middle = (low + high) / 2
            if sources.units[middle].quantities.upperBound <= quantity { low = middle + 1 } else { high = middle }
        }
        return low < sources.units.count && sources.units[low].quantities.contains(quantity) ? low : nil
    }

    /// How well the words around a number of the answer go with the words around one of the sources.
    private func affinity(_ quantity: Quantity, _ other: Quantity, in unit: Int) -> Double {
        var score = 0.0
        let range = sources.units[unit].tokens
        for word in aligner.words {
            let token = reading.tokens[word.token]
            let distance =
                word.token < quantity.tokens.lowerBound
                ? quantity.tokens.lowerBound - word.token : word.token - quantity.tokens.upperBound + 1
            guard distance <= 10 else { continue }
            let isInClause = token.clause == reading.tokens[quantity.tokens.lowerBound].clause
            let crossed = Int(abs(token.segment - reading.tokens[quantity.tokens.lowerBound].segment))
            var nearest = Int.max
            var strength = 0.0
            for place in range where !sources.tokens[place].traits.contains(.merged) {
                let match = GroundingMatch.of(token, sources.tokens[place])
                guard match.strength > 0 else { continue }
                var apart =
                    place < other.tokens.lowerBound
                    ? other.tokens.lowerBound - place : place - other.tokens.upperBound + 1
                apart += 4 * Int(abs(sources.tokens[place].segment - sources.tokens[other.tokens.lowerBound].segment))
                if apart < nearest {
                    nearest = apart
                    strength = match.strength
                }
            }
            guard nearest < Int.max else { continue }
            score +=
                token.weight * strength * (isInClause ? 1 : 0.5) / Double(2 + distance + 4 * crossed)
                / Double(2 + nearest)
        }
        return score * 10
    }

    private mutating func examineRole(_ quantity: Quantity, _ number: Int, _ places: [Int], _ unit: Int) {
        guard let place = places.first, let home = unitOf(place) else { return }
        var own = 0.0
        for place in places.prefix(8) {
            guard let home = unitOf(place) else { continue }
            own = max(own, affinity(quantity, sources.quantities[place], in: home))
        }
        var rival = 0.0
        var rivals: [Int] = Array(sources.units[home].quantities)
        if unit >= 0, unit != home { rivals += Array(sources.units[unit].quantities) }
        for other in rivals.prefix(24)
        where !quantity.agrees(with: sources.quantities[other]) && !sources.quantities[other].isWeak {
            guard
                sources.quantities[other].isComparable(with: quantity)
                    || quantity.agrees(with: sources.quantities[place])
                        && sources.quantities[other].isComparable(with: sources.quantities[place]),
                let its = unitOf(other)
            else { continue }
            rival = max(rival, affinity(quantity, sources.quantities[other], in: its))
        }
        let gap = min(3, max(0, rival - own))
        if rival + own > 0.05 { features[.roleRatio] = max(features[.roleRatio], (rival - own) / (rival + own)) }
        if gap > features[.quantityRoles] { features[.quantityRoles] = gap }
        if gap > 0.3 { note(.number, quantity.tokens, "the source gives this number to something else", gap) }
        let source = sources.quantities[place]
        if quantity.bound != 0, source.bound == -quantity.bound {
            features[.bounds] += 1
            note(.condition, quantity.tokens, "the source has the opposite bound", 1)
        }
        if quantity.isWorkingTime != source.isWorkingTime, quantity.dimension == .duration,
            source.dimension == .duration
        {
            features[.workingTime] += 1
        }
    }

    /// How much of the words beside a number of the answer stand beside a number of the sources.
    private func shared(_ quantity: Quantity, _ other: Int) -> Double {
        guard let home = unitOf(other) else { return 0 }
        let unit = sources.units[home]
        let place = sources.tokens[sources.quantities[other].tokens.lowerBound].segment
        let own = reading.tokens[quantity.tokens.lowerBound].segment
        let name = label(unit)
        var score = 0.0
        for word in aligner.words where reading.tokens[word.token].segment == own {
            let token = reading.tokens[word.token]
            var strength = 0.0
            for index in unit.tokens where sources.tokens[index].segment == place || name.contains(index) {
                guard !sources.tokens[index].traits.contains(.merged) else { continue }
                let match = GroundingMatch.of(token, sources.tokens[index])
                if !match.isOpposite { strength = max(strength, match.strength) }
            }
            score += strength * token.weight
        }
        return score
    }

    /// Whether numbers stand beside the words of other numbers.
    private mutating func examineSegments() {
        var homes: [(quantity: Quantity, places: [Int])] = []
        for quantity in reading.quantities.prefix(12) where !quantity.isWeak && !isListNumber(quantity) {
            let near = clause(of: quantity.tokens.lowerBound).map { [$0.unit, $0.second] } ?? []
            var places: [Int] = []
            var rivals: [Int] = []
            for unit in Set(near + aligner.best) where unit >= 0 {
                for place in sources.units[unit].quantities.prefix(16) where !sources.quantities[place].isWeak {
                    if quantity.agrees(with: sources.quantities[place]) {
                        places.append(place)
                    } else if quantity.isComparable(with: sources.quantities[place]) {
                        rivals.append(place)
                    }
                }
            }
            guard !places.isEmpty else { continue }
            homes.append((quantity, places))
            let own = places.map { shared(quantity, $0) }.max() ?? 0
            let rival = rivals.map { shared(quantity, $0) }.max() ?? 0
            if rival - own > features[.segmentRole] { features[.segmentRole] = min(4, rival - own) }
        }
        for (index, first) in homes.enumerated() {
            for second in homes.dropFirst(index + 1)
            where first.quantity.isComparable(with: second.quantity) && !first.quantity.agrees(with: second.quantity) {
                let straight =
                    (first.places.map { shared(first.quantity, $0) }.max() ?? 0)
                    + (second.places.map { shared(second.quantity, $0) }.max() ?? 0)
                let crossed =
                    (second.places.map { shared(first.quantity, $0) }.max() ?? 0)
                    + (first.places.map { shared(second.quantity, $0) }.max() ?? 0)
                if crossed > straight + 0.7 {
                    features[.exchanged] = max(features[.exchanged], min(4, crossed - straight))
                    note(.number, first.quantity.tokens, "the sources have these numbers the other way round", 3)
                }
            }
        }
    }

    // MARK: Polarity

    private mutating func examinePolarity() {
        var opposed = 0.0
        var matched = 0.0
        for clause in aligner.clauses {
            var own = 0.0
            var against = 0.0
            for word in aligner.words[clause.words] where word.level == 5 {
                let token = reading.tokens[word.token]
                let weight = token.weight * word.strength
                own += weight
                if word.isOpposed {
                    let partner = sources.tokens[word.partner]
                    let differs = token.traits.contains(.negated) != partner.traits.contains(.negated)
                    if differs, (token.traits.contains(.negated) ? token : partner).traits.contains(.core) {
                        features[.opposedCore] = max(features[.opposedCore], word.strength)
                        features[.opposedCoreClose] = max(features[.opposedCoreClose], clause.closeness)
                        note(.negation, clause.tokens, "a source says the opposite", 1 + clause.closeness)
                    } else if !differs, token.weight >= 1 {
                        features[.opposedAntonym] = max(features[.opposedAntonym], clause.closeness + 0.2)
                    }
                    against += weight
                    if word.strength >= 0.6, token.weight >= 1 { features[.opposedWords] += 1 }
                }
            }
            matched += own
            opposed += against
            if own > 0, against / own > features[.opposedStrong], against >= 0.5 {
                features[.opposedStrong] = against / own
            }
            if against >= 0.5, against / max(own, 0.1) > 0.3 {
                note(.negation, clause.tokens, "a source says the opposite", against)
            }
            guard clause.unit >= 0 else { continue }
            let mine = reading.tokens[clause.tokens].count { $0.traits.contains(.negator) }
            let theirs = sources.tokens[sources.units[clause.unit].tokens].count { $0.traits.contains(.negator) }
            if (mine > 0) != (theirs > 0), own > 1 { features[.negationsDiffer] += 1 }
        }
        examineClauses()
        features[.opposedShare] = matched > 0 ? opposed / matched : 0
        features[.opposedWords] = min(5, features[.opposedWords])
    }

    /// Negations, order and labels of clauses against the clauses of the sources.
    private mutating func examineClauses() {
        for clause in aligner.clauses where clause.unit >= 0 && clause.sourceClause >= 0 {
            let unit = sources.units[clause.unit]
            let place = unit.tokens.filter { sources.tokens[$0].clause == clause.sourceClause }
            guard let first = place.first, let last = place.last else { continue }
            var odd = reading.tokens[clause.tokens].count { $0.traits.contains(.negator) }
            odd += sources.tokens[first...last].count { $0.traits.contains(.negator) }
            var exact = 0.0
            var total = 0.0
            var turned = 0
            var order: [Int] = []
            var apart = 0.0
            for word in aligner.words[clause.words] {
                let token = reading.tokens[word.token]
                total += token.weight
                guard word.level == 5 else { continue }
                if word.strength >= 1 { exact += token.weight }
                if sources.tokens[word.partner].clause != clause.sourceClause {
                    apart += token.weight
                    continue
                }
                let agrees = token.traits.contains(.negated) == sources.tokens[word.partner].traits.contains(.negated)
                if word.isOpposed, agrees { turned += 1 }
                if token.weight >= 1, word.strength >= 0.8 { order.append(word.partner) }
            }
            if total > 0 { features[.split] = max(features[.split], apart / total) }
            guard total >= 1 else { continue }
            let closeness = exact / total
            if (odd + turned) % 2 == 1 {
                features[.clauseParity] = max(features[.clauseParity], clause.sourceShare)
                features[.parityClose] = max(features[.parityClose], closeness * closeness)
            }
            var inversions = 0.0
            for i in order.indices { for j in order.indices where j > i && order[j] < order[i] { inversions += 1 } }
            if order.count > 1 {
                features[.inversions] = max(
                    features[.inversions], inversions / Double(order.count * (order.count - 1) / 2) * closeness)
            }
            // What the clause of the sources says besides.
            var left = 0.0
            var names = 0.0
            var whole = 0.0
            for index in first...last where sources.tokens[index].isContent {
                let weight = sources.tokens[index].weight
                whole += weight
                if aligner.words.contains(where: { $0.partner == index }) { continue }
                left += weight
                if sources.tokens[index].traits.contains(.name) { names += 1 }
            }
            if whole > 0, closeness > 0.4 {
                features[.unmatchedSource] = max(features[.unmatchedSource], left / whole)
                features[.unmatchedNames] = max(features[.unmatchedNames], min(3, names))
            }
            examineLabel(clause, unit)
            examineConditions(clause, unit)
        }
    }

    /// The tokens before a colon or bracket at the beginning of a sentence of the sources: what it is about.
    private func label(_ unit: GroundingCheck.Sources.Unit) -> Range<Int> {
        for index in unit.tokens.dropFirst().prefix(5) where sources.tokens[index].gap == .strong {
            return unit.tokens.lowerBound..<index
        }
        return unit.tokens.lowerBound..<unit.tokens.lowerBound
    }

    /// Whether a clause names the label of another line where it has the words of this one: the Pro plan with what Basic has.
    private mutating func examineLabel(_ clause: GroundingAligner.Clause, _ unit: GroundingCheck.Sources.Unit) {
        let own = label(unit)
        guard !own.isEmpty, own.contains(where: { sources.tokens[$0].isContent }) else { return }
        let named = own.contains { place in
            sources.tokens[place].isContent
                && aligner.words.contains {
                    GroundingMatch.of(reading.tokens[$0.token], sources.tokens[place]).strength >= 0.8
                }
        }
        guard !named else { return }
        for other in sources.passages[unit.passage].units.prefix(60) where other != clause.unit {
            let its = label(sources.units[other])
            let word = aligner.words[clause.words].first { word in
                reading.tokens[word.token].weight >= 1
                    && its.contains {
                        sources.tokens[$0].stem == reading.tokens[word.token].stem && sources.tokens[$0].isContent
                    }
            }
            guard let word else { continue }
            features[.labels] += 1
            note(.name, word.token..<word.token + 1, "the source says this of something else", 1.3)
            return
        }
    }

    private static let conditions: Set<UInt64> = Set(
        ["if", "unless", "except", "provided", "only", "when", "once", "until"].map { WordScanner.hash($0.utf8) })

    /// A condition in the sentence of the sources of which the answer has no word.
    private mutating func examineConditions(_ clause: GroundingAligner.Clause, _ unit: GroundingCheck.Sources.Unit) {
        for index in unit.tokens
        where sources.tokens[index].traits.contains(.limit) && !sources.tokens[index].traits.contains(.merged) {
            let its = sources.tokens[index].clause
            var total = 0.0
            var found = 0.0
            for place in index..<unit.tokens.upperBound
            where sources.tokens[place].clause == its && sources.tokens[place].isContent {
                total += 1
                if aligner.words.contains(where: { $0.partner == place }) { found += 1 }
            }
            if total > 0, found == 0, its != clause.sourceClause || total <= 2 {
                features[.conditionsDropped] = min(3, features[.conditionsDropped] + 1)
            }
        }
    }

    // MARK: Names and their places

    private mutating func examineContrasts() {
        for clause in aligner.clauses where clause.unit >= 0 {
            let unit = sources.units[clause.unit]
            let taken = Set(aligner.words[clause.words].lazy.filter { $0.strength >= 0.8 }.map(\.partner))
            for (order, word) in zip(clause.words, aligner.words[clause.words]) {
                let token = reading.tokens[word.token]
                let isHome = word.level == 5 && sources.tokens[word.partner].clause == clause.sourceClause
                if isHome || word.level == 4 { continue }
                let place = unit.tokens.filter { word.level < 5 || sources.tokens[$0].clause == clause.sourceClause }
                let rival = place.first { GroundingMatch.exclude(token, sources.tokens[$0]) && !taken.contains($0) }
                if rival != nil {
                    features[.contrasts] += 1
                    features[.contrastClose] = max(features[.contrastClose], clause.closeness)
                    note(
                        .name, word.token..<word.token + 1, "the source has something else in its place",
                        1 + clause.closeness)
                } else if token.traits.contains(.name) {
                    if word.level > 0 { features[word.level < 3 ? .namesSwapped : .namesBeside] += 1 }
                    let other = place.first {
                        sources.tokens[$0].traits.contains(.name) && sources.tokens[$0].isContent && !taken.contains($0)
                    }
                    if other != nil {
                        features[.namesReplaced] = max(features[.namesReplaced], 0.3 + clause.closeness)
                        note(.name, word.token..<word.token + 1, "the source has another name here", 1)
                    }
                }
                if rival == nil, word.level < 5, token.weight >= 1 { examineSlot(order, clause, unit, taken) }
            }
        }
        features[.contrasts] = min(3, features[.contrasts])
        features[.namesSwapped] = min(3, features[.namesSwapped])
    }

    /// Whether a word stands between words of the sources where these have another word.
    private mutating func examineSlot(
        _ order: Int, _ clause: GroundingAligner.Clause, _ unit: GroundingCheck.Sources.Unit, _ taken: Set<Int>
    ) {
        let word = aligner.words[order]
        func neighbour(_ next: Int) -> Int? {
            guard clause.words.contains(next), aligner.words[next].level == 5, aligner.words[next].strength >= 1 else {
                return nil
            }
            return aligner.words[next].partner
        }
        func isFree(_ place: Int) -> Bool {
            unit.tokens.contains(place) && sources.tokens[place].isContent && !taken.contains(place)
                && sources.tokens[place].weight >= 1
        }
        let before = neighbour(order - 1)
        let after = neighbour(order + 1)
        var hit = false
        if let before, let after, after > before, after - before <= 5 {
            hit = (before + 1..<after).contains(where: isFree)
        } else if let before {
            hit = (before + 1...before + 2).contains(where: isFree)
        } else if let after {
            hit = (after - 2..<after).contains(where: isFree)
        }
        guard hit else { return }
        features[.slots] = max(features[.slots], clause.closeness * clause.closeness)
        note(.name, word.token..<word.token + 1, "the source has another word here", clause.closeness)
    }

    // MARK: Conditions, promises, reasons

    private static let only: Set<UInt64> = Set(["only", "solely", "exclusively"].map { WordScanner.hash($0.utf8) })
    private static let modals: Set<UInt64> = Set(
        ["may", "might", "could", "usually", "normally", "generally", "typically", "often", "sometimes"].map {
            WordScanner.hash($0.utf8)
        })

    private mutating func examineCues() {
        var theirs = Set<UInt64>()
        var limits = 0.0
        var onlyThere = false
        var modalThere = false
        for unit in aligner.best {
            for token in sources.tokens[sources.units[unit].tokens] {
                theirs.insert(token.stem)
                if token.traits.contains(.limit) { limits += 1 }
                if Self.only.contains(token.form) { onlyThere = true }
                if Self.modals.contains(token.form) { modalThere = true }
            }
        }
        var ownLimits = 0.0
        var onlyHere = false
        var modalHere = false
        for (index, token) in reading.tokens.enumerated() {
            if token.traits.contains(.limit) {
                ownLimits += 1
                if !theirs.contains(token.stem), Self.only.contains(token.form) { features[.limitsAdded] += 1 }
            }
            if Self.only.contains(token.form) { onlyHere = true }
            if Self.modals.contains(token.form) { modalHere = true }
            if token.traits.contains(.absolute), !theirs.contains(token.stem) {
                features[.absolutesAdded] += 1
                let near = clause(of: index)?.closeness ?? 0
                features[.absolutesClose] = max(features[.absolutesClose], near * near)
                note(.promise, index..<index + 1, "the sources do not go so far", 0.7)
            }
            if token.traits.contains(.promise), !theirs.contains(token.stem) {
                features[.promisesAdded] += 1
                note(.promise, index..<index + 1, "no source promises it", 0.6)
            }
            if token.traits.contains(.reason), let clause = clause(of: index) {
                var novel = 0.0
                for word in aligner.words[clause.words] where word.level < 3 {
                    novel += reading.tokens[word.token].weight
                }
                features[.reasonNovel] = max(features[.reasonNovel], min(4, novel))
            }
        }
        examineQuantifiers()
        features[.limitsDropped] = min(4, max(0, limits - ownLimits))
        features[.onlyDropped] = onlyThere && !onlyHere ? 1 : 0
        features[.modal] = modalThere && !modalHere ? 1 : 0
        features[.absolutesAdded] = min(3, features[.absolutesAdded])
        features[.promisesAdded] = min(3, features[.promisesAdded])
    }

    private static let scopes: Set<UInt64> = Set(
        [
            "all", "any", "every", "each", "both", "only", "some", "most", "never", "always", "first", "last", "either",
            "several",
        ]
        .map { WordScanner.hash($0.utf8) })

    /// "all" where the source has "some".
    private mutating func examineQuantifiers() {
        for clause in aligner.clauses where clause.unit >= 0 {
            let own = Set(reading.tokens[clause.tokens].lazy.map(\.form).filter(Self.scopes.contains))
            let its = Set(
                sources.tokens[sources.units[clause.unit].tokens].lazy.map(\.form).filter(Self.scopes.contains))
            guard !own.subtracting(its).isEmpty else { continue }
            features[.quantifiers] = max(
                features[.quantifiers], clause.closeness + (its.subtracting(own).isEmpty ? 0 : 0.5))
        }
    }

    // MARK: What a refusal is about

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordScanner.hash($0.utf8) })
    }
    private static let frame = hashes(
        "sorry afraid unfortunately however currently i we our my us tell confirm suggest ask asking check contact please guess able unable "
            + "advise looked checked found find anything nothing something rather available section explicitly specifically actually got "
            + "given overview rule rules set out benefits figures name names terms conditions i've way either case happens happen instead "
            + "unable help helps silent guidance setup word words figure question")
    private static let closings = hashes("so please only")
    private static let amounts = hashes(
        "long soon quickly many much often far late early old cost costs price fee limit age big heavy large fast high")

    private mutating func examineTopic() {
        var topic: [(word: GroundingAligner.Word, weight: Double)] = []
        var isClosing = false
        var seen = false
        for word in aligner.words {
            let token = reading.tokens[word.token]
            if seen, token.clause > 0, let clause = aligner.clauses.first(where: { $0.tokens.contains(word.token) }),
                reading.tokens[clause.tokens].prefix(3).contains(where: { Self.closings.contains($0.form) })
            {
                isClosing = true
            }
            if isClosing || token.traits.contains(.knowledge) || token.traits.contains(.mention)
                || Self.frame.contains(token.form)
            {
                continue
            }
            seen = true
            topic.append((word, token.weight))
        }
        let total = topic.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return }
        features[.topicWeight] = min(6, total)
        features[.topicNovel] = topic.reduce(0) { $0 + ($1.word.level == 0 ? $1.weight : 0) } / total
        features[.topicShare] = topic.reduce(0) { $0 + ($1.word.level >= 3 ? $1.weight * $1.word.strength : 0) } / total
        // The sentence of the sources with most of the topic.
        var best = 0.0
        var home = -1
        for unit in Set(aligner.clauses.flatMap { [$0.unit, $0.second] }) where unit >= 0 {
            var share = 0.0
            let context = sources.passages[sources.units[unit].passage].context
            for (word, weight) in topic {
                let token = reading.tokens[word.token]
                var strength = 0.0
                for place in Array(sources.units[unit].tokens) where !sources.tokens[place].traits.contains(.merged) {
                    strength = max(strength, GroundingMatch.of(token, sources.tokens[place]).strength)
                }
                if strength == 0,
                    context.contains(where: { GroundingMatch.of(token, sources.tokens[$0]).strength > 0.7 })
                {
                    strength = 0.5
                }
                share += strength * weight
            }
            if share / total > best || (share / total == best && unit < home) { (best, home) = (share / total, unit) }
        }
        features[.topicBest] = best
        if reading.tokens.contains(where: { Self.amounts.contains($0.form) }) {
            features[.topicAsked] = 1
            if home >= 0, sources.units[home].quantities.isEmpty { features[.topicUnanswered] = 1 }
        }
    }

    // MARK: Passages that another replaces

    private mutating func examineOutdated() {
        let speaksOfPast = reading.tokens.contains { $0.traits.contains(.past) || Self.formerly.contains($0.form) }
        for clause in aligner.clauses where clause.unit >= 0 {
            let unit = sources.units[clause.unit]
            let passage = sources.passages[unit.passage]
            var level = 0.0
            var hard = 0.0
            if unit.isPast, !speaksOfPast { level = 0.7 }
            for (index, other) in sources.passages.enumerated().prefix(40) where index != unit.passage {
                let newer = passage.year > 0 && other.year > passage.year
                var own = 0.0
                if passage.isOutdated, !other.isOutdated { own = 1 }
                if other.isReplacing, !passage.isReplacing { own = max(own, newer ? 1 : 0.8) }
                if newer, other.isReplacing || passage.isOutdated { own = 1.2 }
                guard own > 0 else { continue }
                let (topic, misses) = rival(clause, other)
                level = max(level, own * (0.3 + topic))
                if topic >= 0.3 { hard = max(hard, own * topic * (0.2 + misses)) }
            }
            var bygone = 0.0
            var matched = 0.0
            for word in aligner.words[clause.words] where word.level == 5 {
                matched += reading.tokens[word.token].weight
                if sources.tokens[word.partner].traits.contains(.bygone) { bygone += reading.tokens[word.token].weight }
            }
            if matched > 0, !speaksOfPast { features[.bygone] = max(features[.bygone], bygone / matched) }
            features[.outdated] = max(features[.outdated], level)
            if hard > features[.outdatedHard] { features[.outdatedHard] = hard }
            if hard > 0.3 || (unit.isPast && !speaksOfPast) {
                note(.outdated, clause.tokens, "another source replaces this one", 1 + hard)
            }
        }
    }

    private static let formerly: Set<UInt64> = Set(
        [
            "was", "were", "used", "until", "previously", "formerly", "earlier", "before", "no", "old", "replaced",
            "replaces",
        ]
        .map { WordScanner.hash($0.utf8) })

    /// How much a passage speaks of what a clause says, and how far it says otherwise.
    private func rival(_ clause: GroundingAligner.Clause, _ passage: GroundingCheck.Sources.Passage) -> (
        topic: Double, misses: Double
    ) {
        var best = (topic: 0.0, misses: 0.0)
        for index in passage.units.prefix(80) {
            let unit = sources.units[index]
            var total = 0.0
            var shared = 0.0
            var opposed = 0.0
            for word in aligner.words[clause.words] where word.level >= 3 {
                let token = reading.tokens[word.token]
                total += token.weight
                var strength = 0.0
                var isOpposed = false
                for place in unit.tokens where !sources.tokens[place].traits.contains(.merged) {
                    let match = GroundingMatch.of(token, sources.tokens[place])
                    guard match.strength > strength else { continue }
                    strength = match.strength
                    isOpposed =
                        match.isOpposite
                        == (token.traits.contains(.negated) == sources.tokens[place].traits.contains(.negated))
                }
                shared += strength * token.weight
                if isOpposed { opposed += strength * token.weight }
            }
            guard total > 0 else { continue }
            let topic = shared / total
            guard topic > best.topic else { continue }
            let its = sources.quantities[unit.quantities]
            var misses = opposed / total > 0.25 ? 1.0 : 0.0
            for quantity in reading.quantities
            where clause.tokens.contains(quantity.tokens.lowerBound) && !quantity.isWeak {
                if !its.contains(where: { quantity.agrees(with: $0) }) { misses = 1 }
            }
            best = (topic, misses)
        }
        return best
    }
}
