import Foundation

/// A two-dimensional array of a `.npy` file (NumPy format 1 to 3, C order, little-endian).
struct NPY {
    let rows: Int
    let columns: Int
    /// Row after row.
    private(set) var values: [Float]

    /// Reads float32 or float16 rows.
    static func floats(_ path: String) throws -> NPY {
        let (data, kind, shape) = try parse(path)
        let size: Int
        switch kind {
        case "<f4": size = 4
        case "<f2": size = 2
        default: throw BenchError("\(path): holds \(kind); float32 (<f4) or float16 (<f2) is read")
        }
        try requireWhole(path, data, shape, size)
        let count = shape.0 * shape.1
        let values = data.withUnsafeBytes { bytes in
            size == 4
                ? (0..<count).map {
                    Float(bitPattern: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self).littleEndian)
                }
                : (0..<count).map {
                    widen(bytes.loadUnaligned(fromByteOffset: $0 * 2, as: UInt16.self).littleEndian)
                }
        }
        guard values.allSatisfy(\.isFinite) else { throw BenchError("\(path): a value is NaN or infinite") }
        return NPY(rows: shape.0, columns: shape.1, values: values)
    }

    /// Reads rows of ids as int32, int64, uint32 or uint64.
    static func integers(_ path: String) throws -> [[Int]] {
        let (data, kind, shape) = try parse(path)
        let size: Int
        switch kind {
        case "<i4", "<u4": size = 4
        case "<i8", "<u8": size = 8
        default: throw BenchError("\(path): holds \(kind); 32 or 64-bit integers are read")
        }
        try requireWhole(path, data, shape, size)
        return data.withUnsafeBytes { bytes in
            (0..<shape.0).map { row in
                (0..<shape.1).map { column in
                    let offset = (row * shape.1 + column) * size
                    // An unsigned number too large for its signed type reads as negative, which is no row either.
                    return size == 4
                        ? Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
                        : Int(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self)))
                }
            }
        }
    }

    private static func requireWhole(_ path: String, _ data: Data, _ shape: (Int, Int), _ size: Int) throws {
        let (count, overflow) = shape.0.multipliedReportingOverflow(by: shape.1)
        guard !overflow, count <= data.count / size, data.count == count * size else {
            throw BenchError("\(path): \(data.count) bytes do not hold \(shape.0) × \(shape.1) values of \(size) bytes")
        }
    }

    /// Writes float32 rows.
    static func write(_ values: [Float], columns: Int, to path: String) throws {
        var header =
            "{'descr': '<f4', 'fortran_order': False, 'shape': (\(values.count / max(1, columns)), \(columns)), }"
        header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
        var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
        data.append(UInt8(header.utf8.count & 0xFF))
        data.append(UInt8(header.utf8.count >> 8))
        data.append(contentsOf: header.utf8)
        values.withUnsafeBytes { data.append(contentsOf: $0) }
        try OutputFile.write(data, to: path)
    }

    /// The rows as arrays, each scaled to length 1 where asked.
    func vectors(normalized: Bool) -> [[Float]] {
        (0..<rows).map { row in
            let vector = Array(values[row * columns..<(row + 1) * columns])
            guard normalized else { return vector }
            let norm = vector.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
            return norm > 0 ? vector.map { $0 / norm } : vector
        }
    }

    private static func parse(_ path: String) throws -> (Data, String, (Int, Int)) {
        let file = try InputFile.data(path)
        guard file.count >= 12, file.prefix(6) == Data([0x93] + Array("NUMPY".utf8)) else {
            throw BenchError("\(path): is not a .npy file")
        }
        let isLong = file[6] >= 2
        let start = isLong ? 12 : 10
        var length = Int(file[8]) | Int(file[9]) << 8
        if isLong { length |= Int(file[10]) << 16 | Int(file[11]) << 24 }
        guard length <= file.count - start, let header = String(data: file[start..<start + length], encoding: .utf8)
        else {
            throw BenchError("\(path): the header is cut off")
        }
        guard header.contains("'fortran_order': False") else { throw BenchError("\(path): must be in C order") }
        guard let kind = header.firstMatch(of: /'descr': *'([^']*)'/)?.output.1,
            let shape = header.firstMatch(of: /'shape': *\((\d+), *(\d+),? *\)/)?.output,
            let rows = Int(shape.1), let columns = Int(shape.2), rows > 0, columns > 0
        else { throw BenchError("\(path): must have two dimensions; its header is \(header)") }
        return (file.dropFirst(start + length), String(kind), (rows, columns))
    }

    private static func widen(_ half: UInt16) -> Float {
        let sign = UInt32(half & 0x8000) << 16
        let exponent = UInt32(half >> 10) & 0x1F
        let fraction = UInt32(half & 0x3FF)
        switch exponent {
        case 0:
            let value = Float(fraction) / 16_777_216
            return sign == 0 ? value : -value
        case 31: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
        default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
        }
    }
}
