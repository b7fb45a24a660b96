/// A word or a mark of a folded text.
struct InjectionToken {
    /// The hash of its folded scalars.
    var key: UInt64
    /// Where it stands in the folded text.
    var range: Range<Int>
    /// The number of its sentence.
    var sentence: Int32
    /// What it means, as a set of ``Concept``s.
    var concepts: ConceptSet = []
    /// Whether it is a mark rather than a word.
    var isMark: Bool
    /// Whether it stands between quotation marks.
    var isQuoted = false
    /// Whether it stands where a reader of the page does not see it.
    var isHidden = false
}

/// The hash of words: FNV-1a over scalars. Its values are part of the trained model, so they must not change.
struct ScalarHash {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ scalar: UInt32) {
        value = (value ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
    }

    mutating func combine(_ other: UInt64) {
        value = (value ^ (other >> 32 ^ other & 0xFFFF_FFFF)) &* 0x0000_0100_0000_01B3
        value ^= value >> 29
    }

    static func of(_ scalars: some Sequence<UInt32>) -> UInt64 {
        var hash = ScalarHash()
        for scalar in scalars { hash.combine(scalar) }
        return hash.value
    }

    static func of(_ word: String) -> UInt64 { of(word.unicodeScalars.map(\.value)) }
}
