/// The network that a card belongs to, by the first digits of its number.
struct PaymentCardIssuer {
    let lengths: Set<Int>
    let usualLength: Int

    /// The issuer of a number of at least six digits. Sources: the networks' published ranges.
    init?(_ digits: [UInt8]) {
        guard digits.count >= 6 else { return nil }
        let six = digits.prefix(6).reduce(0) { $0 * 10 + Int($1) }
        guard let range = Self.ranges.first(where: { $0.first <= six && six <= $0.last }) else { return nil }
        lengths = range.lengths
        usualLength = range.usual
    }

    /// A network that is not known here.
    static let unknown = PaymentCardIssuer(lengths: [12, 13, 14, 15, 16, 19], usualLength: 16)

    private init(lengths: Set<Int>, usualLength: Int) {
        self.lengths = lengths
        self.usualLength = usualLength
    }

    private static let ranges: [(first: Int, last: Int, lengths: Set<Int>, usual: Int)] = [
        // Visa
        (400_000, 499_999, [13, 16, 19], 16),
        // Mastercard
        (510_000, 559_999, [16], 16), (222_100, 272_099, [16], 16),
        // American Express
        (340_000, 349_999, [15], 15), (370_000, 379_999, [15], 15),
        // Diners Club
        (300_000, 305_999, [14, 16], 14), (309_500, 309_599, [14, 16], 14), (360_000, 369_999, [14, 16], 14),
        (380_000, 399_999, [14, 16], 14),
        // Discover, RuPay
        (601_100, 601_199, [16, 19], 16), (644_000, 659_999, [16, 19], 16), (608_000, 608_999, [16], 16),
        (817_200, 820_199, [16], 16),
        // JCB
        (213_100, 213_199, [15], 15), (180_000, 180_099, [15], 15),
        (352_800, 358_999, [16, 19], 16),
        // UnionPay
        (620_000, 629_999, [16, 17, 18, 19], 16),
        // Mir
        (220_000, 220_499, [16, 19], 16),
        // Troy
        (979_200, 979_299, [16], 16),
        // Elo
        (636_368, 636_368, [16], 16),
        // Maestro
        (501_800, 501_899, maestro, 16), (502_000, 502_099, maestro, 16), (503_800, 503_899, maestro, 16),
        (589_300, 589_399, maestro, 16), (630_400, 630_499, maestro, 16), (639_000, 639_099, maestro, 16),
        (670_300, 670_399, maestro, 16), (675_900, 676_399, maestro, 16),
    ]

    private static let maestro: Set<Int> = [12, 13, 14, 15, 16, 17, 18, 19]
}
