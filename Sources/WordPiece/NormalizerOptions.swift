/// Which steps of the reference's `BertNormalizer` to take. They are taken in this order.
struct NormalizerOptions: Hashable, Sendable {
    /// Delete control characters and turn whitespace into spaces.
    var cleansText = false
    /// Put a space on each side of every ideograph.
    var splitsChineseCharacters = false
    /// Decompose canonically and delete nonspacing marks.
    var stripsAccents = false
    /// Map each scalar to lowercase, without regard to its context.
    var lowercases = false
}
