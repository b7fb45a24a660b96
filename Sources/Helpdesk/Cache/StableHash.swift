import HelpdeskLanguage

/// A number made of values that is the same in every process.
///
/// Not for secrets: whoever chooses the values can make two of the same number.
struct StableHash {
    private var bytes: [UInt8] = []

    /// The number of what was added, in its order.
    var value: UInt64 { WordScanner.hash(bytes) }

    mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func add(_ text: String) {
        add(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func add(_ text: String?) {
        add(UInt64(text == nil ? 0 : 1))
        add(text ?? "")
    }
}
