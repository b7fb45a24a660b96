/// A text taken apart into what a reader sees and what is hidden in characters that show nothing.
///
/// Joiners stay where a script or an emoji needs them, tags in flags of regions, variation selectors after the
/// characters they vary. Each scalar is looked at with a bounded part of its neighbourhood, so time is linear.
struct InvisibleText {
    /// A message in characters that show nothing, or in letters that are shown in another order.
    struct Payload {
        enum Carrier { case tags, bits, selectors, reversed }
        var carrier: Carrier
        var text: [UInt32]
        /// Scalars of the source.
        var range: Range<Int>
    }

    /// The scalars of the source.
    let source: [UInt32]
    /// The indices of the scalars that are kept.
    private(set) var kept: [Int32] = []
    /// What was hidden, decoded.
    private(set) var payloads: [Payload] = []
    /// How many characters without width stood between two letters.
    private(set) var joinedLetters = 0
    /// The longest run of letters one by one with such characters in between.
    private(set) var interleaved: Range<Int>?
    private var joinCount = 0
    private var longestJoin = 0
    private var joinStart = 0
    private var lastJoin = -10

    /// Whether words are written with hidden characters after each letter, which no honest text is.
    var isInterleaved: Bool { longestJoin >= 8 }

    /// Whether anything was taken out.
    var isChanged: Bool { kept.count != source.count }

    /// The longest hidden message that is decoded, in scalars.
    private static let maximumPayload = 4_096

    init(_ text: String) {
        source = text.unicodeScalars.map(\.value)
        kept.reserveCapacity(source.count)
        guard source.contains(where: { $0 == 0xAD || ($0 >= 0x300 && Self.mayBeInvisible($0)) }) else {
            kept = source.indices.map(Int32.init)
            return
        }
        scan()
    }

    /// The text without what was taken out.
    var text: String {
        var view = String.UnicodeScalarView()
        view.reserveCapacity(kept.count)
        for index in kept {
            if let scalar = Unicode.Scalar(source[Int(index)]) { view.append(scalar) }
        }
        return String(view)
    }

    private mutating func scan() {
        var zeroWidth: [Int32] = []
        var position = 0
        while position < source.count {
            let value = source[position]
            if !Self.mayBeInvisible(value) {
                kept.append(Int32(position))
                position += 1
            } else if value == 0x1F3F4, let end = flagEnd(position) {
                for index in position..<end { kept.append(Int32(index)) }
                position = end
            } else if value == 0x1F3F4 {
                kept.append(Int32(position))
                position += 1
            } else if (0xE0000...0xE007F).contains(value) {
                position = takeTags(position)
            } else if Self.isVariationSelector(value) {
                position = takeSelectors(position)
            } else if Self.isBidiControl(value) {
                if value == 0x202E { takeOverride(position) }
                position += 1
            } else {
                if isNeeded(position) {
                    kept.append(Int32(position))
                } else {
                    if Self.isBit(value) { zeroWidth.append(Int32(position)) }
                    noteJoin(position)
                }
                position += 1
            }
        }
        takeBits(zeroWidth)
    }

    /// The end of a flag made of tags, such as the flag of Scotland: a region of five or six letters and a terminator.
    private func flagEnd(_ start: Int) -> Int? {
        var end = start + 1
        while end < source.count, end - start <= 7, (0xE0030...0xE007A).contains(source[end]) { end += 1 }
        guard (4...7).contains(end - start), end < source.count, source[end] == 0xE007F,
            (0xE0061...0xE007A).contains(source[start + 1]), (0xE0061...0xE007A).contains(source[start + 2])
        else { return nil }
        return end + 1
    }

    private mutating func takeTags(_ start: Int) -> Int {
        var end = start
        var letters: [UInt32] = []
        while end < source.count, (0xE0000...0xE007F).contains(source[end]) || Self.isBit(source[end]) {
            if (0xE0020...0xE007E).contains(source[end]), letters.count < Self.maximumPayload {
                letters.append(source[end] - 0xE0000)
            }
            end += 1
        }
        if !letters.isEmpty { payloads.append(Payload(carrier: .tags, text: letters, range: start..<end)) }
        return end
    }

