import HelpdeskTriage

/// A message of which parts are shown, personal data as they were written or as placeholders.
struct EscalationText {
    let scalars: [Unicode.Scalar]
    /// In the order of the text; they do not overlap.
    private let replacements: [RedactedText.Replacement]

    init(_ text: String, replacements: [RedactedText.Replacement] = []) {
        scalars = Array(text.unicodeScalars)
        self.replacements = replacements
    }

    /// A part in one line; a part that a replacement touches has the whole placeholder.
    func line(_ range: Range<Int>, limit: Int = .max) -> String {
        let range = range.clamped(to: 0..<scalars.count)
        var output = String.UnicodeScalarView()
        func append(_ part: Range<Int>) {
            for scalar in scalars[part] {
                if !scalar.properties.isWhitespace {
                    output.append(scalar)
                } else if output.last.map({ $0 != " " }) ?? false {
                    output.append(" ")
                }
            }
        }
        var position = range.lowerBound
        for replacement in touching(range) {
            if replacement.range.lowerBound > position { append(position..<replacement.range.lowerBound) }
            output.append(contentsOf: replacement.placeholder.unicodeScalars)
            position = min(replacement.range.upperBound, range.upperBound)
        }
        append(position..<range.upperBound)
        return String(output).trimmed.shortened(to: limit)
    }

    /// The whole in one line.
    func line(limit: Int = .max) -> String { line(0..<scalars.count, limit: limit) }

    /// Whether a part holds personal data.
    func isPersonal(_ range: Range<Int>) -> Bool { !touching(range).isEmpty }

    /// The replacements in a part, found by halving: there may be as many parts as replacements.
    private func touching(_ range: Range<Int>) -> ArraySlice<RedactedText.Replacement> {
        func first(_ isPast: (RedactedText.Replacement) -> Bool) -> Int {
            var low = 0
            var high = replacements.count
            while low < high {
                let middle = (low + high) / 2
                if isPast(replacements[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let lower = first { $0.range.upperBound > range.lowerBound }
        return replacements[lower..<max(lower, first { $0.range.lowerBound >= range.upperBound })]
    }
}

extension String {
    /// The text, cut at a word where it is longer than a number of characters.
    func shortened(to limit: Int) -> String {
        guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else { return self }
        let start = prefix(limit - 1)
        let cut = start.lastIndex(of: " ").map { start[..<$0] } ?? start
        return (cut.count > limit / 2 ? cut : start) + "…"
    }
}
