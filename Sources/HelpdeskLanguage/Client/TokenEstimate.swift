/// How many tokens a text has for a language model, about.
///
/// Every model cuts texts in its own way, so this is for budgets, not for bills: English text comes out some 10 to 30%
/// too high, code and other languages about right. O(length).
public enum TokenEstimate {
    /// The tokens that surround a message or source.
    package static let frame = 12

    /// The tokens of a text.
    public static func tokens(in text: some StringProtocol) -> Int {
        // In twelfths of a token. A word costs one for its beginning and more for every four letters; other scripts have
        // from two letters to one letter a token, and rare characters cost a token for each byte.
        var twelfths = 0
        var run = 0
        var isDigits = false
        func end() {
            // Longer than any word: keys, codes and encoded bytes, which are cut small.
            let letters = run > 24 ? (run + 1) / 2 : max(1, (run + 3) / 5)
            if run > 0 { twelfths += 12 * (isDigits ? (run + 2) / 3 : letters) }
            run = 0
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                if !isDigits { end() }
                isDigits = true
                run += 1
            case 0x41...0x5A, 0x61...0x7A:
                if isDigits { end() }
                isDigits = false
                run += 1
            case 0x20: end()
            case 0...0x7F:
                end()
                twelfths += 9
            case 0x80...0x24F:
                if isDigits { end() }
                isDigits = false
                run += 2
            case 0x250...0x10FF:
                end()
                twelfths += 6
            case 0x1100...0xFFFF:
                end()
                twelfths += 14
            default:
                end()
                twelfths += 30
            }
        }
        end()
        return (twelfths + 11) / 12
    }

    /// The tokens of a source: its id, title, address and passages.
    public static func tokens(in source: LLMSource) -> Int {
        source.passages.reduce(frame + tokens(in: source.id) + tokens(in: source.title)) { $0 + 4 + tokens(in: $1) }
    }

    /// The tokens of a block.
    public static func tokens(in content: LLMContent) -> Int {
        switch content {
        case .text(let text): 2 + tokens(in: text)
        case .source(let source): tokens(in: source)
        }
    }

    /// The tokens of a whole request.
    public static func tokens(in request: LLMRequest) -> Int {
        let system = request.system.reduce(frame) { $0 + tokens(in: $1) }
        return request.messages.reduce(system) { sum, message in
            message.content.reduce(sum + frame) { $0 + tokens(in: $1) }
        }
    }
}
