/// The memory one search or change works in, kept for the next one.
///
/// Sendable without a check because a workspace belongs to one call at a time: ``WorkspacePool`` hands it out.
final class Workspace: @unchecked Sendable {
    /// A bit for each node.
    private var seen: Column<UInt64>
    private var touched: Column<UInt32>
    private var pool: Column<Candidate>
    private var accepted: Column<Candidate>
    private var measured: Column<Candidate>
    private var floats: Column<Float>
    private var rows: Column<UInt32>
    private var queryValues: Column<Int8>
    private var queryFloats: Column<Float>
    private var linkValues: Column<Int16>
    private var linkFlags: Column<UInt8>
    private var linkNumbers: Column<Double>
    private var linkRows: Column<UInt32>

    init() throws(VectorSearchError) {
        seen = try Column()
        touched = try Column(capacity: 8_192)
        pool = try Column()
        accepted = try Column()
        measured = try Column()
        floats = try Column()
        rows = try Column()
        queryValues = try Column()
        queryFloats = try Column()
        linkValues = try Column()
        linkFlags = try Column()
        linkNumbers = try Column()
        linkRows = try Column()
    }

    /// Memory for links, and what they are compared by: a place for each in every part.
    struct LinkMemory {
        let rows: UnsafeMutablePointer<UInt32>
        let order: UnsafeMutablePointer<UInt32>
        let scales: UnsafeMutablePointer<Double>
        let lengths: UnsafeMutablePointer<Double>
        let addends: UnsafeMutablePointer<Double>
        let factors: UnsafeMutablePointer<Double>
        let areJoined: UnsafeMutablePointer<UInt8>
        let values: UnsafeMutablePointer<Int16>
    }

    /// Memory for a number of links.
    func linkMemory(_ count: Int, stride: Int) throws(VectorSearchError) -> LinkMemory {
        try linkRows.reserve(2 * count, keeping: 0)
        try linkNumbers.reserve(4 * count, keeping: 0)
        try linkFlags.reserve(count, keeping: 0)
        try linkValues.reserve(count * stride, keeping: 0)
        let numbers = linkNumbers.pointer
        return LinkMemory(
            rows: linkRows.pointer, order: linkRows.pointer + count, scales: numbers, lengths: numbers + count,
            addends: numbers + 2 * count, factors: numbers + 3 * count, areJoined: linkFlags.pointer,
            values: linkValues.pointer)
    }

    /// An empty set of nodes; who uses it clears it in the end.
    func nodeSet(nodes: Int) throws(VectorSearchError) -> NodeSet {
        let (seen, touched, limit) = try seenMemory(nodes: nodes)
        return NodeSet(words: seen, wordCount: (nodes + 63) / 64, touched: touched, touchedLimit: limit)
    }

    /// Memory for a bit for each node, all zero, and for some of the words that are changed: who uses it leaves zeros behind.
    func seenMemory(
        nodes: Int
    ) throws(VectorSearchError) -> (
        seen: UnsafeMutablePointer<UInt64>, touched: UnsafeMutablePointer<UInt32>, touchedLimit: Int
    ) {
        try seen.reserve((nodes + 63) / 64, keeping: seen.capacity)
        return (seen.pointer, touched.pointer, touched.capacity)
    }

    /// Memory for two pools of candidates.
    func poolMemory(
        _ width: Int, accepted acceptedWidth: Int = 0
    ) throws(VectorSearchError) -> (UnsafeMutablePointer<Candidate>, UnsafeMutablePointer<Candidate>) {
        try pool.reserve(width, keeping: 0)
        try accepted.reserve(acceptedWidth, keeping: 0)
        return (pool.pointer, accepted.pointer)
    }

    /// Memory for candidates that were measured.
    func measuredMemory(_ count: Int) throws(VectorSearchError) -> UnsafeMutablePointer<Candidate> {
        try measured.reserve(count, keeping: 0)
        return measured.pointer
    }

    /// Memory for the code of a query, and for what comes before it.
    func queryMemory(
        _ codes: NavigationCodes
    ) throws(VectorSearchError) -> (values: UnsafeMutablePointer<Int8>, scratch: UnsafeMutablePointer<Float>) {
        try queryValues.reserve(codes.paddedDimensions, keeping: 0)
        try queryFloats.reserve(2 * codes.dimensions, keeping: 0)
        return (queryValues.pointer, queryFloats.pointer)
    }

    /// Memory for some rows and their distances.
    func gatherMemory(
        _ count: Int
    ) throws(VectorSearchError) -> (rows: UnsafeMutablePointer<UInt32>, distances: UnsafeMutablePointer<Float>) {
        try rows.reserve(count, keeping: 0)
        try floats.reserve(count, keeping: 0)
        return (rows.pointer, floats.pointer)
    }
}
