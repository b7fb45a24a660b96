import CHelpdeskKernels
import Synchronization

/// A search of some queries among the rows as they are now.
///
/// Sendable without a check because threads only read what it holds, and their caller waits for them.
struct ExactSearch: @unchecked Sendable {
    let table: VectorTable
    /// The id of each row.
    let rowIDs: [VectorID]
    /// The rows to search, ascending; `nil` for all.
    let selected: [UInt32]?
    /// How many matches each query gets; from 1 to the number of rows to search.
    let wanted: Int
    /// The codes of the rows; `nil` where they are of no use.
    let codes: ScreeningCodes?
    let interruption: Interruption

    /// The number of rows to search.
    var total: Int { selected?.count ?? rowIDs.count }

    /// Whether fewer threads than there are would hardly take longer.
    func isSmall(queryCount: Int) -> Bool { queryCount * total * table.dimensions < 1 << 24 }

    /// Finds the nearest rows to each query by several threads.
    func matches(_ queries: [[Float]], threads: Int) throws -> [[VectorMatch]] {
        let threads = isSmall(queryCount: queries.count) ? 1 : threads
        if threads > 1, queries.count < min(4 * threads, Int(HELPDESK_SCREEN_QUERIES)), let codes,
            total * codes.stride > Self.largeCodes
        {
            // Too few for each thread to have some: each screens some of the rows for all.
            return try screened(queries, codes, threads: threads)
        }
        // Fours of queries, which are screened together.
        let share = (queries.count + 4 * threads - 1) / (4 * threads) * 4
        let grain = threads > 1 ? min(32, share) : 64
        let parts = (queries.count + grain - 1) / grain
        let found = try Self.run(parts, threads: threads) { part in
            let some = Array(queries[part * grain..<min(queries.count, (part + 1) * grain)])
            return try codes.map { try screened(some, $0, threads: 1) } ?? measured(some)
        }
        return Array(found.joined())
    }

    /// Codes of which a second thread reads its half faster than the first one reads all, in bytes.
    static let largeCodes = 16 << 20

    /// What `body` gives for each part, by several threads. Throws one of its errors.
    static func run<Part: Sendable>(
        _ parts: Int, threads: Int, _ body: @Sendable (Int) throws -> Part
    ) throws -> [Part] {
        guard threads > 1, parts > 1 else { return try (0..<parts).map(body) }
        let results = Mutex([Result<Part, any Error>?](repeating: nil, count: parts))
        ParallelWork.run(count: parts, grain: 1, threads: threads) { range in
            for part in range {
                let result = Result { try body(part) }
                results.withLock { $0[part] = result }
            }
        }
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }

    /// Measures all rows with the kernels.
    func measured(_ queries: [[Float]]) throws -> [[VectorMatch]] {
        var best = queries.map { _ in TopMatches(count: wanted) }
        var distances = [Float](repeating: 0, count: Self.rowsInBlock)
        if queries.count == 1 {
            try table.withQuery(queries[0]) { query in
                for first in stride(from: 0, to: total, by: Self.rowsInBlock) {
                    try interruption.check()
                    measure(first, query, &distances, &best[0])
                }
            }
        } else {
            // Each block of rows stays in the cache for all the queries.
            for first in stride(from: 0, to: total, by: Self.rowsInBlock) {
                try interruption.check()
                for (index, query) in queries.enumerated() {
                    table.withQuery(query) { measure(first, $0, &distances, &best[index]) }
                }
            }
        }
        return best.indices.map { best[$0].sorted() }
    }

    private static let rowsInBlock = 256

    /// Measures a block of rows.
    private func measure(_ first: Int, _ query: PreparedQuery, _ distances: inout [Float], _ best: inout TopMatches) {
        let count = min(Self.rowsInBlock, total - first)
        distances.withUnsafeMutableBufferPointer { distances in
            guard let out = distances.baseAddress else { return }
            if let selected {
                selected.withUnsafeBufferPointer { rows in
                    table.distances(from: query, to: rows.baseAddress.map { $0 + first }, count: count, into: out)
                }
            } else {
                table.distances(from: query, to: nil, first: first, count: count, into: out)
            }
        }
        for i in 0..<count where distances[i] <= best.limit {
            best.add(rowIDs[selected.map { Int($0[first + i]) } ?? first + i], distance: distances[i])
        }
    }
}
