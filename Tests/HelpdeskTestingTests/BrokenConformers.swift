import HelpdeskKnowledge
import HelpdeskLanguage
import HelpdeskTesting
import SentenceEmbeddings
import Synchronization
import VectorSearch

/// A model that keeps all promises but one.
struct BrokenEmbeddingModel: EmbeddingModel {
    enum Defect: String, CaseIterable {
        case wrongOrder, dependsOnBatch, dependsOnCalls, wrongIdentity, ignoresCancellation, failsOnEmptyText
        case vectorForNothing, constant, roleDependsOnBatch
    }

    let defect: Defect
    let base = FakeEmbeddingModel(dimensions: 8)

    var identity: EmbeddingIdentity {
        var identity = base.identity
        if defect == .wrongIdentity { identity.dimensions = 9 }
        return identity
    }

    func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        if defect == .failsOnEmptyText, texts.contains("") {
            throw EmbeddingError(.invalidArgument, "text is empty")
        }
        if defect == .vectorForNothing, texts.isEmpty {
            return Embeddings(values: [Float](repeating: 1, count: 8), count: 1, dimensions: 8)
        }
        var texts = texts
        if defect == .wrongOrder { texts.sort() }
        let calls = base.calls.count
        let asked = texts
        var vectors: [Float]
        if defect == .ignoresCancellation {
            vectors = try await Task.detached { [base] in try await base.embed(asked, as: role).values }.value
        } else {
            vectors = try await base.embed(texts, as: role).values
        }
        if !vectors.isEmpty {
            switch defect {
            case .dependsOnBatch: vectors[vectors.count - 1] += Float(texts.count) / 100_000
            case .dependsOnCalls: vectors[0] += Float(calls) / 100_000
            case .roleDependsOnBatch: if role == .passage, texts.count > 1 { vectors[3] += 0.001 }
            case .constant: vectors = [Float](repeating: 0.5, count: vectors.count)
            default: break
            }
        }
        return Embeddings(values: vectors, count: texts.count, dimensions: 8)
    }
}

/// An index that keeps all promises but one.
final class BrokenVectorIndex: VectorIndex {
    enum Defect: String, CaseIterable {
        case farthestFirst, tiesUnsorted, oneTooFew, oneTooFewWhenFiltered, ignoresFilter, repeatsMatch, wrongDistance
        case storesBeforeChecking, acceptsNaN, acceptsNaNQuery, acceptsWrongDimension, wrongErrorType,
            acceptsNegativeCount
        case keepsRemoved, removeCountsUnknown, removeCountsTwice, unknownThrows, keepsFirstOfTwo, keepsOldVector
        case countIncludesReplaced, forgetsVector, normalizesStored, missesSome, batchesInReverse, failsWhenEmpty
        case losesAtOnce, failsOnZeroCount
    }

    let defect: Defect
    let base: FakeVectorIndex
    private let hidden = Mutex<(removed: [VectorEntry], replaced: Int, inserts: Int)>(([], 0, 0))

    init(_ defect: Defect, dimensions: Int) {
        self.defect = defect
        base = FakeVectorIndex(dimensions: dimensions, metric: .cosine)
    }

    var dimensions: Int { base.dimensions }
    var metric: DistanceMetric { base.metric }
    var count: Int {
        get async throws {
            let extra = hidden.withLock { $0.replaced }
            return try await base.count + (defect == .countIncludesReplaced ? extra : 0)
        }
    }

    func insert(_ entries: [VectorEntry]) async throws {
        var entries = entries
        switch defect {
        case .storesBeforeChecking:
            for entry in entries { try await base.insert([entry]) }
            return
        case .acceptsNaN: entries.removeAll { $0.vector.contains { !$0.isFinite } }
        case .acceptsWrongDimension: entries.removeAll { $0.vector.count != dimensions }
        case .keepsFirstOfTwo: entries.reverse()
        case .keepsOldVector:
            var unknown: [VectorEntry] = []
            for entry in entries {
                if try await base.vector(for: entry.id) == nil || entry.vector.count != dimensions
                    || entry.vector.contains(where: { !$0.isFinite })
                {
                    unknown.append(entry)
                }
            }
            entries = unknown
        case .countIncludesReplaced:
            for entry in entries where try await base.vector(for: entry.id) != nil {
                hidden.withLock { $0.replaced += 1 }
            }
        case .normalizesStored:
            entries = entries.map { VectorEntry(id: $0.id, vector: $0.vector.map { $0 * 2 }) }
        case .losesAtOnce:
            let number = hidden.withLock { state in
                state.inserts += 1
                return state.inserts
            }
            if entries.count == 1, number % 9 == 0 { return }
        case .wrongErrorType:
            do { try await base.insert(entries) } catch { throw CancellationError() }
            return
        default: break
        }
        try await base.insert(entries)
    }

