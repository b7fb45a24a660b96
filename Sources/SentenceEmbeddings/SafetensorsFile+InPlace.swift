#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension SafetensorsFile {
    /// Where a tensor's bytes begin in ``data``.
    func offset(of tensor: Tensor) -> Int { dataStart + tensor.offsets.lowerBound }

    /// Whether a tensor's numbers lie at addresses that are multiples of their size. A `Data` that is a map or an
    /// allocation of its own does not move.
    func isAligned(_ tensor: Tensor) -> Bool {
        let size = max(tensor.type.bitWidth / 8, 1)
        return data.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            return Int(bitPattern: base + offset(of: tensor)).isMultiple(of: size)
        }
    }

    /// Refuses an aligned tensor of type F32 with a number that is NaN or infinite.
    func checkFinite(_ tensor: Tensor) throws(EmbeddingError) {
        let exponent: UInt32 = 0x7F80_0000
        let offset = offset(of: tensor)
        let position = data.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            let floats = UnsafeBufferPointer(
                start: (base + offset).assumingMemoryBound(to: Float.self), count: tensor.count)
            for start in stride(from: 0, to: floats.count, by: 1024) {
                let end = Swift.min(start + 1024, floats.count)
                var greatest: UInt32 = 0
                for index in start..<end { greatest = Swift.max(greatest, floats[index].bitPattern & exponent) }
                if greatest == exponent { return floats[start..<end].firstIndex { !$0.isFinite } }
            }
            return nil
        }
        guard let position else { return }
        throw EmbeddingError(
            .mismatchedTensor,
            "\(name): element \(position) of tensor \"\(tensor.name)\" is NaN or infinite; weights must be finite")
    }
}
