/// A condition on an item's metadata.
///
/// ```swift
/// let filter = MetadataFilter.all([.equals("product", "cloud"), .not(.exists("retired"))])
/// ```
public indirect enum MetadataFilter: Hashable, Sendable {
    /// The field is there and has this value.
    case equals(String, String)
    /// The field is there and has one of these values.
    case isIn(String, Set<String>)
    /// The field is there.
    case exists(String)
    /// The condition does not hold.
    case not(MetadataFilter)
    /// Every condition holds; true where there is none.
    case all([MetadataFilter])
    /// At least one condition holds; false where there is none.
    case any([MetadataFilter])

    /// Whether the condition holds for some metadata.
    public func matches(_ metadata: [String: String]) -> Bool {
        switch self {
        case .equals(let key, let value): metadata[key] == value
        case .isIn(let key, let values): metadata[key].map(values.contains) ?? false
        case .exists(let key): metadata[key] != nil
        case .not(let filter): !filter.matches(metadata)
        case .all(let filters): filters.allSatisfy { $0.matches(metadata) }
        case .any(let filters): filters.contains { $0.matches(metadata) }
        }
    }
}
