/// The scalars of a text that detection reads: all of a message, stretches spread over anything longer.
enum LanguageSample {
    /// A text of more bytes is sampled.
    static let wholeBytes = 4_096
    private static let stretches = 8
    private static let stretchBytes = wholeBytes / stretches

    /// Room for the scalars of any sample: no scalar takes less than a byte, and each stretch ends with a space.
    static let capacity = wholeBytes + stretches

    /// Writes the scalars of a sample, marks composed with their letters, signs without meaning here left out.
    ///
    /// - Parameters:
    ///   - text: A text in valid UTF-8.
    ///   - scalars: Room for ``capacity``.
    /// - Returns: How many scalars were written.
    static func write(_ text: UnsafeBufferPointer<UInt8>, to scalars: UnsafeMutableBufferPointer<UInt32>) -> Int {
        var count = 0
        guard text.count > wholeBytes else {
            append(text[...], to: scalars, &count)
            return count
        }
        for index in 0..<stretches {
            let start = index * ((text.count - stretchBytes) / (stretches - 1))
            append(wholeWords(of: text[start..<(start + stretchBytes)]), to: scalars, &count)
            scalars[count] = 0x20
            count += 1
        }
        return count
    }

    /// A stretch without the word, or at least the scalar, that its ends cut through.
    private static func wholeWords(of stretch: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var first = stretch.startIndex
        var end = stretch.endIndex
        if first > 0, let space = stretch.prefix(64).firstIndex(where: { $0 <= 0x20 }) { first = space }
        if let space = stretch.suffix(64).lastIndex(where: { $0 <= 0x20 }), space > first { end = space }
        while first < end, stretch[first] & 0xC0 == 0x80 { first += 1 }
        // The last scalar may be cut: what follows the start of a scalar near the end is dropped with it.
        if end == stretch.endIndex, let last = stretch[first..<end].lastIndex(where: { $0 & 0xC0 != 0x80 }) {
            end = last
        }
        return stretch[first..<end]
    }

    private static func append(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, to scalars: UnsafeMutableBufferPointer<UInt32>, _ count: inout Int
    ) {
        var index = bytes.startIndex
        let end = bytes.endIndex
        while index < end {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard index + length <= end else { return }
            var scalar = lead < 0x80 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
            for next in (index + 1)..<(index + length) { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
            index += length
            if scalar >= 0xAD, LetterScript.of(scalar) == .dropped {
                if count > 0, let letter = LetterForm.composed(scalars[count - 1], scalar) {
                    scalars[count - 1] = letter
                }
                continue
            }
            scalars[count] = scalar
            count += 1
        }
    }
}
