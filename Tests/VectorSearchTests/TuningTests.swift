import Synchronization
import Testing
import VectorSearch

@Suite struct TuningTests {
    /// Vectors without any structure, and few links: only wide searches find most neighbours.
    static let hard = Result<(index: HNSWIndex, exact: ExactIndex), any Error> {
        var generator = SeededGenerator(seed: 201)
        let index = try HNSWIndex(
            .init(dimensions: 20, metric: .euclidean, connectivity: 6, constructionWidth: 40))
        let exact = try ExactIndex(.init(dimensions: 20, metric: .euclidean))
        let entries = generator.entries(0..<6_000, 20)
        try index.insert(entries)
        try exact.insert(entries)
        return (index, exact)
    }

    static func queries(_ seed: UInt64, _ count: Int = 300) -> [[Float]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in generator.vector(20) }
    }

    @Test(arguments: [0.8, 0.9, 0.97]) func findsTheSmallestWidthForARecall(wanted: Double) throws {
        let (index, exact) = try Self.hard.get()
        let tuning = try index.tune(recall: wanted, queries: Self.queries(202))
        #expect(tuning.isReached && tuning.recall >= wanted && tuning.wantedRecall == wanted)
        #expect(tuning.queryCount == 300 && tuning.chosen.interval.contains(tuning.recall))
        // It says what the exact index says, on these queries and nearly on others.
        func measured(_ queries: [[Float]], _ width: Int) throws -> Double {
            recall(
                try index.search(queries, count: 10, searchWidth: width), try exact.search(queries, count: 10))
        }
        #expect(abs(try measured(Self.queries(202), tuning.searchWidth) - tuning.recall) < 1e-9)
        let fresh = try measured(Self.queries(203), tuning.searchWidth)
        #expect(abs(fresh - tuning.recall) < 0.03)
        #expect(
            abs(fresh - tuning.recall) < 2 * (tuning.chosen.interval.upperBound - tuning.chosen.interval.lowerBound))
        // And one less is too little.
        #expect(tuning.searchWidth > 10)
        #expect(try measured(Self.queries(202), tuning.searchWidth - 1) < wanted)
        #expect(try measured(Self.queries(203), tuning.searchWidth / 2) < wanted)
    }

    @Test func tellsAllItMeasured() throws {
        let (index, _) = try Self.hard.get()
        let tuning = try index.tune(recall: 0.9, queries: Self.queries(204), clock: StepClock())
        let widths = tuning.measurements.map(\.searchWidth)
        #expect(widths == Set(widths).sorted() && widths.count > 5)
        #expect(tuning.measurements.contains(tuning.chosen))
        for point in tuning.measurements {
            #expect(point.interval.contains(point.recall) && point.interval.lowerBound >= 0)
            #expect(point.interval.upperBound <= 1 && point.timePerQuery == .milliseconds(3) / 300)
        }
    }

    @Test func storedVectorsDoNotCountThemselves() throws {
        let (index, _) = try Self.hard.get()
        let own = try index.tune(recall: 0.9)
        let real = try index.tune(recall: 0.9, queries: Self.queries(205))
        #expect(own.queryCount == 200 && own.isReached)
        // They are no easier than others of the same kind: counted with themselves they would be.
        #expect(abs(Double(own.searchWidth) / Double(real.searchWidth) - 1) < 0.35)
    }

    @Test func twinsAreNoNeighbours() throws {
        var generator = SeededGenerator(seed: 206)
        let index = try HNSWIndex(.init(dimensions: 8, metric: .innerProduct))
        let twin = generator.vector(8)
        try index.insert((0..<900).map { VectorEntry(id: $0, vector: twin) })
        #expect(code { _ = try index.tune(recall: 0.5) } == .invalidArgument)
        // Of the sample only what has neighbours other than itself is asked for.
        try index.insert(generator.entries(1_000..<1_100, 8))
        let tuning = try index.tune(recall: 0.5, sampleSize: 1_000)
        #expect((1...1_000).contains(tuning.queryCount) && tuning.isReached)
    }

    @Test(arguments: DistanceMetric.allCases) func worksWhereSearchesGoByCodes(metric: DistanceMetric) throws {
        let (index, exact, entries) = try CodedSearchTests.sample(metric)
        let before = index.snapshot()
        let queries = CodedSearchTests.queries(entries)
        let tuning = try index.tune(recall: 0.9, queries: queries)
        #expect(tuning.isReached)
        let found = try index.search(queries, count: 10, searchWidth: tuning.searchWidth)
        #expect(abs(recall(found, try exact.search(queries, count: 10)) - tuning.recall) < 0.02)
        let stored = try index.tune(recall: 0.9)
        #expect(stored.isReached && stored.queryCount == 200)
        // The index is as it was.
        #expect(index.snapshot() == before)
    }

    @Test func saysWhenARecallIsOutOfReach() throws {
        let (index, _) = try Self.hard.get()
        let tuning = try index.tune(recall: 1, queries: Self.queries(207), widths: 1...40)
        #expect(!tuning.isReached && tuning.recall < 1)
        #expect(tuning.recall == tuning.measurements.map(\.recall).max())
        #expect(tuning.measurements.allSatisfy { $0.searchWidth <= 40 })
        // All is in reach of a search wide enough to be a scan.
        let whole = try index.tune(recall: 1, queries: Self.queries(207))
        #expect(whole.isReached && whole.recall == 1)
        #expect(whole.chosen.interval.lowerBound < 1 && whole.chosen.interval.upperBound == 1)
    }

    @Test func startsWhereItIsTold() throws {
        let (index, _) = try Self.hard.get()
        let tuning = try index.tune(recall: 0.5, queries: Self.queries(208), widths: 100...200)
        #expect(tuning.searchWidth == 100 && tuning.measurements.count == 1)
        #expect(try index.tune(recall: 0, queries: Self.queries(208)).searchWidth <= 10)
    }

    @Test func measuresUnderAFilter() throws {
        let (index, exact) = try Self.hard.get()
        let filter = VectorFilter.matching { $0 % 2 == 0 }
        let queries = Self.queries(209)
        let tuning = try index.tune(recall: 0.9, queries: queries, filter: filter)
        let found = try index.search(queries, count: 10, filter: filter, searchWidth: tuning.searchWidth)
        #expect(abs(recall(found, try exact.search(queries, count: 10, filter: filter)) - tuning.recall) < 1e-9)
        #expect(code { _ = try index.tune(recall: 0.9, filter: .including([])) } == .invalidArgument)
    }

    @Test func isTheSameEachTime() throws {
        let (index, _) = try Self.hard.get()
        #expect(
            try index.tune(recall: 0.9, clock: StepClock()) == index.tune(recall: 0.9, clock: StepClock()))
    }

    @Test func fewerVectorsThanAskedFor() throws {
        let index = try HNSWIndex(.init(dimensions: 2, metric: .cosine))
        #expect(code { _ = try index.tune(recall: 0.9) } == .invalidArgument)
        #expect(code { _ = try index.tune(recall: 0.9, queries: [[1, 2]]) } == .invalidArgument)
        try index.insert([VectorEntry(id: 1, vector: [1, 0]), VectorEntry(id: 3, vector: [0, 0])])
        #expect(try index.tune(recall: 1, queries: [[1, 2]]).recall == 1)
        try index.insert([VectorEntry(id: 2, vector: [0, 1])])
        let tuning = try index.tune(recall: 1)
        #expect(tuning.isReached && tuning.recall == 1 && tuning.queryCount == 2)
        #expect(try index.tune(recall: 1, count: .max).recall == 1)
    }

    @Test func refusesBadInput() throws {
        let (index, _) = try Self.hard.get()
        for wanted in [-0.01, 1.01, .nan, .infinity, -.infinity] {
            #expect(code { _ = try index.tune(recall: wanted) } == .invalidArgument)
        }
        #expect(code { _ = try index.tune(recall: 0.9, count: 0) } == .invalidArgument)
        #expect(code { _ = try index.tune(recall: 0.9, count: -1) } == .invalidArgument)
        #expect(code { _ = try index.tune(recall: 0.9, queries: []) } == .invalidArgument)
        #expect(code { _ = try index.tune(recall: 0.9, queries: [[1, 2]]) } == .wrongDimension)
        let notFinite = [Float](repeating: .nan, count: 20)
        #expect(code { _ = try index.tune(recall: 0.9, queries: [notFinite]) } == .notFinite)
        #expect(code { _ = try index.tune(recall: 0.9, sampleSize: 0) } == .invalidArgument)
        #expect(code { _ = try index.tune(recall: 0.9, widths: 0...10) } == .invalidArgument)
        #expect(code { _ = try index.tune(recall: 0.9, widths: 1...100_001) } == .invalidArgument)
    }

    @Test func stopsWhenCancelled() async throws {
        let (index, _) = try Self.hard.get()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try index.tune(recall: 0.9)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

/// A clock on which everything takes three milliseconds.
struct StepClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private final class Time: Sendable {
        private let steps = Atomic<Int>(0)
        func next() -> Int { steps.wrappingAdd(1, ordering: .relaxed).newValue }
    }

    private let time = Time()

    var now: Instant { Instant(offset: .milliseconds(3) * time.next()) }
    var minimumResolution: Duration { .milliseconds(3) }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}
