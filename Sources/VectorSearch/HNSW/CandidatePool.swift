/// The nearest candidates seen, in order, in memory lent by a ``Workspace``.
///
/// A sorted line instead of two heaps: at these widths moving a few hundred bytes is cheaper than keeping a heap, and the
/// next candidate to visit is always the first that was not.
struct CandidatePool {
    let candidates: UnsafeMutablePointer<Candidate>
    private let limit: Int
    private(set) var count = 0

    /// Creates an empty pool for `limit` candidates, at least 1, in memory for as many.
    init(_ memory: UnsafeMutablePointer<Candidate>, limit: Int) {
        candidates = memory
        self.limit = limit
    }

    /// Adds a candidate that is not in the pool, and returns its place, or `nil` if it is farther than all of a full pool.
    @inline(__always)
    mutating func insert(_ candidate: Candidate) -> Int? {
        if count == limit {
            guard candidate < candidates[count - 1] else { return nil }
        } else {
            count += 1
        }
        var low = 0
        var high = count - 1
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle] < candidate { low = middle + 1 } else { high = middle }
        }
        let moved = count - 1 - low
        (candidates + low + 1).update(from: candidates + low, count: moved)
        candidates[low] = candidate
        return low
    }
}
