/// Letters reduced to the plain lower-case letter that they look like or are variants of.
enum ScalarFolding {
    /// Folds one scalar: compatibility forms to ASCII, accents off, lower case.
    ///
    /// - Returns: The folded scalar, or 0 for a combining mark, which is dropped.
    static func fold(_ value: UInt32) -> UInt32 {
        if value < 0x80 { return (0x41...0x5A).contains(value) ? value + 0x20 : value }
        if value < 0x250 { return latin[Int(value) - 0x80] }
        switch value {
        case 0x300...0x36F, 0x64B...0x65F, 0x670, 0x20D0...0x20FF, 0xFE20...0xFE2F: return 0
        case 0x391...0x3A9: return value + 0x20
        case 0x386: return 0x3B1
        case 0x3AC: return 0x3B1
        case 0x388, 0x3AD: return 0x3B5
        case 0x389, 0x3AE: return 0x3B7
        case 0x38A, 0x3AF, 0x3CA: return 0x3B9
        case 0x38C, 0x3CC: return 0x3BF
        case 0x38E, 0x3CD, 0x3CB: return 0x3C5
        case 0x38F, 0x3CE: return 0x3C9
        case 0x3C2: return 0x3C3
        case 0x410...0x42F: return value + 0x20
        case 0x400...0x40F: return value == 0x401 ? 0x435 : value + 0x50
        case 0x451: return 0x435
        case 0x460...0x4BF, 0x4D0...0x52F: return value | 1
        case 0x1E00...0x1EFF: return latinAdditional(value)
        case 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x1680: return 0x20
        case 0x2010...0x2015, 0x2212: return 0x2D
        case 0x2018, 0x2019, 0x201B, 0x2032, 0x2BC: return 0x27
        case 0x249C...0x24B5: return value - 0x249C + 0x61
        case 0x24B6...0x24CF: return value - 0x24B6 + 0x61
        case 0x24D0...0x24E9: return value - 0x24D0 + 0x61
        case 0xFF21...0xFF3A: return value - 0xFF21 + 0x61
        case 0xFF01...0xFF5E: return value - 0xFF01 + 0x21
        case 0x1D400...0x1D6A3: return (value - 0x1D400) % 26 + 0x61
        case 0x1D7CE...0x1D7FF: return (value - 0x1D7CE) % 10 + 0x30
        case 0x1F130...0x1F149: return value - 0x1F130 + 0x61
        case 0x1F150...0x1F169: return value - 0x1F150 + 0x61
        case 0x1F170...0x1F189: return value - 0x1F170 + 0x61
        default: return scattered[value] ?? value
        }
    }

    /// The Latin letter that a Cyrillic or Greek one looks like; the input is folded.
    static func lookAlike(_ value: UInt32) -> UInt32? {
        guard (0x370...0x58F).contains(value) else { return nil }
        return lookAlikes[value]
    }

    private static func table(_ pairs: [(String, String)]) -> [UInt32: UInt32] {
        var table: [UInt32: UInt32] = [:]
        for (letters, plain) in pairs {
            guard let target = plain.unicodeScalars.first?.value else { continue }
            for scalar in letters.unicodeScalars { table[scalar.value] = target }
        }
        return table
    }

    private static let lookAlikes = table([
        ("аα", "a"), ("вβ", "b"), ("сϲ", "c"), ("ԁ", "d"), ("еєε", "e"), ("ɡ", "g"), ("һн", "h"), ("іιї", "i"),
        ("јϳ", "j"), ("кκ", "k"), ("ӏ", "l"), ("м", "m"), ("ոη", "n"), ("оοσօ", "o"), ("рρ", "p"), ("ԛ", "q"),
        ("гг", "r"), ("ѕ", "s"), ("тτ", "t"), ("υս", "u"), ("νѵ", "v"), ("ԝω", "w"), ("хχ", "x"), ("уγү", "y"),
        ("ζ", "z"),
    ])

