import Foundation
import SentenceEmbeddings
import Synchronization
import Testing

/// Streams of embeddings, and progress.
@Suite struct StreamingTests {
    private static let texts = (0..<1003).map { "text number \($0)" }

    /// Counts what goes in and out.
    private final class Meter: Sendable {
        private struct State {
            var read = 0
            var given = 0
            var most = 0
        }
        private let state = Mutex(State())
        var read: Int { state.withLock(\.read) }
        var most: Int { state.withLock(\.most) }
        func reads() {
            state.withLock {
                $0.read += 1
                $0.most = max($0.most, $0.read - $0.given)
            }
        }
        func gives(_ count: Int) { state.withLock { $0.given += count } }
    }

    private struct SourceError: Error {}

    /// A model whose vector tells the number at the end of a text, and that does what it is told with a batch.
    private struct NumberModel: EmbeddingModel {
        let identity = EmbeddingIdentity(model: "number", revision: "1", precision: "float32", dimensions: 1)
        var work: @Sendable ([String]) async throws -> Void = { _ in }

        func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
            try await work(texts)
            let values = texts.map { Float($0.split(separator: " ").last ?? "") ?? -1 }
            return Embeddings(values: values, count: texts.count, dimensions: 1)
        }
    }

    @Test(arguments: [(1, 1), (7, 3), (256, 4), (1003, 2), (5000, 1)])
    func batchesComeInOrder(_ batchSize: Int, _ batchesInFlight: Int) async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"), configuration: .init(threadCount: 2))
        let expected = try await model.embed(Self.texts, as: .passage)
        var values: [Float] = []
        var sizes: [Int] = []
        for try await batch in model.embeddings(
            of: Self.texts, as: .passage, batchSize: batchSize, batchesInFlight: batchesInFlight)
        {
            values += batch.values
            sizes.append(batch.count)
        }
        #expect(values == expected.values)
        #expect(sizes.dropLast().allSatisfy { $0 == batchSize } && sizes.reduce(0, +) == 1003)
        let anyModel: any EmbeddingModel = model
        #expect(try await anyModel.embed(Self.texts, as: .passage) { _, _ in } == expected)
        for try await _ in model.embeddings(of: EmptyCollection<String>(), as: .query) {
            Issue.record("a batch of nothing")
        }
    }

    @Test func batchesThatFinishInAnyOrderComeInOrder() async throws {
        let model = NumberModel { texts in
            for _ in 0..<Int(texts[0].utf8.reduce(0) { ($0 &* 31) &+ $1 } % 50) { await Task.yield() }
        }
        var next: Float = 0
        for try await batch in model.embeddings(of: Self.texts, as: .query, batchSize: 10, batchesInFlight: 8) {
            #expect(batch.values == (0..<batch.count).map { next + Float($0) })
            next += Float(batch.count)
        }
        #expect(next == 1003)
    }

    @Test func asynchronousTextsMayComeFromAnywhere() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        let writer = Task {
            for text in Self.texts {
                continuation.yield(text)
                if text.hasSuffix("7") { await Task.yield() }
            }
            continuation.finish()
        }
        var count = 0
        for try await batch in NumberModel().embeddings(of: stream, as: .query, batchSize: 100) { count += batch.count }
        await writer.value
        #expect(count == 1003)
    }

    @Test func aMillionTextsTakeBoundedMemory() async throws {
        let count = 1_000_000
        let meter = Meter()
        let model = try HashingEmbedder(dimensions: 8)
        let texts = (0..<count).lazy.map { number in
            meter.reads()
            return String(number % 97)
        }
        var given = 0
        for try await batch in model.embeddings(of: texts, as: .passage, batchSize: 500, batchesInFlight: 3) {
            meter.gives(batch.count)
            given += batch.count
        }
        #expect(given == count && meter.read == count)
        #expect(meter.most <= 1500)
    }

    @Test func textsAreReadOnlyAsFarAsResultsAreTaken() async throws {
        let meter = Meter()
        let endless = sequence(first: 0) { $0 + 1 }.lazy.map { number in
            meter.reads()
            return "number \(number)"
        }
        var batches = 0
        for try await batch in NumberModel().embeddings(of: endless, as: .query, batchSize: 10, batchesInFlight: 4) {
            meter.gives(batch.count)
            batches += 1
            if batches == 20 { break }
        }
        #expect(meter.read <= 240 && meter.most <= 40)
    }

    @Test func anErrorOfTheTextsComesAfterTheResultsBeforeIt() async throws {
        let (stream, continuation) = AsyncThrowingStream.makeStream(of: String.self)
        for text in Self.texts.prefix(25) { continuation.yield(text) }
        continuation.finish(throwing: SourceError())
        var iterator = NumberModel().embeddings(of: stream, as: .query, batchSize: 10).makeAsyncIterator()
        var values: [Float] = []
        for _ in 0..<3 { values += try #require(try await iterator.next()).values }
        #expect(values == (0..<25).map(Float.init))
        await #expect(throws: SourceError.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test func anErrorOfTheModelComesAfterTheResultsBeforeIt() async throws {
        let model = NumberModel { texts in if texts.contains("text number 34") { throw SourceError() } }
        var iterator = model.embeddings(of: Self.texts, as: .query, batchSize: 10, batchesInFlight: 8)
            .makeAsyncIterator()
        for batch in 0..<3 { #expect(try await iterator.next()?.first == [Float(batch * 10)]) }
        await #expect(throws: SourceError.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test func aModelThatGivesTooFewVectorsIsFound() async throws {
        struct Broken: EmbeddingModel {
            let identity = EmbeddingIdentity(model: "broken", revision: "1", precision: "float32", dimensions: 1)
            func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
                Embeddings(values: [1], count: 1, dimensions: 1)
            }
        }
        let error = await #expect(throws: EmbeddingError.self) {
            for try await _ in Broken().embeddings(of: Self.texts, as: .query) {}
        }
        #expect(error?.code == .invalidResult)
    }

    @Test func cancellationStopsTheWork() async throws {
        let (cancelled, continuation) = AsyncStream.makeStream(of: Void.self)
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let model = NumberModel { _ in
            start.yield()
            defer { continuation.yield() }
            try await Task.sleep(for: .seconds(600))
        }
        let task = Task {
            for try await _ in model.embeddings(of: Self.texts, as: .query, batchSize: 10, batchesInFlight: 3) {}
        }
        var starts = started.makeAsyncIterator()
        for _ in 0..<3 { _ = await starts.next() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        var ends = cancelled.makeAsyncIterator()
        for _ in 0..<3 { _ = await ends.next() }
    }

    @Test func aDroppedIteratorStopsTheWork() async throws {
        let (cancelled, continuation) = AsyncStream.makeStream(of: Void.self)
        let model = NumberModel { texts in
            if texts[0] == "text number 0" { return }
            defer { continuation.yield() }
            try await Task.sleep(for: .seconds(600))
        }
        for try await _ in model.embeddings(of: Self.texts, as: .query, batchSize: 10, batchesInFlight: 3) { break }
        var ends = cancelled.makeAsyncIterator()
        for _ in 0..<2 { _ = await ends.next() }
    }

    @Test func progressRisesToTheTotal() async throws {
        let model = try SentenceTransformer(files: TestModel.tiny("tiny-mean"), configuration: .init(threadCount: 2))
        for count in [0, 1, 255, 256, 257, 1003] {
            let texts = Array(Self.texts.prefix(count))
            var told: [Int] = []
            let embeddings = try await model.embed(texts, as: .passage) { done, total in
                #expect(total == count)
                told.append(done)
            }
            #expect(try await embeddings == model.embed(texts, as: .passage))
            #expect(told.last == count && zip(told, told.dropFirst()).allSatisfy(<))
            #expect(told.count == max(1, (count + 255) / 256))
        }
    }
}
