import CHelpdeskKernels

extension ExactSearch {
    /// Screens all rows by their codes and measures those that may be among the nearest.
    ///
    /// The rest cannot be: what their distance is at least is above what the distances of enough others are at most. Where
    /// bounds tell too little of a query, as among vectors that are nearly equal, all rows are measured for it.
    func screened(_ queries: [[Float]], _ codes: ScreeningCodes, threads: Int) throws -> [[VectorMatch]] {
        let values = UnsafeMutableRawPointer.allocate(byteCount: queries.count * codes.stride, alignment: 64)
            .bindMemory(to: Int8.self, capacity: queries.count * codes.stride)
        defer { values.deallocate() }
        var prepared: [ScreeningQuery] = []
        var places: [Int] = []
        for (place, query) in queries.enumerated() {
            table.withQuery(query) { query in
                guard !VectorTable.isExtreme(norm: query.norm) else { return }
                prepared.append(
                    ScreeningQuery(
                        query, metric: table.metric, dimensions: table.dimensions,
                        values: values + prepared.count * codes.stride))
                places.append(place)
            }
        }
        var results = [[VectorMatch]](repeating: [], count: queries.count)
        var isFound = [Bool](repeating: false, count: queries.count)
        for (index, rows) in try screen(prepared, codes, threads: threads).enumerated() where !rows.isOverfull {
            var rows = rows
            results[places[index]] = nearest(rows.sorted(), to: queries[places[index]], prepared[index])
            isFound[places[index]] = true
        }
        let others = queries.indices.filter { !isFound[$0] }
        guard !others.isEmpty else { return results }
        for (place, matches) in zip(others, try measured(others.map { queries[$0] })) { results[place] = matches }
        return results
    }

    private func screen(_ queries: [ScreeningQuery], _ codes: ScreeningCodes, threads: Int) throws -> [ScreenedRows] {
        guard threads > 1 else { return try screen(queries, codes, among: 0..<total) }
        // Sendable without a check: the threads read them while this one waits.
        nonisolated(unsafe) let (queries, codes) = (queries, codes)
        let parts = try Self.run(threads, threads: threads) { part in
            try screen(queries, codes, among: total * part / threads..<total * (part + 1) / threads)
        }
        var found = parts[0]
        for part in parts.dropFirst() {
            for (index, rows) in part.enumerated() { found[index].merge(rows) }
        }
        return found
    }

    /// How many hits there is room for.
    private static let hitsInBlock = 8_192

    private func screen(
        _ queries: [ScreeningQuery], _ codes: ScreeningCodes, among places: Range<Int>
    ) throws -> [ScreenedRows] {
        var found = queries.map { _ in ScreenedRows(wanted: wanted, total: total) }
        guard !queries.isEmpty else { return found }
        var descriptions = queries.map(\.description)
        let rows = codes.rows
        let hits = UnsafeMutablePointer<helpdesk_screen_hit>.allocate(capacity: Self.hitsInBlock)
        defer { hits.deallocate() }
        var first = places.lowerBound
        while first < places.upperBound {
            try interruption.check()
            // Few at first, so that the limits come down before there are many hits.
            let step = max(64, (first - places.lowerBound) / 4)
            let count = min(step, Self.hitsInBlock / queries.count, places.upperBound - first)
            let written = descriptions.withUnsafeBufferPointer { descriptions in
                request(descriptions, codes, first, count) { helpdesk_screen(codes.instructionSet, &$0, hits) }
            }
            for hit in UnsafeBufferPointer(start: hits, count: written) {
                let index = Int(hit.query)
                found[index].add(
                    hit.row, bound: hit.bound,
                    upperBound: queries[index].upperBound(hit.bound, rows[Int(hit.row)]))
            }
            if written > 0 {
                for index in found.indices { descriptions[index].limit = found[index].limit }
                if found.allSatisfy(\.isOverfull) { break }
            }
            first += count
        }
        return found
    }

    private func request(
        _ queries: UnsafeBufferPointer<helpdesk_screen_query>, _ codes: ScreeningCodes, _ first: Int, _ count: Int,
        _ body: (inout helpdesk_screen_request) -> Int
    ) -> Int {
        var request = helpdesk_screen_request(
            queries: queries.baseAddress, query_count: queries.count, codes: codes.first, descriptions: codes.rows,
            stride: codes.stride, rows: nil, first: first, count: count)
        guard let selected else { return body(&request) }
        return selected.withUnsafeBufferPointer { rows in
            request.rows = rows.baseAddress.map { $0 + first }
            request.first = 0
            return body(&request)
        }
    }

    /// Measures screened rows, the least bound first, until no other can be among the nearest.
    private func nearest(
        _ rows: [(row: UInt32, bound: Float)], to query: [Float], _ screening: ScreeningQuery
    ) -> [VectorMatch] {
        var best = TopMatches(count: wanted)
        var smallest = SmallestKeys(count: wanted)
        var distances = [Float](repeating: 0, count: max(wanted, 16))
        let names = rows.map(\.row)
        table.withQuery(query) { query in
            var first = 0
            while first < rows.count {
                let limit = smallest.limit
                if limit < .infinity, rows[first].bound > screening.limit(distance: limit) { break }
                // All of the first ones are needed.
                let count = min(first == 0 ? distances.count : 16, rows.count - first)
                names.withUnsafeBufferPointer { names in
                    distances.withUnsafeMutableBufferPointer { distances in
                        guard let names = names.baseAddress, let distances = distances.baseAddress else { return }
                        table.distances(from: query, to: names + first, count: count, into: distances)
                    }
                }
                for i in 0..<count {
                    best.add(rowIDs[Int(names[first + i])], distance: distances[i])
                    smallest.add(distances[i])
                }
                first += count
            }
        }
        return best.sorted()
    }
}
