import CHelpdeskKernels

/// Codes of 8 bits a dimension beside the vectors of an index, which tell how near each vector can be at most.
///
/// Not safe for concurrent use: its index guards it.
final class ScreeningCodes {
    /// Codes of shorter vectors would hardly be smaller than the vectors.
    static let smallestDimensions = 64

    let dimensions: Int
    let metric: DistanceMetric
    let instructionSet: helpdesk_screen_isa
    /// Bytes from one code to the next.
    let stride: Int
    private var codes: Column<UInt8>
    private var descriptions: Column<helpdesk_screen_row>

    init(
        dimensions: Int, metric: DistanceMetric, instructionSet: helpdesk_screen_isa
    ) throws(VectorSearchError) {
        self.dimensions = dimensions
        self.metric = metric
        self.instructionSet = instructionSet
        stride = helpdesk_screen_stride(dimensions)
        codes = try Column()
        descriptions = try Column()
    }

    /// How far a measured distance may be off by rounding, relative to the lengths, several times over: a float kernel
    /// adds up as many products as there are dimensions, and a bound is some operations on floats itself.
    static func rounding(dimensions: Int) -> Double { Double(dimensions + 16) * 0x1p-22 }

    /// The number of vectors there is room for.
    var capacity: Int { min(codes.capacity / stride, descriptions.capacity) }

    var first: UnsafePointer<UInt8> { UnsafePointer(codes.pointer) }

    /// What is known of each row besides its code.
    var rows: UnsafePointer<helpdesk_screen_row> { UnsafePointer(descriptions.pointer) }

    /// Makes room for a number of vectors, keeping the first `used`.
    func reserve(_ count: Int, keeping used: Int) throws(VectorSearchError) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: stride)
        guard !overflow else { throw VectorSearchError(.capacityExceeded, "there is no memory for \(count) vectors") }
        try codes.reserve(bytes, keeping: used * stride)
        try descriptions.reserve(count, keeping: used)
    }

    /// Gives back the memory of vectors that were removed.
    func shrink(to count: Int) throws(VectorSearchError) {
        try codes.resize(count * stride, keeping: count * stride)
        try descriptions.resize(count, keeping: count)
    }

    /// Writes the code of a row. Room must be reserved.
    func write(_ vector: UnsafePointer<Float>, at row: Int) {
        let rounded = helpdesk_screen_encode(dimensions, vector, codes.pointer + row * stride)
        let norm = VectorStore.norm(vector, dimensions)
        let weight = metric == .cosine ? (norm > 0 ? 1 / norm : 0) : 1
        let square = metric == .euclidean ? norm * norm * (1 - 2 * Self.rounding(dimensions: dimensions)) : 0
        descriptions.pointer[row] = helpdesk_screen_row(
            factor: Float(rounded.scale * weight), residual: Float(rounded.residual * weight).nextUp,
            length: Float((norm + rounded.residual) * weight).nextUp, addend: Float(square))
    }

    /// Puts the last row in the place of a removed one.
    func move(_ last: Int, to row: Int) {
        (codes.pointer + row * stride).update(from: codes.pointer + last * stride, count: stride)
        descriptions.pointer[row] = descriptions.pointer[last]
    }
}
