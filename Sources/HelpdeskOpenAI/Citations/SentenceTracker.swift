/// Where the sentences of a text lie that comes character by character.
///
/// A sentence ends with a line, with `.`, `!`, `?` or `…` before white space, and with `。`, `！`, `？`. Full stops behind
/// numbers and single letters, as in `1. Open` and `e.g. this`, end none.
struct SentenceTracker: Sendable {
    /// A sentence that is over.
    struct Sentence: Sendable {
        var text: String
        /// In UTF-8 offsets.
        var range: Range<Int>
        /// The numbers that it cites.
        var cited: [Int]
    }

    /// The bytes so far.
    private(set) var length = 0
    /// The last sentence that is over.
    var previous: Sentence?

    private var text = String.UnicodeScalarView()
    private var start = 0
    /// Where the last character ends that is no white space.
    private var end = 0
    private var word: [Unicode.Scalar] = []
    private enum Ending { case none, beforeSpace, anyway }
    private var ending = Ending.none

    /// Whether the sentence has nothing but white space.
    var isEmpty: Bool { text.isEmpty }

    /// Whether the sentence is over before a character.
    func ends(before scalar: Unicode.Scalar, afterMarker: Bool) -> Bool {
        if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}" { return true }
        return switch ending {
        case .none: false
        case .beforeSpace: scalar.properties.isWhitespace || (afterMarker && !Self.closes(scalar))
        case .anyway: !Self.closes(scalar)
        }
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        length += UTF8.width(scalar)
        if scalar.properties.isWhitespace {
            word = []
            if !text.isEmpty { text.append(scalar) }
            ending = .none
            return
        }
        if text.isEmpty { start = length - UTF8.width(scalar) }
        text.append(scalar)
        end = length
        switch scalar {
        case "!", "?", "…": ending = .beforeSpace
        case ".": ending = isNumberOrLetter ? .none : .beforeSpace
        case "。", "！", "？": ending = .anyway
        case _ where Self.closes(scalar): break
        default: ending = .none
        }
        if scalar == "." || !scalar.properties.isAlphabetic && scalar.properties.numericType == nil {
            word = []
        } else if word.count < 8 {
            word.append(scalar)
        }
    }

    /// Ends the sentence; `nil` where there is none.
    mutating func end(_ cited: [Int]) -> Sentence? {
        defer {
            text = String.UnicodeScalarView()
            word = []
            ending = .none
        }
        guard !text.isEmpty else { return nil }
        let sentence = Sentence(text: String(text), range: start..<end, cited: cited)
        previous = sentence
        return sentence
    }

    private var isNumberOrLetter: Bool {
        !word.isEmpty && word.count < 8
            && (word.allSatisfy { $0.properties.numericType != nil } && text.count <= word.count + 1
                || word.count == 1 && word[0].properties.isAlphabetic)
    }

    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        ")]}\"'”’»*_`」』）.!?…".unicodeScalars.contains(scalar)
    }
}
