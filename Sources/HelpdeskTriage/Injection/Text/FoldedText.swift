/// A text folded for matching, with the way back to its source.
struct FoldedText {
    /// The folded scalars: lower case, without accents and compatibility forms.
    var scalars: [UInt32]
    /// For each folded scalar, its place in the source.
    var origins: [Int32]
    /// Whether a folded scalar was a capital.
    var capitals: Int = 0
    /// How many letters there are.
    var letters: Int = 0
    /// The places of compatibility letters, such as full-width or mathematical ones.
    var fancy: Int = 0

    /// Folds what of a text is kept.
    init(_ text: InvisibleText) {
        scalars = []
        origins = []
        scalars.reserveCapacity(text.kept.count)
        origins.reserveCapacity(text.kept.count)
        for index in text.kept { append(text.source[Int(index)], index) }
    }

    /// Folds decoded text, all of which stands at one place.
    init(decoded: [UInt32], at place: Int) {
        scalars = []
        origins = []
        for value in decoded where !InvisibleText.mayBeInvisible(value) { append(value, Int32(place)) }
    }

    private mutating func append(_ value: UInt32, _ origin: Int32) {
        let folded = ScalarFolding.fold(value)
        guard folded != 0 else { return }
        if (0x61...0x7A).contains(folded) {
            letters += 1
            if (0x41...0x5A).contains(value) { capitals += 1 }
            if value >= 0x1D400 && value < 0x1F200 || (0xFF21...0xFF5A).contains(value)
                || value >= 0x249C && value < 0x24F0
            {
                fancy += 1
            }
        }
        scalars.append(folded)
        origins.append(origin)
    }

    /// The place in the source of a range of folded scalars.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty, range.upperBound <= origins.count else { return 0..<0 }
        return Int(origins[range.lowerBound])..<Int(origins[range.upperBound - 1]) + 1
    }
}
