package import CHelpdeskKernels
import Synchronization

/// Finds near vectors fast by a hierarchical navigable small-world graph.
///
/// ```swift
/// let index = try HNSWIndex(.init(dimensions: 384, metric: .cosine))
/// try index.insert([VectorEntry(id: 1, vector: embedding)])
/// let matches = try index.search(query, count: 10)
/// ```
///
/// The algorithm is that of Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using
/// Hierarchical Navigable Small World graphs" (2018). Beyond it:
/// - from 64 dimensions on, vectors are kept in fixed point of 16 bits a component, unless floats are asked for
///   (``Storage``);
/// - from 1,024 vectors of at least 64 dimensions on, a search finds its way by codes of two bits a dimension (after Gao
///   and Long, "RaBitQ", 2024) and measures only the candidates it kept; where codes cannot tell the vectors apart, which
///   is tried out whenever the index has doubled, it measures all it meets;
/// - the vectors of one call are inserted in batches by all processors, with the same result as by one;
/// - a search returns exactly as many matches as there are to return: where few vectors pass the filter, or only such as
///   lie elsewhere than the query, or few are stored, or the graph yields too few, all are measured;
/// - identical vectors share a node of the graph, and a tree of links that are never dropped keeps every node reachable;
/// - links for the inner product are chosen by a reduction to Euclidean distance, so that long vectors do not draw
///   all links to themselves;
/// - the place of removed vectors is given back once they make up a quarter of the graph (``compact()``).
///
/// Any number of searches run at once, and together with one change: an insertion holds searches up only while it writes
/// links, the vectors of a call become searchable together at its end, and compaction works on a copy. Results depend on
/// the seed and on the calls that made changes and their order, not on time or threads. All methods can be called from any thread; a filter's
/// function must not call the index.
///
/// Sendable without a check because everything mutable lies in ``graph``: read under `lock`, and changed by the one
/// thread that holds `writer`, under `lock` wherever searches could see it.
public final class HNSWIndex: VectorIndex, @unchecked Sendable {
    /// What the index was made with.
    public let configuration: Configuration
    let instructionSet: helpdesk_isa
    let lock = ReadWriteLock()
    let writer = Mutex(())
    let workspaces = WorkspacePool()
    /// Replaced as a whole by compaction.
    var graph: HNSWGraph

    /// Creates an empty index.
    ///
    /// - Throws: ``VectorSearchError/Code/invalidArgument`` if the configuration is out of range.
    public convenience init(_ configuration: Configuration) throws(VectorSearchError) {
        try self.init(configuration, instructionSet: helpdesk_best_isa())
    }

    /// Creates an empty index that uses an instruction set the processor has.
    package convenience init(
        _ configuration: Configuration, instructionSet: helpdesk_isa
    ) throws(VectorSearchError) {
        try configuration.validate()
        let graph = try HNSWGraph(
            dimensions: configuration.dimensions, metric: configuration.metric,
            connectivity: configuration.connectivity, seed: configuration.seed, instructionSet: instructionSet,
            isCompact: configuration.isCompact)
        self.init(configuration, graph)
    }

    init(_ configuration: Configuration, _ graph: HNSWGraph) {
        self.configuration = configuration
        self.graph = graph
        instructionSet = graph.store.instructionSet
    }

    /// The number of components of every vector.
    public var dimensions: Int { configuration.dimensions }
    /// How distance is measured.
    public var metric: DistanceMetric { configuration.metric }
    /// What the vectors were made by, as configured.
    public var identity: String? { configuration.identity }

    /// The number of live vectors.
    public var count: Int { lock.read { graph.names.count } }

    /// The ids of all live vectors, ascending. O(n log n).
    public var ids: [VectorID] {
        let ids = lock.read {
            var ids: [VectorID] = []
            ids.reserveCapacity(graph.names.count)
            graph.names.forEachID(nodes: graph.count) { ids.append($0) }
            return ids
        }
        return ids.sorted()
    }

    /// Whether a vector is stored under an id.
    public func contains(_ id: VectorID) -> Bool { lock.read { graph.names.node(of: id) != nil } }

    /// The vector stored under an id, or `nil`: as it was inserted, or as near to that as its
    /// ``Configuration/storage-swift.property`` says.
    public func vector(for id: VectorID) -> [Float]? {
        lock.read { graph.names.node(of: id).map { graph.store.vector(Int($0)) } }
    }
}
