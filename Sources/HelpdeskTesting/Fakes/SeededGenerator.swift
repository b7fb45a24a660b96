/// A random number generator that gives the same numbers for the same seed, on every machine.
///
/// SplitMix64 of G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Not for
/// secrets.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Creates a generator.
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// A vector whose components are even in -1 to 1.
    ///
    /// - Parameter dimensions: The number of components; 0 or more.
    public mutating func vector(dimensions: Int) -> [Float] {
        (0..<max(0, dimensions)).map { _ in Float(next() >> 40) / 8_388_608 - 1 }
    }
}
