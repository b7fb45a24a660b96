import Testing
import VectorSearch

/// Random sequences of all there is to do with an index, against a dictionary and the exact index.
@Suite struct RandomSequenceTests {
    @Test(arguments: DistanceMetric.allCases) func tenThousandStepsOnFloats(metric: DistanceMetric) throws {
        var sequence = try RandomSequence(dimensions: 12, metric, ids: 700, seed: 221)
        try sequence.run(10_000)
        #expect(sequence.recall >= 0.97)
    }

    @Test(arguments: DistanceMetric.allCases) func tenThousandStepsOnCodes(metric: DistanceMetric) throws {
        var sequence = try RandomSequence(dimensions: 64, metric, ids: 3_000, seed: 222)
        try sequence.fill(2_000)
        #expect(sequence.index.searchesByCodes)
        try sequence.run(10_000)
        #expect(sequence.stepsByCodes > 1_000)
        #expect(sequence.recall >= 0.9)
    }
}

/// An index, what it must hold, and what happens next.
private struct RandomSequence {
    let dimensions: Int
    let metric: DistanceMetric
    /// Ids are drawn from as many.
    let ids: UInt64
    var index: HNSWIndex
    let exact: ExactIndex
    var stored: [VectorID: [Float]] = [:]
    var generator: SeededGenerator
    let middles: [[Float]]
    /// How many neighbours were looked for and found.
    var wanted = 0
    var found = 0
    var stepsByCodes = 0

    var recall: Double { Double(found) / Double(max(1, wanted)) }

    init(dimensions: Int, _ metric: DistanceMetric, ids: UInt64, seed: UInt64) throws {
        self.dimensions = dimensions
        self.metric = metric
        self.ids = ids
        index = try HNSWIndex(.init(dimensions: dimensions, metric: metric))
        exact = try ExactIndex(.init(dimensions: dimensions, metric: metric))
        var generator = SeededGenerator(seed: seed)
        middles = (0..<20).map { _ in generator.vector(dimensions) }
        self.generator = generator
    }

    mutating func fill(_ count: UInt64) throws {
        try insert((0..<count).map { VectorEntry(id: $0, vector: vector()) })
    }

    mutating func run(_ steps: Int) throws {
        for step in 0..<steps {
            let problem: String?
            switch Int.random(in: 0..<1_000, using: &generator) {
            case 0..<300: problem = try insertSome()
            case 300..<420: problem = try removeSome()
            case 420..<900: problem = try search()
            case 900..<980: problem = lookUp()
            case 980..<985: problem = try compareAll()
            case 985..<990:
                try index.compact()
                problem = index.statistics.tombstones == 0 ? nil : "tombstones after compaction"
            case 990..<993:
                try index.optimize()
                problem = nil
            case 993..<996: problem = try saveAndLoad()
            default: problem = try removeMany()
            }
            if let problem {
                Issue.record("step \(step): \(problem)")
                return
            }
            if index.searchesByCodes { stepsByCodes += 1 }
        }
        #expect(try compareAll() == nil)
        #expect(try saveAndLoad() == nil)
    }

    private mutating func id() -> VectorID { .random(in: 0..<ids, using: &generator) }

    /// Like others mostly; sometimes equal to one, on a grid with many ties, far away, or zero.
    private mutating func vector() -> [Float] {
        switch Int.random(in: 0..<100, using: &generator) {
        case 0..<10:
            if let twin = stored[id()] { return twin }
        case 10..<14: return (0..<dimensions).map { _ in Float(Int.random(in: -1...1, using: &generator)) }
        case 14:
            // Vectors much longer than the rest are nearest to everything, and few links lead to them.
            let length: Float = metric == .innerProduct ? 3 : 20
            return generator.vector(dimensions).map { $0 * length }
        case 15 where Bool.random(using: &generator): return [Float](repeating: 0, count: dimensions)
        default: break
        }
        let middle = middles[Int.random(in: 0..<middles.count, using: &generator)]
        return zip(middle, generator.vector(dimensions)).map { $0 + 0.4 * $1 }
    }

    private mutating func insert(_ entries: [VectorEntry]) throws {
        try index.insert(entries)
        try exact.insert(entries)
        for entry in entries { stored[entry.id] = entry.vector }
    }

    private mutating func insertSome() throws -> String? {
        // Now and then many, and an id may occur twice.
        let many = Int.random(in: 0..<20, using: &generator) == 0
        let count = Int.random(in: 0...(many ? 40 : 3), using: &generator)
        var entries: [VectorEntry] = []
        for _ in 0..<count { entries.append(VectorEntry(id: id(), vector: vector())) }
        if many, let first = entries.first { entries.append(VectorEntry(id: first.id, vector: vector())) }
        try insert(entries)
        return index.count == stored.count ? nil : "\(index.count) vectors, not \(stored.count)"
    }

