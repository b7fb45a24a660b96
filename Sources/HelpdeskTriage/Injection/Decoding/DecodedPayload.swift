/// A part of a text that says something once it is decoded.
struct DecodedPayload {
    enum Encoding: UInt8, CaseIterable {
        case base64, base32, hex, binary, percent, entities, escapes, morse, caesar, atbash, reversed, pigLatin,
            acrostic
        case spaced, digits
        case tags, bits, selectors, bidi
    }

    var encoding: Encoding
    /// The decoded scalars.
    var text: [UInt32]
    /// Where the encoded text stands in the source.
    var range: Range<Int>
}
