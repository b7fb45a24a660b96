/// A parser of RFC 4180 comma-separated values, one record at a time.
///
/// Beyond the RFC: lines may end in LF or CR alone, blank lines are passed over, and a quotation mark inside a field
/// that does not begin with one is an ordinary character. A field is copied once; memory is bounded by the longest
/// record.
struct CSVParser {
    /// One record.
    struct Record {
        /// The fields, with quotation marks resolved.
        var fields: [String]
        /// The line the record starts on, from 1.
        var line: Int
    }

    /// Why a text is not CSV, and where.
    struct Failure: Error {
        /// What was wrong.
        var message: String
        /// The line, from 1.
        var line: Int
    }

    /// More fields than any real table has; what is above is a broken or hostile file.
    static let maximumFields = 4_096

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position: Int
    private var line = 1

    /// Parses valid UTF-8 from an offset on.
    ///
    /// - Parameter delimiter: What stands between fields: an ASCII character.
    init(_ bytes: [UInt8], from offset: Int = 0, delimiter: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.delimiter = delimiter
        position = offset
    }

    /// The next record, or `nil` at the end.
    mutating func next() throws(Failure) -> Record? {
        while position < bytes.count, isEnd(bytes[position]) { skipEnd() }
        guard position < bytes.count else { return nil }
        var record = Record(fields: [], line: line)
        while true {
            guard record.fields.count < Self.maximumFields else {
                throw Failure(message: "a record has more than \(Self.maximumFields) fields", line: record.line)
            }
            record.fields.append(try field())
            guard position < bytes.count else { return record }
            if bytes[position] == delimiter {
                position += 1
            } else {
                skipEnd()
                return record
            }
        }
    }

    private func isEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func skipEnd() {
        let isReturn = bytes[position] == 0x0D
        position += 1
        if isReturn, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    /// Reads up to the next delimiter, end of line or end of text.
    private mutating func field() throws(Failure) -> String {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            let start = position
            while position < bytes.count, bytes[position] != delimiter, !isEnd(bytes[position]) { position += 1 }
            return bytes.text(start..<position)
        }
        let firstLine = line
        position += 1
        var start = position
        var text: [UInt8] = []
        while true {
            guard position < bytes.count else {
                throw Failure(message: "a quotation mark is opened here and never closed", line: firstLine)
            }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                text.append(contentsOf: bytes[start..<position])
                position += 1
                if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                    // Two marks stand for one; the second is the first byte of the next stretch.
                    start = position
                    position += 1
                    continue
                }
                guard position == bytes.count || bytes[position] == delimiter || isEnd(bytes[position]) else {
                    throw Failure(
                        message: "text follows a closing quotation mark; write two marks for one inside a field",
                        line: line)
                }
                return String(decoding: text, as: UTF8.self)
            case 0x0A, 0x0D: skipEnd()
            default: position += 1
            }
        }
    }
}
