public import SentenceEmbeddings
import Synchronization
public import VectorSearch

// The format, all numbers little-endian:
//
//     8 bytes   "HDKNOWL" and the version, 1
//     8 bytes   the length of the payload
//     8 bytes   the FNV-1a digest of the payload
//     payload   identity; cursors; the next passage's number; items, each with its origin and its passages
//               (number, heading, range, vector)
//
// The words are not in it: they are indexed anew from the texts, which takes about a second for 10 MB.
extension KnowledgeBase {
    private static let magic: [UInt8] = Array("HDKNOWL".utf8) + [1]
    private static let headerSize = 24

    /// The whole knowledge base as bytes: items, passages, vectors, cursors and the embedding identity.
    ///
    /// Changes wait meanwhile; searches do not. The same content gives the same bytes.
    ///
    /// - Returns: Bytes for ``init(snapshot:model:index:reranker:configuration:)``.
    /// - Throws: What the index throws; ``KnowledgeError`` with `mismatchedIndex` where it has lost a vector;
    ///   `CancellationError`.
    public func snapshot() async throws -> [UInt8] {
        try await writing.run {
            let state = snapshotOfState
            var writer = KnowledgeSnapshotWriter()
            writer.write(identity.model)
            writer.write(identity.revision)
            writer.write(identity.precision)
            writer.write(UInt32(clamping: identity.dimensions))
            writer.write(state.cursors.mapValues(\.rawValue))
            writer.write(state.nextPassageNumber)
            let items = state.allItems
            writer.write(UInt32(clamping: items.count))
            for (place, stored) in items.enumerated() {
                if place % 64 == 0 { try Task.checkCancellation() }
                stored.item.write(to: &writer)
                writer.write(stored.origin) { $0.write($1) }
                writer.write(UInt32(clamping: stored.passages.count))
                for passage in stored.passages {
                    guard let vector = try await index.vector(for: passage.id), vector.count == identity.dimensions
                    else {
                        throw KnowledgeError(
                            .mismatchedIndex,
                            "the index has lost the vector of passage \(passage.id), of \(passage.itemID)")
                    }
                    writer.write(PassageID.number(of: passage.id))
                    writer.write(passage.heading) { $0.write($1) }
                    writer.write(UInt32(clamping: passage.range.lowerBound))
                    writer.write(UInt32(clamping: passage.range.upperBound))
                    writer.write(vector)
                }
            }
            var header = KnowledgeSnapshotWriter()
            header.write(UInt64(writer.bytes.count))
            header.write(Self.digest(writer.bytes[...]))
            return Self.magic + header.bytes + writer.bytes
        }
    }

    /// Creates a knowledge base from a snapshot, without embedding anything.
    ///
    /// Passages stay as they were cut, whatever `configuration` says about their length; items that change later are cut by
    /// it.
    ///
    /// - Parameters:
    ///   - snapshot: What ``snapshot()`` returned. Anything else is refused, whatever it is.
    ///   - model: The model that made the vectors: of the same identity.
    ///   - index: An empty index, which the vectors are put into; `nil` for an `HNSWIndex` with cosine distance.
    ///   - reranker: What puts the best hits in order; `nil` for none. It is no part of the snapshot.
    ///   - configuration: What the knowledge base is tuned by.
    /// - Throws: ``KnowledgeError`` with `malformedSnapshot`, with `mismatchedIdentity` where the vectors are of another
    ///   model, and as ``init(model:index:reranker:configuration:)``; what the index throws; `CancellationError`.
    public convenience init(
        snapshot: [UInt8], model: any EmbeddingModel, index: (any VectorIndex)? = nil,
        reranker: (any PassageReranker)? = nil, configuration: Configuration = .init()
    ) async throws {
        var reader = KnowledgeSnapshotReader(try Self.payload(of: snapshot))
        let identity = EmbeddingIdentity(
            model: try reader.text(), revision: try reader.text(), precision: try reader.text(),
            dimensions: Int(try reader.number(UInt32.self)))
        guard identity == model.identity else {
            throw KnowledgeError(
                .mismatchedIdentity,
                "the snapshot's vectors are of \(identity) and the model is \(model.identity); embed anew, or load the "
                    + "snapshot with its own model")
        }
        try await self.init(model: model, index: index, reranker: reranker, configuration: configuration)
        try await restore(&reader)
    }

    private static func payload(of snapshot: [UInt8]) throws -> ArraySlice<UInt8> {
        guard snapshot.count >= headerSize, snapshot.starts(with: magic.dropLast()) else {
            throw KnowledgeError(.malformedSnapshot, "the bytes are no snapshot of a knowledge base")
        }
        guard snapshot[magic.count - 1] == magic[magic.count - 1] else {
            throw KnowledgeError(
                .malformedSnapshot, "version \(snapshot[magic.count - 1]) is not known; version 1 is")
        }
        var header = KnowledgeSnapshotReader(snapshot[magic.count..<headerSize])
        let length = try header.number(UInt64.self)
        let payload = snapshot[headerSize...]
        guard length == UInt64(payload.count) else {
            throw KnowledgeError(
                .malformedSnapshot, "the payload has \(payload.count) bytes and should have \(length): truncated?")
        }
        guard try header.number(UInt64.self) == digest(payload) else {
            throw KnowledgeError(.malformedSnapshot, "the checksum does not fit: the bytes were altered")
        }
        return payload
    }

