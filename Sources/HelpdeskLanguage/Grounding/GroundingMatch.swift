/// How two tokens compare.
struct GroundingMatch {
    /// 1 for the same stem, less for related words, 0 where they have nothing in common.
    var strength: Double
    /// Whether one is the opposite of the other.
    var isOpposite: Bool

    static let none = GroundingMatch(strength: 0, isOpposite: false)

    /// Compares two words.
    static func of(_ a: GroundingToken, _ b: GroundingToken) -> GroundingMatch {
        if a.stem == b.stem { return GroundingMatch(strength: 1, isOpposite: false) }
        if a.base != 0, a.base == b.stem { return GroundingMatch(strength: 0.9, isOpposite: true) }
        if b.base != 0, b.base == a.stem { return GroundingMatch(strength: 0.9, isOpposite: true) }
        guard a.entry >= 0, b.entry >= 0 else { return .none }
        let entries = GroundingLexicon.standard.entries
        return entries.withUnsafeBufferPointer { entries in
            let others = entries[Int(b.entry)].groups
            var opposite = false
            for group in entries[Int(a.entry)].groups {
                for other in others {
                    if group == other {
                        // Saturday is no Sunday, though both are the weekend.
                        return exclude(a, b) ? .none : GroundingMatch(strength: 0.8, isOpposite: false)
                    }
                    if group == -other { opposite = true }
                }
            }
            return opposite ? GroundingMatch(strength: 0.6, isOpposite: true) : .none
        }
    }

    /// Whether two words exclude each other in the same place.
    static func exclude(_ a: GroundingToken, _ b: GroundingToken) -> Bool {
        guard a.entry >= 0, b.entry >= 0, a.stem != b.stem else { return false }
        let entries = GroundingLexicon.standard.entries
        let others = entries[Int(b.entry)].contrasts
        return entries[Int(a.entry)].contrasts.contains { others.contains($0) }
    }
}
