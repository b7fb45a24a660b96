/// The features of a part of a text: hashed, each once.
@_spi(Training)
public struct FeatureVector: Sendable {
    /// The indices, rising.
    public private(set) var indices: [UInt32] = []
    /// The values, of the same count.
    public private(set) var values: [Float] = []

    /// How many features there are.
    public static let dimension = 1 << 16

    init(_ entries: [UInt64], scales: FeatureScales) {
        // An entry has the index above and the group below, so that sorting brings equal indices together.
        var sorted = entries
        sorted.sort()
        var counts = Array(repeating: 0, count: FeatureGroup.allCases.count)
        var last = UInt64.max
        var unique: [UInt64] = []
        unique.reserveCapacity(sorted.count)
        for entry in sorted where entry >> 8 != last {
            last = entry >> 8
            unique.append(entry)
            counts[Int(entry & 0xFF)] += 1
        }
        let norms = FeatureGroup.allCases.map { scales.value($0, count: counts[Int($0.rawValue)]) }
        indices.reserveCapacity(unique.count)
        values.reserveCapacity(unique.count)
        for entry in unique {
            indices.append(UInt32(truncatingIfNeeded: entry >> 8))
            values.append(norms[Int(entry & 0xFF)])
        }
    }
}

/// What a feature is made of.
enum FeatureGroup: UInt8, CaseIterable {
    case bias, word, pair, letters, concept, conceptPair, form, rule, flag, decodedWord
}

/// How much each group counts.
@_spi(Training)
public struct FeatureScales: Sendable {
    var values: [Float] = [1, 0.5, 0.4, 0.15, 0.7, 0.45, 1, 0.8, 1.2, 0.5]

    init() {}

    /// Scales of the groups in their order, for experiments.
    public init(_ values: [Float]) { self.values = values }

    func value(_ group: FeatureGroup, count: Int) -> Float {
        let base = values[Int(group.rawValue)]
        switch group {
        case .word, .pair, .letters, .conceptPair, .decodedWord:
            // Longer texts have more of these: their sum shall not grow as fast.
            return base * 6 / Float(max(count, 12)).squareRoot()
        default: return base
        }
    }
}
