import CHelpdeskKernels

/// The vectors of an index, one after the other: as floats, or in fixed point of 16 bits as two planes of bytes.
///
/// Not safe for concurrent use: its index guards it.
final class VectorStore {
    let dimensions: Int
    /// Whether vectors are kept in fixed point.
    let isCompact: Bool
    /// Components from one vector to the next.
    let stride: Int
    let metric: DistanceMetric
    let instructionSet: helpdesk_isa
    /// The same, extended for whole numbers where the processor can.
    private let planeInstructionSet: helpdesk_isa
    private(set) var count = 0
    /// The floats; unused where vectors are compact.
    private var vectors: Column<Float>
    /// The upper and lower halves of the components in fixed point, and their scales; unused where they are floats.
    private(set) var high: Column<Int8>
    private(set) var low: Column<Int8>
    private(set) var scales: Column<Double>
    /// For the cosine one over the length of each vector (0 for a zero vector), else the length.
    private(set) var weights: Column<Double>
    private var largestNorm = 0.0
    private var hasExtremeNorm = false

    init(
        dimensions: Int, metric: DistanceMetric, instructionSet: helpdesk_isa, isCompact: Bool = false
    ) throws(VectorSearchError) {
        self.dimensions = dimensions
        self.isCompact = isCompact
        stride = Self.stride(dimensions, isCompact: isCompact)
        self.metric = metric
        self.instructionSet = instructionSet
        planeInstructionSet = helpdesk_whole_number_isa(instructionSet)
        vectors = try Column()
        high = try Column()
        low = try Column()
        scales = try Column()
        weights = try Column()
    }

    /// Takes the vectors of a snapshot.
    init(
        dimensions: Int, metric: DistanceMetric, instructionSet: helpdesk_isa, isCompact: Bool, _ source: SnapshotSource
    ) throws(VectorSearchError) {
        self.dimensions = dimensions
        self.isCompact = isCompact
        stride = Self.stride(dimensions, isCompact: isCompact)
        self.metric = metric
        self.instructionSet = instructionSet
        planeInstructionSet = helpdesk_whole_number_isa(instructionSet)
        count = source.count
        let (components, overflow) = count.multipliedReportingOverflow(by: stride)
        guard !overflow else { throw SnapshotReader.malformed("configuration", "\(count) vectors") }
        if isCompact {
            vectors = try Column()
            high = try source.column(.highPlane, count: components)
            low = try source.column(.lowPlane, count: components)
            scales = try source.column(.scales, count: count)
        } else {
            vectors = try source.column(.vectors, count: components)
            high = try Column()
            low = try Column()
            scales = try Column()
        }
        weights = try source.column(.weights, count: count)
        guard isCompact || helpdesk_all_finite(vectors.pointer, components) != 0 else {
            throw SnapshotReader.malformed("\(SnapshotSection.vectors)", "a component is not finite")
        }
        for row in 0..<count {
            guard isPossible(row) else {
                throw SnapshotReader.malformed("\(SnapshotSection.weights)", "row \(row) has \(weights.pointer[row])")
            }
        }
        recomputeExtremes()
    }

    /// Whether the length of a row suits its largest component.
    private func isPossible(_ row: Int) -> Bool {
        let largest =
            isCompact
            ? scales.pointer[row] * 32_512
            : Double(helpdesk_largest_size(dimensions, vectors.pointer + row * stride))
        guard (0...Double(Float.greatestFiniteMagnitude) * 1.000_001).contains(largest), weights.pointer[row].isFinite,
            weights.pointer[row] >= 0
        else { return false }
        guard largest > 0 else { return weights.pointer[row] == 0 }
        let norm = norm(row: row)
        return norm >= largest * 0.999_999 && norm <= largest * Double(dimensions).squareRoot() * 1.000_001
    }

    /// Adds what is kept of the vectors to a snapshot.
    func addSections(to writer: inout SnapshotWriter) {
        if isCompact {
            writer.add(.highPlane, high, count: count * stride)
            writer.add(.lowPlane, low, count: count * stride)
            writer.add(.scales, scales, count: count)
        } else {
            writer.add(.vectors, vectors, count: count * stride)
        }
        writer.add(.weights, weights, count: count)
    }

