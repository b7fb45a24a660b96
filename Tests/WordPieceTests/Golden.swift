import Foundation
import HelpdeskJSON
import Testing
import WordPiece

/// The files that `Scripts/golden/tokenizer_golden.py` writes.
enum Golden {
    /// The bytes of a file.
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Golden")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    /// The values of a file of JSON lines.
    static func lines(_ name: String) throws -> [JSONValue] { try lines(of: bytes(name)) }

    /// The values of JSON lines.
    static func lines(of bytes: [UInt8]) throws -> [JSONValue] {
        try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONValue(utf8: Array($0)) }
    }

    /// The tokenizer of the golden vocabulary.
    static func tokenizer(
        _ options: WordPieceTokenizer.Options = WordPieceTokenizer.Options()
    ) throws -> WordPieceTokenizer {
        try WordPieceTokenizer(vocabulary: bytes("vocab.txt"), options: options)
    }
}

extension JSONValue {
    /// The numbers of an array.
    var ids: [Int32] { array?.compactMap { $0.integer.map(Int32.init) } ?? [] }

    /// Options written as [clean, chinese, strip or null, lower].
    var options: WordPieceTokenizer.Options {
        let flags = array ?? []
        return WordPieceTokenizer.Options(
            lowercases: flags[3].bool == true, stripsAccents: flags[2].bool,
            splitsChineseCharacters: flags[1].bool == true, cleansText: flags[0].bool == true)
    }
}

/// A text as escaped scalars, for messages.
func escaped(_ text: String) -> String {
    text.unicodeScalars.prefix(200).map { $0.escaped(asASCII: true) }.joined()
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