    private static let scattered = table([
        ("ℂℭ", "c"), ("ℊ", "g"), ("ℋℌℍℎ", "h"), ("ℐℑ", "i"), ("ℒℓ", "l"), ("ℕ", "n"), ("ℙ", "p"), ("ℚ", "q"),
        ("ℛℜℝ", "r"), ("ℤℨ", "z"), ("ℬ", "b"), ("ℯℰ", "e"), ("ℱ", "f"), ("ℳ", "m"), ("ℴ", "o"), ("ᴀ", "a"), ("ʙ", "b"),
        ("ᴄ", "c"), ("ᴅ", "d"), ("ᴇ", "e"), ("ꜰ", "f"), ("ɢ", "g"), ("ʜ", "h"), ("ɪ", "i"), ("ᴊ", "j"), ("ᴋ", "k"),
        ("ʟ", "l"), ("ᴍ", "m"), ("ɴ", "n"), ("ᴏ", "o"), ("ᴘ", "p"), ("ʀ", "r"), ("ꜱ", "s"), ("ᴛ", "t"), ("ᴜ", "u"),
        ("ᴠ", "v"), ("ᴡ", "w"), ("ʏ", "y"), ("ᴢ", "z"), ("ᵃ", "a"), ("ᵇ", "b"), ("ᶜ", "c"), ("ᵈ", "d"), ("ᵉ", "e"),
        ("ᶠ", "f"), ("ᵍ", "g"), ("ʰ", "h"), ("ⁱ", "i"), ("ʲ", "j"), ("ᵏ", "k"), ("ˡ", "l"), ("ᵐ", "m"), ("ⁿ", "n"),
        ("ᵒ", "o"), ("ᵖ", "p"), ("ʳ", "r"), ("ˢ", "s"), ("ᵗ", "t"), ("ᵘ", "u"), ("ᵛ", "v"), ("ʷ", "w"), ("ˣ", "x"),
        ("ʸ", "y"), ("ᶻ", "z"), ("ɡ", "g"), ("。", "."), ("、", ","), ("「」『』", "\""), ("【", "["), ("】", "]"),
        ("⟨", "<"), ("⟩", ">"), ("→", ">"),
    ])

    /// U+0080 to U+024F.
    private static let latin: [UInt32] = {
        var values = (0x80..<0x250).map(UInt32.init)
        let plain: [(String, String)] = [
            ("àáâãäåāăąǎǟǡǻȁȃȧ", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęěȅȇȩ", "e"), ("ĝğġģǥǧǵ", "g"),
            ("ĥħȟ", "h"),
            ("ìíîïĩīĭįıǐȉȋ", "i"), ("ĵǰ", "j"), ("ķĸǩ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉŋǹ", "n"),
            ("òóôõöøōŏőǒǫǭȍȏȫȭȯȱ", "o"), ("ŕŗřȑȓ", "r"), ("śŝşšſșß", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűųǔǖǘǚǜȕȗ", "u"),
            ("ŵ", "w"), ("ýÿŷȳ", "y"), ("źżžȥ", "z"), ("æǽ", "a"), ("œ", "o"),
        ]
        var lower: [UInt32: UInt32] = [:]
        for (letters, target) in plain {
            guard let target = target.unicodeScalars.first?.value else { continue }
            for scalar in letters.unicodeScalars { lower[scalar.value] = target }
        }
        for index in values.indices {
            guard let scalar = Unicode.Scalar(values[index]) else { continue }
            let small = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? values[index]
            values[index] = lower[small] ?? small
        }
        values[0xA0 - 0x80] = 0x20
        values[0xB4 - 0x80] = 0x27
        return values
    }()

    /// U+1E00 to U+1EFF: Latin letters with one or two accents.
    private static func latinAdditional(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x1E00...0x1E01, 0x1EA0...0x1EB7: 0x61
        case 0x1E02...0x1E07: 0x62
        case 0x1E08...0x1E09: 0x63
        case 0x1E0A...0x1E13: 0x64
        case 0x1E14...0x1E1D, 0x1EB8...0x1EC7: 0x65
        case 0x1E1E...0x1E1F: 0x66
        case 0x1E20...0x1E21: 0x67
        case 0x1E22...0x1E2B: 0x68
        case 0x1E2C...0x1E2F, 0x1EC8...0x1ECB: 0x69
        case 0x1E30...0x1E35: 0x6B
        case 0x1E36...0x1E3D: 0x6C
        case 0x1E3E...0x1E43: 0x6D
        case 0x1E44...0x1E4B: 0x6E
        case 0x1E4C...0x1E53, 0x1ECC...0x1EE3: 0x6F
        case 0x1E54...0x1E57: 0x70
        case 0x1E58...0x1E5F: 0x72
        case 0x1E60...0x1E69, 0x1E9E: 0x73
        case 0x1E6A...0x1E71: 0x74
        case 0x1E72...0x1E7B, 0x1EE4...0x1EF1: 0x75
        case 0x1E7C...0x1E7F: 0x76
        case 0x1E80...0x1E89: 0x77
        case 0x1E8A...0x1E8D: 0x78
        case 0x1E8E...0x1E8F, 0x1EF2...0x1EF9: 0x79
        case 0x1E90...0x1E95: 0x7A
        default: value
        }
    }
}