    private static func digest(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBufferPointer { $0.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
    }

    /// Reads everything after the identity. Called once, before anyone else has the knowledge base.
    private func restore(_ reader: inout KnowledgeSnapshotReader) async throws {
        var next = KnowledgeState(parameters: configuration.bm25)
        next.cursors = try reader.fields().mapValues(SyncCursor.init(rawValue:))
        let limit = try reader.number(UInt64.self)
        // Room for the kind in the id, and for more passages than there will ever be.
        guard limit < 1 << 60 else { throw reader.malformed("the next passage's number is too large") }
        next.reservePassages(below: limit)
        var ids: Set<String> = []
        var lastNumber: UInt64 = 0
        var batch: [(item: StoredItem, terms: [[String]])] = []
        var entries: [VectorEntry] = []
        let count = try reader.count(eachAtLeast: 16)
        for place in 0..<count {
            let item = try KnowledgeItem(from: &reader)
            guard ids.insert(item.id).inserted else {
                throw reader.malformed("item \"\(item.id.prefix(100))\" is there twice")
            }
            do { try item.validate(maximumSize: .max) } catch { throw reader.malformed("\(error)") }
            let origin = try reader.optional { try $0.text() }
            let (passages, vectors) = try readPassages(of: item, &reader, after: &lastNumber, below: limit)
            entries += zip(passages, vectors).map { VectorEntry(id: $0.id, vector: $1) }
            let stored = StoredItem(item: item, passages: passages, origin: origin)
            batch.append((stored, lexicalTexts(of: stored).map { next.lexical.tokenizer.terms(in: $0) }))
            guard entries.count >= 1_024 || place == count - 1 else { continue }
            try Task.checkCancellation()
            try await index.insert(entries)
            next.store(batch)
            entries = []
            batch = []
        }
        guard reader.remaining == 0 else { throw reader.malformed("\(reader.remaining) bytes too many") }
        state.withLock { $0 = next }
    }

    /// - Parameter lastNumber: The last passage number read: numbers ascend, those of an item one by one.
    private func readPassages(
        of item: KnowledgeItem, _ reader: inout KnowledgeSnapshotReader, after lastNumber: inout UInt64,
        below limit: UInt64
    ) throws -> (passages: [Passage], vectors: [[Float]]) {
        let count = try reader.count(eachAtLeast: 17 + 4 * identity.dimensions)
        guard count > 0 else { throw reader.malformed("item \"\(item.id.prefix(100))\" has no passage") }
        let text = item.text.unicodeScalars
        // Passages overlap but begin in order, so one walk through the text finds them all.
        var known = (offset: 0, index: text.startIndex)
        // An overlap of at most half a passage puts no part of the text into more than three passages.
        let maximumLength = 4 * text.count + 10_000
        var length = 0
        var passages: [Passage] = []
        var vectors: [[Float]] = []
        for position in 0..<count {
            let number: UInt64 = try reader.number()
            guard number < limit, position == 0 ? number > lastNumber : number == lastNumber + 1 else {
                throw reader.malformed("\(number) cannot be the number of this passage")
            }
            lastNumber = number
            let heading = try reader.optional { try $0.text() }
            let start = Int(try reader.number(UInt32.self))
            let end = Int(try reader.number(UInt32.self))
            guard start >= known.offset, start < end,
                let first = text.index(known.index, offsetBy: start - known.offset, limitedBy: text.endIndex),
                let last = text.index(first, offsetBy: end - start, limitedBy: text.endIndex)
            else { throw reader.malformed("a passage lies from \(start) to \(end), not inside its item's text") }
            length += end - start
            guard length <= maximumLength else {
                throw reader.malformed(
                    "the passages of item \"\(item.id.prefix(100))\" are longer than \(maximumLength) together")
            }
            known = (start, first)
            passages.append(
                Passage(
                    id: PassageID.make(number, item.kind), itemID: item.id, position: position,
                    text: String(text[first..<last]), heading: heading, range: start..<end))
            vectors.append(try reader.vector(identity.dimensions))
        }
        return (passages, vectors)
    }

    /// What words the passages of an item are found by.
    private func lexicalTexts(of stored: StoredItem) -> [String] {
        let drafts = builder.drafts(of: stored.item)
        if drafts.map(\.range) == stored.passages.map(\.range) { return drafts.map(\.lexical) }
        // Cut with another configuration.
        let format: Article.Format = if case .article(let article) = stored.item { article.format } else { .plain }
        return stored.passages.map {
            stored.item.title + "\n" + ($0.heading ?? "") + "\n" + PlainText.of($0.text, format: format)
        }
    }
}