    func remove(_ ids: [VectorID]) async throws -> Int {
        switch defect {
        case .keepsRemoved:
            let removed = try await base.remove(Array(ids.dropFirst()))
            var first = 0
            if let id = ids.first, let vector = try await base.vector(for: id) {
                hidden.withLock { $0.removed.append(VectorEntry(id: id, vector: vector)) }
                first = try await base.remove([id])
            }
            return removed + first
        case .removeCountsUnknown:
            _ = try await base.remove(ids)
            return ids.count
        case .removeCountsTwice:
            let known = Set(ids.filter { $0 < 1_000_000 })
            let twice = ids.count - Set(ids).count
            return try await base.remove(Array(known)) + (twice > 0 ? twice : 0)
        case .unknownThrows:
            let removed = try await base.remove(ids)
            guard removed == ids.count else { throw VectorSearchError(.invalidArgument, "unknown id") }
            return removed
        default: return try await base.remove(ids)
        }
    }

    func vector(for id: VectorID) async throws -> [Float]? {
        defect == .forgetsVector ? nil : try await base.vector(for: id)
    }

    func search(_ queries: [[Float]], count: Int, filter: VectorFilter?) async throws -> [[VectorMatch]] {
        switch defect {
        case .failsWhenEmpty where try await base.count == 0:
            throw VectorSearchError(.invalidArgument, "index is empty")
        case .failsOnZeroCount where count == 0: throw VectorSearchError(.invalidArgument, "count is 0")
        case .acceptsNegativeCount where count < 0: return queries.map { _ in [] }
        case .acceptsNaNQuery where queries.contains { $0.contains { !$0.isFinite } }: return queries.map { _ in [] }
        default: break
        }
        var results = try await base.search(
            queries, count: count, filter: defect == .ignoresFilter ? nil : filter)
        let removed = hidden.withLock { $0.removed }
        for index in results.indices {
            switch defect {
            case .farthestFirst: results[index].reverse()
            case .tiesUnsorted:
                results[index].sort { $0.distance < $1.distance || ($0.distance == $1.distance && $0.id > $1.id) }
            case .oneTooFew: results[index] = Array(results[index].dropLast())
            case .oneTooFewWhenFiltered: if filter != nil { results[index] = Array(results[index].dropLast()) }
            case .repeatsMatch: if results[index].count > 2 { results[index][1] = results[index][0] }
            case .wrongDistance:
                results[index] = results[index].map { VectorMatch(id: $0.id, distance: $0.distance * 1.1) }
            case .keepsRemoved:
                if let ghost = removed.first, count > 0, !results[index].isEmpty {
                    results[index][results[index].count - 1] = VectorMatch(id: ghost.id, distance: 3)
                }
            case .missesSome:
                // The second half of what is there, where not all are asked for.
                let all = try await base.search([queries[index]], count: .max, filter: filter)[0]
                if count < all.count / 2 { results[index] = Array(all.suffix(count)) }
            default: break
            }
        }
        if defect == .batchesInReverse { results.reverse() }
        return results
    }
}

/// A client that keeps all promises but one.
struct BrokenLLMClient: LLMClient {
    enum Defect: String, CaseIterable {
        case streamDiffers, streamDropsCitations, citesUnknownSource, citesUnknownPassage, paraphrasesQuote, emptyQuote
        case rangeOutside, rangePartsCharacter, ignoresCancellation, answersWithoutUser, answersTwins, answersEmptyID
        case wrongErrorType, noModel, streamEndsEarly, usageDiffers, stopDiffers, negativeUsage
    }

    let defect: Defect
    var model: String { defect == .noModel ? "" : "broken" }

    func respond(to request: LLMRequest) async throws -> LLMResponse {
        if defect != .ignoresCancellation { try Task.checkCancellation() }
        try validate(request)
        return try await answer(request)
    }

