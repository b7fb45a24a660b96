/// The embeddings of a sequence of texts, batch by batch, in order and in bounded memory.
///
/// Made by ``EmbeddingModel/embeddings(of:as:batchSize:batchesInFlight:)``. While the caller works with one batch, the model
/// works on the next ones. It promises:
///
/// - one vector per text, in the order of the texts; every batch but the last has `batchSize` of them;
/// - never more than `batchSize` × `batchesInFlight` texts that are read and not yet given back as vectors;
/// - an error of the sequence after the vectors of all texts before it, an error of the model after the vectors of all
///   batches before the one that failed; then the stream ends;
/// - `CancellationError` soon after the calling task is cancelled; then, or when the iterator is dropped, the model's work
///   is cancelled.
///
/// It reads as far ahead as it may before it gives the first vectors. For texts that come slowly and are wanted soon, take a
/// small `batchSize` and one batch in flight.
///
/// Each iterator reads the texts anew, where the sequence can be read more than once.
public struct EmbeddingStream<Texts: AsyncSequence>: AsyncSequence where Texts.Element == String {
    /// The vectors of one batch of texts.
    public typealias Element = Embeddings

    private let texts: Texts
    private let model: any EmbeddingModel
    private let role: TextRole
    private let batchSize: Int
    private let batchesInFlight: Int

    init(texts: Texts, model: any EmbeddingModel, role: TextRole, batchSize: Int, batchesInFlight: Int) {
        precondition(batchSize >= 1, "a batch has at least 1 text, not \(batchSize)")
        precondition(batchesInFlight >= 1, "at least 1 batch is in flight, not \(batchesInFlight)")
        self.texts = texts
        self.model = model
        self.role = role
        self.batchSize = batchSize
        self.batchesInFlight = batchesInFlight
    }

    /// Starts reading at the first ``Iterator/next()``.
    public func makeAsyncIterator() -> Iterator {
        Iterator(
            texts: texts.makeAsyncIterator(), batches: BatchesInFlight(model, role), batchSize: batchSize,
            batchesInFlight: batchesInFlight)
    }

    /// Reads texts, has the model embed them, and gives the vectors of one batch after the other.
    public struct Iterator: AsyncIteratorProtocol {
        /// `nil` once the last text has been read.
        private var texts: Texts.AsyncIterator?
        private let batches: BatchesInFlight
        private let batchSize: Int
        private let batchesInFlight: Int
        /// What ended the texts, to be thrown after the results before it.
        private var failure: (any Error)?

        fileprivate init(
            texts: Texts.AsyncIterator, batches: BatchesInFlight, batchSize: Int, batchesInFlight: Int
        ) {
            self.texts = texts
            self.batches = batches
            self.batchSize = batchSize
            self.batchesInFlight = batchesInFlight
        }

        /// The vectors of the next batch, or `nil` after the last.
        public mutating func next() async throws -> Embeddings? { try await next(isolation: nil) }

        /// The vectors of the next batch, or `nil` after the last.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Embeddings? {
            do {
                try Task.checkCancellation()
                while texts != nil && batches.count < batchesInFlight {
                    let batch = await read(actor)
                    if !batch.isEmpty { batches.start(batch) }
                }
                if let result = try await batches.first(isolation: actor) { return result }
                if let failure {
                    self.failure = nil
                    throw failure
                }
                // A cancelled sequence of texts ends like one that is finished.
                try Task.checkCancellation()
                return nil
            } catch {
                texts = nil
                failure = nil
                batches.cancel()
                throw error
            }
        }

        /// The texts of the next batch; fewer at the end, none after it.
        private mutating func read(_ actor: isolated (any Actor)?) async -> [String] {
            guard var reader = texts else { return [] }
            var batch: [String] = []
            batch.reserveCapacity(Swift.min(batchSize, 1024))
            do {
                while batch.count < batchSize {
                    guard let text = try await reader.next(isolation: actor) else {
                        texts = nil
                        return batch
                    }
                    batch.append(text)
                }
                texts = reader
            } catch {
                texts = nil
                failure = error
            }
            return batch
        }
    }
}

@available(*, unavailable)
extension EmbeddingStream.Iterator: Sendable {}

extension EmbeddingStream: Sendable where Texts: Sendable {}
