extension ConfidenceModel {
    /// Weights for hybrid search with all-MiniLM-L6-v2 in its default precision.
    ///
    /// Fitted by `Scripts/fit-confidence` to 8,556 answers from seven knowledge bases, each of which counts the same:
    /// product documentation, and articles, questions with answers and past tickets about banking and about what people
    /// ask an assistant; a third to a half of the questions have no answer there. Right means that the first item cited
    /// is a right one. Approval, age and grounding are set by hand: none of the data has them.
    public static let standard = ConfidenceModel(
        bias: -9.16,
        weights: [
            .similarity: 2.98, .margin: 3.58, .agreement: 0.89, .coverage: 1.71, .contrast: 5.03, .support: 1.09,
            .length: 1.63, .faq: -0.32, .resolvedTicket: -0.25, .approval: 0.8, .age: -0.5, .grounding: 3,
        ])
}
