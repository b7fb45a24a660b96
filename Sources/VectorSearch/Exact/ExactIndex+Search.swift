import CHelpdeskKernels
import HelpdeskMath

extension ExactIndex {
    /// Finds the nearest vectors to each query.
    ///
    /// - Parameters:
    ///   - queries: Vectors of ``dimensions`` finite components.
    ///   - count: How many matches to return for each; 0 or more.
    ///   - filter: Which vectors may be returned; `nil` for all. Looked up once for each 64 queries a thread: in time
    ///     proportional to the set, or, for a function, to the index.
    /// - Returns: For each query exactly `min(count, live vectors that pass the filter)` matches, nearest first, equal
    ///   distances in ascending order of id.
    /// - Throws: ``VectorSearchError``; `CancellationError` if the task is cancelled meanwhile.
    /// - Complexity: O(queries · vectors · dimensions).
    public func search(_ queries: [[Float]], count: Int, filter: VectorFilter? = nil) throws -> [[VectorMatch]] {
        try VectorInput.require(queries, count: count, dimensions: dimensions)
        let interruption = Interruption()
        let threads = configuration.threads
        var results: [[VectorMatch]] = []
        results.reserveCapacity(queries.count)
        // A block at a time, so that a long batch does not keep changes waiting.
        let size = BlockedProducts.queriesInBlock * threads
        for first in stride(from: 0, to: queries.count, by: size) {
            let block = Array(queries[first..<min(first + size, queries.count)])
            results += try lock.read { try search(block: block, count, filter, interruption) }
        }
        return results
    }

    /// Finds the vectors nearest to one query.
    public func search(_ query: [Float], count: Int, filter: VectorFilter? = nil) throws -> [VectorMatch] {
        try search([query], count: count, filter: filter).first ?? []
    }

    private func search(
        block: [[Float]], _ count: Int, _ filter: VectorFilter?, _ interruption: Interruption
    ) throws -> [[VectorMatch]] {
        let selected = filter.map(rows(passing:))
        let total = selected?.count ?? rowIDs.count
        let wanted = min(count, total)
        guard wanted > 0 else { return Array(repeating: [], count: block.count) }
        let table = store.table()
        // Few rows are measured sooner than their bounds are compared.
        let isScreened = !table.isWide && total >= 1024 && wanted <= total / 8
        let search = ExactSearch(
            table: table, rowIDs: rowIDs, selected: selected, wanted: wanted, codes: isScreened ? codes : nil,
            interruption: interruption)
        // BLAS is faster than screening in plain C.
        let suitsBLAS = usesBLAS && (codes == nil || codes?.instructionSet == HELPDESK_SCREEN_SCALAR)
        guard suitsBLAS, selected == nil, !table.isWide, block.count >= 8, wanted < total / 4,
            block.allSatisfy({ table.withQuery($0) { !VectorTable.isExtreme(norm: $0.norm) } })
        else { return try search.matches(block, threads: configuration.threads) }
        // BLAS has threads of its own.
        let size = BlockedProducts.queriesInBlock
        return try stride(from: 0, to: block.count, by: size).flatMap { first in
            try search.multiplied(Array(block[first..<min(first + size, block.count)]), longest: store.longest)
        }
    }

    /// The rows whose ids pass a filter, ascending.
    private func rows(passing filter: VectorFilter) -> [UInt32] {
        if case .including(let wanted) = filter {
            return wanted.compactMap { rows[$0].map(UInt32.init) }.sorted()
        }
        return rowIDs.indices.filter { filter.allows(rowIDs[$0]) }.map { UInt32($0) }
    }
}
