/// What a written figure means.
struct NumberFigure {
    /// Its value, where it is a plain number.
    private(set) var value: Double?
    /// Whether it is "3rd" or the like.
    private(set) var isOrdinal = false
    /// Whether it is "14:02" or "7am".
    private(set) var isTime = false
    /// Whether it is written as sums are, with thousands and two decimals: "3,120.00".
    private(set) var looksLikeMoney = false
    /// Whether its thousands are set apart: "3,900".
    private(set) var hasGroups = false

    /// Reads digits with separators between them and letters after them.
    init(_ text: [UInt8]) {
        let body = text.prefix { $0 < 0x61 }
        let suffix = String(decoding: text[body.count...], as: UTF8.self)
        if ["st", "nd", "rd", "th"].contains(suffix) {
            isOrdinal = true
            return
        }
        if ["am", "pm"].contains(suffix) || body.contains(0x3A) {
            isTime = true
            return
        }
        var factor = 1.0
        switch suffix {
        case "", "eur", "usd", "gbp", "chf", "euro", "euros": break
        case "k": factor = 1000
        case "m", "mio": factor = 1_000_000
        default: return
        }
        guard let number = Self.parse(Array(body)) else { return }
        value = number.value * factor
        hasGroups = number.groups > 0
        looksLikeMoney = number.groups > 0 && number.decimals == 2 || number.decimals == 2 && number.value >= 20
    }

    /// Both "1,499.00" and "1.499,00"; a single separator before three digits groups thousands.
    private static func parse(_ text: [UInt8]) -> (value: Double, groups: Int, decimals: Int)? {
        guard !text.isEmpty, text.count <= 18, !text.contains(0x2F) else { return nil }
        var runs: [(digits: Int, separator: UInt8)] = [(0, 0)]
        for byte in text {
            if byte >= 0x30 && byte <= 0x39 { runs[runs.count - 1].digits += 1 } else { runs.append((0, byte)) }
        }
        var whole = text.filter { $0 >= 0x30 && $0 <= 0x39 }
        var decimals = 0
        if let last = runs.last, runs.count > 1, last.digits <= 2 {
            guard runs.count == 2 || runs[1].separator != last.separator else { return nil }
            decimals = last.digits
        }
        for (index, run) in runs.enumerated().dropFirst() where index < runs.count - 1 || decimals == 0 {
            guard run.digits == 3 else { return nil }
        }
        var fraction = 0.0
        if decimals > 0 {
            fraction = Double(String(decoding: whole.suffix(decimals), as: UTF8.self)) ?? 0
            whole.removeLast(decimals)
        }
        let value = (Double(String(decoding: whole, as: UTF8.self)) ?? 0) + fraction / (decimals == 1 ? 10 : 100)
        return (value, runs.count - 1 - (decimals > 0 ? 1 : 0), decimals)
    }
}
