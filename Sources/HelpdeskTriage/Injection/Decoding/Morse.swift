/// The Morse alphabet.
enum Morse {
    /// The letter of a group of dots and dashes; a space for a stroke, 0 for what is no letter.
    static func letter(_ group: ArraySlice<UInt32>) -> UInt32 {
        if group.allSatisfy({ $0 == 0x2F }) { return 0x20 }
        var code: UInt32 = 1
        for sign in group where sign != 0x2F { code = code << 1 | (sign == 0x2D ? 1 : 0) }
        return codes[code] ?? 0
    }

    private static let codes: [UInt32: UInt32] = {
        let groups = [
            ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--", "-.", "---",
            ".--.",
            "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--..",
        ]
        var codes: [UInt32: UInt32] = [:]
        for (index, group) in groups.enumerated() {
            codes[group.unicodeScalars.reduce(1) { $0 << 1 | ($1 == "-" ? 1 : 0) }] = UInt32(index) + 0x61
        }
        return codes
    }()
}
