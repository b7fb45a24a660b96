extension Sign {
    /// The sign of a scalar outside ASCII; `dropped` for one that nobody sees.
    ///
    /// Digits of every script count as digits, accents are taken off Latin letters, and fullwidth forms become ASCII.
    static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
        let value = scalar.value
        switch value {
        case 0x80...0xBF: return latin1(value)
        case 0xC0...0x24F, 0x1E00...0x1EFF:
            if value == 0xD7 || value == 0xF7 { return symbol }
            let folded = WordForm.fold(scalar)
            return folded < 0x80 && isASCIILetter(UInt8(folded)) ? UInt8(folded) : letter
        case 0x300...0x36F, 0x400...0x559, 0x561...0x588, 0x5D0...0x5F2, 0x620...0x65F, 0x671...0x6D3: return letter
        case 0x660...0x669: return UInt8(value - 0x660 + 0x30)
        case 0x6F0...0x6F9: return UInt8(value - 0x6F0 + 0x30)
        case 0x61C: return dropped
        case 0xE01...0xE3A, 0xE40...0xE4E: return unspaced
        case 0x2000...0x2BFF: return punctuation(value)
        case 0x3000: return 0x20
        case 0x3001...0x303F, 0x30FB: return symbol
        case 0x3040...0x9FFF, 0x20000...0x3FFFF, 0xF900...0xFAFF, 0xFF66...0xFF9D: return unspaced
        case 0xAC00...0xD7AF: return letter
        case 0xE000...0xF8FF: return symbol
        case 0xFE00...0xFE0F, 0xFEFF: return dropped
        case 0xFE52: return 0x2E
        case 0xFE55: return 0x3A
        case 0xFE63: return 0x2D
        case 0xFE6B: return 0x40
        case 0xFF01...0xFF5E: return UInt8(value - 0xFEE0)
        case 0xFFE0...0xFFE6: return currency
        case 0x1F000...0x1FAFF: return symbol
        case 0xE0000...0xE0FFF: return dropped
        default: return byProperties(scalar)
        }
    }

    private static func latin1(_ value: UInt32) -> UInt8 {
        switch value {
        case 0xA0: 0x20
        case 0xAD: dropped
        case 0xA2...0xA5: currency
        case 0xAA, 0xB5, 0xBA: letter
        case 0x85: lineBreak
        default: symbol
        }
    }

    private static func punctuation(_ value: UInt32) -> UInt8 {
        switch value {
        case 0x2000...0x200A, 0x202F, 0x205F: 0x20
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: dropped
        case 0x2010, 0x2011, 0x2212: 0x2D
        case 0x2012...0x2015: dash
        case 0x2022, 0x2026, 0x25CF: omission
        case 0x2028, 0x2029: lineBreak
        case 0x2044: 0x2F
        case 0x20A0...0x20CF: currency
        default: symbol
        }
    }

    private static func byProperties(_ scalar: Unicode.Scalar) -> UInt8 {
        let properties = scalar.properties
        if properties.generalCategory == .decimalNumber, let value = properties.numericValue {
            return 0x30 + UInt8(max(0, min(9, value)))
        }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return letter
        case .format: return dropped
        case .currencySymbol: return currency
        default: return properties.isAlphabetic ? letter : symbol
        }
    }
}
