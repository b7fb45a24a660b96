import VectorSearch

/// The checks of ``VectorIndexConformance``, each on an empty index of its own.
struct VectorIndexSuite {
    let options: VectorIndexConformance.Options
    let seed: UInt64

    static let results = Promise(
        "exactly min(count, live vectors that pass the filter) distinct matches, nearest first, ties by id")
    static let changes = Promise("searchable when insert has returned, and never again when remove has")
    static let replacing = Promise("inserting a stored id replaces its vector; the last entry of a call counts")
    static let atomic = Promise("invalid input throws VectorSearchError and changes nothing")
    static let unknown = Promise("an unknown id is not an error")
    static let stored = Promise("vector(for:) gives the vector as it was inserted")

    func vectors(_ count: Int, _ index: any VectorIndex, salt: UInt64 = 0) -> [VectorEntry] {
        var generator = SeededGenerator(seed: seed &* 1000 &+ salt)
        return (0..<count).map {
            VectorEntry(id: UInt64($0) * 7 + 3, vector: generator.vector(dimensions: index.dimensions))
        }
    }

    // MARK: Checking one search

    /// Checks the matches of one query against all live vectors; returns how many of the true nearest were found.
    @discardableResult
    func checkMatches(
        _ matches: [VectorMatch], query: [Float], count: Int, live: [VectorID: [Float]], _ index: any VectorIndex,
        _ what: String
    ) throws -> Int {
        let promise = Self.results
        let wanted = min(count, live.count)
        try promise.require(matches.count == wanted, "\(what): \(matches.count) matches instead of \(wanted)")
        try promise.require(Set(matches.map(\.id)).count == matches.count, "\(what): an id occurs twice")
        for match in matches {
            guard let vector = live[match.id] else {
                throw promise.failure("\(what): id \(match.id) is not among the live vectors that pass")
            }
            let distance = index.metric.distance(query, vector)
            let isNear = abs(distance - match.distance) <= options.distanceTolerance * max(1, abs(distance))
            try promise.require(
                isNear, "\(what): id \(match.id) is \(distance) away by \(index.metric), not \(match.distance)")
        }
        for (first, second) in zip(matches, matches.dropFirst()) {
            try promise.require(
                first.distance < second.distance || (first.distance == second.distance && first.id < second.id),
                "\(what): \(first) stands before \(second)")
        }
        let truth = live.map { VectorMatch(id: $0.key, distance: index.metric.distance(query, $0.value)) }
            .sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }.prefix(wanted)
        // Equally near ones are as good.
        let limit = (truth.last?.distance ?? 0) + options.distanceTolerance
        return matches.count { $0.distance <= limit }
    }

    func checkSearches(
        _ index: any VectorIndex, live: [VectorID: [Float]], filter: VectorFilter? = nil, counts: [Int], _ what: String
    ) async throws {
        let queries =
            vectors(12, index, salt: 99).map(\.vector) + live.sorted { $0.key < $1.key }.prefix(4).map(\.value)
        for count in counts {
            let results = try await index.search(queries, count: count, filter: filter)
            try Self.results.require(
                results.count == queries.count, "\(what): \(queries.count) queries gave \(results.count) lists")
            var found = 0
            for (query, matches) in zip(queries, results) {
                let name = "\(what), count \(count)"
                found += try checkMatches(matches, query: query, count: count, live: live, index, name)
            }
            let wanted = queries.count * min(count, live.count)
            try Self.results.require(
                Double(found) >= options.minimumRecall * Double(wanted),
                "\(what), count \(count): \(found) of the \(wanted) nearest were found")
            let alone = try await index.search(queries[0], count: count, filter: filter)
            try Self.results.require(
                alone.map(\.id) == results[0].map(\.id), "\(what): a query alone gives other matches than in a batch")
        }
    }

    // MARK: Checks

    func checkEmpty(_ index: any VectorIndex) async throws {
        let query = [Float](repeating: 1, count: index.dimensions)
        try Self.results.require(try await index.count == 0, "a new index is not empty")
        try Self.results.require(
            try await index.search([query, query], count: 5, filter: nil) == [[], []], "an empty index found something")
        try Self.results.require(
            try await index.search([], count: 5, filter: nil).isEmpty, "no query gave a list of matches")
        try await index.insert([])
        try Self.unknown.require(try await index.remove([]) == 0, "removing nothing removed something")
        try Self.unknown.require(try await index.remove([7, .max]) == 0, "removing unknown ids removed something")
        try Self.unknown.require(try await index.vector(for: 7) == nil, "an unknown id has a vector")
    }

    func checkSearch(_ index: any VectorIndex) async throws {
        var entries = vectors(300, index)
        entries[0].id = 0
        entries[1].id = .max
        entries[2].vector = [Float](repeating: 0, count: index.dimensions)
        var live: [VectorID: [Float]] = [:]
        for part in [entries[..<1], entries[1..<40], entries[40...]] {
            try await index.insert(Array(part))
            for entry in part { live[entry.id] = entry.vector }
            try Self.changes.require(
                try await index.count == live.count, "count is not \(live.count) after as many inserts")
            try await checkSearches(index, live: live, counts: [0, 1, 10, live.count, .max], "\(live.count) vectors")
        }
        for entry in entries.prefix(20) {
            let stored = try await index.vector(for: entry.id)
            try Self.stored.require(
                isNear(stored, entry.vector), "id \(entry.id) gave \(String(describing: stored)) for \(entry.vector)")
        }
    }

    func checkTies(_ index: any VectorIndex) async throws {
        let twin = vectors(1, index, salt: 5)[0].vector
        let ids: [VectorID] = [90, 5, 700, 1, 44, 12, 8, 63]
        var entries = vectors(30, index).map { VectorEntry(id: $0.id + 1000, vector: $0.vector) }
        entries += ids.map { VectorEntry(id: $0, vector: twin) }
        try await index.insert(entries)
        let matches = try await index.search(twin, count: entries.count)
        try checkMatches(
            matches, query: twin, count: entries.count,
            live: Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.vector) }), index, "equal vectors")
        let twins = matches.map(\.id).filter(ids.contains)
        try Self.results.require(twins == ids.sorted(), "equal vectors came in the order \(twins)")
    }

    func checkUpdates(_ index: any VectorIndex) async throws {
        let entries = vectors(60, index)
        try await index.insert(entries)
        var live = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.vector) })
        let updates = vectors(20, index, salt: 1)
        try await index.insert(updates)
        for entry in updates { live[entry.id] = entry.vector }
        try Self.replacing.require(try await index.count == 60, "replacing changed the count")
        try await checkSearches(index, live: live, counts: [1, 5, 60], "replaced vectors")
        let doubled = [
            VectorEntry(id: 3, vector: entries[40].vector), VectorEntry(id: 999, vector: entries[41].vector),
            VectorEntry(id: 3, vector: entries[42].vector), VectorEntry(id: 999, vector: entries[43].vector),
        ]
        try await index.insert(doubled)
        live[3] = entries[42].vector
        live[999] = entries[43].vector
        try Self.replacing.require(try await index.count == 61, "an id twice in a call counts twice")
        for id in [VectorID(3), 999] {
            let vector = try await index.vector(for: id)
            try Self.replacing.require(
                isNear(vector, live[id] ?? []), "of two entries of one id the last doesn't count")
        }
        try await checkSearches(index, live: live, counts: [1, 61], "an id twice in a call")
    }

    func checkRemoval(_ index: any VectorIndex) async throws {
        let entries = vectors(120, index)
        try await index.insert(entries)
        var live = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.vector) })
        let gone = entries.indices.filter { $0 % 3 == 0 }.map { entries[$0].id }
        let removed = try await index.remove(gone + [1_000_000, gone[0]])
        try Self.changes.require(removed == gone.count, "remove counted \(removed) instead of \(gone.count) stored ids")
        for id in gone { live[id] = nil }
        try Self.changes.require(try await index.count == live.count, "count is wrong after remove")
        try Self.changes.require(try await index.vector(for: gone[0]) == nil, "a removed id has a vector")
        try Self.unknown.require(try await index.remove(gone) == 0, "removing again removed something")
        try await checkSearches(index, live: live, counts: [1, 10, live.count, 120], "after remove")
        let back = [VectorEntry(id: gone[0], vector: entries[1].vector)]
        try await index.insert(back)
        live[gone[0]] = entries[1].vector
        try await checkSearches(index, live: live, counts: [2, live.count], "an id that came back")
        try await index.remove(Array(live.keys))
        try await checkSearches(index, live: [:], counts: [3], "all removed")
        try await index.insert(Array(entries.prefix(5)))
        let rest = Dictionary(uniqueKeysWithValues: entries.prefix(5).map { ($0.id, $0.vector) })
        try await checkSearches(index, live: rest, counts: [5], "filled again")
    }

    func checkFilters(_ index: any VectorIndex) async throws {
        let entries = vectors(200, index)
        try await index.insert(entries)
        let all = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.vector) })
        for share in [0, 1, 2, 50, 199, 200] {
            let chosen = Set(entries.indices.filter { ($0 * 37) % 200 < share }.map { entries[$0].id })
            let inside = all.filter { chosen.contains($0.key) }
            let outside = all.filter { !chosen.contains($0.key) }
            let counts = [1, 10, 200]
            try await checkSearches(
                index, live: inside, filter: .including(chosen.union([12_345_678])), counts: counts,
                "including \(share)")
            try await checkSearches(
                index, live: outside, filter: .excluding(chosen.union([12_345_678])), counts: counts,
                "excluding \(share)")
            try await checkSearches(
                index, live: inside, filter: .matching { chosen.contains($0) }, counts: counts, "matching \(share)")
        }
    }

    func checkInvalidInput(_ index: any VectorIndex) async throws {
        let entries = vectors(40, index)
        try await index.insert(entries)
        let live = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.vector) })
        let good = [Float](repeating: 0.5, count: index.dimensions)
        var nan = good
        nan[index.dimensions - 1] = .nan
        var infinite = good
        infinite[0] = -.infinity
        let bad: [(String, [Float], VectorSearchError.Code)] = [
            ("a long vector", good + [1], .wrongDimension), ("a short vector", Array(good.dropLast()), .wrongDimension),
            ("an empty vector", [], .wrongDimension), ("NaN", nan, .notFinite), ("infinity", infinite, .notFinite),
        ]
        for (name, vector, code) in bad {
            let mixed = [
                VectorEntry(id: 500_000, vector: good), VectorEntry(id: entries[0].id, vector: good),
                VectorEntry(id: 500_001, vector: vector),
            ]
            try await Self.atomic.requireError(
                VectorSearchError.self, "inserting \(name)", where: { $0.code == code }
            ) { try await index.insert(mixed) }
            try await Self.atomic.requireError(
                VectorSearchError.self, "searching for \(name)", where: { $0.code == code }
            ) { _ = try await index.search([good, vector], count: 3, filter: nil) }
            try Self.atomic.require(try await index.count == live.count, "inserting \(name) changed the count")
            let vector = try await index.vector(for: entries[0].id)
            try Self.atomic.require(
                isNear(vector, entries[0].vector), "inserting \(name) replaced another entry's vector")
        }
        try await Self.atomic.requireError(VectorSearchError.self, "count -1") {
            _ = try await index.search([good], count: -1, filter: nil)
        }
        try await checkSearches(index, live: live, counts: [5, 40], "after invalid input")
    }

    func checkConcurrency(_ index: any VectorIndex) async throws {
        let entries = vectors(160, index)
        try await index.insert(Array(entries.prefix(80)))
        let known = Set(entries.map(\.id))
        let queries = vectors(4, index, salt: 8).map(\.vector)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in 0..<4 {
                group.addTask {
                    for entry in entries[80 + part * 20..<100 + part * 20] { try await index.insert([entry]) }
                    try await index.remove(entries[part * 10..<part * 10 + 10].map(\.id))
                }
                group.addTask {
                    for _ in 0..<10 {
                        for matches in try await index.search(queries, count: 20, filter: nil) {
                            let ids = Set(matches.map(\.id))
                            try Self.results.require(
                                matches.count == 20 && ids.count == 20 && ids.isSubset(of: known),
                                "a search during changes gave \(matches.count) matches of \(ids.count) ids")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let live = Dictionary(uniqueKeysWithValues: entries[40...].map { ($0.id, $0.vector) })
        try Self.changes.require(try await index.count == live.count, "changes at once were lost")
        try await checkSearches(index, live: live, counts: [10, 120], "after changes at once")
    }

    private func isNear(_ stored: [Float]?, _ vector: [Float]) -> Bool {
        guard let stored, stored.count == vector.count else { return false }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return zip(stored, vector).allSatisfy { abs($0 - $1) <= options.vectorTolerance * max(length, 1e-6) }
    }
}
