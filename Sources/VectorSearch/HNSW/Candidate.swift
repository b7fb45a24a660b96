/// A node and its distance packed into one number, so that comparing numbers compares distances, then nodes.
///
/// High to low: 32 bits of distance, 31 bits of node, and a bit that tells whether the node's neighbours were visited.
struct Candidate: Comparable {
    private(set) var bits: UInt64

    init(distance: Float, node: UInt32) {
        let pattern = distance.bitPattern
        // Floats order like their bits once the sign is turned round.
        let ordered = pattern >> 31 == 0 ? pattern | 0x8000_0000 : ~pattern
        bits = UInt64(ordered) << 32 | UInt64(node) << 1
    }

    var node: UInt32 { UInt32(truncatingIfNeeded: bits) >> 1 }

    var distance: Float {
        let ordered = UInt32(truncatingIfNeeded: bits >> 32)
        return Float(bitPattern: ordered >> 31 == 1 ? ordered & 0x7FFF_FFFF : ~ordered)
    }

    var isExpanded: Bool { bits & 1 == 1 }

    mutating func markExpanded() { bits |= 1 }

    static func < (left: Candidate, right: Candidate) -> Bool { left.bits < right.bits }
}