    /// Whole cache lines a vector, except where that would multiply the memory of short ones.
    static func stride(_ dimensions: Int, isCompact: Bool) -> Int {
        guard !isCompact else { return helpdesk_plane_stride(dimensions) }
        return dimensions < 16 ? dimensions : (dimensions + 15) / 16 * 16
    }

    /// The memory held.
    var bytes: Int { vectors.bytes + high.bytes + low.bytes + scales.bytes + weights.bytes }

    /// The number of vectors there is room for.
    var capacity: Int { min((isCompact ? high.capacity : vectors.capacity) / stride, weights.capacity) }

    /// The vectors as they are now; vectors of up to a new norm may be about to join them.
    func table(including norm: Double = 0, isExtreme: Bool = false) -> VectorTable {
        // A little above the largest, so that it rarely moves while vectors arrive.
        let bound = max(largestNorm, norm) * 1.0625
        let planes =
            isCompact
            ? PlaneTable(
                planes: helpdesk_planes(
                    high: high.pointer, low: low.pointer, scales: scales.pointer, stride: stride),
                weights: weights.pointer, dimensions: dimensions, metric: metric, instructionSet: planeInstructionSet,
                bound: bound)
            : nil
        return VectorTable(
            vectors: vectors.pointer, weights: weights.pointer, dimensions: dimensions, stride: stride, metric: metric,
            instructionSet: instructionSet, bound: bound,
            isWide: hasExtremeNorm || isExtreme || VectorTable.isExtreme(norm: norm), planes: planes)
    }

    /// The length of the longest vector there has been.
    var longest: Double { largestNorm }

    /// Makes room for a number of vectors.
    func reserve(_ count: Int) throws(VectorSearchError) {
        let (components, overflow) = count.multipliedReportingOverflow(by: stride)
        guard !overflow else { throw VectorSearchError(.capacityExceeded, "there is no memory for \(count) vectors") }
        if isCompact {
            try high.reserve(components, keeping: self.count * stride)
            try low.reserve(components, keeping: self.count * stride)
            try scales.reserve(count, keeping: self.count)
        } else {
            try vectors.reserve(components, keeping: self.count * stride)
        }
        try weights.reserve(count, keeping: self.count)
    }

    /// Gives back the memory of vectors that were removed.
    func shrink() throws(VectorSearchError) {
        if isCompact {
            try high.resize(count * stride, keeping: count * stride)
            try low.resize(count * stride, keeping: count * stride)
            try scales.resize(count, keeping: count)
        } else {
            try vectors.resize(count * stride, keeping: count * stride)
        }
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

    /// Copies a vector of another store of the same form behind the last one, and returns its length. Room must be reserved.
    func stage(_ row: Int, of other: VectorStore) -> Double {
        if isCompact {
            (high.pointer + count * stride).update(from: other.high.pointer + row * stride, count: stride)
            (low.pointer + count * stride).update(from: other.low.pointer + row * stride, count: stride)
            scales.pointer[count] = other.scales.pointer[row]
        } else {
            (vectors.pointer + count * stride).update(from: other.vectors.pointer + row * stride, count: stride)
        }
        weights.pointer[count] = other.weights.pointer[row]
        return norm(row: count)
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
        if isCompact {
            (high.pointer + row * stride).update(from: high.pointer + count * stride, count: stride)
            (low.pointer + row * stride).update(from: low.pointer + count * stride, count: stride)
            scales.pointer[row] = scales.pointer[count]
        } else {
            (vectors.pointer + row * stride).update(from: vectors.pointer + count * stride, count: dimensions)
        }
        weights.pointer[row] = weights.pointer[count]
    }

    /// The components of a vector.
    func vector(_ row: Int) -> [Float] {
        Array(unsafeUninitializedCapacity: dimensions) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            read(row, into: start)
            count = dimensions
        }
    }

    /// Writes the components of a vector.
    func read(_ row: Int, into vector: UnsafeMutablePointer<Float>) {
        table().read(UInt32(row), into: vector)
    }

