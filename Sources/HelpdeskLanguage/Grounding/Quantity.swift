/// A number of a text with what it counts or measures.
struct Quantity: Hashable, Sendable {
    /// What a number measures.
    enum Dimension: Hashable, Sendable {
        case none, duration, months, percent, mass, length, volume, data, rate, power, energy, voltage, current
        case frequency, temperature, pressure, resolution, pixels, people, timeOfDay
        case currency(String)
    }

    /// The value in the base unit of its dimension.
    var value: Double
    /// The number as it is written.
    var number: Double
    /// Another reading: `2.500` is two and a half, or two thousand five hundred.
    var alternative: Double?
    var dimension = Dimension.none
    /// Whether it says little: "one", "a" hour.
    var isWeak = false
    /// Whether days are working days.
    var isWorkingTime = false
    /// 1 for "at least", -1 for "at most", 0 where neither is said.
    var bound: Int8 = 0
    /// Whether it belongs to a name: "Court 3".
    var isLabel = false
    /// The tokens it covers.
    var tokens: Range<Int>

    /// Whether another quantity of a source says the same.
    func agrees(with other: Quantity) -> Bool {
        if dimension == other.dimension {
            return Self.near(value, other.value) || alternative.map { Self.near($0, other.value) } ?? false
                || other.alternative.map { Self.near(value, $0) } ?? false
        }
        if isLabel && other.dimension != .none || other.isLabel && dimension != .none { return false }
        switch (dimension, other.dimension) {
        case (.none, .timeOfDay):
            return Self.near(number * 60, other.value) || Self.near((number + 12) * 60, other.value)
        case (.timeOfDay, .none): return Self.near(value, other.number * 60)
        case (.currency(let a), .currency(let b)):
            return (a == "CENT" || b == "CENT") && Self.near(value, other.value)
        case (.none, .percent) where number < 1, (.percent, .none) where other.number < 1:
            return Self.near(number < 1 ? number * 100 : number, other.number < 1 ? other.number * 100 : other.number)
        case (.none, _), (_, .none):
            return Self.near(number, other.number) || alternative.map { Self.near($0, other.number) } ?? false
                || other.alternative.map { Self.near(number, $0) } ?? false
        case (.currency("GBP"), .mass), (.mass, .currency("GBP")): return Self.near(number, other.number)
        case (.people, _), (_, .people): return Self.near(number, other.number)
        case (.months, .duration): return Self.isSpan(other.value, ofMonths: value)
        case (.duration, .months): return Self.isSpan(value, ofMonths: other.value)
        default: return false
        }
    }

    /// Whether both measure the same sort of thing, so that one could stand in the other's place.
    func isComparable(with other: Quantity) -> Bool {
        if dimension == other.dimension { return true }
        switch (dimension, other.dimension) {
        case (.currency, .currency), (.months, .duration), (.duration, .months): return true
        default: return false
        }
    }

    /// Whether seconds make so many months, of thirty days or a twelfth of a year.
    private static func isSpan(_ seconds: Double, ofMonths months: Double) -> Bool {
        near(seconds, months * 2_592_000) || near(seconds * 12, months * 31_536_000)
    }

    private static func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-6 * max(1, abs(a), abs(b)) }
}
