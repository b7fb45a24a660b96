import HelpdeskHTTP
import HelpdeskJSON
import HelpdeskLanguage

/// Brings citations of the Messages API back to sources and passages.
enum ClaudeCitation {
    /// The shortest part of a passage that is worth a quote where the cited text runs over several passages, in bytes.
    private static let shortestPart = 8

    /// A citation for each passage that is cited, in order.
    ///
    /// The service cites whole blocks, joined; where a server cites less, the quote is what passage and cited text have
    /// in common. Citations of other kinds, of sources or passages that were not sent, and of what is not literally in
    /// the passage, give none.
    static func citations(_ json: JSONValue, _ sources: [ClaudeRequest.Cited], _ range: Range<Int>?) -> [LLMCitation] {
        guard json["type"]?.string == "search_result_location", let cited = source(json, sources) else { return [] }
        let count = cited.passages.count
        let first = json["start_block_index"]?.integer ?? 0
        let end = min(json["end_block_index"]?.integer ?? count, count)
        guard first >= 0, first < end, let text = json["cited_text"]?.string, !text.isBlank else { return [] }
        return cited.passages[first..<end].compactMap { position in
            let passage = cited.source.passages[position]
            guard let quote = quote(text, in: passage), passage.contains(quote) else { return nil }
            return LLMCitation(sourceID: cited.source.id, passage: position, quote: quote, answerRange: range)
        }
    }

    /// The source by its position, or by its id where a server counts differently.
    private static func source(_ json: JSONValue, _ sources: [ClaudeRequest.Cited]) -> ClaudeRequest.Cited? {
        let id = json["source"]?.string
        if let index = json["search_result_index"]?.integer, sources.indices.contains(index),
            id == nil || sources[index].source.id == id
        {
            return sources[index]
        }
        return sources.first { $0.source.id == id }
    }

    /// The part of a passage that a text cites. O(text + passage).
    static func quote(_ text: String, in passage: String) -> String? {
        let cited = Array(text.trimmed.utf8)
        let whole = Array(passage.trimmed.utf8)
        guard !cited.isEmpty, !whole.isEmpty else { return nil }
        if contains(cited, whole) { return passage }
        if contains(Array(passage.utf8), cited) { return text.trimmed }
        let tail = overlap(endOf: whole, beginningOf: cited)
        let head = overlap(endOf: cited, beginningOf: whole)
        guard max(tail, head) >= shortestPart else { return nil }
        let part = tail >= head ? whole.suffix(tail) : whole.prefix(head)
        return String(decoding: part, as: UTF8.self).trimmed
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= text.count else { return false }
        let table = borders(part)
        var matched = 0
        for byte in text {
            while matched > 0, part[matched] != byte { matched = table[matched - 1] }
            if part[matched] == byte { matched += 1 }
            if matched == part.count { return true }
        }
        return false
    }

    /// How many bytes at the end of one text are the beginning of another.
    private static func overlap(endOf text: [UInt8], beginningOf other: [UInt8]) -> Int {
        let table = borders(other)
        var matched = 0
        for byte in text.suffix(other.count) {
            while matched > 0, matched == other.count || other[matched] != byte { matched = table[matched - 1] }
            if other[matched] == byte { matched += 1 }
        }
        return matched
    }

    /// For each beginning of a text, the longest shorter beginning that it ends with (Knuth, Morris and Pratt).
    private static func borders(_ text: [UInt8]) -> [Int] {
        var table = [Int](repeating: 0, count: text.count)
        var matched = 0
        for index in text.indices.dropFirst() {
            while matched > 0, text[matched] != text[index] { matched = table[matched - 1] }
            if text[matched] == text[index] { matched += 1 }
            table[index] = matched
        }
        return table
    }
}
