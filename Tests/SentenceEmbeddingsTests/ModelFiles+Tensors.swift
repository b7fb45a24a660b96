import Foundation
import SentenceEmbeddings
import Testing

extension ModelFiles {
    /// The same with the numbers of a tensor of type F32 replaced.
    func changing(
        _ name: String, _ change: (_ position: Int, _ value: Float) -> Float
    ) throws -> ModelFiles {
        var bytes = [UInt8](try #require(self["model.safetensors"]))
        let file = try SafetensorsFile(Data(bytes))
        let tensor = try #require(file.tensor(named: name))
        let values = try file.floats(named: name, shape: tensor.shape)
        let start = try dataStart + tensor.offsets.lowerBound
        for (position, value) in values.enumerated() {
            let changed = change(position, value).bitPattern
            for byte in 0..<4 { bytes[start + 4 * position + byte] = UInt8(truncatingIfNeeded: changed >> (8 * byte)) }
        }
        return with("model.safetensors", Data(bytes))
    }

    /// The same with some more bytes in the header of the weights, which move the tensors.
    func shiftingTensors(by count: Int) throws -> ModelFiles {
        var bytes = [UInt8](try #require(self["model.safetensors"]))
        let start = try dataStart
        bytes.insert(contentsOf: [UInt8](repeating: UInt8(ascii: " "), count: count), at: start)
        let length = UInt64(start - 8 + count)
        for byte in 0..<8 { bytes[byte] = UInt8(truncatingIfNeeded: length >> (8 * byte)) }
        return with("model.safetensors", Data(bytes))
    }

    /// Where the tensors begin in the file of the weights.
    private var dataStart: Int {
        get throws {
            let weights = try #require(self["model.safetensors"])
            return weights.count - (try SafetensorsFile(weights).tensors.map(\.offsets.upperBound).max() ?? 0)
        }
    }
}
