extension InjectionModel {
    /// Reads weights from base64, one byte a feature.
    ///
    /// - Returns: `nil` where the text is no base64 or has not a byte for each feature.
    public init?(base64: some StringProtocol, step: Float, intercept: Float, slope: Float) {
        var weights: [Int8] = []
        weights.reserveCapacity(FeatureVector.dimension)
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in base64.utf8 {
            let digit: UInt32
            switch byte {
            case 0x41...0x5A: digit = UInt32(byte) - 0x41
            case 0x61...0x7A: digit = UInt32(byte) - 0x47
            case 0x30...0x39: digit = UInt32(byte) + 4
            case 0x2B: digit = 62
            case 0x2F: digit = 63
            case 0x3D, 0x0A, 0x20: continue
            default: return nil
            }
            buffer = (buffer << 6 | digit) & 0xFFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                weights.append(Int8(bitPattern: UInt8(truncatingIfNeeded: buffer >> bits)))
            }
        }
        guard weights.count == FeatureVector.dimension else { return nil }
        self.init(weights: weights, step: step, intercept: intercept, slope: slope)
    }
}

/// e to a power, without the library of mathematics: within 1 in 10⁶ of it.
func exponential(_ power: Float) -> Float {
    let limited = min(max(power, -80), 80)
    let scaled = limited * 1.442_695
    let whole = scaled.rounded(.down)
    // 2^f for f in 0..<1, by the series of e^(f ln 2).
    let rest = (scaled - whole) * 0.693_147_2
    var term: Float = 1
    var sum: Float = 1
    for index in 1...9 {
        term *= rest / Float(index)
        sum += term
    }
    return sum * Float(sign: .plus, exponent: Int(whole), significand: 1)
}
