import Synchronization
import Testing
import VectorSearch

/// Readers, a writer, and one who saves, all at once. `Scripts/test-threads` runs this with the thread sanitizer.
@Suite(.serialized) struct ConcurrencyTests {
    @Test(arguments: IndexKind.allCases) func everyoneSeesWholeBatches(kind: IndexKind) async throws {
        let world = try World(kind)
        let time = StressTime(rounds: 250)
        let work: [@Sendable () throws -> Void] = [
            { try world.write(time) }, { try world.save() }, { try world.readWhatStays() },
            { try world.readWhatChanges(seed: 1) }, { try world.readWhatChanges(seed: 2) },
        ]
        // Whoever ends, because all is done or because something is wrong, ends it for all.
        try await Workers.run(
            work.map { body in
                {
                    defer { world.isOver.store(true, ordering: .releasing) }
                    try body()
                }
            })
        try world.index.check()
        try world.checkCopy(world.index, isQuiet: true)
        #expect(world.checks.load(ordering: .relaxed) >= World.fewestChecks)
    }

    @Test func writersTakeTurns() async throws {
        // Each has ids of its own: nothing of what anyone stored may be missing.
        let index = try HNSWIndex(.init(dimensions: 64, metric: .euclidean, constructionWidth: 60))
        let exact = try ExactIndex(.init(dimensions: 64, metric: .euclidean))
        try await Workers.run(
            (0..<4).map { writer in
                {
                    for round in 0..<12 {
                        let first = UInt64(writer * 10_000 + round * 40)
                        let entries = (first..<first + 40).map { VectorEntry(id: $0, vector: World.vector($0, 1)) }
                        try index.insert(entries)
                        try exact.insert(entries)
                        try index.remove([first, first + 1])
                        try exact.remove([first, first + 1])
                        if round % 5 == 4 { try index.compact() }
                    }
                }
            })
        try index.checkInvariants()
        #expect(index.count == 4 * 12 * 38 && index.ids == exact.ids)
        for id in index.ids { #expect(Tolerance.areSame(index.vector(for: id), World.vector(id, 1))) }
    }
}

/// An index that changes, and what may be seen of it. Some vectors stay; the others come, change and go in groups, each
/// by one call. A vector tells by its components which id and version it is of.
private final class World: Sendable {
    /// What the writer does with a group.
    struct Group: Equatable {
        /// The version that is stored; `nil` if none is.
        var version: UInt64?
        /// The highest version there has been.
        var last: UInt64 = 0
        var changes = 0
        var isChanging = false
    }

    static let dimensions = 64
    static let staying: UInt64 = 400
    static let groupCount = 60
    static let groupSize: UInt64 = 30
    /// How often readers look at least.
    static let fewestChecks = 200

    let index: TestIndex
    let isOver = Atomic<Bool>(false)
    let checks = Atomic<Int>(0)
    private let groups = Mutex([Group](repeating: Group(), count: groupCount))

    init(_ kind: IndexKind) throws {
        index = try kind.make(Self.dimensions, .euclidean, identity: nil)
        try index.insert((0..<Self.staying).map { VectorEntry(id: $0, vector: Self.vector($0, 0)) })
    }

    static func vector(_ id: VectorID, _ version: UInt64) -> [Float] {
        var generator = SeededGenerator(seed: id << 20 ^ version)
        return generator.vector(dimensions)
    }

    private static func ids(_ group: Int) -> Range<VectorID> {
        let first = 10_000 + UInt64(group) * 100
        return first..<first + groupSize
    }

    private func state(_ group: Int) -> Group { groups.withLock { $0[group] } }

    // MARK: The writer

    func write(_ time: StressTime) throws {
        var generator = SeededGenerator(seed: 241)
        var round = 0
        // On a busy machine readers may come late.
        while time.lasts(round) || checks.load(ordering: .relaxed) < Self.fewestChecks {
            guard !isOver.load(ordering: .acquiring) else { return }
            let group = Int.random(in: 0..<Self.groupCount, using: &generator)
            let version = groups.withLock { groups in
                groups[group].isChanging = true
                return groups[group].version
            }
            let isRemoved = version != nil && Int.random(in: 0..<10, using: &generator) < (round < 100 ? 1 : 4)
            let next = state(group).last + 1
            if isRemoved {
                let removed = try index.remove(Array(Self.ids(group)))
                #expect(removed == Int(Self.groupSize))
            } else {
                try index.insert(Self.ids(group).map { VectorEntry(id: $0, vector: Self.vector($0, next)) })
            }
            groups.withLock { groups in
                groups[group].version = isRemoved ? nil : next
                if !isRemoved { groups[group].last = next }
                groups[group].changes += 1
                groups[group].isChanging = false
            }
            if case .hnsw(let hnsw) = index {
                if round % 25 == 24 { try hnsw.compact() }
                if round % 40 == 39 { try hnsw.optimize() }
            }
            round += 1
        }
    }

