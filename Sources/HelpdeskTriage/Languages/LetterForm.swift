/// The forms of letters that the models know: small, composed, one for look-alikes. The trainer
/// (`Training/languages/features.py`) has the same rules.
enum LetterForm {
    static let apostrophe: UInt32 = 0x27

    /// The small letter, with look-alikes folded: Romanian commas to cedillas, every apostrophe to one.
    @inline(__always)
    static func small(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar == 0x60 ? apostrophe : scalar }
        return smallBeyondASCII(scalar)
    }

    private static func smallBeyondASCII(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0xB4, 0x2018, 0x2019, 0x2BC: apostrophe
        case 0xD7: scalar
        case 0xC0...0xDE: scalar + 32
        case 0x130: 0x69
        case 0x178: 0xFF
        case 0x138: scalar
        case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
        case 0x100...0x177: scalar | 1
        case 0x1A0: 0x1A1
        case 0x1AF: 0x1B0
        case 0x218, 0x219: 0x15F
        case 0x21A, 0x21B: 0x163
        case 0x1E00...0x1EFF: scalar | 1
        case 0x400...0x40F: scalar + 80
        case 0x410...0x42F: scalar + 32
        case 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
        default: scalar
        }
    }

    /// Whether a scalar is one of a to z.
    @inline(__always)
    static func isBasicSmall(_ scalar: UInt32) -> Bool { scalar &- 0x61 < 26 }

    /// Whether a scalar is one of A to Z.
    @inline(__always)
    static func isBasicCapital(_ scalar: UInt32) -> Bool { scalar &- 0x41 < 26 }

    /// The letter that a letter and a combining mark make, or `nil`.
    static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        // Sorted triples of base, mark and letter.
        var low = 0
        var high = compositions.count / 3
        while low < high {
            let middle = (low + high) / 2
            let entry = (compositions[middle * 3], compositions[middle * 3 + 1])
            if entry == (base, mark) { return compositions[middle * 3 + 2] }
            if entry < (base, mark) { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
