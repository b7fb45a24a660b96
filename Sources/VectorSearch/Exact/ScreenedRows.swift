/// The rows that may be among the nearest to a query, as far as their bounds tell.
struct ScreenedRows {
    /// More rows than this are not kept: measuring all in order is faster then.
    private let most: Int
    /// The smallest of what keys are at most.
    private var nearest: SmallestKeys
    /// Bounds and rows, packed so that they order as whole numbers.
    private var entries: [UInt64] = []
    private var room = 256
    /// Whether there are too many.
    private(set) var isOverfull = false

    /// Creates an empty collection.
    ///
    /// - Parameters:
    ///   - wanted: How many rows are to be found; at least 1.
    ///   - total: How many there are.
    init(wanted: Int, total: Int) {
        most = max(4 * wanted, min(total / 4, 32_768))
        nearest = SmallestKeys(count: wanted)
    }

    /// Rows with a bound above this are not among the nearest.
    var limit: Float { isOverfull ? -.infinity : nearest.limit }

    /// Adds a row whose key is from `bound` to `upperBound`.
    @inline(__always)
    mutating func add(_ row: UInt32, bound: Float, upperBound: Float) {
        guard bound <= limit else { return }
        nearest.add(upperBound)
        entries.append(Self.pack(bound, row))
        if entries.count >= room { prune() }
    }

    /// Adds what was found among other rows.
    mutating func merge(_ other: ScreenedRows) {
        for key in other.nearest.keys { nearest.add(key) }
        entries += other.entries
        isOverfull = isOverfull || other.isOverfull
        prune()
    }

    /// The rows left and their bounds, the least bound first.
    mutating func sorted() -> [(row: UInt32, bound: Float)] {
        prune()
        entries.sort()
        return entries.map { (UInt32(truncatingIfNeeded: $0), Self.bound($0)) }
    }

    private mutating func prune() {
        let limit = limit
        entries.removeAll { Self.bound($0) > limit }
        if entries.count > most { isOverfull = true }
        if isOverfull { entries = [] }
        room = 2 * entries.count + 256
    }

    private static func pack(_ bound: Float, _ row: UInt32) -> UInt64 {
        let bits = bound.bitPattern
        return UInt64(bits >> 31 == 0 ? bits | 1 << 31 : ~bits) << 32 | UInt64(row)
    }

    private static func bound(_ entry: UInt64) -> Float {
        let bits = UInt32(entry >> 32)
        return Float(bitPattern: bits >> 31 == 0 ? ~bits : bits & ~(1 << 31))
    }
}
