#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A linear model that tells the languages of one script apart by hashed n-grams of characters and by words.
struct LanguageModel: Sendable {
    /// The script its languages share.
    let script: LetterScript
    /// The codes of its languages; the last may be `und`, for text in no known language.
    let languages: [String]
    /// Added to the scores.
    private let bias: [Float]
    /// What a step of the weights is worth.
    private let scale: Float
    /// Probabilities are calibrated by a factor of the scores, `factor` times the number of features to `exponent`.
    private let factor: Float
    private let exponent: Float
    /// Rows of 32 weights of -31 to 31, one for each language; the row is the hash of a feature. As wide as their sums:
    /// widening them while adding would take longer than reading them does.
    private let weights: [SIMD32<Int16>]
    private let shift: UInt32

    /// Reads a model as the trainer writes it: a character for each weight, row by row.
    init(
        script: LetterScript, languages: String, bias: [Float], scale: Float, factor: Float, exponent: Float, bits: Int,
        weights text: StaticString
    ) {
        self.script = script
        self.languages = languages.split(separator: " ").map(String.init)
        self.bias = bias
        self.scale = scale
        self.factor = factor
        self.exponent = exponent
        shift = UInt32(32 - bits)
        let width = self.languages.count
        weights = text.withUTF8Buffer { bytes in
            var rows = [SIMD32<Int16>](repeating: .zero, count: 1 << bits)
            var index = 0
            for byte in bytes where byte != 0x0A {
                // 0 is `#`; the backslash, which a literal would have to escape, is written `c`.
                rows[index / width][index % width] = Int16(byte == 0x63 ? 0x5C : byte) - 0x23 - 31
                index += 1
            }
            return rows
        }
    }

    /// Scores of a text so far: sums of weights, and of how many features.
    struct Sums {
        fileprivate(set) var features = 0
        fileprivate var total: SIMD32<Int32> = .zero
        // Adding 16-bit numbers is cheaper; they are moved before they could overflow.
        fileprivate var recent: SIMD32<Int16> = .zero
        fileprivate var untilMoved = 1_000

        @inline(__always)
        fileprivate mutating func add(_ row: SIMD32<Int16>) {
            recent &+= row
            features += 1
            untilMoved -= 1
            if untilMoved == 0 { move() }
        }

        fileprivate mutating func move() {
            total &+= SIMD32<Int32>(truncatingIfNeeded: recent)
            recent = .zero
            untilMoved = 1_000
        }
    }

    /// Adds a word of small letters: its n-grams of 1 to 4 characters with the boundaries, and itself.
    func add(_ word: Slice<UnsafeMutableBufferPointer<UInt32>>, to sums: inout Sums) {
        weights.withUnsafeBufferPointer { weights in
            let first = word.startIndex - 1
            let last = word.endIndex
            let base = word.base
            for start in first..<last {
                var hash: UInt32 = 0x811C_9DC5
                for position in start...min(start + 3, last) {
                    let isBoundary = position == first || position == last
                    hash = Self.mixed(hash, isBoundary ? 0x20 : base[position])
                    if isBoundary && position == start { continue }
                    sums.add(weights[row(hash)])
                }
            }
            guard word.count <= 24 else { return }
            var hash: UInt32 = 0x0100_0193
            for letter in word { hash = Self.mixed(hash, letter) }
            sums.add(weights[row(hash)])
        }
    }

    @inline(__always)
    private static func mixed(_ hash: UInt32, _ scalar: UInt32) -> UInt32 {
        let product = (hash ^ scalar) &* 0x9E37_79B1
        return product ^ (product >> 15)
    }

    @inline(__always)
    private func row(_ hash: UInt32) -> Int { Int((hash &* 0x85EB_CA6B) >> shift) }

    /// The calibrated probabilities of the languages for which a place is allowed; of the others 0.
    func probabilities(_ sums: Sums, where isAllowed: (Int) -> Bool) -> [Double] {
        var sums = sums
        sums.move()
        let count = Float(max(sums.features, 1))
        let step = scale / count.squareRoot()
        let sharpness = factor * powf(count, exponent)
        let scores = languages.indices.map { place in
            isAllowed(place) ? (Float(sums.total[place]) * step + bias[place]) * sharpness : -.infinity
        }
        guard let greatest = scores.max(), greatest > -.infinity else {
            return [Double](repeating: 0, count: scores.count)
        }
        let powers = scores.map { Double(expf($0 - greatest)) }
        let total = powers.reduce(0, +)
        return powers.map { $0 / total }
    }
}
