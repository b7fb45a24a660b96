/// The best of many approximately scored rows: a superset of the `count` best by exact score.
///
/// Two roundings of the same inner product differ, so a row is dropped only when `count` others are better by more than
/// `margin`. The rows left are then scored exactly, which makes the outcome independent of the BLAS.
package struct ShortList {
    private let count: Int
    private let margin: Float
    private var entries: [(key: Float, row: UInt32)] = []
    private var room: Int
    /// Keys above this cannot be among the best.
    package private(set) var limit = Float.infinity

    /// Creates an empty list.
    ///
    /// - Parameters:
    ///   - count: How many rows are wanted; at least 1.
    ///   - margin: How far two keys may be wrong relative to each other.
    package init(count: Int, margin: Float) {
        self.count = count
        self.margin = margin
        room = 2 * count + 256
    }

    /// Adds a row; smaller keys are better.
    @inline(__always)
    package mutating func add(key: Float, row: UInt32) {
        guard key <= limit else { return }
        entries.append((key, row))
        if entries.count >= room { prune() }
    }

    /// The rows that may be among the best, in ascending order.
    package mutating func rows() -> [UInt32] {
        prune()
        return entries.map(\.row).sorted()
    }

    private mutating func prune() {
        guard entries.count > count else { return }
        entries.sort { ($0.key, $0.row) < ($1.key, $1.row) }
        limit = entries[count - 1].key + margin
        let end = entries.firstIndex { $0.key > limit } ?? entries.count
        entries.removeSubrange(end...)
        room = 2 * max(entries.count, count) + 256
    }
}
