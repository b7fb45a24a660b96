import Foundation
import SentenceEmbeddings
import Testing

@Suite struct SafetensorsTests {
    private static func file(_ header: String, data: Int = 0, length: UInt64? = nil) -> Data {
        var bytes = Data()
        let count = length ?? UInt64(header.utf8.count)
        bytes.append(contentsOf: (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) })
        bytes.append(contentsOf: header.utf8)
        bytes.append(contentsOf: [UInt8](repeating: 0, count: data))
        return bytes
    }

    private static func tensor(_ type: String, _ shape: String, _ begin: Int, _ end: Int) -> String {
        "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
    }

    @Test func readsAWellFormedFile() throws {
        var data = Self.file(
            "{\"__metadata__\":{\"format\":\"pt\"},\"b\":\(Self.tensor("F16", "[2]", 8, 12)),\"a\":\(Self.tensor("F32", "[2,1]", 0, 8)),"
                + "\"s\":\(Self.tensor("BF16", "[]", 12, 14)),\"e\":\(Self.tensor("I64", "[0,3]", 14, 14))}   ")
        data.append(contentsOf: [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0])  // 1, -2
        data.append(contentsOf: [0x01, 0x00, 0x00, 0x3E])  // 2^-24, 1.5
        data.append(contentsOf: [0x40, 0x40])  // 3
        for shift in 0..<4 {
            // At every alignment, and as a slice whose indices do not begin at 0.
            let padded = Data(repeating: 7, count: shift) + data
            let file = try SafetensorsFile(padded[shift...])
            #expect(file.metadata == ["format": "pt"])
            #expect(file.tensors.map(\.name) == ["a", "b", "s", "e"])
            #expect(try file.floats(named: "a", shape: [2, 1]) == [1, -2])
            #expect(try file.floats(named: "b", shape: [2]) == [0x1p-24, 1.5])
            #expect(try file.floats(named: "s", shape: []) == [3])
            #expect(file.tensor(named: "e")?.count == 0)
            #expect(file.tensor(named: "nothing") == nil)
            #expect(throws: EmbeddingError.self) { try file.floats(named: "a", shape: [1, 2]) }
            #expect(throws: EmbeddingError.self) { try file.floats(named: "nothing", shape: [1]) }
            #expect(throws: EmbeddingError.self) { try file.floats(named: "e", shape: [0, 3]) }
        }
    }

    @Test func everyHalfIsWidenedExactly() throws {
        var data = Self.file("{\"x\":\(Self.tensor("F16", "[1]", 0, 2))}", data: 2)
        for bits in UInt16.min...UInt16.max {
            data[data.count - 2] = UInt8(truncatingIfNeeded: bits)
            data[data.count - 1] = UInt8(truncatingIfNeeded: bits >> 8)
            let exponent = Int(bits >> 10 & 31)
            let fraction = Float(bits & 1023)
            let magnitude =
                exponent == 0
                ? fraction * 0x1p-24
                : (1 + fraction / 1024) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
            let file = try SafetensorsFile(data)
            if exponent == 31 {
                #expect(throws: EmbeddingError.self) { try file.floats(named: "x", shape: [1]) }
            } else {
                let value = try file.floats(named: "x", shape: [1])[0]
                if value != (bits >> 15 == 0 ? magnitude : -magnitude) { Issue.record("\(bits) became \(value)") }
            }
        }
    }

    @Test func canonicallyEquivalentNamesAreDifferentNames() throws {
        let data = Self.file(
            "{\"\u{E9}\":\(Self.tensor("U8", "[1]", 0, 1)),\"e\u{301}\":\(Self.tensor("U8", "[2]", 1, 3))}", data: 3)
        let file = try SafetensorsFile(data)
        #expect(file.tensor(named: "\u{E9}")?.count == 1)
        #expect(file.tensor(named: "e\u{301}")?.count == 2)
    }

    private static let malformed: [(String, Data)] = [
        ("empty", Data()),
        ("seven bytes", Data(count: 7)),
        ("no header", file("")),
        ("huge length", file("{}", length: .max)),
        ("negative length", file("{}", length: 1 << 63)),
        ("over the limit", file("{}", length: 100_000_001)),
        ("longer than the file", file("{}", length: 3)),
        ("leading space", file(" {}")),
        ("not an object", file("[]")),
        ("text after", file("{}x")),
        ("byte order mark", file("\u{FEFF}{}")),
        ("not JSON", file("{\"a\":}")),
        ("deep", file("{\"a\":" + String(repeating: "[", count: 100_000))),
        ("invalid UTF-8", Data([5, 0, 0, 0, 0, 0, 0, 0]) + Data("{\"".utf8) + Data([0xFF]) + Data("\":".utf8)),
        ("bytes after", file("{}", data: 1)),
        ("metadata not an object", file("{\"__metadata__\":1}")),
        ("metadata not strings", file("{\"__metadata__\":{\"a\":1}}")),
        ("metadata duplicate", file("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}")),
        ("metadata twice", file("{\"__metadata__\":{},\"__metadata__\":{}}")),
        ("tensor not an object", file("{\"a\":1}")),
        ("no dtype", file("{\"a\":{\"shape\":[1],\"data_offsets\":[0,1]}}", data: 1)),
        ("no shape", file("{\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,1]}}", data: 1)),
        ("no offsets", file("{\"a\":{\"dtype\":\"U8\",\"shape\":[1]}}", data: 1)),
        (
            "dtype twice",
            file("{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}", data: 1)
        ),
        ("unknown dtype", file("{\"a\":\(tensor("F33", "[1]", 0, 1))}", data: 1)),
        ("lower-case dtype", file("{\"a\":\(tensor("f32", "[1]", 0, 4))}", data: 4)),
        ("duplicate tensor", file("{\"a\":\(tensor("U8", "[1]", 0, 1)),\"a\":\(tensor("U8", "[1]", 0, 1))}", data: 1)),
        (
            "duplicate by escape",
            file("{\"a\":\(tensor("U8", "[1]", 0, 1)),\"\\u0061\":\(tensor("U8", "[1]", 1, 2))}", data: 2)
        ),
        ("hole before", file("{\"a\":\(tensor("U8", "[1]", 1, 2))}", data: 2)),
        ("hole between", file("{\"a\":\(tensor("U8", "[1]", 0, 1)),\"b\":\(tensor("U8", "[1]", 2, 3))}", data: 3)),
        ("overlap", file("{\"a\":\(tensor("U8", "[2]", 0, 2)),\"b\":\(tensor("U8", "[2]", 1, 3))}", data: 3)),
        ("same place", file("{\"a\":\(tensor("U8", "[2]", 0, 2)),\"b\":\(tensor("U8", "[2]", 0, 2))}", data: 2)),
        ("backwards", file("{\"a\":\(tensor("U8", "[1]", 1, 0))}", data: 1)),
        ("too few bytes for the shape", file("{\"a\":\(tensor("F32", "[2]", 0, 4))}", data: 4)),
        ("too many bytes for the shape", file("{\"a\":\(tensor("F32", "[1]", 0, 8))}", data: 8)),
        ("incomplete", file("{\"a\":\(tensor("F32", "[2]", 0, 8))}", data: 7)),
        ("trailing data", file("{\"a\":\(tensor("F32", "[2]", 0, 8))}", data: 9)),
        ("overflowing shape", file("{\"a\":\(tensor("F32", "[4294967296,4294967296]", 0, 0))}")),
        ("overflow then zero", file("{\"a\":\(tensor("F32", "[9223372036854775807,9223372036854775807,0]", 0, 0))}")),
        ("overflowing bits", file("{\"a\":\(tensor("F32", "[1152921504606846976]", 0, 0))}")),
        ("size beyond 64 bits", file("{\"a\":\(tensor("U8", "[18446744073709551617]", 0, 1))}", data: 1)),
        ("negative size", file("{\"a\":\(tensor("U8", "[-1]", 0, 1))}", data: 1)),
        ("negative zero", file("{\"a\":\(tensor("U8", "[-0]", 0, 0))}")),
        ("fractional size", file("{\"a\":\(tensor("U8", "[1.0]", 0, 1))}", data: 1)),
        ("size in quotes", file("{\"a\":\(tensor("U8", "[\"1\"]", 0, 1))}", data: 1)),
        ("three offsets", file("{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1,1]}}", data: 1)),
        ("half a byte", file("{\"a\":\(tensor("F4", "[1]", 0, 0))}")),
    ]

    @Test(arguments: malformed.indices)
    func refusesMalformedFiles(_ index: Int) throws {
        let (what, data) = Self.malformed[index]
        let error = #expect(throws: EmbeddingError.self, "\(what)") { try SafetensorsFile(data) }
        #expect(error?.code == .malformedFile)
        #expect(error?.message.hasPrefix("model.safetensors") == true)
    }

    @Test func refusesEveryTruncation() throws {
        let data = try #require(TestModel.tiny("tiny-mean")["model.safetensors"])
        #expect(throws: Never.self) { try SafetensorsFile(data) }
        for count in Array(0..<600) + Array(stride(from: 600, to: data.count, by: 97)) + [data.count - 1] {
            #expect(throws: EmbeddingError.self) { try SafetensorsFile(data.prefix(count)) }
        }
    }

    /// Whatever a byte of the header is changed to, opening either works or throws.
    @Test func survivesDamage() throws {
        let data = try #require(TestModel.tiny("tiny-relu-bf16")["model.safetensors"])
        var generator = SeededGenerator(5)
        let header = 8 + Int(data[0]) + Int(data[1]) << 8
        for _ in 0..<3000 {
            var damaged = data
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                damaged[Int.random(in: 0..<header, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            do {
                let file = try SafetensorsFile(damaged)
                for tensor in file.tensors { _ = try? file.floats(named: tensor.name, shape: tensor.shape) }
            } catch {
                #expect(error.code == .malformedFile)
            }
        }
    }
}
