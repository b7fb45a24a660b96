/// Whether a text in Markdown that comes character by character is in code: between runs of backticks of one length.
///
/// Code in a line ends with its line at the latest, so that a lost backtick does no harm.
struct CodeSpans: Sendable {
    private var run = 0
    private var open = 0

    /// Whether the last character stands in code.
    var isInside: Bool { open > 0 }

    mutating func step(_ scalar: Unicode.Scalar) {
        if scalar == "`" {
            run += 1
            return
        }
        if run > 0 {
            if open == 0 { open = run } else if open == run { open = 0 }
            run = 0
        }
        if scalar == "\n", open < 3 { open = 0 }
    }
}
