/// Which scalars show nothing, and what may need them.
extension InvisibleText {
    /// A quick test that lets every ordinary character pass.
    static func mayBeInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0x1F3F4,
            0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    static func isBidiControl(_ value: UInt32) -> Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    static func isVariationSelector(_ value: UInt32) -> Bool {
        (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
    }

    /// Characters without width in which bits can be written.
    static func isBit(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x034F, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    static func isMark(_ value: UInt32) -> Bool { value == 0x200E || value == 0x200F || value == 0x061C }

    static func isLetter(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
        return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }

    static func isEmoji(_ value: UInt32) -> Bool {
        guard value >= 0x2190, let scalar = Unicode.Scalar(value) else { return false }
        return scalar.properties.isEmoji
    }

    /// Whether letters of the script change their form by joiners: Arabic, Syriac, Brahmic scripts, Mongolian.
    static func joins(_ value: UInt32) -> Bool {
        switch value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0x1B00...0x1BFF, 0xA980...0xA9DF,
            0xAA00...0xAADF, 0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x11000...0x11FFF:
            true
        default: false
        }
    }

    /// Whether the script writes no spaces, so that a space without width divides its words.
    static func dividesWords(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1980...0x19DF, 0xAA60...0xAA7F: true
        default: false
        }
    }

    static func isRightToLeft(_ value: UInt32) -> Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Whether a variation selector has a meaning after a character.
    static func varies(_ base: UInt32, by selector: UInt32) -> Bool {
        switch selector {
        case 0xFE0E, 0xFE0F:
            guard let scalar = Unicode.Scalar(base) else { return false }
            return scalar.properties.isEmoji
        case 0xFE00...0xFE0D:
            return (0x2190...0x2BFF).contains(base) || (0x3000...0x9FFF).contains(base)
                || (0xA840...0xA87F).contains(base) || (0x1000...0x109F).contains(base)
        default: return (0x3400...0x9FFF).contains(base) || (0xF900...0xFAFF).contains(base) || base >= 0x20000
        }
    }
}
