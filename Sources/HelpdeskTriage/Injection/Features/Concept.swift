/// What a word is about, as far as steering a machine is concerned; the features of the model and the rules speak of
/// concepts, so that a word learned in one language counts in all.
enum Concept: UInt8, CaseIterable {
    case machine, modal, instruction, ignore, prior, reveal, you, secret, others, persona, authority, person, handOver
    case negation, incident, label, action, report, trouble, always, customers, claim, covert, outbound, hidden, call
    case keyValue, placeholder, conditional, question, addressee, encodeWord, role, turn, free, verified, courtesy
    case thing, now, personal, first, record
}

/// A set of concepts.
struct ConceptSet: OptionSet {
    var rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(_ concept: Concept) { rawValue = 1 << UInt64(concept.rawValue) }

    /// The concepts, lowest first.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        var bits = rawValue
        while bits != 0 {
            body(bits.trailingZeroBitCount)
            bits &= bits - 1
        }
    }
}
