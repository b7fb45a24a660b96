#if AsyncHTTPClient
    /// JSON to be sent, with its members in the order in which they are written.
    enum LoopbackJSON: Sendable, Hashable {
        case null
        case bool(Bool)
        case integer(Int)
        case number(Double)
        case string(String)
        case array([LoopbackJSON])
        case object([Member])

        struct Member: Sendable, Hashable {
            var key: String
            var value: LoopbackJSON
        }

        /// A string, or `null`.
        init(_ text: String?) { self = text.map { .string($0) } ?? .null }

        /// The text, without white space.
        var text: String {
            var text = ""
            write(to: &text)
            return text
        }

        private func write(to text: inout String) {
            switch self {
            case .null: text += "null"
            case .bool(let value): text += value ? "true" : "false"
            case .integer(let value): text += String(value)
            case .number(let value): text += value.isFinite ? "\(value)" : "null"
            case .string(let value): Self.write(value, to: &text)
            case .array(let values):
                text += "["
                for (position, value) in values.enumerated() {
                    if position > 0 { text += "," }
                    value.write(to: &text)
                }
                text += "]"
            case .object(let members):
                text += "{"
                for (position, member) in members.enumerated() {
                    if position > 0 { text += "," }
                    Self.write(member.key, to: &text)
                    text += ":"
                    member.value.write(to: &text)
                }
                text += "}"
            }
        }

        private static func write(_ value: String, to text: inout String) {
            text += "\""
            for scalar in value.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case _ where scalar.value < 0x20:
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                default: text.unicodeScalars.append(scalar)
                }
            }
            text += "\""
        }
    }

    extension LoopbackJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
        ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
    {
        init(stringLiteral value: String) { self = .string(value) }
        init(integerLiteral value: Int) { self = .integer(value) }
        init(booleanLiteral value: Bool) { self = .bool(value) }
        init(nilLiteral: ()) { self = .null }
        init(arrayLiteral elements: LoopbackJSON...) { self = .array(elements) }
        init(dictionaryLiteral elements: (String, LoopbackJSON)...) {
            self = .object(elements.map { Member(key: $0.0, value: $0.1) })
        }
    }
#endif
