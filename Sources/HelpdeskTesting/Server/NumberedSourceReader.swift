#if AsyncHTTPClient
    import HelpdeskLanguage

    /// Takes the sources out of a text that `OpenAIClient` has written into it:
    ///
    /// ```
    /// <source number="1" title="Reset your password">
    /// a passage
    ///
    /// another passage
    /// </source>
    /// ```
    enum NumberedSourceReader {
        private static let opening = "<source number=\""
        private static let closing = "\n</source>"

        /// Sources, their numbers as ids and their paragraphs as passages, and the text between them.
        static func content(of text: String) -> [LLMContent] {
            var content: [LLMContent] = []
            var rest = text[...]
            while let start = rest.firstRange(of: opening),
                let headEnd = rest[start.upperBound...].firstRange(of: "\">\n"),
                let end = rest[headEnd.upperBound...].firstRange(of: closing)
            {
                append(rest[..<start.lowerBound], to: &content)
                let attributes = rest[start.upperBound..<headEnd.lowerBound].split(
                    separator: "\" title=\"", maxSplits: 1, omittingEmptySubsequences: false)
                let passages = rest[headEnd.upperBound..<end.lowerBound].split(separator: "\n\n").map { String($0) }
                content.append(
                    .source(
                        LLMSource(
                            id: String(attributes[0]), title: attributes.count > 1 ? String(attributes[1]) : "",
                            passages: passages)))
                rest = rest[end.upperBound...]
            }
            append(rest, to: &content)
            return content.isEmpty ? [.text(text)] : content
        }

        private static func append(_ text: Substring, to content: inout [LLMContent]) {
            var text = text.drop(while: \.isWhitespace)
            while text.last?.isWhitespace == true { text.removeLast() }
            if !text.isEmpty { content.append(.text(String(text))) }
        }
    }
#endif
