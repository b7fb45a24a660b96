import HelpdeskJSON
import Testing
import WordPiece

@Suite("All of Unicode")
struct UnicodeSweepTests {
    @Test(
        "Each of the 1,112,064 scalars is normalized and split as by the reference, in contexts, under options",
        arguments: 0..<10)
    func sweep(number: Int) throws {
        let sweeps = try Golden.lines("sweep.jsonl")
        #expect(sweeps.count == 10)
        let sweep = sweeps[number]
        let options = try #require(sweep["o"]).options
        let tokenizer = try Golden.tokenizer(options)
        let before = Array(try #require(sweep["before"]?.string).utf8)
        let after = Array(try #require(sweep["after"]?.string).utf8)
        let expected = try #require(sweep["crc"]?.array).compactMap { $0.unsigned }
        #expect(expected.count == 0x110)
        var wrong: [String] = []
        for (block, digest) in expected.enumerated() {
            var crc = CRC32()
            for value in UInt32(block << 12)..<UInt32((block + 1) << 12) {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let text = before + Array(UTF8.encode(scalar)!) + after
                crc.update(text.withUnsafeBufferPointer { tokenizer.words(of: $0) })
                crc.update([1])
            }
            if UInt64(crc.value) != digest { wrong.append(String(block << 12, radix: 16)) }
        }
        #expect(wrong.isEmpty, "\(options)")
    }
}

/// The checksum of zlib, reflected polynomial 0xEDB88320.
private struct CRC32 {
    private static let table: [UInt32] = (0..<256).map { (byte: UInt32) in
        (0..<8).reduce(byte) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    private var state: UInt32 = 0xFFFF_FFFF
    var value: UInt32 { ~state }

    mutating func update(_ bytes: [UInt8]) {
        for byte in bytes { state = Self.table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
    }
}
