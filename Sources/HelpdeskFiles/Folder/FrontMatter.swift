/// The `key: value` lines between `---` lines at the start of a document: the part of YAML that help centres use.
///
/// Values are plain or quoted text, `[a, b]` lists, or lists of `- item` lines; a list is joined with commas. Anything
/// nested deeper is passed over.
struct FrontMatter {
    /// The keys and values in order.
    let entries: [(key: String, value: String)]
    /// Where the text after the front matter starts.
    let end: Int

    /// Reads front matter at an offset, or `nil` where there is none.
    init?(_ bytes: [UInt8], from offset: Int) {
        var lines = TextLines(bytes, from: offset)
        guard let first = lines.next(), Self.isFence(bytes.text(first.range), opening: true) else { return nil }
        var entries: [(key: String, value: String)] = []
        while let line = lines.next() {
            let raw = bytes.text(line.range)
            if Self.isFence(raw, opening: false) {
                self.entries = entries.filter { !$0.value.isEmpty }
                end = line.next
                return
            }
            let text = raw.trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            if text.hasPrefix("- "), let last = entries.indices.last {
                let item = Self.scalar(String(text.dropFirst(2)))
                entries[last].value += entries[last].value.isEmpty ? item : ", \(item)"
                continue
            }
            let isNested = raw.first == " " || raw.first == "\t"
            guard !isNested, let colon = text.firstIndex(of: ":") else { continue }
            let key = text[..<colon].trimmed
            let after = text[text.index(after: colon)...]
            // YAML wants a space after the colon: `http://x` is no key.
            guard !key.isEmpty, after.isEmpty || after.first == " " || after.first == "\t" else { continue }
            entries.append((Self.scalar(key), Self.value(after.trimmed)))
        }
        // Never closed: a rule at the top of ordinary text.
        return nil
    }

    private static func isFence(_ line: String, opening: Bool) -> Bool {
        let end = line.unicodeScalars.reversed().drop { $0 == " " || $0 == "\t" }.count
        let text = String(String.UnicodeScalarView(line.unicodeScalars.prefix(end)))
        return text == "---" || (!opening && text == "...")
    }

    private static func value(_ text: String) -> String {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return scalar(text) }
        return text.dropFirst().dropLast().split(separator: ",").map { scalar($0.trimmed) }
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func scalar(_ source: String) -> String {
        let text = source.trimmed
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            // A comment begins at " #".
            guard let range = text.firstRange(of: " #") else {
                return text == "null" || text == "~" || text == "|" || text == ">" ? "" : text
            }
            return text[..<range.lowerBound].trimmed
        }
        var result = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == quote {
                if quote == "'", rest.first == "'" {
                    result.append("'")
                    rest = rest.dropFirst()
                    continue
                }
                return result
            }
            if character == "\\", quote == "\"", let escaped = rest.popFirst() {
                result.append(escaped == "n" ? "\n" : escaped == "t" ? "\t" : escaped)
                continue
            }
            result.append(character)
        }
        return text
    }
}
