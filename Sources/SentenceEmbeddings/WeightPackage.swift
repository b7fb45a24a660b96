import CHelpdeskKernels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Packed weights as bytes: a header of 128 bytes, then the weights as the kernels read them. Whole numbers are
/// little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 0..<8 | `HDWEIGHT` |
/// | 8..<12 | version of the layout, 1 |
/// | 12..<16 | instruction set of floats |
/// | 16..<20 | instruction set of whole numbers |
/// | 20..<24 | precision: 0 float32, 1 int16, 2 int8 |
/// | 24..<32 | hash of the model's weights, shape and calibration |
/// | 32..<40 | number of bytes of the weights |
/// | 40..<48 | XXH64 of the weights |
/// | 48..<56 | XXH64 of bytes 0..<48 |
enum WeightPackage {
    /// What packed weights are for.
    struct Key: Equatable {
        var source: UInt64
        var precision: EmbeddingPrecision
        var instructionSet: helpdesk_isa
    }

    private static let headerSize = 128
    private static let magic = Array("HDWEIGHT".utf8)
    private static let version: UInt32 = 1

    /// The bytes of some weights.
    static func data(of memory: WeightMemory, key: Key) -> Data {
        var data = header(key, count: memory.count, hash: helpdesk_fingerprint(memory.start, memory.count, 0))
        data.append(Data(bytes: memory.start, count: memory.count))
        return data
    }

    /// The weights in some bytes: in place, where they lie at a multiple of 64, else a copy.
    ///
    /// - Throws: ``EmbeddingError`` with ``EmbeddingError/Code/malformedFile`` where the bytes are truncated or altered, and
    ///   ``EmbeddingError/Code/mismatchedPreparedWeights`` where they are for something else.
    static func memory(in data: Data, key: Key, count: Int) throws(EmbeddingError) -> WeightMemory {
        guard data.count >= headerSize, data.prefix(magic.count).elementsEqual(magic) else {
            throw malformed("are \(data.count) bytes that do not begin as prepared weights do")
        }
        let hash = data.withUnsafeBytes { helpdesk_fingerprint($0.baseAddress, 48, 0) }
        guard number(data, at: 48, UInt64.self) == hash else { throw malformed("have a header that was altered") }
        let size = number(data, at: 32, UInt64.self)
        // The hash of the weights is not known before they have been read; everything else must be as expected.
        let payload = number(data, at: 40, UInt64.self)
        guard data.prefix(48) == header(key, count: count, hash: payload).prefix(48) else {
            throw EmbeddingError(
                .mismatchedPreparedWeights,
                "the prepared weights are for another model, calibration, precision, processor or version of the library"
            )
        }
        guard UInt64(data.count - headerSize) == size else {
            throw malformed("have \(data.count - headerSize) bytes after the header, which says \(size)")
        }
        let found = data.withUnsafeBytes { bytes in
            helpdesk_fingerprint(bytes.baseAddress.map { $0 + headerSize }, bytes.count - headerSize, 0)
        }
        guard found == payload else { throw malformed("were altered: their checksum is wrong") }
        return WeightMemory(data, from: headerSize)
    }

    private static func header(_ key: Key, count: Int, hash: UInt64) -> Data {
        var bytes = magic
        func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        append(version)
        append(UInt32(key.instructionSet.rawValue))
        append(UInt32(helpdesk_whole_number_isa(key.instructionSet).rawValue))
        let precision: UInt32 =
            switch key.precision {
            case .float32: 0
            case .int16: 1
            case .int8: 2
            }
        append(precision)
        append(key.source)
        append(UInt64(count))
        append(hash)
        append(helpdesk_fingerprint(bytes, bytes.count, 0))
        bytes += [UInt8](repeating: 0, count: headerSize - bytes.count)
        return Data(bytes)
    }

    private static func number<Value: FixedWidthInteger>(_ data: Data, at offset: Int, _: Value.Type) -> Value {
        data.withUnsafeBytes { Value(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Value.self)) }
    }

    private static func malformed(_ what: String) -> EmbeddingError {
        EmbeddingError(.malformedFile, "the prepared weights \(what)")
    }
}
