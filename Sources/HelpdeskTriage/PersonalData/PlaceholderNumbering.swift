/// Gives every value a placeholder of its own: `[EMAIL_1]`, `[PHONE_2]`.
struct PlaceholderNumbering {
    /// Placeholders that stand in the text already and must not get a meaning.
    let taken: Set<String>
    private var placeholders: [String: String] = [:]
    private var numbers: [PersonalDataKind: Int] = [:]

    init(taken: Set<String>) { self.taken = taken }

    mutating func placeholder(for finding: PersonalDataFinding) -> String {
        let key = finding.kind.rawValue + "\u{0}" + finding.value
        if let placeholder = placeholders[key] { return placeholder }
        while true {
            let number = (numbers[finding.kind] ?? 0) + 1
            numbers[finding.kind] = number
            let placeholder = "[\(finding.kind.rawValue.uppercased())_\(number)]"
            if !taken.contains(placeholder) {
                placeholders[key] = placeholder
                return placeholder
            }
        }
    }
}
