extension HelpdeskError.Code {
    /// There are too few outcomes to learn from.
    public static let tooFewOutcomes = HelpdeskError.Code("tooFewOutcomes")
}
