/// A Unicode scalar as the scanners see it, in one byte: ASCII as it is, what looks like ASCII as ASCII, and the rest
/// by what matters for the edges of numbers and words.
enum Sign {
    /// A letter or a combining mark outside ASCII.
    static let letter: UInt8 = 0x80
    /// Any other sign: it ends whatever stands before it.
    static let symbol: UInt8 = 0x81
    /// A dash that is longer than a hyphen.
    static let dash: UInt8 = 0x82
    /// A currency sign outside ASCII.
    static let currency: UInt8 = 0x83
    /// A letter of a script that puts no blanks between words: Chinese, Japanese, Thai.
    static let unspaced: UInt8 = 0x84
    /// An ellipsis or a bullet: something was left out or masked.
    static let omission: UInt8 = 0x85
    /// What stands before and behind a text.
    static let lineBreak: UInt8 = 0x0A
    /// Stands for scalars that nobody sees; they are left out of ``SignText``.
    static let dropped: UInt8 = 0

    @inline(__always)
    static func isDigit(_ sign: UInt8) -> Bool { sign &- 0x30 < 10 }

    @inline(__always)
    static func isASCIILetter(_ sign: UInt8) -> Bool { (sign | 0x20) &- 0x61 < 26 && sign < 0x80 }

    @inline(__always)
    static func isUpper(_ sign: UInt8) -> Bool { sign &- 0x41 < 26 }

    @inline(__always)
    static func isLetter(_ sign: UInt8) -> Bool { isASCIILetter(sign) || sign == letter }

    @inline(__always)
    static func isLetterOrDigit(_ sign: UInt8) -> Bool { isDigit(sign) || isLetter(sign) }

    @inline(__always)
    static func isASCIILetterOrDigit(_ sign: UInt8) -> Bool { isDigit(sign) || isASCIILetter(sign) }

    @inline(__always)
    static func isHexDigit(_ sign: UInt8) -> Bool { isDigit(sign) || (sign | 0x20) &- 0x61 < 6 && sign < 0x80 }

    /// A to Z, a to z, 0 to 9, "_" and "-": what most tokens are made of.
    @inline(__always)
    static func isTokenSign(_ sign: UInt8) -> Bool { isASCIILetterOrDigit(sign) || sign == 0x5F || sign == 0x2D }

    @inline(__always)
    static func isQuote(_ sign: UInt8) -> Bool { sign == 0x22 || sign == 0x27 || sign == 0x60 }

    @inline(__always)
    static func lowercased(_ sign: UInt8) -> UInt8 { isUpper(sign) ? sign | 0x20 : sign }
}
