extension GroundingCheck {
    /// Sources prepared for checking many sentences against them.
    public struct Sources: Sendable {
        /// A sentence of a passage.
        struct Unit: Sendable {
            var tokens: Range<Int>
            var quantities: Range<Int>
            var passage: Int
            /// Where it stands in the passage, in UTF-8 offsets.
            var range: Range<Int>
            /// Whether it tells how it was.
            var isPast: Bool
            /// Whether a later passage replaces its own.
            var isStale = false
        }

        /// A passage of a source.
        struct Passage: Sendable {
            var source: Int
            var index: Int
            var units: Range<Int>
            /// The tokens of its title and heading.
            var context: Range<Int>
            /// The latest year it names, or 0.
            var year: Int
            /// Whether it says that it takes the place of another.
            var isReplacing: Bool
            /// Whether it says that it is out of date.
            var isOutdated: Bool
        }

        let ids: [String]
        private(set) var texts: [[UInt8]] = []
        private(set) var passages: [Passage] = []
        private(set) var units: [Unit] = []
        private(set) var tokens: [GroundingToken] = []
        private(set) var quantities: [Quantity] = []
        private(set) var links: [GroundingLink] = []
        /// The units in which a stem or a group occurs.
        private(set) var postings: [UInt64: [Int32]] = [:]
        /// Whether most words are unknown: another language than English.
        private(set) var isForeign = false

        /// Whether a passage replaces another.
        private(set) var hasStale = false

        /// More units of one word are not looked at.
        static let maximumPostings = 200

        /// Prepares sources. O(length of the sources).
        public init(_ sources: [LLMSource]) {
            ids = sources.map(\.id)
            for (number, source) in sources.enumerated() {
                if let url = source.url {
                    let bytes = Array(url.utf8)
                    if !bytes.isEmpty, let link = GroundingLinkReader.link(bytes, at: 0, end: bytes.count) {
                        links.append(link)
                    }
                }
                let title = append(Array(source.title.utf8))
                for (index, passage) in source.passages.enumerated() {
                    add(passage, title: title, source: number, index: index)
                }
            }
            for passage in stalePassages() {
                for unit in passages[passage].units { units[unit].isStale = true }
                hasStale = true
            }
            let words = tokens.lazy.filter { $0.end - $0.start > 1 && !$0.traits.contains(.quantity) }
            let total = words.count
            let known = words.count { $0.traits.contains(.stop) || $0.traits.contains(.verbal) }
            isForeign = total >= 8 && Double(known) < 0.12 * Double(total)
        }

        /// The positions of sources by their ids.
        func positions(_ names: Set<String>?) -> Set<Int> {
            guard let names, !names.isEmpty else { return [] }
            return Set(ids.indices.filter { names.contains(ids[$0]) })
        }

        /// Reads text that belongs to no unit and returns its tokens.
        private mutating func append(_ bytes: [UInt8]) -> Range<Int> {
            guard !bytes.isEmpty else { return tokens.count..<tokens.count }
            let reading = GroundingReading(bytes, 0..<bytes.count)
            let start = tokens.count
            tokens += reading.tokens
            links += reading.links
            return start..<tokens.count
        }

        private mutating func add(_ text: String, title: Range<Int>, source: Int, index: Int) {
            let bytes = Array(text.utf8)
            let first = units.count
            var year = 0
            var isReplacing = false
            var isOutdated = false
            var heading = title
            for line in Self.lines(bytes) {
                for sentence in SentenceSegmenter.sentences(bytes, line) {
                    let reading = GroundingReading(bytes, sentence)
                    guard !reading.tokens.isEmpty || !reading.links.isEmpty else { continue }
                    let start = tokens.count
                    let firstQuantity = quantities.count
                    tokens += reading.tokens
                    links += reading.links
                    for quantity in reading.quantities {
                        var quantity = quantity
                        quantity.tokens = quantity.tokens.lowerBound + start..<quantity.tokens.upperBound + start
                        quantities.append(quantity)
                    }
                    let isPast = reading.tokens.contains { $0.traits.contains(.past) }
                    let notes = Self.notes(reading.tokens, isFirst: units.count - first < 2)
                    year = max(year, notes.year)
                    isReplacing = isReplacing || notes.isReplacing
                    if notes.isOutdated { isOutdated = true }
                    if bytes[sentence.lowerBound] == UInt8(ascii: "#") { heading = start..<tokens.count }
                    units.append(
                        Unit(
                            tokens: start..<tokens.count, quantities: firstQuantity..<quantities.count,
                            passage: passages.count,
                            range: sentence, isPast: isPast))
                    index_(start..<tokens.count, unit: units.count - 1)
                }
            }
            // "Refunds: …": what stands before the colon is about the whole passage.
            if heading.isEmpty, first < units.count, let colon = bytes.prefix(80).firstIndex(of: UInt8(ascii: ":")) {
                let opening = units[first].tokens
                let end = opening.first { tokens[$0].start > colon } ?? opening.upperBound
                heading = opening.lowerBound..<end
            }
            texts.append(bytes)
            passages.append(
                Passage(
                    source: source, index: index, units: first..<units.count, context: heading, year: year,
                    isReplacing: isReplacing, isOutdated: isOutdated))
        }