    // MARK: The readers

    /// Shares nothing with the writer but the index, so that nothing else makes them wait for each other.
    func readWhatStays() throws {
        var generator = SeededGenerator(seed: 242)
        while !isOver.load(ordering: .acquiring) {
            let id = VectorID.random(in: 0..<Self.staying, using: &generator)
            let vector = Self.vector(id, 0)
            let found = try index.one(vector, 5)
            #expect(found.count == 5 && found[0].id == id && found[0].distance < 1e-3)
            #expect(Set(found.map(\.id)).count == 5 && found.map(\.distance) == found.map(\.distance).sorted())
            #expect(found.allSatisfy { Self.isKnown($0.id) })
            #expect(Tolerance.areSame(index.vector(for: id), vector))
            #expect(index.count >= Int(Self.staying))
            if case .hnsw(let hnsw) = index {
                let beyond = try hnsw.search([vector], count: 5, strategy: .graph)[0]
                #expect(beyond.first?.id == id && hnsw.contains(id))
                #expect(hnsw.statistics.count >= Int(Self.staying) && hnsw.statistics.bytes > 0)
            }
            checks.add(1, ordering: .relaxed)
        }
    }

    private static func isKnown(_ id: VectorID) -> Bool {
        id < staying || (0..<groupCount).contains { ids($0).contains(id) }
    }

    func readWhatChanges(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        while !isOver.load(ordering: .acquiring) {
            let group = Int.random(in: 0..<Self.groupCount, using: &generator)
            let ids = Self.ids(group)
            let query = generator.vector(Self.dimensions)
            let before = state(group)
            let found = try index.one(query, 1_000, .including(Set(ids)))
            let member = VectorID.random(in: ids, using: &generator)
            let middle = state(group)
            let kept = index.vector(for: member)
            let after = state(group)
            if let problem = problem(found, query, possible(before, middle)) {
                Issue.record("group \(group), \(before) to \(middle): \(problem)")
                return
            }
            let isKept = possible(middle, after).contains { version in
                version.map { Tolerance.areSame(kept, Self.vector(member, $0)) } ?? (kept == nil)
            }
            #expect(isKept, "vector \(member), \(middle) to \(after)")
            checks.add(1, ordering: .relaxed)
        }
    }

    /// Which versions a call may have seen between two looks at what the writer does.
    private func possible(_ before: Group, _ after: Group) -> [UInt64?] {
        if before == after, !before.isChanging { return [before.version] }
        return [nil] + (before.last...after.last + 1).map { $0 }
    }

    /// What is wrong with the matches in a group, or `nil`: they must be all of one version, or none.
    private func problem(_ found: [VectorMatch], _ query: [Float], _ versions: [UInt64?]) -> String? {
        guard !found.isEmpty else { return versions.contains(nil) ? nil : "nothing found" }
        guard found.count == Int(Self.groupSize), Set(found.map(\.id)).count == found.count else {
            return "\(found.count) found: a part"
        }
        let isWhole = versions.contains { version in
            guard let version else { return false }
            return found.allSatisfy { match in
                let vector = Self.vector(match.id, version)
                return abs(distance(query, vector, .euclidean) - Double(match.distance))
                    <= Tolerance.distance(query, vector, .euclidean)
            }
        }
        return isWhole ? nil : "not all of one version of \(versions)"
    }

    // MARK: The one who saves

    func save() throws {
        while !isOver.load(ordering: .acquiring) {
            let bytes = index.snapshot()
            let copy: TestIndex
            switch index {
            case .exact: copy = try IndexKind.exact.open(bytes, expectedIdentity: nil)
            case .hnsw: copy = try IndexKind.hnsw.open(bytes, expectedIdentity: nil)
            }
            try copy.check()
            try checkCopy(copy, isQuiet: false)
            checks.add(1, ordering: .relaxed)
        }
    }

    /// Checks that an index that no one changes holds whole groups, and all that stays.
    func checkCopy(_ copy: TestIndex, isQuiet: Bool) throws {
        for id in 0..<Self.staying { #expect(Tolerance.areSame(copy.vector(for: id), Self.vector(id, 0))) }
        var count = Int(Self.staying)
        for group in 0..<Self.groupCount {
            let state = state(group)
            let kept = Self.ids(group).map { copy.vector(for: $0) }
            let present = kept.count { $0 != nil }
            #expect(present == 0 || present == kept.count, "a part of group \(group)")
            count += present
            guard present > 0 else { continue }
            let versions = isQuiet ? [state.version ?? 0] : Array(1...state.last + 1)
            let isWhole = versions.contains { version in
                zip(Self.ids(group), kept).allSatisfy { Tolerance.areSame($1, Self.vector($0, version)) }
            }
            #expect(isWhole, "group \(group) is not all of one version")
        }
        #expect(copy.count == count)
    }
}
