#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Reads the dates of HTTP headers.
public enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Parses one of the three forms of
    /// [RFC 9110, section 5.6.7](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7).
    ///
    /// ```swift
    /// HTTPDate.parse("Sun, 06 Nov 1994 08:49:37 GMT")
    /// HTTPDate.parse("Sunday, 06-Nov-94 08:49:37 GMT")  // years 00 to 68 are of this century
    /// HTTPDate.parse("Sun Nov  6 08:49:37 1994")
    /// ```
    ///
    /// - Returns: `nil` where the text has none of the forms. The day of the week is not checked.
    public static func parse(_ text: String) -> Date? {
        var words = text.split { $0 == " " || $0 == "," || $0 == "\t" }
        guard (4...6).contains(words.count), words.allSatisfy({ $0.utf8.count <= 9 }) else { return nil }
        let weekday = words.removeFirst()
        guard weekday.utf8.count >= 3, weekday.allSatisfy(\.isLetter) else { return nil }
        if words.count == 4, words[3].count == 4, let year = number(words[3], digits: 4) {
            guard let month = month(words[0]) else { return nil }
            return date(year: year, month: month, day: words[1], time: words[2])
        }
        guard let zone = words.popLast(), ["GMT", "UTC"].contains(zone) else { return nil }
        if words.count == 2 {
            words = words[0].split(separator: "-", omittingEmptySubsequences: false) + [words[1]]
        }
        guard words.count == 4, let month = month(words[1]) else { return nil }
        if let year = number(words[2], digits: 4) {
            return date(year: year, month: month, day: words[0], time: words[3])
        }
        guard let year = number(words[2], digits: 2) else { return nil }
        return date(year: year + (year <= 68 ? 2000 : 1900), month: month, day: words[0], time: words[3])
    }

    private static func month(_ name: Substring) -> Int? { months.firstIndex { $0 == name }.map { $0 + 1 } }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private static func date(year: Int, month: Int, day: Substring, time: Substring) -> Date? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard let day = number(day, digits: 2) ?? number(day, digits: 1), (1...31).contains(day), parts.count == 3,
            let hour = number(parts[0], digits: 2), let minute = number(parts[1], digits: 2),
            let second = number(parts[2], digits: 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        // Days since 1970-01-01, with years that begin in March, so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
        return Date(timeIntervalSince1970: Double(days * 86400 + hour * 3600 + minute * 60 + second))
    }
}
