/// The smallest of the numbers it is shown, as a heap whose first one is the largest.
struct SmallestKeys {
    private let count: Int
    private(set) var keys: [Float] = []
    /// Numbers from this on are not among the smallest.
    private(set) var limit = Float.infinity

    /// Creates an empty collection for the `count` smallest; at least 1.
    init(count: Int) {
        self.count = count
    }

    /// Shows a number. O(log count).
    @inline(__always)
    mutating func add(_ key: Float) {
        guard key < limit else { return }
        if keys.count == count {
            sink(key, from: 0)
            limit = keys[0]
        } else {
            append(key)
        }
    }

    private mutating func append(_ key: Float) {
        keys.append(key)
        guard keys.count == count else { return }
        for place in stride(from: count / 2 - 1, through: 0, by: -1) { sink(keys[place], from: place) }
        limit = keys[0]
    }

    /// Puts a number into a place, or below it where larger ones are there.
    private mutating func sink(_ key: Float, from start: Int) {
        var place = start
        while true {
            var child = 2 * place + 1
            guard child < keys.count else { break }
            if child + 1 < keys.count, keys[child + 1] > keys[child] { child += 1 }
            guard keys[child] > key else { break }
            keys[place] = keys[child]
            place = child
        }
        keys[place] = key
    }
}
