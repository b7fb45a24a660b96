/// What a Unicode scalar is to language detection: a letter of a script, or a sign that joins or parts words.
enum LetterScript: UInt8 {
    case other, dropped, digit, joint, apostrophe
    // Scripts whose languages a model tells apart.
    case latin, cyrillic, arabic, devanagari
    // Scripts that tell the language.
    case greek, hebrew, thai, hangul, bengali, gurmukhi, gujarati, tamil, telugu, kannada, malayalam, sinhala, lao
    case burmese, georgian, khmer, armenian
    // Chinese and Japanese share the first of these.
    case han, kana

    static let count = Int(LetterScript.kana.rawValue) + 1

    /// The languages that have a script, or two, for themselves.
    static let languages = [
        "el", "he", "th", "ko", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "lo", "my", "ka", "km", "hy", "zh",
        "ja",
    ]

    /// The language of a script that has only one.
    var language: String? {
        let index = Int(rawValue) - Int(LetterScript.greek.rawValue)
        return index >= 0 && self != .han && self != .kana ? LetterScript.languages[index] : nil
    }

    /// How much a letter says beside a Latin one: product names, commands and brands are written in Latin letters
    /// within any script, and a Chinese character is about a word.
    var weight: Double {
        switch self {
        case .latin: 1
        case .han: 6
        case .kana, .hangul, .thai, .lao, .khmer, .burmese: 4
        default: 3
        }
    }

    /// The script of a scalar.
    @inline(__always)
    static func of(_ scalar: UInt32) -> LetterScript {
        scalar < 0x250 ? low[Int(scalar)] : high(scalar)
    }

    private static let low: [LetterScript] = (0..<0x250).map { (scalar: UInt32) in
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: .latin
        case 0x30...0x39: .digit
        case 0x27, 0x60, 0xB4: .apostrophe
        case 0x23, 0x25, 0x26, 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x3D, 0x3F, 0x40, 0x5C, 0x5F, 0x7E: .joint
        case 0xAD: .dropped
        default: .other
        }
    }

    private static func high(_ scalar: UInt32) -> LetterScript {
        switch scalar {
        case 0x300...0x36F, 0x64B...0x65F, 0x670, 0x591...0x5C7, 0x200B, 0x2060, 0xFEFF: .dropped
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F: .cyrillic
        case 0x531...0x587: .armenian
        case 0x5D0...0x5F4, 0xFB1D...0xFB4F: .hebrew
        case 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: .arabic
        case 0x900...0x963, 0x970...0x97F: .devanagari
        case 0x980...0x9E3, 0x9F0...0x9FF: .bengali
        case 0xA01...0xA65, 0xA70...0xA7F: .gurmukhi
        case 0xA81...0xAE3, 0xAF0...0xAFF: .gujarati
        case 0xB82...0xBE5: .tamil
        case 0xC00...0xC65: .telugu
        case 0xC80...0xCE5: .kannada
        case 0xD00...0xD65: .malayalam
        case 0xD81...0xDE5: .sinhala
        case 0xE01...0xE4E: .thai
        case 0xE81...0xECD, 0xEDC...0xEDF: .lao
        case 0x1000...0x103F, 0x1050...0x109D: .burmese
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: .georgian
        case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: .hangul
        case 0x1780...0x17D3: .khmer
        case 0x1E00...0x1EFF: .latin
        case 0x2018, 0x2019, 0x2BC: .apostrophe
        case 0x3041...0x3096, 0x309D...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
        default: .other
        }
    }
}
