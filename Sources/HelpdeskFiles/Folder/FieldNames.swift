/// Finds the meaning of a column or member by its name.
struct FieldNames {
    typealias Field = FolderSource.Field

    private let own: [String: Field]

    /// - Parameter own: The host's meanings, by exact name.
    init(_ own: [String: Field]) { self.own = own }

    /// The meaning of a name, and whether the name is the field's first (not one of its synonyms).
    func meaning(of name: String) -> (field: Field, isFirst: Bool) {
        if let field = own[name] { return (field, true) }
        let key = Self.normalized(name)
        guard let field = Self.usual[key] else { return (.metadata, false) }
        return (field, key == field.rawValue.lowercased())
    }

    private static func normalized(_ name: String) -> String {
        String(String.UnicodeScalarView(name.trimmed.lowercased().unicodeScalars.filter { !"_- ".contains($0) }))
    }

    private static let usual: [String: Field] = {
        var names: [String: Field] = [:]
        for field in Field.allCases where field != .metadata { names[field.rawValue.lowercased()] = field }
        let synonyms: [(Field, [String])] = [
            (.kind, ["type"]), (.title, ["heading"]), (.body, ["content"]), (.url, ["link"]),
            (.version, ["revision"]), (.updatedAt, ["updated", "date", "modified", "lastupdated", "lastmodified"]),
            (.problem, ["description", "message"]), (.resolution, ["solution"]), (.category, ["intent", "label"]),
            (.resolvedAt, ["resolved", "closedat"]),
        ]
        for (field, others) in synonyms {
            for other in others { names[other] = field }
        }
        return names
    }()
}

extension String {
    fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
