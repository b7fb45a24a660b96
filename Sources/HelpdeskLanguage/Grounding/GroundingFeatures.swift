/// What speaks for and against a sentence, in numbers.
struct GroundingFeatures: Sendable {
    /// The names of the values, in order.
    static let names = [
        "novel share", "novel weight", "not in passage share", "beside share", "clause novel share",
        "clause novel weight",
        "clause far share", "novel names", "far names", "quantities missing", "weak quantities missing",
        "quantities in passage only", "quantities in other passages", "quantity roles", "bounds", "opposed share",
        "opposed words",
        "opposed strong", "contrasts", "addresses missing", "steps novel", "limits dropped", "only dropped",
        "absolutes added",
        "reason novel", "promises added", "limits added", "outdated", "related share", "exact share", "length",
        "clauses",
        "negations differ", "best score", "names swapped", "outdated hard", "modal", "working time", "quantities",
        "foreign",
        "number replaced", "clause parity", "parity close", "labels", "inversions", "names beside", "split",
        "clause novel contrast",
        "earlier novel share", "earlier exact share", "opposed close", "missing close", "second novel",
        "conditions dropped",
        "unmatched source", "unmatched names",
        "contrast close", "names replaced", "slots", "opposed core", "opposed core close", "opposed antonym", "bygone",
        "bygone numbers",
        "absolutes close", "role ratio", "quantifiers", "numbers close", "exchanged", "segment role",
        "crossed", "turned", "turned close", "part number", "only lost", "substitute novel", "substitute known",
        "part novel", "novel run", "novel run close", "even added", "extended", "stale share", "stale numbers",
        "stale more", "novel excess", "absent excess", "untaken",
        "topic share", "topic novel", "topic weight", "topic best", "topic asked", "topic unanswered",
    ]

    var values = [Double](repeating: 0, count: names.count)

    subscript(name: Name) -> Double {
        get { values[name.rawValue] }
        set { values[name.rawValue] = newValue }
    }

    /// The places of the values.
    enum Name: Int {
        case novelShare, novelWeight, farShare, besideShare, clauseNovelShare, clauseNovelWeight, clauseFarShare,
            novelNames
        case farNames, quantitiesMissing, weakQuantitiesMissing, quantitiesInPassage, quantitiesElsewhere, quantityRoles
        case bounds, opposedShare, opposedWords, opposedStrong, contrasts, addresses, stepsNovel, limitsDropped,
            onlyDropped
        case absolutesAdded, reasonNovel, promisesAdded, limitsAdded, outdated, relatedShare, exactShare, length,
            clauses
        case negationsDiffer, bestScore, namesSwapped, outdatedHard, modal, workingTime, quantities, foreign
        case numberReplaced, clauseParity, parityClose, labels, inversions, namesBeside, split, clauseNovelContrast
        case earlierNovelShare, earlierExactShare, opposedClose, missingClose, secondNovel, conditionsDropped
        case unmatchedSource, unmatchedNames, contrastClose, namesReplaced, slots, opposedCore, opposedCoreClose,
            opposedAntonym
        case bygone, bygoneNumbers, absolutesClose, roleRatio, quantifiers, numbersClose, exchanged, segmentRole
        case crossed, turned, turnedClose, partNumber, onlyLost, substituteNovel, substituteKnown, partNovel, novelRun
        case novelRunClose, evenAdded, extended, staleShare, staleNumbers, staleMore, novelExcess, absentExcess, untaken
        case topicShare, topicNovel, topicWeight, topicBest, topicAsked, topicUnanswered
    }
}

extension GroundingFeatures {
    /// The features that tell of a kind of problem.
    private static func names(of kind: GroundingProblem.Kind) -> [Name] {
        switch kind {
        case .number:
            [
                .quantitiesMissing, .weakQuantitiesMissing, .quantitiesInPassage, .quantitiesElsewhere, .quantityRoles,
                .bounds,
                .workingTime, .numberReplaced, .roleRatio, .numbersClose, .exchanged,
                .segmentRole, .partNumber,
            ]
        case .negation:
            [
                .opposedShare, .opposedWords, .opposedStrong, .negationsDiffer, .clauseParity, .parityClose,
                .opposedClose,
                .opposedCore, .opposedCoreClose, .opposedAntonym, .turned, .turnedClose,
            ]
        case .name:
            [
                .novelNames, .farNames, .contrasts, .namesSwapped, .labels, .inversions, .namesBeside, .unmatchedNames,
                .contrastClose,
                .namesReplaced, .slots, .split, .crossed, .substituteNovel, .substituteKnown,
            ]
        case .link: [.addresses]
        case .step: [.stepsNovel]
        case .condition:
            [
                .limitsDropped, .onlyDropped, .modal, .conditionsDropped, .limitsAdded, .unmatchedSource, .onlyLost,
                .evenAdded,
            ]
        case .promise: [.absolutesAdded, .reasonNovel, .promisesAdded, .absolutesClose, .quantifiers, .extended]
        case .outdated: [.outdated, .outdatedHard, .bygone, .bygoneNumbers, .staleShare, .staleNumbers, .staleMore]
        case .refusal: []
        case .unrelated:
            [
                .novelShare, .novelWeight, .farShare, .clauseNovelShare, .clauseNovelWeight, .clauseFarShare,
                .clauseNovelContrast,
                .missingClose, .partNovel, .novelRun, .novelRunClose, .novelExcess,
            ]
        }
    }

    /// The features as if there were no problems of some kinds.
    func without(_ kinds: Set<GroundingProblem.Kind>) -> GroundingFeatures {
        var features = self
        for kind in kinds { for name in Self.names(of: kind) { features[name] = 0 } }
        return features
    }
}
