/// How the numbers of a tensor are written, by the names of the safetensors format.
public enum SafetensorsType: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// A Boolean in a byte.
    case bool = "BOOL"
    /// A 4-bit float, E2M1.
    case f4 = "F4"
    /// A 6-bit float with 2 bits of exponent.
    case f6E2M3 = "F6_E2M3"
    /// A 6-bit float with 3 bits of exponent.
    case f6E3M2 = "F6_E3M2"
    /// An unsigned byte.
    case u8 = "U8"
    /// A signed byte.
    case i8 = "I8"
    /// An 8-bit float with 5 bits of exponent.
    case f8E5M2 = "F8_E5M2"
    /// An 8-bit float with 4 bits of exponent.
    case f8E4M3 = "F8_E4M3"
    /// An 8-bit float with 5 bits of exponent, without infinities and negative zero.
    case f8E5M2FNUZ = "F8_E5M2FNUZ"
    /// An 8-bit float with 4 bits of exponent, without infinities and negative zero.
    case f8E4M3FNUZ = "F8_E4M3FNUZ"
    /// A power of two in a byte.
    case f8E8M0 = "F8_E8M0"
    /// A signed 16-bit integer.
    case i16 = "I16"
    /// An unsigned 16-bit integer.
    case u16 = "U16"
    /// An IEEE 754 half.
    case f16 = "F16"
    /// The upper half of an IEEE 754 single.
    case bf16 = "BF16"
    /// A signed 32-bit integer.
    case i32 = "I32"
    /// An unsigned 32-bit integer.
    case u32 = "U32"
    /// An IEEE 754 single.
    case f32 = "F32"
    /// A complex number of two IEEE 754 singles.
    case c64 = "C64"
    /// An IEEE 754 double.
    case f64 = "F64"
    /// A signed 64-bit integer.
    case i64 = "I64"
    /// An unsigned 64-bit integer.
    case u64 = "U64"

    /// The size of an element in bits.
    public var bitWidth: Int {
        switch self {
        case .f4: 4
        case .f6E2M3, .f6E3M2: 6
        case .bool, .u8, .i8, .f8E5M2, .f8E4M3, .f8E5M2FNUZ, .f8E4M3FNUZ, .f8E8M0: 8
        case .i16, .u16, .f16, .bf16: 16
        case .i32, .u32, .f32: 32
        case .c64, .f64, .i64, .u64: 64
        }
    }

    /// The name of the format.
    public var description: String { rawValue }
}
