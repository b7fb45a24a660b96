#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
import CHelpdeskKernels

/// The tensors of a file in the safetensors format.
///
/// ```swift
/// let file = try SafetensorsFile(data)
/// let weights = try file.floats(named: "embeddings.word_embeddings.weight", shape: [30522, 384])
/// ```
///
/// The whole header is checked when the file is opened, by the rules of the reference implementation
/// (huggingface/safetensors, `tensor.rs`), and more strictly where that one lets a duplicate pass: a tensor that is
/// listed lies inside the file, and every byte of the data belongs to exactly one tensor. The data is neither copied nor
/// read until a tensor is asked for, so a memory-mapped `Data` stays on disk.
public struct SafetensorsFile: Sendable {
    /// A tensor as the header describes it.
    public struct Tensor: Hashable, Sendable {
        /// The tensor's name.
        public let name: String
        /// How its numbers are written.
        public let type: SafetensorsType
        /// Its dimensions, outermost first; empty for a single number.
        public let shape: [Int]
        /// Where its bytes lie, counted from the end of the header.
        public let offsets: Range<Int>

        /// The number of elements.
        public var count: Int { shape.reduce(1, *) }
    }

    /// The longest header that is read, in bytes.
    public static let maximumHeaderLength = 100_000_000

    /// What the file is called in errors.
    public let name: String
    /// The free text that the writer attached.
    public let metadata: [String: String]
    /// The tensors, in the order of their data.
    public let tensors: [Tensor]

    let data: Data
    let dataStart: Int
    /// Positions in `tensors` by the bytes of the name: Swift's strings would take canonically equivalent names for equal.
    private let positions: [[UInt8]: Int]

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - data: The whole file.
    ///   - name: What to call it in errors.
    /// - Throws: ``EmbeddingError`` with ``EmbeddingError/Code/malformedFile`` that says what is wrong with which tensor.
    /// - Complexity: O(length of the header).
    public init(_ data: Data, name: String = "model.safetensors") throws(EmbeddingError) {
        let header = try SafetensorsHeader(data, file: name)
        self.name = name
        self.data = data
        metadata = header.metadata
        tensors = header.tensors
        dataStart = header.dataStart
        positions = header.positions
    }

    /// The tensor of a name, or `nil`.
    public func tensor(named name: String) -> Tensor? {
        positions[Array(name.utf8)].map { tensors[$0] }
    }

    /// The numbers of a tensor, row by row, widened to float.
    ///
    /// - Throws: ``EmbeddingError`` with ``EmbeddingError/Code/mismatchedTensor`` where there is no such tensor, it has
    ///   another shape, is not of type F32, F16 or BF16, or holds a number that is NaN or infinite.
    public func floats(named name: String, shape: [Int]) throws(EmbeddingError) -> [Float] {
        let tensor = try require(name, shape: shape)
        var values = [Float](repeating: 0, count: tensor.count)
        try values.withUnsafeMutableBufferPointer { buffer throws(EmbeddingError) in
            guard let base = buffer.baseAddress else { return }
            try read(tensor, into: base)
        }
        return values
    }

    /// Writes the numbers of a tensor of a given shape to `destination`, which has room for them.
    func read(_ name: String, shape: [Int], into destination: UnsafeMutablePointer<Float>) throws(EmbeddingError) {
        try read(try require(name, shape: shape), into: destination)
    }

    /// The tensor of a name, which must be there and have the shape.
    func require(_ name: String, shape: [Int]) throws(EmbeddingError) -> Tensor {
        guard let tensor = tensor(named: name) else {
            throw EmbeddingError(.mismatchedTensor, "\(self.name) has no tensor \"\(name)\" of shape \(shape)")
        }
        guard tensor.shape == shape else {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(self.name): tensor \"\(name)\" has shape \(tensor.shape) where the configuration asks for \(shape)")
        }
        return tensor
    }

    /// Writes the numbers of a tensor to `destination`, which has room for them.
    func read(_ tensor: Tensor, into destination: UnsafeMutablePointer<Float>) throws(EmbeddingError) {
        let stored: helpdesk_stored_type
        switch tensor.type {
        case .f32: stored = HELPDESK_STORED_F32
        case .f16: stored = HELPDESK_STORED_F16
        case .bf16: stored = HELPDESK_STORED_BF16
        default:
            throw EmbeddingError(
                .mismatchedTensor,
                "\(name): tensor \"\(tensor.name)\" is of type \(tensor.type); weights must be F32, F16 or BF16")
        }
        let finite = data.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            return helpdesk_widen(stored, tensor.count, base + dataStart + tensor.offsets.lowerBound, destination)
        }
        guard finite == tensor.count else {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(name): element \(finite) of tensor \"\(tensor.name)\" is NaN or infinite; weights must be finite")
        }
    }
}
