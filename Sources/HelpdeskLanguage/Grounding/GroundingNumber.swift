/// A number in digits: with separators of thousands and decimals in both conventions, or a clock time.
struct GroundingNumber {
    private let bytes: [UInt8]
    private let limit: Int
    private(set) var end: Int
    private(set) var value = 0.0
    /// Another reading, where a separator may be of thousands or of decimals.
    private(set) var alternative: Double?
    /// Minutes of the day of `15:30`, or -1.
    private(set) var clock: Int32 = -1

    init(_ bytes: [UInt8], at start: Int, end limit: Int) {
        self.bytes = bytes
        self.limit = limit
        end = start
    }

    /// Reads groups of digits. O(length); the value of more than 18 digits is rounded.
    mutating func read() {
        var groups: [(value: Double, digits: Int)] = [group()]
        var separators: [UInt8] = []
        while end + 1 < limit, ".,:' ".utf8.contains(bytes[end]) || bytes[end] == 0xC2 || bytes[end] == 0xE2,
            groups.count < 8
        {
            let separator = bytes[end]
            let width = separator == 0xC2 ? 2 : separator == 0xE2 ? 3 : 1
            guard end + width < limit, UTF8Text.isDigit(bytes[end + width]) else { break }
            // Only spaces that part thousands: exactly three digits follow, and three at most stand before.
            if separator == 0x20 || separator == 0xC2 || separator == 0xE2 || separator == UInt8(ascii: "'") {
                if separator == 0xC2, bytes[end + 1] != 0xA0 { break }
                if separator == 0xE2, !(bytes[end + 1] == 0x80 && (bytes[end + 2] == 0xAF || bytes[end + 2] == 0x89)) {
                    break
                }
                guard separators.isEmpty ? groups[0].digits <= 3 : separators.last == separator,
                    digits(at: end + width) == 3,
                    groups[0].value > 0
                else { break }
            }
            if separator == UInt8(ascii: ":"), !separators.isEmpty { break }
            if let last = separators.last, last == UInt8(ascii: ":") { break }
            end += width
            separators.append(separator)
            groups.append(group())
        }
        combine(groups, separators)
    }

    private func digits(at offset: Int) -> Int {
        var index = offset
        while index < limit, UTF8Text.isDigit(bytes[index]), index - offset < 5 { index += 1 }
        return index - offset
    }

    private mutating func group() -> (value: Double, digits: Int) {
        var value = 0.0
        let start = end
        while end < limit, UTF8Text.isDigit(bytes[end]) {
            value = value * 10 + Double(bytes[end] - 0x30)
            end += 1
        }
        return (value, end - start)
    }

    private mutating func combine(_ groups: [(value: Double, digits: Int)], _ separators: [UInt8]) {
        value = groups[0].value
        guard let last = separators.last else { return }
        if last == UInt8(ascii: ":") {
            if groups[0].value < 25, groups[1].value < 60 { clock = Int32(groups[0].value * 60 + groups[1].value) }
            value = groups[0].value + groups[1].value / 60
            return
        }
        let isPoint = last == UInt8(ascii: ".") || last == UInt8(ascii: ",")
        let isUniform = separators.allSatisfy { $0 == last }
        let areThousands = groups.dropFirst().allSatisfy { $0.digits == 3 } && groups[0].digits <= 3
        if areThousands, isUniform {
            let whole = groups.dropFirst().reduce(groups[0].value) { $0 * 1_000 + $1.value }
            if separators.count == 1, isPoint {
                let decimal = groups[0].value + groups[1].value / 1_000
                let isComma = last == UInt8(ascii: ",")
                value = isComma && groups[0].value > 0 ? whole : decimal
                alternative = isComma && groups[0].value > 0 ? decimal : whole
                if !isComma, groups[0].value > 0 { (value, alternative) = (whole, decimal) }
            } else {
                value = whole
            }
        } else if isPoint, !isUniform || separators.count == 1 {
            let whole = groups.dropFirst().dropLast().reduce(groups[0].value) { $0 * 1_000 + $1.value }
            var scale = 1.0
            for _ in 0..<min(groups[groups.count - 1].digits, 18) { scale *= 10 }
            value = whole + groups[groups.count - 1].value / scale
        } else {
            // A version or date: 1.2.3 stands for itself.
            value = groups.reduce(0) { $0 * 1_009 + $1.value }
        }
    }
}
