/// Finds added tokens in a text: leftmost first, the longest of those that begin at the same place.
struct AddedTokenMatcher: Sendable {
    /// A part of a text.
    enum Segment {
        /// Text between added tokens, as offsets of bytes.
        case text(Range<Int>)
        /// An added token's id.
        case token(Int32)
    }

    private var trie = ByteTrie()
    private var tokens: [(token: AddedToken, id: Int32)] = []
    /// For each byte, whether a pattern begins with it.
    private var firstBytes = [Bool](repeating: false, count: 256)

    /// Whether there is nothing to look for.
    var isEmpty: Bool { tokens.isEmpty }

    /// Adds a pattern, unless it is empty or there already. Returns whether there was room for it.
    ///
    /// Where two tokens have the same normalized form, the first one counts; the reference leaves it to chance.
    mutating func insert(_ pattern: [UInt8], _ token: AddedToken, id: Int32) -> Bool {
        guard let first = pattern.first, trie.value(of: pattern) == nil else { return true }
        firstBytes[Int(first)] = true
        tokens.append((token, id))
        return trie.insert(pattern, value: Int32(tokens.count - 1))
    }

    /// Calls a closure with each part of valid UTF-8 in order, none of them empty, until it returns `false`.
    ///
    /// - Complexity: O(*n* · *m*) at worst for a text of *n* bytes and a longest pattern of *m*.
    func forEachSegment(of text: UnsafeBufferPointer<UInt8>, _ body: (Segment) -> Bool) {
        guard let base = text.baseAddress, !text.isEmpty else { return }
        if isEmpty {
            _ = body(.text(0..<text.count))
            return
        }
        trie.withView { trie in
            firstBytes.withUnsafeBufferPointer { firstBytes in
                scan(base, text.count, trie, firstBytes.baseAddress!, body)
            }
        }
    }

    private func scan(
        _ base: UnsafePointer<UInt8>, _ count: Int, _ trie: ByteTrie.View, _ firstBytes: UnsafePointer<Bool>,
        _ body: (Segment) -> Bool
    ) {
        /// Where the text that no token has taken begins.
        var taken = 0
        /// The last whitespace that a token took on its right, so that none is walked over twice.
        var spaces = 0..<0
        var index = 0
        while index < count {
            guard firstBytes[Int(base[index])] else {
                index += 1
                continue
            }
            let match = trie.longestMatch(from: ByteTrie.root, base + index, count: count - index)
            guard match.count > 0 else {
                index += 1
                continue
            }
            var start = index
            var stop = index + match.count
            index = stop
            let (token, id) = tokens[Int(match.value)]
            if token.isSingleWord, touchesWord(base, count, start, stop) { continue }
            if token.stripsLeft {
                while start > taken {
                    let previous = decodeScalar(endingAt: start, of: base)
                    guard Self.isWhitespace(previous.scalar) else { break }
                    start -= previous.count
                }
            }
            if token.stripsRight {
                if spaces.contains(stop) {
                    stop = spaces.upperBound
                } else {
                    let first = stop
                    while stop < count {
                        let next = decodeScalar(base + stop)
                        guard Self.isWhitespace(next.scalar) else { break }
                        stop += next.count
                    }
                    spaces = first..<stop
                }
            }
            if taken < start, !body(.text(taken..<start)) { return }
            if !body(.token(id)) { return }
            taken = stop
        }
        if taken < count { _ = body(.text(taken..<count)) }
    }

    private func touchesWord(_ base: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ stop: Int) -> Bool {
        if start > 0, isWordCharacter(decodeScalar(endingAt: start, of: base).scalar) { return true }
        return stop < count && isWordCharacter(decodeScalar(base + stop).scalar)
    }

    static func isWhitespace(_ scalar: UInt32) -> Bool { contains(UnicodeTables.whitespace, scalar) }

    private func isWordCharacter(_ scalar: UInt32) -> Bool { Self.contains(UnicodeTables.wordCharacters, scalar) }

    /// Whether flattened inclusive ranges hold a scalar. O(log *n*).
    private static func contains(_ ranges: [UInt32], _ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count / 2
        while low < high {
            let middle = (low + high) / 2
            if ranges[2 * middle + 1] < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count / 2 && ranges[2 * low] <= scalar
    }
}
