#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The vectors of all words of a vocabulary, by far the largest part of a small model's file.
///
/// They are read where they are in the file when they are 32-bit floats there, at a multiple of four bytes, as in every
/// file that the usual tools write; else from a copy.
struct WordTable: Sendable {
    private enum Storage: Sendable {
        case inPlace(Data, offset: Int)
        case copy(AlignedFloats)
    }

    private let storage: Storage

    /// - Parameter isChecked: Whether the same file has been seen to have only finite numbers.
    init(_ reader: TensorReader, words: Int, columns: Int, isChecked: Bool) throws(EmbeddingError) {
        let file = reader.file
        let tensor = try file.require(
            reader.prefix + "embeddings.word_embeddings.weight", shape: [words, columns])
        if tensor.type == .f32, file.isAligned(tensor) {
            if !isChecked { try file.checkFinite(tensor) }
            storage = .inPlace(file.data, offset: file.offset(of: tensor))
        } else {
            let floats = AlignedFloats(count: words * columns)
            try file.read(tensor.name, shape: tensor.shape, into: floats.start)
            storage = .copy(floats)
        }
    }

    /// Calls `body` with the first word's vector; the others follow it.
    func withUnsafePointer<Result>(_ body: (UnsafePointer<Float>) -> Result) -> Result {
        switch storage {
        case .copy(let floats): body(floats.start)
        case .inPlace(let data, let offset):
            data.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { preconditionFailure("a table of words is not empty") }
                return body((base + offset).assumingMemoryBound(to: Float.self))
            }
        }
    }
}
