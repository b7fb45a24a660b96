/// Units that can be converted into each other.
struct Unit: Hashable, Sendable {
    /// What is measured; numbers of different kinds are not compared.
    enum Kind: String, Hashable, Sendable { case time, businessTime, size, share, money, length, weight }

    var kind: Kind
    /// How many of the smallest unit it is.
    var factor: Double
    /// The currency, for money.
    var currency = ""

    /// Units by their words in lower case. Months have 30 days and years 365; sizes are decimal, and comparison is
    /// generous enough for binary ones.
    static let known: [String: Unit] = {
        var units: [String: Unit] = [:]
        func add(_ kind: Kind, _ factor: Double, _ words: String, currency: String = "") {
            for word in words.split(separator: " ") {
                units[String(word)] = Unit(kind: kind, factor: factor, currency: currency)
            }
        }
        add(.time, 0.001, "ms millisecond milliseconds")
        add(.time, 1, "second seconds sec secs")
        add(.time, 60, "minute minutes mins")
        add(.time, 3_600, "hour hours hr hrs")
        add(.time, 86_400, "day days")
        add(.time, 604_800, "week weeks")
        add(.time, 2_592_000, "month months")
        add(.time, 31_536_000, "year years")
        add(.size, 1, "byte bytes")
        add(.size, 1e3, "kb kib kilobyte kilobytes")
        add(.size, 1e6, "mb mib megabyte megabytes")
        add(.size, 1e9, "gb gib gigabyte gigabytes")
        add(.size, 1e12, "tb tib terabyte terabytes")
        add(.share, 1, "% percent")
        add(.money, 1, "$ usd dollar dollars", currency: "USD")
        add(.money, 1, "\u{20AC} eur euro euros", currency: "EUR")
        add(.money, 1, "\u{A3} gbp", currency: "GBP")
        add(.money, 1, "chf", currency: "CHF")
        add(.money, 1, "\u{A5} jpy yen", currency: "JPY")
        add(.money, 0.01, "cents", currency: "USD")
        add(.length, 1, "mm millimetres millimeters")
        add(.length, 10, "cm centimetres centimeters")
        add(.length, 1_000, "metre metres meter meters")
        add(.length, 1e6, "km kilometre kilometres kilometers")
        add(.weight, 1, "grams gram")
        add(.weight, 1_000, "kg kilogram kilograms")
        return units
    }()
}
