/// The levels of the nodes of a graph, drawn one after the other from a seed.
///
/// A node is on level l or above with probability `connectivity`⁻ˡ (Malkov & Yashunin 2018, section 4.1).
struct LevelSequence {
    let seed: UInt64
    let connectivity: Int
    /// How many levels have been drawn.
    private(set) var position: UInt64

    /// The highest level a node may have.
    static let highest = 31

    init(seed: UInt64, connectivity: Int, position: UInt64 = 0) {
        self.seed = seed
        self.connectivity = connectivity
        self.position = position
    }

    /// The next node's level.
    mutating func next() -> Int {
        // SplitMix64 (Steele, Lea & Flood 2014), a stream of its own for each node.
        var state = seed ^ (position &* 0xD134_2543_DE82_EF95)
        position &+= 1
        var level = 0
        while level < Self.highest {
            state &+= 0x9E37_79B9_7F4A_7C15
            var bits = state
            bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
            bits ^= bits >> 31
            guard bits.multipliedFullWidth(by: UInt64(connectivity)).high == 0 else { break }
            level += 1
        }
        return level
    }
}
