/// Word lists that no rule refers to, but that the matching itself goes by. A host may replace them like any other.
enum ContextList: String, CaseIterable, Sendable {
    /// Words that negate what follows in their clause. One word each.
    case negation
    /// Verbs with which a subject is denied: not *asking* for. One word each.
    case denial
    /// Words that end the scope of a negation: but, because. One word each.
    case turn
    /// Phrases that make their sentence a request.
    case request
    /// Phrases that make their sentence a side remark.
    case remark
}

extension ContextList {
    /// Its place among all lists.
    @inline(__always)
    var number: Int {
        switch self {
        case .negation: 0
        case .denial: 1
        case .turn: 2
        case .request: 3
        case .remark: 4
        }
    }
}
