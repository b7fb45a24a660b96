/// Which vectors a search may return.
public enum VectorFilter: Sendable {
    /// Only these.
    case including(Set<VectorID>)
    /// All but these.
    case excluding(Set<VectorID>)
    /// Those for which the function returns `true`. It must be pure; it is called from the searching thread, possibly
    /// once for every stored vector.
    case matching(@Sendable (VectorID) -> Bool)

    /// Whether the filter lets a vector through.
    public func allows(_ id: VectorID) -> Bool {
        switch self {
        case .including(let ids): ids.contains(id)
        case .excluding(let ids): !ids.contains(id)
        case .matching(let predicate): predicate(id)
        }
    }
}
