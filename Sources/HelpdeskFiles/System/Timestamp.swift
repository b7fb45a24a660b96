#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates as people and programs write them: RFC 3339, with the time, its seconds or its offset left out.
enum Timestamp {
    /// The instant a text names, or `nil` where it is not `YYYY-MM-DD`, optionally followed by `T` or a space,
    /// `hh:mm`, `:ss`, a fraction, and `Z` or an offset `±hh:mm`. Without an offset it is UTC.
    static func date(_ text: some StringProtocol) -> Date? {
        var scanner = Scanner(bytes: Array(text.utf8))
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2),
            scanner.skip("-"), let day = scanner.number(digits: 2), (1...12).contains(month), day >= 1,
            day <= days(inMonth: month, of: year)
        else { return nil }
        var seconds = Double(daysSince1970(year, month, day) * 86_400)
        guard !scanner.atEnd else { return Date(timeIntervalSince1970: seconds) }

        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "), let hour = scanner.number(digits: 2),
            hour < 24, scanner.skip(":"), let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        seconds += Double(hour * 3_600 + minute * 60)
        if scanner.skip(":") {
            // A leap second is 60.
            guard let second = scanner.number(digits: 2), second <= 60 else { return nil }
            seconds += Double(second)
            if scanner.skip(".") {
                guard let fraction = scanner.fraction() else { return nil }
                seconds += fraction
            }
        }
        if scanner.atEnd || scanner.skip("Z") || scanner.skip("z") {
            return scanner.atEnd ? Date(timeIntervalSince1970: seconds) : nil
        }
        let sign: Double
        if scanner.skip("+") { sign = 1 } else if scanner.skip("-") { sign = -1 } else { return nil }
        guard let offsetHour = scanner.number(digits: 2), offsetHour < 24 else { return nil }
        _ = scanner.skip(":")
        guard let offsetMinute = scanner.number(digits: 2), offsetMinute < 60, scanner.atEnd else { return nil }
        return Date(timeIntervalSince1970: seconds - sign * Double(offsetHour * 3_600 + offsetMinute * 60))
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar, counting years from March.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        var atEnd: Bool { position == bytes.count }

        mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
            guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
            position += 1
            return true
        }

        mutating func number(digits: Int) -> Int? {
            guard bytes.count - position >= digits else { return nil }
            var value = 0
            for byte in bytes[position..<position + digits] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            position += digits
            return value
        }

        mutating func fraction() -> Double? {
            var value = 0.0
            var scale = 1.0
            let start = position
            while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
                scale /= 10
                value += Double(bytes[position] - 0x30) * scale
                position += 1
            }
            return position > start ? value : nil
        }
    }
}
