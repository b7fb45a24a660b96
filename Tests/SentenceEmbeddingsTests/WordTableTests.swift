import Foundation
import SentenceEmbeddings
import Synchronization
import Testing

/// The table of words, read where it is in the file or from a copy.
@Suite struct WordTableTests {
    private static let name = "embeddings.word_embeddings.weight"
    private static let texts = ["", "help", "how do i reset my password ?", "error 10 : invoice charged x2"]

    private func vectors(_ files: ModelFiles, _ precision: EmbeddingPrecision = .float32) async throws -> [Float] {
        try await SentenceTransformer(files: files, configuration: .init(threadCount: 2, precision: precision))
            .embed(Self.texts, as: .query).values
    }

    /// The tensors of a file, with the table of words as another type.
    private func rewritten(
        _ files: ModelFiles, _ type: String, _ bytes: (Float) -> [UInt8]
    ) throws -> ModelFiles {
        let weights = try #require(files["model.safetensors"])
        let file = try SafetensorsFile(weights)
        return files.with(
            "model.safetensors",
            SafetensorsBuilder.data(
                try file.tensors.filter { $0.type == .f32 }.map { tensor in
                    let values = try file.floats(named: tensor.name, shape: tensor.shape)
                    guard tensor.name == Self.name else {
                        return (tensor.name, "F32", tensor.shape, SafetensorsBuilder.bytes(values))
                    }
                    return (tensor.name, type, tensor.shape, values.flatMap(bytes))
                }))
    }

    private static func brainFloat(_ value: Float) -> UInt16 { UInt16(value.bitPattern >> 16) }
    private static func bytes(_ bits: UInt16) -> [UInt8] { [UInt8(truncatingIfNeeded: bits), UInt8(bits >> 8)] }

    @Test(arguments: EmbeddingPrecision.allCases)
    func theHeadersLengthDoesNotMatter(_ precision: EmbeddingPrecision) async throws {
        let files = try TestModel.tiny("tiny-mean")
        let expected = try await vectors(files, precision)
        for count in 1...9 {
            #expect(try await vectors(files.shiftingTensors(by: count), precision) == expected, "\(count) bytes")
        }
    }

    @Test func aSliceIsReadAsAWhole() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let expected = try await vectors(files)
        let weights = try #require(files["model.safetensors"])
        for count in 1...5 {
            let longer = Data(repeating: 7, count: count) + weights
            #expect(try await vectors(files.with("model.safetensors", longer[count...])) == expected)
        }
    }

    @Test func narrowTablesAreWidened() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let brain = try rewritten(files, "BF16") { Self.bytes(Self.brainFloat($0)) }
        let rounded = try files.changing(Self.name) { Float(bitPattern: UInt32(Self.brainFloat($1)) << 16) }
        #expect(try await vectors(brain) == vectors(rounded))
        // Seven bits of a number of size 1 are exact in 16 bits.
        let coarse = try files.changing(Self.name) { ($1 * 128).rounded() / 128 }
        let half = try rewritten(coarse, "F16") { value in
            let magnitude = Float16Bits.of(value)
            return Self.bytes(magnitude)
        }
        #expect(try await vectors(half) == vectors(coarse))
    }

    @Test func numbersThatAreNotFiniteAreRefused() throws {
        let files = try TestModel.tiny("tiny-mean")
        let shape = try SafetensorsFile(try #require(files["model.safetensors"])).tensor(named: Self.name)?.shape ?? []
        let last = shape.reduce(1, *) - 1
        for place in [0, last / 2, last] {
            for bad in [Float.nan, -.nan, .infinity, -.infinity] {
                let damaged = try files.changing(Self.name) { $0 == place ? bad : $1 }
                var all = [damaged, try damaged.shiftingTensors(by: 1)]
                var position = -1
                all.append(
                    try rewritten(files, "BF16") { value in
                        position += 1
                        return Self.bytes(Self.brainFloat(position == place ? bad : value))
                    })
                for files in all {
                    let error = try #require(throws: EmbeddingError.self) { try SentenceTransformer(files: files) }
                    #expect(error.code == .mismatchedTensor, "\(error)")
                    #expect(error.message.contains(Self.name) && error.message.contains("\(place)"), "\(error)")
                }
            }
        }
    }

    /// The model keeps the file, and no longer than it needs it.
    @Test func theFileStaysAsLongAsTheModel() async throws {
        let files = try TestModel.tiny("tiny-mean")
        let expected = try await vectors(files)
        let weights = try #require(files["model.safetensors"])
        let isFreed = Flag()
        func load() throws -> SentenceTransformer {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: weights.count, alignment: 64)
            weights.copyBytes(to: memory.assumingMemoryBound(to: UInt8.self), count: weights.count)
            let data = Data(
                bytesNoCopy: memory, count: weights.count,
                deallocator: .custom { memory, count in
                    memory.initializeMemory(as: UInt8.self, repeating: 0xFF, count: count)
                    isFreed.set()
                    memory.deallocate()
                })
            return try SentenceTransformer(
                files: files.with("model.safetensors", data), configuration: .init(threadCount: 2, precision: .float32))
        }
        do {
            let model = try load()
            #expect(!isFreed.isSet)
            #expect(try await model.embed(Self.texts, as: .query).values == expected)
            #expect(!isFreed.isSet)
        }
        // The threads of the model end on their own.
        for _ in 0..<10_000 where !isFreed.isSet { try await Task.sleep(for: .milliseconds(1)) }
        #expect(isFreed.isSet)
    }

    private final class Flag: Sendable {
        private let value = Atomic(false)
        var isSet: Bool { value.load(ordering: .acquiring) }
        func set() { value.store(true, ordering: .releasing) }
    }

    /// Small multiples of 1/128 as 16-bit floats.
    private enum Float16Bits {
        static func of(_ value: Float) -> UInt16 {
            guard value != 0 else { return value.sign == .minus ? 0x8000 : 0 }
            let sign: UInt16 = value < 0 ? 0x8000 : 0
            let fraction = UInt16((value.significand - 1) * 1024)
            return sign | UInt16(value.exponent + 15) << 10 | fraction
        }
    }
}
