/// A number in a sentence with what it counts.
struct Quantity: Hashable, Sendable {
    /// Which side of a number holds.
    enum Bound: Hashable, Sendable { case exact, atLeast, atMost }

    /// The smallest and the largest number meant, in the smallest unit of the kind.
    var range: ClosedRange<Double>
    /// The unit, where it is a known one.
    var unit: Unit?
    /// The stems of the words that tell what is counted, where the unit is none; the first are the surest.
    var nouns: [String]
    /// What it is for each of: "month" in "per month".
    var rates: Set<String>
    /// Which side holds.
    var bound: Bound
    /// The words, for people.
    var words: String

    /// Whether two numbers count the same thing.
    func isComparable(to other: Quantity) -> Bool {
        guard rates == other.rates else { return false }
        if let unit, let otherUnit = other.unit {
            return unit.kind == otherUnit.kind && unit.currency == otherUnit.currency
        }
        guard unit == nil, other.unit == nil else { return false }
        return !Set(nouns).isDisjoint(with: other.nouns)
    }

    /// Whether two comparable numbers can both hold: they overlap, are the same but for conversion and rounding, or bound
    /// different sides.
    func agrees(with other: Quantity) -> Bool {
        switch (bound, other.bound) {
        case (.atLeast, .atMost), (.atMost, .atLeast): return true
        default: break
        }
        // 30 days and a month, 1 GB and 1024 MB.
        let slack = unit != nil && unit != other.unit ? 0.05 : 1e-9
        return range.lowerBound <= other.range.upperBound * (1 + slack)
            && other.range.lowerBound <= range.upperBound * (1 + slack)
    }
}
