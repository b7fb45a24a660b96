/// Numbered lists of the same steps in another order.
enum ListOrder {
    /// The least share of words, Dice's, from which two steps are the same.
    private static let sameStep = 0.75

    /// A step of both lists that stands before another in the left list and after it in the right one.
    static func finding(_ left: [Statement], _ right: [Statement]) -> (left: Statement, right: Statement)? {
        let ownSteps = left.filter { $0.ordinal != nil && $0.tokens.count >= 2 }
        let otherSteps = right.filter { $0.ordinal != nil && $0.tokens.count >= 2 }
        guard ownSteps.count >= 2, otherSteps.count >= 2 else { return nil }
        // Lists that begin anew are several lists.
        guard isAscending(ownSteps), isAscending(otherSteps) else { return nil }
        var matches: [(Int, Int)] = []
        for (i, a) in ownSteps.enumerated() {
            let same = otherSteps.indices.filter { j in
                2 * Double(HealthText.shared(a.tokens, otherSteps[j].tokens))
                    >= sameStep * Double(a.tokens.count + otherSteps[j].tokens.count)
            }
            if same.count == 1 { matches.append((i, same[0])) }
        }
        guard matches.count >= 2, matches.count * 2 >= max(ownSteps.count, otherSteps.count) else { return nil }
        for (first, second) in zip(matches, matches.dropFirst()) where first.1 > second.1 {
            return (ownSteps[first.0], otherSteps[first.1])
        }
        return nil
    }

    private static func isAscending(_ steps: [Statement]) -> Bool {
        zip(steps, steps.dropFirst()).allSatisfy { ($0.ordinal ?? 0) < ($1.ordinal ?? 0) }
    }
}
