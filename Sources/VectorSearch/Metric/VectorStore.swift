import CHelpdeskKernels

/// The vectors of an index, one after the other in one piece of memory.
///
/// Not safe for concurrent use: its index guards it.
final class VectorStore {
    let dimensions: Int
    let stride: Int
    let metric: DistanceMetric
    let instructionSet: helpdesk_isa
    private(set) var count = 0
    private var vectors: Column<Float>
    private var weights: Column<Double>
    private var largestNorm = 0.0
    private var hasExtremeNorm = false

    init(dimensions: Int, metric: DistanceMetric, instructionSet: helpdesk_isa) throws(VectorSearchError) {
        self.dimensions = dimensions
        // Whole cache lines a vector, except where that would multiply the memory of short ones.
        stride = dimensions < 16 ? dimensions : (dimensions + 15) / 16 * 16
        self.metric = metric
        self.instructionSet = instructionSet
        vectors = try Column()
        weights = try Column()
    }

    /// The memory held.
    var bytes: Int { vectors.bytes + weights.bytes }

    /// The number of vectors there is room for.
    var capacity: Int { min(vectors.capacity / stride, weights.capacity) }

    /// The vectors as they are now; vectors of up to a new norm may be about to join them.
    func table(including norm: Double = 0, isExtreme: Bool = false) -> VectorTable {
        // A little above the largest, so that it rarely moves while vectors arrive.
        let bound = max(largestNorm, norm) * 1.0625
        return VectorTable(
            vectors: vectors.pointer, weights: weights.pointer, dimensions: dimensions, stride: stride, metric: metric,
            instructionSet: instructionSet, bound: bound,
            isWide: hasExtremeNorm || isExtreme || VectorTable.isExtreme(norm: norm))
    }

    /// The length of the longest vector there has been.
    var longest: Double { largestNorm }

    /// Makes room for a number of vectors.
    func reserve(_ count: Int) throws(VectorSearchError) {
        let (floats, overflow) = count.multipliedReportingOverflow(by: stride)
        guard !overflow else { throw VectorSearchError(.capacityExceeded, "there is no memory for \(count) vectors") }
        try vectors.reserve(floats, keeping: self.count * stride)
        try weights.reserve(count, keeping: self.count)
    }

    /// Gives back the memory of vectors that were removed.
    func shrink() throws(VectorSearchError) {
        try vectors.resize(count * stride, keeping: count * stride)
        try weights.resize(count, keeping: count)
        recomputeExtremes()
    }

    /// Writes a vector behind the last one, where no reader looks, and returns its length. Room must be reserved.
    func stage(_ vector: UnsafePointer<Float>) -> Double {
        write(vector, at: count)
    }

    /// Writes a vector behind the last one, or further behind, where no reader looks, and returns its length. Room must be
    /// reserved.
    func stage(_ vector: UnsafePointer<Float>, at row: Int) -> Double {
        write(vector, at: row)
    }

    /// Whether a row holds exactly these components.
    func holds(_ vector: UnsafePointer<Float>, at row: Int) -> Bool {
        let stored = vectors.pointer + row * stride
        return (0..<dimensions).allSatisfy { stored[$0].bitPattern == vector[$0].bitPattern }
    }

    /// Makes the staged vector the last one.
    func commit(norm: Double) {
        count += 1
        note(norm)
    }

    /// Replaces a vector.
    func replace(_ row: Int, with vector: UnsafePointer<Float>) {
        note(write(vector, at: row))
    }

    /// Removes a vector by moving the last one into its place.
    func removeBySwapping(_ row: Int) {
        count -= 1
        guard row != count else { return }
        (vectors.pointer + row * stride).update(from: vectors.pointer + count * stride, count: dimensions)
        weights.pointer[row] = weights.pointer[count]
    }

    /// The components of a vector.
    func vector(_ row: Int) -> [Float] {
        Array(UnsafeBufferPointer(start: vectors.pointer + row * stride, count: dimensions))
    }

    private func write(_ vector: UnsafePointer<Float>, at row: Int) -> Double {
        (vectors.pointer + row * stride).update(from: vector, count: dimensions)
        let norm = Self.norm(vector, dimensions)
        weights.pointer[row] = metric == .cosine ? (norm > 0 ? 1 / norm : 0) : norm
        return norm
    }

    private func note(_ norm: Double) {
        largestNorm = max(largestNorm, norm)
        hasExtremeNorm = hasExtremeNorm || VectorTable.isExtreme(norm: norm)
    }

    private func recomputeExtremes() {
        largestNorm = 0
        hasExtremeNorm = false
        for row in 0..<count { note(Self.norm(vectors.pointer + row * stride, dimensions)) }
    }

    /// The Euclidean length of a vector, in double precision.
    static func norm(_ vector: UnsafePointer<Float>, _ dimensions: Int) -> Double {
        helpdesk_dot_wide(vector, vector, dimensions).squareRoot()
    }
}