        private mutating func index_(_ range: Range<Int>, unit: Int) {
            let entries = GroundingLexicon.standard.entries
            for token in tokens[range] where !token.traits.contains(.merged) {
                post(token.stem, unit)
                if token.base != 0 { post(token.base, unit) }
                guard token.entry >= 0 else { continue }
                for group in entries[Int(token.entry)].groups { post(Self.key(group), unit) }
            }
        }

        private mutating func post(_ key: UInt64, _ unit: Int) {
            let unit = Int32(unit)
            postings.withValue(key) { list in
                if list.last != unit, list.count < Self.maximumPostings { list.append(unit) }
            }
        }

        /// The key of a group of words among the postings.
        static func key(_ group: Int16) -> UInt64 { 0xF0F0_0000_0000_0000 | UInt64(group.magnitude) }

        /// Lines, joined where a paragraph goes on.
        private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
            var lines: [Range<Int>] = []
            var start = 0
            for index in bytes.indices where bytes[index] == 0x0A {
                var next = index + 1
                while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
                if next < bytes.count, UTF8Text.isLowercase(bytes[next]) { continue }
                if index > start { lines.append(start..<index) }
                start = index + 1
            }
            if start < bytes.count { lines.append(start..<bytes.count) }
            return lines
        }

        private static func hashes(_ words: String) -> Set<UInt64> {
            Set(words.split(separator: " ").map { WordScanner.hash($0.utf8) })
        }
        private static let replacing = hashes("replaces supersedes superseding overrides superseded_by")
        private static let replaced = hashes(
            "replaced superseded archived outdated obsolete retired deprecated withdrawn")
        private static let opening = hashes("update updated new notice effective changed change changes announcement")
        private static let old = hashes(
            "archived archive outdated obsolete deprecated superseded retired old former legacy previous expired")
        private static let since = hashes("since from effective starting beginning")
        private static let ending = hashes("until till before through")

        /// What a sentence says of the age of its passage.
        private static func notes(_ tokens: [GroundingToken], isFirst: Bool) -> (
            year: Int, isReplacing: Bool, isOutdated: Bool
        ) {
            var year = 0
            var isReplacing = false
            var isOutdated = false
            for (index, token) in tokens.enumerated() {
                let before = tokens[max(0, index - 4)..<index]
                if token.number >= 1_990, token.number < 2_100, token.end - token.start == 4, token.unit < 0 {
                    year = max(year, Int(token.number))
                    if before.contains(where: { since.contains($0.form) }) { isReplacing = true }
                    if isFirst, before.contains(where: { ending.contains($0.form) }) { isOutdated = true }
                }
                if replacing.contains(token.form) { isReplacing = true }
                if isFirst, replaced.contains(token.form), index < 14 { isOutdated = true }
                if isFirst, index < 3, opening.contains(token.form), token.traits.contains(.capital) {
                    isReplacing = true
                }
                if isFirst, index < 8, old.contains(token.form) { isOutdated = true }
            }
            return (year, isReplacing, isOutdated)
        }
    }
}

extension Dictionary where Value == [Int32] {
    fileprivate mutating func withValue(_ key: Key, _ body: (inout [Int32]) -> Void) { body(&self[key, default: []]) }
}
