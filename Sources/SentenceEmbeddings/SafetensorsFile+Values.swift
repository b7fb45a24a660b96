#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What static models read beyond weights of floats.
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
        let position = data.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress else { return nil }
            let floats = (base + offset(of: tensor)).assumingMemoryBound(to: Float.self)
            return UnsafeBufferPointer(start: floats, count: tensor.count).firstNonFiniteIndex
        }
        if let position { throw notFinite(tensor, position) }
    }

    /// Writes the numbers of a tensor to `destination`, which has room for them; also those of type F64, rounded.
    func readWide(_ tensor: Tensor, into destination: UnsafeMutablePointer<Float>) throws(EmbeddingError) {
        guard tensor.type == .f64 else { return try read(tensor, into: destination) }
        let position = data.withUnsafeBytes { bytes -> Int? in
            for index in 0..<tensor.count {
                let value = bytes.loadUnaligned(fromByteOffset: offset(of: tensor) + 8 * index, as: UInt64.self)
                destination[index] = Float(Double(bitPattern: UInt64(littleEndian: value)))
                if !destination[index].isFinite { return index }
            }
            return nil
        }
        if let position { throw notFinite(tensor, position) }
    }

    /// The numbers of a tensor of type I64 or I32.
    func integers(_ tensor: Tensor) throws(EmbeddingError) -> [Int] {
        guard [.i64, .i32].contains(tensor.type) else {
            throw EmbeddingError(
                .mismatchedTensor, "\(name): tensor \"\(tensor.name)\" is of type \(tensor.type); it must be I64 or I32"
            )
        }
        return data.withUnsafeBytes { bytes in
            (0..<tensor.count).map { index in
                let start = offset(of: tensor)
                return tensor.type == .i64
                    ? Int(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8 * index, as: Int64.self)))
                    : Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: Int32.self)))
            }
        }
    }

    private func notFinite(_ tensor: Tensor, _ position: Int) -> EmbeddingError {
        EmbeddingError(
            .mismatchedTensor,
            "\(name): element \(position) of tensor \"\(tensor.name)\" is NaN or infinite; weights must be finite")
    }
}
