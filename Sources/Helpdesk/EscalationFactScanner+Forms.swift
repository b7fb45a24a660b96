/// What numbers and codes look like.
extension EscalationFactScanner {
    // MARK: Dates

    /// How many tokens a date at a place has.
    func dateCount(at index: Int) -> Int? {
        if Self.isNumericDate(tokens[index].text) { return 1 }
        func isYear(_ place: Int) -> Bool {
            guard place < tokens.count, let year = Int(tokens[place].text) else { return false }
            return tokens[place].text.count == 4 && (1900...2199).contains(year)
        }
        func month(_ place: Int) -> Bool {
            place < tokens.count && EscalationFactWords.months.contains(tokens[place].lower)
        }
        if Self.isDay(tokens[index].lower) {
            let place = index + 1 < tokens.count && tokens[index + 1].lower == "of" ? index + 2 : index + 1
            if month(place) { return place + 1 - index + (isYear(place + 1) ? 1 : 0) }
        }
        // "May" begins sentences too, but no day follows there.
        if month(index), index + 1 < tokens.count, Self.isDay(tokens[index + 1].lower) {
            return 2 + (isYear(index + 2) ? 1 : 0)
        }
        return nil
    }

    /// "3", "3rd", "03."
    private static func isDay(_ text: String) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return false }
        return ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count))
    }

    /// "2026-03-14", "14.03.2026", "3/14/26"
    private static func isNumericDate(_ text: String) -> Bool {
        for separator: Character in ["-", "/", "."] {
            let parts = text.split(separator: separator, omittingEmptySubsequences: false)
            guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { continue }
            let lengths = parts.map(\.count)
            let numbers = parts.compactMap { Int($0) }
            guard numbers.count == 3 else { continue }
            let yearFirst =
                lengths[0] == 4 && (1900...2199).contains(numbers[0]) && (1...12).contains(numbers[1])
                && (1...31).contains(numbers[2])
            // 4.2.11 is a version: dots need a year of four digits.
            let yearLast =
                (lengths[2] == 4 && (1900...2199).contains(numbers[2]) || lengths[2] == 2 && separator == "/")
                && (1...31).contains(numbers[0]) && (1...31).contains(numbers[1])
                && (numbers[0] <= 12 || numbers[1] <= 12)
            if yearFirst || yearLast { return true }
        }
        return false
    }

    // MARK: Sums

    /// How many tokens a sum at a place has, and what it is.
    func amount(at index: Int) -> (count: Int, value: Double)? {
        let text = tokens[index].lower
        if let symbol = text.unicodeScalars.first, EscalationFactWords.currencySymbols.contains(symbol),
            let value = Self.number(text.dropFirst())
        {
            return (1, value)
        }
        for currency in EscalationFactWords.currencySuffixes where text.hasSuffix(currency) {
            if let value = Self.number(text.dropLast(currency.count)) { return (1, value) }
        }
        for currency in EscalationFactWords.currencyCodes where text.hasPrefix(currency) {
            if let value = Self.number(text.dropFirst(currency.count)) { return (1, value) }
        }
        guard index + 1 < tokens.count else { return nil }
        let next = tokens[index + 1].lower
        if EscalationFactWords.currencies.contains(next), let value = Self.number(text[...]) { return (2, value) }
        if EscalationFactWords.currencyCodes.contains(text) || text == "€" || text == "$" || text == "£",
            !tokens[index + 1].startsClause, let value = Self.number(next[...])
        {
            return (2, value)
        }
        return nil
    }

    /// "2,450.00", "1.499,00", "200", "3k"; `nil` for what is no plain number.
    static func number(_ text: Substring) -> Double? {
        var text = text
        var factor = 1.0
        if text.hasSuffix("k") {
            factor = 1000
            text = text.dropLast()
        }
        if text.hasSuffix("-") { text = text.dropLast() }
        guard let first = text.first, first.isASCII, first.isNumber, text.count <= 18,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") })
        else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard let last = parts.last else { return nil }
        // The last separator is the decimal one unless three digits follow: "1,499" is a thousand and more.
        let hasDecimals = parts.count > 1 && last.count != 3
        let whole = (hasDecimals ? parts.dropLast() : parts[...]).joined()
        return Double(whole + (hasDecimals && !last.isEmpty ? ".\(last)" : "")).map { $0 * factor }
    }

    // MARK: Codes of errors

    /// What can stand after "error" or "code".
    static func isErrorCode(_ text: String) -> Bool {
        if isUnmistakableErrorCode(text) { return true }
        let plain = text.hasPrefix("#") || text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard plain.count >= 2, plain.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) })
        else { return false }
        return plain.contains(where: \.isNumber)
    }

    /// "0x80070005", "ERR_CONNECTION_RESET"
    static func isUnmistakableErrorCode(_ text: String) -> Bool {
        if text.hasPrefix("0x") || text.hasPrefix("0X") {
            return text.count >= 6 && text.dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit }
        }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        return parts.count >= 2
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            } && text.first?.isUppercase == true
    }

    // MARK: Versions

    /// How many tokens a version at a place has: "v2.3", "iOS 17.1", "firmware version 4.2", "10.0.22631".
    func versionCount(at index: Int) -> Int? {
        let text = tokens[index].lower
        if text.hasPrefix("v"), Self.isDotted(text.dropFirst(), parts: 1...5), text.contains(".") { return 1 }
        if EscalationFactWords.products.contains(text) {
            var place = index + 1
            if place < tokens.count, tokens[place].lower == "version" || tokens[place].lower == "v" { place += 1 }
            guard place < tokens.count else { return nil }
            let number = tokens[place].lower
            let digits = number.hasPrefix("v") ? number.dropFirst() : number[...]
            // "update 3 lines" names no version; "Windows 11" does.
            let needsDot = EscalationFactWords.looseProducts.contains(text)
            if Self.isDotted(digits, parts: (needsDot ? 2 : 1)...5), digits.count <= 20, amount(at: place) == nil,
                dateCount(at: place) == nil
            {
                return place + 1 - index
            }
            return nil
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        // Four numbers below 256 are an address.
        if (3...4).contains(parts.count), Self.isDotted(text[...], parts: 3...4) {
            return parts.count == 4 && parts.allSatisfy { (Int($0) ?? 256) < 256 } ? nil : 1
        }
        return nil
    }

    private static func isDotted(_ text: Substring, parts range: ClosedRange<Int>) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return range.contains(parts.count)
            && parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }

    // MARK: References

    /// What can stand after "order" or "invoice".
    static func isReference(_ text: String) -> Bool {
        let plain = text.hasPrefix("#") ? text.dropFirst() : text[...]
        // "order 200 units" names no order.
        guard (text.hasPrefix("#") ? 3...32 : 4...32).contains(plain.count),
            plain.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_/.".contains($0)) })
        else { return false }
        return plain.count(where: \.isNumber) >= 2
    }

    /// "#48213", "INV-2024-0012"
    static func isUnmistakableReference(_ text: String) -> Bool {
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            return (3...20).contains(digits.count) && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") }
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 2, text.count <= 32, let head = parts.first, (1...5).contains(head.count),
            head.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) }), head.contains(where: \.isUppercase)
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
        } && text.count(where: \.isNumber) >= 3
    }
}
