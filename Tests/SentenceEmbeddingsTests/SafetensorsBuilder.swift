import Foundation

/// Writes files in the safetensors format.
enum SafetensorsBuilder {
    /// A file with tensors of a name, a type, a shape and bytes.
    static func data(_ tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])]) -> Data {
        var entries: [String] = []
        var start = 0
        for tensor in tensors {
            let end = start + tensor.bytes.count
            entries.append(
                "\"\(tensor.name)\":{\"dtype\":\"\(tensor.type)\",\"shape\":\(tensor.shape),\"data_offsets\":[\(start),\(end)]}"
            )
            start = end
        }
        var header = "{\(entries.joined(separator: ","))}"
        while !header.utf8.count.isMultiple(of: 8) { header += " " }
        var data = Data()
        data.reserveCapacity(8 + header.utf8.count + start)
        withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
        data.append(contentsOf: header.utf8)
        for tensor in tensors { data.append(contentsOf: tensor.bytes) }
        return data
    }

    /// The bytes of floats.
    static func bytes(_ values: [Float]) -> [UInt8] {
        values.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
    }
}
