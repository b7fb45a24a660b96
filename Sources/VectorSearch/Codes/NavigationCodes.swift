import CHelpdeskKernels

/// Codes of two bits a dimension for the vectors of a graph. A search finds its way by them, and measures the vectors
/// themselves only at its end.
///
/// All codes are relative to one centre and one rotation, so that a code is written once and stays valid whatever happens
/// to the links. Row for row beside the ``VectorStore``; not safe for concurrent use, but that different rows may be written
/// at the same time: the index guards it.
final class NavigationCodes {
    let dimensions: Int
    let metric: DistanceMetric
    let instructionSet: helpdesk_isa
    /// What the codes are relative to: the mean of the vectors there were (of their directions, for the cosine).
    let centre: [Float]
    /// The signs of the rotation: 1 or −1, three for each dimension.
    private let signs: [Float]
    private var column: Column<UInt8>
    private let stride: Int

    init(
        dimensions: Int, metric: DistanceMetric, instructionSet: helpdesk_isa, centre: [Float]
    ) throws(VectorSearchError) {
        self.dimensions = dimensions
        self.metric = metric
        self.instructionSet = helpdesk_whole_number_isa(instructionSet)
        self.centre = centre
        signs = Self.signs(3 * dimensions)
        stride = helpdesk_code_stride(dimensions)
        column = try Column()
    }

    /// Takes the codes of a snapshot; the cursor stands before the centre.
    init(
        _ store: VectorStore, _ cursor: inout SnapshotCursor, _ source: SnapshotSource
    ) throws(VectorSearchError) {
        dimensions = store.dimensions
        metric = store.metric
        instructionSet = helpdesk_whole_number_isa(store.instructionSet)
        centre = try Self.readCentre(&cursor, dimensions)
        signs = Self.signs(3 * dimensions)
        stride = helpdesk_code_stride(dimensions)
        column = try source.column(.codes, count: source.count * stride)
    }

    /// Reads a centre, which ends its section.
    static func readCentre(_ cursor: inout SnapshotCursor, _ dimensions: Int) throws(VectorSearchError) -> [Float] {
        let components = try cursor.take(dimensions, of: 4)
        try cursor.finish()
        let centre = (0..<dimensions).map { Float(bitPattern: components.number(at: $0 * 4, as: UInt32.self)) }
        guard centre.allSatisfy({ $0.isFinite && abs($0) <= Float(VectorTable.ordinaryNorms.upperBound) }) else {
            throw cursor.malformed("the centre is out of range")
        }
        return centre
    }

    /// Adds the codes of the first `count` rows to a snapshot.
    func addSection(to writer: inout SnapshotWriter, count: Int) {
        writer.add(.codes, column, count: count * stride)
    }

    /// The memory held.
    var bytes: Int { column.bytes }

    /// The codes as they are now.
    var pointer: UnsafePointer<UInt8> { UnsafePointer(column.pointer) }

    /// Makes room for a number of codes, keeping the first `used`.
    func reserve(_ count: Int, keeping used: Int) throws(VectorSearchError) {
        try column.reserve(count * stride, keeping: used * stride)
    }

    /// Gives back the memory for more than `count` codes.
    func shrink(_ count: Int) throws(VectorSearchError) {
        try column.resize(count * stride, keeping: count * stride)
    }

    /// Writes the code of a vector; room must be reserved. Different rows may be written at the same time.
    ///
    /// - Parameters:
    ///   - weight: What the vector is multiplied by first: one over its length for the cosine, else 1.
    ///   - scratch: Memory for twice as many floats as there are dimensions.
    func write(_ vector: UnsafePointer<Float>, weight: Float, at row: Int, scratch: UnsafeMutablePointer<Float>) {
        let centred = scratch
        let rotated = scratch + dimensions
        var square: Float = 0
        for i in 0..<dimensions {
            centred[i] = vector[i] * weight - centre[i]
            square += centred[i] * centred[i]
        }
        signs.withUnsafeBufferPointer {
            helpdesk_rotate(instructionSet, dimensions, $0.baseAddress, centred, rotated)
        }
        let isEuclidean = metric == .euclidean
        // |q − v|² is a constant, and |v − c|², less 2⟨q − c, v − c⟩.
        helpdesk_encode(
            dimensions, rotated, isEuclidean ? 2 : 1, isEuclidean ? square : 0, column.pointer + row * stride)
    }

    /// Writes the scores of a query and some rows that lie together.
    func scores(
        of query: PreparedQuery, rows: Range<Int>, _ workspace: Workspace, into scores: UnsafeMutablePointer<Float>
    ) throws(VectorSearchError) {
        let memory = try workspace.queryMemory(self)
        var query = prepare(query.scaled, values: memory.values, scratch: memory.scratch)
        helpdesk_code_scores(
            instructionSet, &query, dimensions, pointer + rows.lowerBound * stride, nil, rows.count, scores)
    }

    /// Rounds a query to what scores are computed from.
    ///
    /// - Parameters:
    ///   - query: The vector that is multiplied: of length 1 for the cosine.
    ///   - values: Memory for ``paddedDimensions`` bytes, on a cache line.
    ///   - scratch: Memory for twice as many floats as there are dimensions.
    func prepare(
        _ query: UnsafePointer<Float>, values: UnsafeMutablePointer<Int8>, scratch: UnsafeMutablePointer<Float>
    ) -> helpdesk_code_query {
        let rotated = scratch + dimensions
        var source = query
        if metric == .euclidean {
            for i in 0..<dimensions { scratch[i] = query[i] - centre[i] }
            source = UnsafePointer(scratch)
        }
        signs.withUnsafeBufferPointer { helpdesk_rotate(instructionSet, dimensions, $0.baseAddress, source, rotated) }
        var result = helpdesk_code_query(values: values, scale: 0, offset: 0)
        helpdesk_prepare_code_query(dimensions, rotated, &result)
        return result
    }

    /// Dimensions rounded up to what the kernels read.
    var paddedDimensions: Int { helpdesk_code_padded(dimensions) }

    /// Signs that are the same in every index, so that codes need no seed.
    private static func signs(_ count: Int) -> [Float] {
        // SplitMix64 (Steele, Lea & Flood 2014).
        var state: UInt64 = 0x2B17
        return (0..<count).map { _ in
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = state
            bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
            bits ^= bits >> 31
            return bits & 1 == 0 ? 1 : -1
        }
    }
}