    private mutating func remove(_ ids: [VectorID]) throws -> String? {
        let known = Set(ids).count { stored[$0] != nil }
        let removed = try index.remove(ids)
        try exact.remove(ids)
        for id in ids { stored[id] = nil }
        return removed == known && index.count == stored.count
            ? nil : "removed \(removed), not \(known); \(index.count) left, not \(stored.count)"
    }

    private mutating func removeSome() throws -> String? {
        var ids: [VectorID] = []
        for _ in 0..<Int.random(in: 0...5, using: &generator) { ids.append(id()) }
        if let first = ids.first { ids += [first, .max - first] }
        return try remove(ids)
    }

    private mutating func removeMany() throws -> String? {
        let start = id()
        let problem = try remove(Array(start..<start + ids / 8))
        // Most come back, or there would soon be none.
        var entries: [VectorEntry] = []
        for id in start..<min(ids, start + ids / 9) { entries.append(VectorEntry(id: id, vector: vector())) }
        try insert(entries)
        return problem
    }

    private mutating func filter() -> VectorFilter? {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0:
            var some: Set<VectorID> = [.max]
            for _ in 0..<Int.random(in: 0...60, using: &generator) { some.insert(id()) }
            return .including(some)
        case 1:
            var some: Set<VectorID> = [.max]
            for _ in 0..<60 { some.insert(id()) }
            return .excluding(some)
        case 2:
            let divisor = UInt64.random(in: 1...7, using: &generator)
            return .matching { $0 % divisor == 0 }
        case 3:
            let limit = id()
            return .matching { $0 < limit }
        default: return nil
        }
    }

    private mutating func search() throws -> String? {
        var query = vector()
        if Bool.random(using: &generator) { query = zip(query, generator.vector(dimensions)).map { $0 + 0.1 * $1 } }
        let filter = filter()
        let live = stored.count { filter?.allows($0.key) ?? true }
        let counts = [0, 1, 2, 10, 10, 10, live, live + 1, .max]
        let count = counts[Int.random(in: 0..<(live < 300 ? 9 : 6), using: &generator)]
        let expected = min(count, live)
        let truth = try exact.search([query], count: count, filter: filter)[0]
        let results = try [SearchStrategy.automatic, .graph, .scan].map {
            try index.search([query], count: count, filter: filter, strategy: $0)[0]
        }
        for result in results {
            if let flaw = flaw(result, count: expected, query: query, stored: stored, metric, filter) { return flaw }
        }
        guard expected > 0, truth.count == expected else {
            return truth.count == expected ? nil : "the exact index gives \(truth.count), not \(expected)"
        }
        for (place, (scanned, exact)) in zip(results[2], truth).enumerated() {
            let slack = 2 * Tolerance.distance(query, stored[exact.id] ?? query, metric)
            guard Double(abs(scanned.distance - exact.distance)) <= slack else {
                return "the scan's match \(place) is \(scanned), not \(exact)"
            }
        }
        // A vector as near as the last neighbour is as good.
        let last = truth[expected - 1]
        let limit = Double(last.distance) + 2 * Tolerance.distance(query, stored[last.id] ?? query, metric)
        for result in results[..<2] {
            wanted += expected
            found += result.count { Double($0.distance) <= limit }
        }
        return nil
    }

    private mutating func lookUp() -> String? {
        for _ in 0..<10 {
            let id = id()
            guard index.contains(id) == (stored[id] != nil) else { return "contains(\(id)) is wrong" }
            guard let vector = stored[id] else {
                if index.vector(for: id) != nil { return "a vector for id \(id)" }
                continue
            }
            guard Tolerance.areSame(index.vector(for: id), vector) else { return "another vector for id \(id)" }
        }
        return nil
    }

    private mutating func compareAll() throws -> String? {
        try index.checkInvariants()
        guard index.count == stored.count, index.ids == stored.keys.sorted(), exact.ids == index.ids else {
            return "other ids than those stored"
        }
        let wrong = stored.count { !Tolerance.areSame(index.vector(for: $0.key), $0.value) }
        return wrong == 0 ? nil : "\(wrong) other vectors"
    }

    private mutating func saveAndLoad() throws -> String? {
        let bytes = index.snapshot()
        let query = vector()
        let before = try index.search([query], count: 10)
        let copy = try HNSWIndex(snapshot: bytes)
        try copy.checkInvariants()
        guard copy.snapshot() == bytes else { return "other bytes after loading" }
        guard try copy.search([query], count: 10) == before else { return "other matches after loading" }
        index = copy
        return try compareAll()
    }
}
