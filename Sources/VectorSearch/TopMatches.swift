/// The nearest of the matches it is shown: by distance, then by id.
struct TopMatches {
    let count: Int
    private let room: Int
    private var matches: [VectorMatch] = []
    /// Matches farther than this are not among the nearest.
    private(set) var limit = Float.infinity

    /// Creates an empty collection for the `count` nearest; at least 1.
    init(count: Int) {
        self.count = count
        room = count + max(64, count)
        matches.reserveCapacity(min(room, 4096))
    }

    /// Shows a match. O(log count) on average.
    @inline(__always)
    mutating func add(_ id: VectorID, distance: Float) {
        guard distance <= limit else { return }
        matches.append(VectorMatch(id: id, distance: distance))
        if matches.count >= room { prune() }
    }

    /// The nearest, in order.
    mutating func sorted() -> [VectorMatch] {
        prune()
        return matches
    }

    private mutating func prune() {
        matches.sort(by: Self.precedes)
        guard matches.count >= count else { return }
        matches.removeSubrange(count...)
        limit = matches[count - 1].distance
    }

    static func precedes(_ a: VectorMatch, _ b: VectorMatch) -> Bool {
        a.distance != b.distance ? a.distance < b.distance : a.id < b.id
    }
}
