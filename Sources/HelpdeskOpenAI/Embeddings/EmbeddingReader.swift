import HelpdeskJSON
import SentenceEmbeddings

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the vectors of an answer of the embeddings interface.
struct EmbeddingReader: Sendable {
    var count: Int
    var dimensions: Int

    /// The vectors in the order of their indices, row after row.
    ///
    /// - Throws: ``EmbeddingError`` with code `invalidResult`.
    func vectors(_ json: JSONValue, normalizes: Bool) throws(EmbeddingError) -> [Float] {
        guard let data = json["data"]?.array else { throw invalid("the answer has no list \"data\"") }
        guard data.count == count else { throw invalid("\(count) texts gave \(data.count) vectors") }
        var values = [Float](repeating: 0, count: count * dimensions)
        var isThere = [Bool](repeating: false, count: count)
        for (position, item) in data.enumerated() {
            guard let index = item["index"]?.integer, (0..<count).contains(index) else {
                throw invalid("data[\(position)] has no index from 0 to \(count - 1)")
            }
            guard !isThere[index] else { throw invalid("data has index \(index) twice") }
            isThere[index] = true
            var vector = try components(item["embedding"], position)
            guard vector.count == dimensions else {
                throw invalid("data[\(position)] has \(vector.count) components; \(dimensions) were expected")
            }
            guard vector.allSatisfy(\.isFinite) else { throw invalid("data[\(position)] holds NaN or infinity") }
            if normalizes { Self.normalize(&vector) }
            values.replaceSubrange(index * dimensions..<(index + 1) * dimensions, with: vector)
        }
        return values
    }

    private func components(_ value: JSONValue?, _ position: Int) throws(EmbeddingError) -> [Float] {
        switch value {
        case .array(let numbers)?:
            var vector: [Float] = []
            vector.reserveCapacity(numbers.count)
            for number in numbers {
                guard let number = number.double else {
                    throw invalid("data[\(position)].embedding holds what is no number")
                }
                vector.append(Float(number))
            }
            return vector
        case .string(let text)?:
            guard let bytes = Data(base64Encoded: text).map(Array.init), bytes.count % 4 == 0 else {
                throw invalid("data[\(position)].embedding is no base64 of four bytes a component")
            }
            return stride(from: 0, to: bytes.count, by: 4).map { start in
                let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
                return Float(bitPattern: word)
            }
        default: throw invalid("data[\(position)] has no embedding")
        }
    }

    private static func normalize(_ vector: inout [Float]) {
        let length = vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        guard length > 0 else { return }
        for index in vector.indices { vector[index] = Float(Double(vector[index]) / length) }
    }

    private func invalid(_ message: String) -> EmbeddingError { EmbeddingError(.invalidResult, message) }
}