    /// A hash of what is kept of a vector.
    func contentHash(_ row: Int) -> UInt64 {
        guard isCompact else {
            return helpdesk_hash_wide(vectors.pointer + row * stride, dimensions * MemoryLayout<Float>.size, 0)
        }
        return Self.contentHash(
            high.pointer + row * stride, low.pointer + row * stride, scales.pointer[row], stride)
    }

    /// The same hash of a query.
    func contentHash(_ query: PreparedQuery) -> UInt64 {
        guard let fixed = query.fixed else {
            return helpdesk_hash_wide(query.original, dimensions * MemoryLayout<Float>.size, 0)
        }
        return Self.contentHash(fixed.high, fixed.low, fixed.scale, stride)
    }

    private static func contentHash(
        _ high: UnsafePointer<Int8>, _ low: UnsafePointer<Int8>, _ scale: Double, _ stride: Int
    ) -> UInt64 {
        helpdesk_hash_wide(low, stride, helpdesk_hash_wide(high, stride, scale.bitPattern))
    }

    /// Whether what is kept of a vector is what would be kept of a query.
    func holds(_ query: PreparedQuery, at row: Int) -> Bool {
        guard let fixed = query.fixed else {
            let stored = vectors.pointer + row * stride
            return (0..<dimensions).allSatisfy { stored[$0].bitPattern == query.original[$0].bitPattern }
        }
        let (high, low) = (high.pointer + row * stride, low.pointer + row * stride)
        return scales.pointer[row] == fixed.scale
            && (0..<stride).allSatisfy { high[$0] == fixed.high[$0] && low[$0] == fixed.low[$0] }
    }

    /// Whether the same is kept of two vectors.
    func areEqual(_ row: Int, _ other: Int) -> Bool {
        guard isCompact else {
            let (left, right) = (vectors.pointer + row * stride, vectors.pointer + other * stride)
            return (0..<dimensions).allSatisfy { left[$0].bitPattern == right[$0].bitPattern }
        }
        let (a, b) = (row * stride, other * stride)
        return scales.pointer[row] == scales.pointer[other]
            && (0..<stride).allSatisfy {
                high.pointer[a + $0] == high.pointer[b + $0] && low.pointer[a + $0] == low.pointer[b + $0]
            }
    }

    private func write(_ vector: UnsafePointer<Float>, at row: Int) -> Double {
        guard !isCompact else { return writeCompact(vector, at: row) }
        (vectors.pointer + row * stride).update(from: vector, count: dimensions)
        let norm = Self.norm(vector, dimensions)
        weights.pointer[row] = weight(norm)
        return norm
    }

    private func writeCompact(_ vector: UnsafePointer<Float>, at row: Int) -> Double {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: stride) { values in
            guard let values = values.baseAddress else { return 0 }
            let scale = helpdesk_plane_round(dimensions, vector, values)
            helpdesk_plane_split(stride, values, high.pointer + row * stride, low.pointer + row * stride)
            let norm = scale * Double(helpdesk_plane_square(dimensions, values)).squareRoot()
            scales.pointer[row] = scale
            weights.pointer[row] = weight(norm)
            return norm
        }
    }

    private func weight(_ norm: Double) -> Double {
        metric == .cosine ? (norm > 0 ? 1 / norm : 0) : norm
    }

    /// The length of a vector.
    func norm(row: Int) -> Double {
        let weight = weights.pointer[row]
        return metric == .cosine ? (weight > 0 ? 1 / weight : 0) : weight
    }

    private func note(_ norm: Double) {
        largestNorm = max(largestNorm, norm)
        hasExtremeNorm = hasExtremeNorm || VectorTable.isExtreme(norm: norm)
    }

    private func recomputeExtremes() {
        largestNorm = 0
        hasExtremeNorm = false
        for row in 0..<count { note(norm(row: row)) }
    }

    /// The Euclidean length of a vector, in double precision.
    static func norm(_ vector: UnsafePointer<Float>, _ dimensions: Int) -> Double {
        helpdesk_dot_wide(vector, vector, dimensions).squareRoot()
    }
}
