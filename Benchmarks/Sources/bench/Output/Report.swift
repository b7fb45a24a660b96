import Foundation

/// A value of a result row.
enum Cell {
    case text(String)
    case integer(Int)
    /// A number with the digits that are worth printing after the point.
    case number(Double, digits: Int)

    var printed: String {
        switch self {
        case .text(let text): text
        case .integer(let value): String(value)
        case .number(let value, let digits): value.isFinite ? String(format: "%.\(digits)f", value) : "–"
        }
    }

    var json: String {
        switch self {
        case .text(let text): Report.quoted(text)
        case .integer(let value): String(value)
        case .number(let value, _): value.isFinite ? "\(value)" : "null"
        }
    }
}

/// Result rows, printed as a table at the end or as one JSON object each at once.
struct Report {
    private let json: Bool
    private var rows: [[(name: String, cell: Cell)]] = []

    init(json: Bool) { self.json = json }

    /// Adds a row. With JSON it is printed at once, so that a long run shows what it has.
    mutating func add(_ row: [(String, Cell)]) {
        if json {
            print("{" + row.map { Self.quoted($0.0) + ": " + $0.1.json }.joined(separator: ", ") + "}")
            fflush(nil)
        } else {
            rows.append(row.map { ($0.0, $0.1) })
        }
    }

    /// Prints the table. Rows with the same columns stand together.
    func finish() {
        var index = 0
        while index < rows.count {
            let names = rows[index].map(\.name)
            let end = rows[index...].firstIndex { $0.map(\.name) != names } ?? rows.count
            let table = [names] + rows[index..<end].map { $0.map(\.cell.printed) }
            let widths = names.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
            for (line, cells) in table.enumerated() {
                let text = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
                print("| " + text.joined(separator: " | ") + " |")
                if line == 0 {
                    print("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|")
                }
            }
            if end < rows.count { print() }
            index = end
        }
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{0}"..<" ": output += String(format: "\\u%04x", scalar.value)
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
