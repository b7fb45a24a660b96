extension English {
    /// Long words as they are often written wrong in messages: what was meant. Beside the words of the rules.
    static let meant: [[UInt8]] = words("")

    /// Real words that are one letter from a word of the rules and must not be taken for it.
    static let lookalikes: [[UInt8]] = words("")

    private static func words(_ text: String) -> [[UInt8]] {
        text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
    }
}
