import HelpdeskMath
import Synchronization

/// Runs an encoder on the threads of a pool.
package final class EncoderRunner: Sendable {
    package let encoder: BertEncoder
    private let pool: WorkerPool
    private let scratch = ScratchPool()

    init(_ encoder: BertEncoder, threadCount: Int) throws(MathError) {
        self.encoder = encoder
        pool = try WorkerPool(threadCount: threadCount)
    }

    /// The number of threads.
    package var threadCount: Int { pool.threadCount }

    /// Calls `body` once per item on the pool's threads; see `WorkerPool`.
    func run(count: Int, _ body: @escaping @Sendable (Int) -> Void) async throws {
        try await pool.run(count: count, body)
    }

    /// What the encoder's head makes of sentences, row after row.
    ///
    /// - Throws: ``EmbeddingError`` where a sentence is empty or too long or the tables lack a token or a type of it, or
    ///   where the weights lead to a result that is not finite; `CancellationError`.
    package func rows(of sentences: [TokenSequence]) async throws -> [Float] {
        try check(sentences)
        let columns = encoder.resultColumns
        let limit = encoder.chunkTokens
        let chunks = Self.chunks(sentences.map(\.count), limit: limit, threadCount: pool.threadCount)
        let results = AlignedFloats(count: sentences.count * columns)
        if chunks.count == 1 {
            try await together(sentences, results)
        } else {
            try await pool.run(count: chunks.count) { [encoder, scratch] number in
                let chunk = chunks[number]
                let batch = chunk.map { sentences[$0] }
                scratch.borrow(tokens: batch.reduce(0) { $0 + $1.count }, members: 1, for: encoder) {
                    encoder.forward(batch, scratch: $0, team: StepTeam(memberCount: 1)) {
                        results.start + chunk[$0] * columns
                    }
                }
            }
        }
        let values = withExtendedLifetime(results) {
            Array(UnsafeBufferPointer(start: results.start, count: results.count))
        }
        if let position = values.withUnsafeBufferPointer(\.firstNonFiniteIndex) {
            throw EmbeddingError(
                .invalidResult,
                "component \(position % columns) of result \(position / columns) is not finite: the weights are out of range"
            )
        }
        return values
    }

    /// A batch that is not worth cutting: all threads do each of its steps together.
    private func together(_ sentences: [TokenSequence], _ results: AlignedFloats) async throws {
        let columns = encoder.resultColumns
        let tokens = sentences.reduce(0) { $0 + $1.count }
        let members = min(pool.threadCount, encoder.mostMembers(tokens: tokens))
        let team = StepTeam(memberCount: members)
        try await pool.run(helpers: members - 1) { [encoder, scratch, pool] member in
            guard member == 0 else { return team.help(as: member, unless: { pool.hasWaitingCalls }) }
            scratch.borrow(tokens: tokens, members: members, for: encoder) {
                encoder.forward(sentences, scratch: $0, team: team) { results.start + $0 * columns }
            }
            team.end()
        }
    }

    /// Runs sentences through the encoder, one chunk after the other, and shows the inputs of its layers to `observer`.
    func observe(_ sentences: [TokenSequence], _ observer: @escaping LayerObserver) async throws {
        try check(sentences)
        let results = AlignedFloats(count: sentences.count * encoder.resultColumns)
        let chunks = Self.chunks(sentences.map(\.count), limit: encoder.chunkTokens, threadCount: 1)
        for chunk in chunks {
            try await pool.run(count: 1) { [encoder, scratch] _ in
                let batch = chunk.map { sentences[$0] }
                scratch.borrow(tokens: batch.reduce(0) { $0 + $1.count }, members: 1, for: encoder) {
                    encoder.forward(batch, scratch: $0, team: StepTeam(memberCount: 1), observer: observer) {
                        results.start + chunk[$0] * encoder.resultColumns
                    }
                }
            }
        }
    }

    private func check(_ sentences: [TokenSequence]) throws(EmbeddingError) {
        let limit = encoder.configuration.positionCount
        let vocabulary = Int32(clamping: encoder.configuration.vocabularySize)
        let typeCount = Int32(clamping: encoder.configuration.typeCount)
        for (position, sentence) in sentences.enumerated() {
            guard (1...limit).contains(sentence.count) else {
                throw EmbeddingError(
                    .invalidArgument, "sentence \(position) has \(sentence.count) tokens; the model takes 1 to \(limit)"
                )
            }
            for token in sentence.ids where token < 0 || token >= vocabulary {
                throw EmbeddingError(
                    .mismatchedVocabulary,
                    "sentence \(position) has token \(token); the weights have tokens 0..<\(vocabulary)")
            }
            guard let types = sentence.types else { continue }
            guard types.count == sentence.count else {
                throw EmbeddingError(
                    .invalidArgument,
                    "sentence \(position) has \(types.count) types for \(sentence.count) tokens; it must have one for each"
                )
            }
            for type in types where type < 0 || type >= typeCount {
                throw EmbeddingError(
                    .mismatchedVocabulary,
                    "sentence \(position) has a token of type \(type); the weights have types 0..<\(typeCount)")
            }
        }
    }

    /// Cuts a batch into chunks for the threads: the longest sentences first, so that the threads end at about the same
    /// time, and no more tokens in a chunk than give each thread something to do.
    static func chunks(_ lengths: [Int], limit: Int, threadCount: Int) -> [[Int]] {
        let total = lengths.reduce(0, +)
        let limit = min(limit, max(32, (total + threadCount - 1) / threadCount))
        let order = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
        var chunks: [[Int]] = []
        var tokens = limit
        for position in order {
            if tokens + lengths[position] > limit {
                chunks.append([])
                tokens = 0
            }
            chunks[chunks.count - 1].append(position)
            tokens += lengths[position]
        }
        return chunks
    }
}

/// The scratch space that is not in use; there is never more than one per thread.
private final class ScratchPool: Sendable {
    private let free = Mutex<[EncoderScratch]>([])

    func borrow(tokens: Int, members: Int, for encoder: BertEncoder, _ body: (EncoderScratch) -> Void) {
        var scratch = free.withLock { $0.popLast() }
        if (scratch?.tokenCapacity ?? 0) < tokens || (scratch?.memberCapacity ?? 0) < members {
            scratch = EncoderScratch(
                tokens: max(tokens, encoder.chunkTokens, scratch?.tokenCapacity ?? 0),
                members: max(members, scratch?.memberCapacity ?? 0), for: encoder)
        }
        guard let scratch else { return }
        body(scratch)
        free.withLock { $0.append(scratch) }
    }
}
