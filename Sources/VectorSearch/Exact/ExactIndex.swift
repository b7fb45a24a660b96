package import CHelpdeskKernels
import HelpdeskMath

/// Finds the nearest vectors by measuring all of them: exact, and the oracle for every faster index.
///
/// A search first screens the vectors by codes of 8 bits a dimension, which tell how near each one can be at most, and
/// then measures those that may be among the nearest: the same matches and distances as by measuring all, in a quarter of
/// the time or less. Without codes (``Configuration/usesScreening``, or fewer than 64 dimensions) a batch goes through
/// BLAS, where a fast one is installed, for the same purpose, and a single or filtered query measures all. A batch gives
/// the same matches and distances as its queries one by one.
///
/// Any number of searches run at once; a change waits for them. A filter's function must not call the index.
///
/// Sendable without a check because everything mutable is read and changed under `lock`.
public final class ExactIndex: VectorIndex, @unchecked Sendable {
    /// What the index was made with.
    public let configuration: Configuration
    let lock = ReadWriteLock()
    let store: VectorStore
    /// The codes of the vectors; `nil` where they are not screened.
    let codes: ScreeningCodes?
    /// The id of each row, and the row of each id.
    var rowIDs: [VectorID] = []
    var rows: [VectorID: Int] = [:]
    /// Whether BLAS is faster than the library's own kernels.
    let usesBLAS: Bool

    /// Creates an empty index.
    ///
    /// - Throws: ``VectorSearchError/Code/invalidArgument`` if the configuration is out of range.
    public convenience init(_ configuration: Configuration) throws(VectorSearchError) {
        try self.init(configuration, instructionSet: helpdesk_best_isa(), usesBLAS: nil)
    }

    /// Creates an empty index that uses an instruction set the processor has.
    package init(
        _ configuration: Configuration, instructionSet: helpdesk_isa, usesBLAS: Bool? = nil,
        screening: helpdesk_screen_isa? = nil
    ) throws(VectorSearchError) {
        try configuration.validate()
        self.configuration = configuration
        store = try VectorStore(
            dimensions: configuration.dimensions, metric: configuration.metric, instructionSet: instructionSet)
        let isScreened =
            configuration.usesScreening && configuration.dimensions >= ScreeningCodes.smallestDimensions
        codes =
            isScreened
            ? try ScreeningCodes(
                dimensions: configuration.dimensions, metric: configuration.metric,
                instructionSet: screening ?? helpdesk_best_screen_isa(instructionSet)) : nil
        self.usesBLAS = usesBLAS ?? ![.reference, .unknown].contains(BLASLibrary.loaded.kind)
    }

    /// The number of components of every vector.
    public var dimensions: Int { configuration.dimensions }
    /// How distance is measured.
    public var metric: DistanceMetric { configuration.metric }
    /// What the vectors were made by, as configured.
    public var identity: String? { configuration.identity }

    /// The number of live vectors.
    public var count: Int { lock.read { rowIDs.count } }

    /// The ids of all vectors, ascending. O(n log n).
    public var ids: [VectorID] { lock.read { rowIDs }.sorted() }

    /// Whether a vector is stored under an id.
    public func contains(_ id: VectorID) -> Bool { lock.read { rows[id] != nil } }

    /// The vector stored under an id, with the bits it was inserted with, or `nil`.
    public func vector(for id: VectorID) -> [Float]? {
        lock.read { rows[id].map { store.vector($0) } }
    }

    /// Stores vectors, replacing those with the same id. A call stores all of its entries or, when it throws, none.
    ///
    /// - Throws: ``VectorSearchError/Code/wrongDimension``, ``VectorSearchError/Code/notFinite``,
    ///   ``VectorSearchError/Code/capacityExceeded``, or `CancellationError` if the task is cancelled before the first
    ///   entry is stored.
    public func insert(_ entries: [VectorEntry]) throws {
        let effective = try VectorInput.effective(entries, dimensions: dimensions)
        try Task.checkCancellation()
        try lock.write { () throws(VectorSearchError) in
            let total = rowIDs.count + effective.count
            guard total <= Int(Int32.max) else {
                throw VectorSearchError(.capacityExceeded, "\(total) vectors: an index holds up to \(Int32.max)")
            }
            try reserve(total)
            for index in effective { put(entries[index]) }
        }
    }

    /// Makes room for a number of vectors.
    func reserve(_ total: Int) throws(VectorSearchError) {
        if total > store.capacity { try store.reserve(total) }
        if let codes, total > codes.capacity { try codes.reserve(total, keeping: rowIDs.count) }
    }

    /// Stores an entry for which there is room.
    func put(_ entry: VectorEntry) {
        entry.vector.withUnsafeBufferPointer { vector in
            guard let vector = vector.baseAddress else { return }
            if let row = rows[entry.id] {
                store.replace(row, with: vector)
                codes?.write(vector, at: row)
            } else {
                codes?.write(vector, at: rowIDs.count)
                rows[entry.id] = rowIDs.count
                rowIDs.append(entry.id)
                store.commit(norm: store.stage(vector))
            }
        }
    }

    /// Removes vectors and returns how many of the ids were stored. Unknown ids are ignored.
    @discardableResult
    public func remove(_ ids: [VectorID]) throws -> Int {
        lock.write {
            var removed = 0
            for id in ids {
                guard let row = rows.removeValue(forKey: id) else { continue }
                removed += 1
                store.removeBySwapping(row)
                let last = rowIDs.removeLast()
                if row < rowIDs.count {
                    codes?.move(rowIDs.count, to: row)
                    rowIDs[row] = last
                    rows[last] = row
                }
            }
            // Not having the memory to use less memory is no reason to fail.
            if store.capacity > 1024, store.count < store.capacity / 4 {
                try? store.shrink()
                try? codes?.shrink(to: rowIDs.count)
            }
            return removed
        }
    }
}
