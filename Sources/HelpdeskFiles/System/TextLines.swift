/// The lines of a text, ended by LF, CRLF or CR, without their ends; the last may have no end.
struct TextLines: Sequence, IteratorProtocol {
    /// One line.
    struct Line {
        /// Where the text of the line lies.
        let range: Range<Int>
        /// Where the next line starts.
        let next: Int
        /// The number of the line, from 1.
        let number: Int
    }

    private let bytes: [UInt8]
    private var position: Int
    private var number = 0

    /// The lines from an offset on.
    init(_ bytes: [UInt8], from offset: Int = 0) {
        self.bytes = bytes
        position = offset
    }

    mutating func next() -> Line? {
        guard position < bytes.count else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        let end = position
        if position < bytes.count {
            let isReturn = bytes[position] == 0x0D
            position += 1
            if isReturn, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        }
        number += 1
        return Line(range: start..<end, next: position, number: number)
    }
}

extension [UInt8] {
    /// The text of a range that is known to be UTF-8.
    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first..<scalars.index(after: last)])
    }

    /// Whether there is nothing but white space.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
