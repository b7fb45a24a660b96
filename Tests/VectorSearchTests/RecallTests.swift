import Foundation
import Testing
import VectorSearch

/// Recall on real sentence embeddings; needs `HELPDESK_DATA`.
@Suite struct RecallTests {
    static let folder = ProcessInfo.processInfo.environment["HELPDESK_DATA"]

    @Test(.enabled(if: folder != nil, "HELPDESK_DATA is not set"), .timeLimit(.minutes(5)))
    func defaultParametersFindNineteenOfTwenty() throws {
        let folder = try #require(Self.folder)
        let base = try Self.vectors("\(folder)/ann/base.f16.npy")
        let queries = try Self.vectors("\(folder)/ann/queries.f16.npy")
        #expect(base.count == 90_000 && queries.count == 1000 && queries[0].count == 384)
        let entries = base.enumerated().map { VectorEntry(id: UInt64($0), vector: $1) }
        let clock = ContinuousClock()

        let exact = try ExactIndex(.init(dimensions: 384, metric: .cosine))
        try exact.insert(entries)
        var truth: [[VectorMatch]] = []
        let exactTime = try clock.measure { truth = try exact.search(queries, count: 10) }

        let index = try HNSWIndex(.init(dimensions: 384, metric: .cosine))
        let buildTime = try clock.measure { try index.insert(entries) }
        var found: [[VectorMatch]] = []
        let searchTime = try clock.measure { found = try index.search(queries, count: 10) }
        let share = recall(found, truth)
        print(
            "recall@10 \(share), build \(buildTime), 1000 queries \(searchTime), exact \(exactTime), \(index.statistics)"
        )
        #expect(share >= 0.95)
        #expect(found.allSatisfy { $0.count == 10 })

        // A third removed: the mended graph is as good.
        let removed = entries.map(\.id).filter { $0 % 3 == 0 }
        try exact.remove(removed)
        let removeTime = try clock.measure { _ = try index.remove(removed) }
        truth = try exact.search(queries, count: 10)
        let mended = recall(try index.search(queries, count: 10), truth)
        print("recall@10 \(mended) after the removal of a third, which took \(removeTime)")
        #expect(mended >= 0.95)
        #expect(index.statistics.tombstones == 0)
        try index.checkInvariants()
    }

    /// The rows of a float16 matrix in NumPy's format, at length 1.
    static func vectors(_ path: String) throws -> [[Float]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let headerEnd = 10 + Int(data[8]) + Int(data[9]) << 8
        let header = String(decoding: data[10..<headerEnd], as: UTF8.self)
        #expect(header.contains("'<f2'") && header.contains("'fortran_order': False"))
        let columns = 384
        let values = [UInt8](data[headerEnd...])
        return (0..<values.count / (2 * columns)).map { row in
            let vector = (0..<columns).map { column -> Float in
                let at = 2 * (row * columns + column)
                return widened(UInt16(values[at]) | UInt16(values[at + 1]) << 8)
            }
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return vector.map { $0 / length }
        }
    }

    static func widened(_ half: UInt16) -> Float {
        let sign: Float = half >> 15 == 1 ? -1 : 1
        let exponent = Int(half >> 10 & 31)
        let fraction = Float(half & 1023) / 1024
        return exponent == 0
            ? sign * fraction * 0x1p-14
            : sign * (1 + fraction) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
    }
}
