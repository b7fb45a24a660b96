import HelpdeskMath

/// Groups of like vectors by average linkage.
///
/// The two groups with the greatest average similarity between their members are joined, as long as it reaches the
/// threshold; groups are only compared where members of theirs are among each other's nearest. The average similarity of
/// unit vectors is the product of the groups' sums over their sizes, so that a join costs one product a neighbour
/// (Sneath and Sokal, "Numerical Taxonomy", 1973, for the linkage). The same input gives the same groups.
///
/// O(n · neighbours · dimensions + n log n) time after the nearest are known, O(n · dimensions) memory.
struct QuestionClusters {
    /// A pair of groups that may be joined.
    private struct Candidate {
        var similarity: Double
        var left: Int
        var right: Int

        static func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
            a.similarity != b.similarity ? a.similarity > b.similarity : (a.left, a.right) < (b.left, b.right)
        }
    }

    private let threshold: Double
    private var sums: [[Float]]
    private var sizes: [Int]
    private var members: [[Int]]
    private var links: [[Int]]
    private var heap: [Candidate] = []

    /// How many other groups a group is compared with.
    private static let maximumLinks = 64

    /// - Parameters:
    ///   - vectors: A unit vector for each text.
    ///   - weights: How often each text was asked.
    ///   - neighbors: The texts nearest to each text.
    ///   - threshold: The least average similarity of groups that are joined.
    static func groups(
        _ vectors: Matrix, weights: [Int], neighbors: [[Neighbor]], threshold: Double
    ) -> [[Int]] {
        var clusters = QuestionClusters(vectors, weights, neighbors, threshold)
        clusters.join()
        return clusters.members.filter { !$0.isEmpty }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    private init(_ vectors: Matrix, _ weights: [Int], _ neighbors: [[Neighbor]], _ threshold: Double) {
        self.threshold = threshold
        let count = weights.count
        sums = (0..<count).map { row in vectors.row(row).map { $0 * Float(weights[row]) } }
        sizes = weights
        members = (0..<count).map { [$0] }
        var linked = [Set<Int>](repeating: [], count: count)
        for (row, list) in neighbors.enumerated() {
            for neighbor in list where Int(neighbor.row) != row {
                linked[row].insert(Int(neighbor.row))
                linked[Int(neighbor.row)].insert(row)
            }
        }
        links = linked.map { $0.sorted() }
        for row in 0..<count {
            for other in links[row] where other > row { push(row, other) }
        }
    }

    private mutating func join() {
        while let best = pop() {
            // Groups that were joined since are empty.
            guard !members[best.left].isEmpty, !members[best.right].isEmpty else { continue }
            let new = members.count
            members.append(members[best.left] + members[best.right])
            sizes.append(sizes[best.left] + sizes[best.right])
            var sum = sums[best.left]
            for (index, value) in sums[best.right].enumerated() { sum[index] += value }
            sums.append(sum)
            for old in [best.left, best.right] {
                members[old] = []
                sums[old] = []
            }
            let others = Set(links[best.left] + links[best.right]).filter { !members[$0].isEmpty }
            links[best.left] = []
            links[best.right] = []
            let ranked = others.map { ($0, average($0, new)) }
                .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.prefix(Self.maximumLinks)
            links.append(ranked.map(\.0))
            for (other, similarity) in ranked {
                links[other].append(new)
                insert(Candidate(similarity: similarity, left: other, right: new))
            }
        }
    }

    private func average(_ left: Int, _ right: Int) -> Double {
        let product = sums[left].withUnsafeBufferPointer { a in
            sums[right].withUnsafeBufferPointer { b in
                guard let a = a.baseAddress, let b = b.baseAddress else { return 0.0 }
                return NeighborSearch.product(a, b, sums[left].count)
            }
        }
        return product / (Double(sizes[left]) * Double(sizes[right]))
    }

    private mutating func push(_ left: Int, _ right: Int) {
        insert(Candidate(similarity: average(left, right), left: left, right: right))
    }

    // MARK: - Heap

    private mutating func insert(_ candidate: Candidate) {
        guard candidate.similarity >= threshold else { return }
        heap.append(candidate)
        var child = heap.count - 1
        while child > 0, Candidate.isBefore(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> Candidate? {
        guard let best = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return best }
        heap[0] = last
        var parent = 0
        while true {
            var first = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && Candidate.isBefore(heap[child], heap[first]) { first = child }
            guard first != parent else { return best }
            heap.swapAt(parent, first)
            parent = first
        }
    }
}