    /// Variation selectors: one after a character that has variants is kept, the rest is a run of bytes.
    private mutating func takeSelectors(_ start: Int) -> Int {
        var end = start
        while end < source.count, Self.isVariationSelector(source[end]) { end += 1 }
        var first = start
        if let base = kept.last, Int(base) == start - 1, Self.varies(source[start - 1], by: source[start]) {
            kept.append(Int32(start))
            first += 1
        }
        let bytes = source[first..<min(end, first + Self.maximumPayload)].map { value -> UInt8 in
            value <= 0xFE0F ? UInt8(value - 0xFE00) : UInt8(value - 0xE0100 + 16)
        }
        if bytes.count >= 4 {
            payloads.append(
                Payload(
                    carrier: .selectors, text: String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value),
                    range: first..<end))
        }
        return end
    }

    /// Text that is shown from right to left by force: it reads backwards.
    private mutating func takeOverride(_ start: Int) {
        guard payloads.count < 256 else { return }
        var end = start + 1
        while end < source.count, end - start < Self.maximumPayload, source[end] != 0x202C, source[end] != 0x202E,
            source[end] != 0x0A
        {
            end += 1
        }
        let inner = source[(start + 1)..<end].filter { !Self.mayBeInvisible($0) }
        if inner.contains(where: { $0 < 0x250 && Self.isLetter($0) }) {
            payloads.append(Payload(carrier: .reversed, text: inner.reversed(), range: start..<end))
        }
    }

    /// Characters without width as bits: the two that occur are 0 and 1, in one way or the other.
    private mutating func takeBits(_ positions: [Int32]) {
        guard positions.count >= 24, let first = positions.first, let last = positions.last else { return }
        let values = positions.prefix(Self.maximumPayload * 8).map { source[Int($0)] }
        var counts: [UInt32: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let symbols = counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }.map(\.key)
        guard symbols.count >= 2 else { return }
        for one in [symbols[0], symbols[1]] {
            let zero = one == symbols[0] ? symbols[1] : symbols[0]
            let bits = values.compactMap { $0 == one ? UInt32(1) : $0 == zero ? 0 : nil }
            for width in [8, 7] {
                let letters = stride(from: 0, to: bits.count - width + 1, by: width).map { start in
                    bits[start..<(start + width)].reduce(0) { $0 << 1 | $1 }
                }
                let printable = letters.count { (0x20...0x7E).contains($0) }
                if letters.count >= 3, printable * 10 >= letters.count * 9 {
                    payloads.append(
                        Payload(carrier: .bits, text: letters, range: Int(first)..<Int(last) + 1))
                    return
                }
            }
        }
    }

    private mutating func noteJoin(_ position: Int) {
        guard let previous = kept.last, position + 1 < source.count, Self.isLetter(source[Int(previous)]),
            Self.isLetter(source[position + 1]) || Self.isBit(source[position + 1]) || source[position + 1] == 0x20
        else { return }
        joinedLetters += 1
        if Int(previous) - lastJoin > 4 {
            joinCount = 0
            joinStart = Int(previous)
        }
        lastJoin = position
        joinCount += 1
        if joinCount > longestJoin {
            longestJoin = joinCount
            interleaved = joinStart..<position + 2
        }
    }

    /// Whether a joiner or mark is needed by its neighbours.
    private func isNeeded(_ position: Int) -> Bool {
        let value = source[position]
        guard let last = kept.last, Int(last) == position - 1 else {
            // Direction marks may open a line in a script that runs from right to left.
            return Self.isMark(value) && position + 1 < source.count && Self.isRightToLeft(source[position + 1])
        }
        let previous = source[position - 1]
        let next = position + 1 < source.count ? source[position + 1] : 0
        switch value {
        case 0x200D:
            return (Self.isEmoji(previous) || (0xFE0F...0xFE0F).contains(previous)) && Self.isEmoji(next)
                || Self.joins(previous)
        case 0x200C: return Self.joins(previous)
        case 0x200B: return Self.dividesWords(previous)
        case 0x200E, 0x200F, 0x061C: return Self.isRightToLeft(previous) || Self.isRightToLeft(next)
        case 0x034F: return (0x0590...0x08FF).contains(previous)
        default: return false
        }
    }
}
