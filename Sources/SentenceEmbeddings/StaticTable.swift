import CHelpdeskKernels
import WordPiece

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The vectors of tokens.
struct StaticTable: Sendable {
    /// Where the components are.
    private enum Storage: Sendable {
        /// Floats in the file, at an address that is a multiple of 4, from an offset on.
        case mappedFloats(Data, offset: Int)
        /// Signed bytes in the file, from an offset on.
        case mappedBytes(Data, offset: Int)
        /// Floats in memory of their own.
        case floats(AlignedFloats)
    }

    /// How the components are stored in the file: `float32`, `float16`, `int8` and so on.
    let precision: String
    /// The number of components of a vector.
    let columns: Int
    /// The number of vectors.
    let rows: Int
    private let storage: Storage
    /// The factor of each token, or `nil` where each is 1.
    private let weights: [Float]?
    /// The row of each token, or `nil` where it is the token's identifier.
    private let mapping: [Int32]?

    /// Reads and checks the tensors; every identifier that the tokenizer gives has a row.
    init(_ file: SafetensorsFile, tokenizer: WordPieceTokenizer) throws(EmbeddingError) {
        let name = "embeddings"
        guard let tensor = file.tensor(named: name) else {
            let advice =
                file.tensor(named: "embedding.weight") == nil
                ? "this is not a static model (Model2Vec)"
                : "it has \"embedding.weight\" of sentence-transformers; in Python, StaticModel.from_pretrained(folder).save_pretrained(other_folder) of model2vec converts it"
            throw EmbeddingError(.mismatchedTensor, "\(file.name) has no tensor \"\(name)\": \(advice)")
        }
        guard tensor.shape.count == 2, tensor.shape[0] >= 1, (1...1 << 20).contains(tensor.shape[1]) else {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(file.name): tensor \"\(name)\" has shape \(tensor.shape); it must have a row per token and at least one column"
            )
        }
        rows = tensor.shape[0]
        columns = tensor.shape[1]
        let tokens = Int(tokenizer.largestID) + 1
        mapping = try Self.mapping(file, tokens: tokens, rows: rows)
        weights = try Self.weights(file, tokens: tokens)
        guard mapping != nil || rows == tokenizer.vocabularyCount, mapping != nil || rows >= tokens else {
            throw EmbeddingError(
                .mismatchedVocabulary,
                "tokenizer.json has \(tokenizer.vocabularyCount) tokens up to \(tokens - 1), and tensor \"\(name)\" of \(file.name) \(rows) rows: the vocabulary is of another model"
            )
        }
        (storage, precision) = try Self.storage(file, tensor)
    }

    private static func storage(
        _ file: SafetensorsFile, _ tensor: SafetensorsFile.Tensor
    ) throws(EmbeddingError) -> (Storage, precision: String) {
        let offset = file.offset(of: tensor)
        switch tensor.type {
        case .i8: return (.mappedBytes(file.data, offset: offset), "int8")
        case .f32 where file.isAligned(tensor):
            try file.checkFinite(tensor)
            return (.mappedFloats(file.data, offset: offset), "float32")
        default:
            let floats = AlignedFloats(count: tensor.count)
            try file.readWide(tensor, into: floats.start)
            let names: [SafetensorsType: String] = [.f16: "float16", .bf16: "bfloat16", .f64: "float64"]
            return (.floats(floats), names[tensor.type] ?? "float32")
        }
    }

    private static func mapping(
        _ file: SafetensorsFile, tokens: Int, rows: Int
    ) throws(EmbeddingError) -> [Int32]? {
        guard let tensor = file.tensor(named: "mapping") else { return nil }
        try checkLength(file, tensor, tokens)
        let numbers = try file.integers(tensor)
        if let token = numbers.firstIndex(where: { $0 < 0 || $0 >= rows }) {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(file.name): tensor \"mapping\" sends token \(token) to row \(numbers[token]); there are rows 0..<\(rows)"
            )
        }
        return numbers.map { Int32(truncatingIfNeeded: $0) }
    }

    private static func weights(_ file: SafetensorsFile, tokens: Int) throws(EmbeddingError) -> [Float]? {
        guard let tensor = file.tensor(named: "weights") else { return nil }
        try checkLength(file, tensor, tokens)
        let floats = AlignedFloats(count: tensor.count)
        try file.readWide(tensor, into: floats.start)
        return Array(UnsafeBufferPointer(start: floats.start, count: floats.count))
    }

    private static func checkLength(
        _ file: SafetensorsFile, _ tensor: SafetensorsFile.Tensor, _ tokens: Int
    ) throws(EmbeddingError) {
        guard tensor.shape.count == 1, tensor.count >= tokens, tensor.count <= Int32.max else {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(file.name): tensor \"\(tensor.name)\" has shape \(tensor.shape); the vocabulary asks for [\(tokens)]"
            )
        }
    }

    /// Writes the mean of the vectors of some tokens, each times its weight, to `result`; zeros where there is no token.
    func mean(of tokens: [Int32], excluding unknown: Int32, into result: UnsafeMutablePointer<Float>) {
        result.update(repeating: 0, count: columns)
        let count: Int
        switch storage {
        case .mappedFloats(let data, let offset):
            count = data.withUnsafeBytes { bytes in
                sum(
                    tokens, unknown, bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: Float.self), result
                )
            }
        case .floats(let floats): count = sum(tokens, unknown, floats.start, result)
        case .mappedBytes(let data, let offset):
            count = data.withUnsafeBytes { bytes in
                sum(tokens, unknown, bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: Int8.self), result)
            }
        }
        guard count > 1 else { return }
        let divisor = Float(count)
        for column in 0..<columns { result[column] /= divisor }
    }

    private func sum(
        _ tokens: [Int32], _ unknown: Int32, _ table: UnsafePointer<Float>?, _ result: UnsafeMutablePointer<Float>
    ) -> Int {
        guard let table else { return 0 }
        return forEachRow(tokens, unknown) { row, weight in
            let vector = table + row * columns
            if weight == 1 {
                for column in 0..<columns { result[column] += vector[column] }
            } else {
                for column in 0..<columns { result[column] += weight * vector[column] }
            }
        }
    }

    private func sum(
        _ tokens: [Int32], _ unknown: Int32, _ table: UnsafePointer<Int8>?, _ result: UnsafeMutablePointer<Float>
    ) -> Int {
        guard let table else { return 0 }
        return forEachRow(tokens, unknown) { row, weight in
            let vector = table + row * columns
            for column in 0..<columns { result[column] += weight * Float(vector[column]) }
        }
    }

    /// Calls `body` with the row and the weight of each token but the unknown ones; returns how many there are.
    @inline(__always)
    private func forEachRow(_ tokens: [Int32], _ unknown: Int32, _ body: (Int, Float) -> Void) -> Int {
        var count = 0
        for token in tokens where token != unknown {
            let row = mapping.map { Int($0[Int(token)]) } ?? Int(token)
            body(row, weights.map { $0[Int(token)] } ?? 1)
            count += 1
        }
        return count
    }
}