    private func answer(_ request: LLMRequest) async throws -> LLMResponse {
        guard request.messages.contains(where: { $0.role == .user }) else {
            return LLMResponse(text: "?", model: model)
        }
        var unique = request
        if defect == .answersTwins || defect == .answersEmptyID { unique.messages = [.user(request.question)] }
        let isChecked = (try? request.validate()) != nil
        let clean = isChecked ? request : unique
        var response = try await Task.detached { try await FakeLLMClient().respond(to: clean) }.value
        guard !response.citations.isEmpty else { return response }
        let length = response.text.utf8.count
        switch defect {
        case .citesUnknownSource: response.citations[0].sourceID = "unknown"
        case .citesUnknownPassage: response.citations[0].passage = 2
        case .paraphrasesQuote: response.citations[0].quote = response.citations[0].quote.uppercased()
        case .emptyQuote: response.citations[0].quote = ""
        case .rangeOutside: response.citations[0].answerRange = 0..<length + 1
        case .rangePartsCharacter:
            response.text = "ä" + response.text
            response.citations[0].answerRange = 1..<length
        case .negativeUsage: response.usage.outputTokens = -1
        default: break
        }
        return response
    }

    private func validate(_ request: LLMRequest) throws {
        do {
            try request.validate()
        } catch {
            let hasUser = request.messages.contains { $0.role == .user }
            switch defect {
            case .answersWithoutUser where !hasUser: return
            case .answersTwins where error.message.contains("same id"): return
            case .answersEmptyID where error.message.contains("empty id"): return
            case .wrongErrorType: throw CancellationError()
            default: throw error
            }
        }
    }

    func stream(_ request: LLMRequest) -> LLMStream {
        LLMStream { writer in
            var response = try await respond(to: request)
            switch defect {
            case .streamDiffers: response.text += " "
            case .streamDropsCitations: response.citations = []
            case .usageDiffers: response.usage.outputTokens += 1
            case .stopDiffers: response.stopReason = .length
            default: break
            }
            for event in response.events {
                if case .stop = event, defect == .streamEndsEarly { return }
                try writer.write(event)
            }
        }
    }
}

/// A source that keeps all promises but one.
final class BrokenKnowledgeSource: KnowledgeSource {
    enum Defect: String, CaseIterable {
        case noName, missesItem, oldVersion, skipsAfterCursor, missesRemovals, missesLaterChanges, untypedError
        case failsWhenCancelled, onlyOnce, emptyID, inventsItem
    }

    let defect: Defect
    let base: FakeKnowledgeSource
    private let calls = Mutex(0)

    init(_ defect: Defect, items: [KnowledgeItem]) {
        self.defect = defect
        base = FakeKnowledgeSource(items: items)
    }

    var name: String { defect == .noName ? "" : "broken" }

    func changes(after cursor: SyncCursor?) -> AsyncThrowingStream<KnowledgeChange, any Error> {
        let number = calls.withLock { count in
            count += 1
            return count
        }
        let base = base
        let defect = defect
        if defect == .untypedError, let cursor, Int(cursor.rawValue) == nil {
            return AsyncThrowingStream { $0.finish(throwing: CancellationError()) }
        }
        return AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    if defect == .failsWhenCancelled { try await Task.sleep(for: .milliseconds(1)) }
                    var position = 0
                    for try await change in base.changes(after: cursor) {
                        defer { position += 1 }
                        var change = change
                        let isFirst = position == 0
                        if defect == .missesItem, cursor == nil, isFirst { continue }
                        if defect == .onlyOnce, cursor == nil, number > 1 { continue }
                        if defect == .skipsAfterCursor, cursor != nil, isFirst { continue }
                        if defect == .missesLaterChanges, cursor == base.lastInitialCursor { continue }
                        if case .remove = change.action, defect == .missesRemovals { continue }
                        if defect == .oldVersion, case .upsert(.faq(var faq)) = change.action, isFirst {
                            faq.answer += " (old)"
                            change.action = .upsert(.faq(faq))
                        }
                        if defect == .emptyID, case .upsert(.faq(var faq)) = change.action, isFirst {
                            faq.id = ""
                            change.action = .upsert(.faq(faq))
                        }
                        continuation.yield(change)
                        if defect == .inventsItem, isFirst {
                            let ghost = FAQ(id: "ghost", question: "Boo?", answer: "Boo.")
                            continuation.yield(KnowledgeChange(.upsert(.faq(ghost)), cursor: change.cursor))
                        }
                    }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

extension FakeKnowledgeSource {
    /// The cursor after the three items the tests begin with.
    var lastInitialCursor: SyncCursor { SyncCursor(rawValue: "3") }
}
