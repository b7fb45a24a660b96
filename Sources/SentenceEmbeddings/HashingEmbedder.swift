/// Embeddings without a model: texts are near when they share words, word pairs and parts of words.
///
/// ```swift
/// let model = try HashingEmbedder()
/// let vectors = try await model.embed(["reset my password", "password reset"], as: .passage)
/// ```
///
/// Every lower-cased word, pair of neighbouring words and run of three to five letters of a word is a feature. A feature
/// adds to one component, chosen by its hash, with a sign that also comes from the hash (Weinberger et al., "Feature hashing
/// for large scale multitask learning", 2009), and weighs 1 + ln of how often it occurs. The vector is normalized to length
/// 1. A text without letters or digits gets a vector of length 1 that is always the same.
///
/// It knows nothing of meaning. It is for tests, for hosts that cannot ship a model, and for near-duplicates.
public struct HashingEmbedder: EmbeddingModel {
    /// `hashing`, with the version of the features as its revision.
    public let identity: EmbeddingIdentity

    /// Creates an embedder.
    ///
    /// - Parameter dimensions: Components of a vector, 8...65,536. Fewer let more features fall together.
    /// - Throws: ``EmbeddingError`` with ``EmbeddingError/Code/invalidArgument`` for another number.
    public init(dimensions: Int = 384) throws(EmbeddingError) {
        guard (8...65_536).contains(dimensions) else {
            throw EmbeddingError(.invalidArgument, "a hashing embedder has 8 to 65536 dimensions, not \(dimensions)")
        }
        identity = EmbeddingIdentity(model: "hashing", revision: "1", precision: "float32", dimensions: dimensions)
    }

    /// Embeds texts, see ``EmbeddingModel/embed(_:as:)``. The role makes no difference. O(length of the texts).
    ///
    /// - Throws: `CancellationError`.
    public func embed(_ texts: [String], as role: TextRole) async throws -> Embeddings {
        var values: [Float] = []
        values.reserveCapacity(texts.count * dimensions)
        for text in texts {
            try Task.checkCancellation()
            try values.append(contentsOf: vector(text))
        }
        return Embeddings(values: values, count: texts.count, dimensions: dimensions)
    }

    private func vector(_ text: String) throws -> [Float] {
        var features = HashedFeatures()
        var words = 0
        for word in Words(text) {
            words += 1
            if words.isMultiple(of: 4096) { try Task.checkCancellation() }
            features.add(word)
        }
        return features.vector(dimensions: dimensions)
    }
}

/// The features of a text, by their hashes.
private struct HashedFeatures {
    /// What one occurrence of each kind weighs; the runs of a word share their weight.
    private static let wordWeight: Float = 1
    private static let pairWeight: Float = 0.5
    private static let runWeight: Float = 0.7

    private var counts: [UInt64: (occurrences: Int, weight: Float)] = [:]
    private var previous: UInt64?

    mutating func add(_ word: [Unicode.Scalar]) {
        let hash = Self.hash(word[...], kind: 1)
        count(hash, Self.wordWeight)
        if let previous { count(Self.mix(previous &* 3 &+ hash), Self.pairWeight) }
        previous = hash
        let marked = ["<"] + word + [">"]
        let sizes = (3...5).filter { $0 <= marked.count }
        let runs = sizes.reduce(0) { $0 + marked.count - $1 + 1 }
        let weight = Self.runWeight / Float(max(runs, 1)).squareRoot()
        for size in sizes {
            for start in 0...marked.count - size {
                count(Self.hash(marked[start..<start + size], kind: UInt64(size)), weight)
            }
        }
    }

    /// The heaviest weight counts where words of different lengths share a run, so that the order does not matter.
    private mutating func count(_ feature: UInt64, _ weight: Float) {
        let old = counts[feature] ?? (0, 0)
        counts[feature] = (old.occurrences + 1, max(old.weight, weight))
    }

    func vector(dimensions: Int) -> [Float] {
        var sums = [Float](repeating: 0, count: dimensions)
        // Floats are added in a fixed order: a dictionary's differs from run to run.
        for (feature, value) in counts.sorted(by: { $0.key < $1.key }) {
            let weight = value.weight * (1 + Self.logarithm(value.occurrences))
            let position = Int(feature.multipliedFullWidth(by: UInt64(dimensions)).high)
            sums[position] += feature & 1 == 0 ? weight : -weight
        }
        let length = sums.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 1e-6 else {
            sums = [Float](repeating: 0, count: dimensions)
            sums[0] = 1
            return sums
        }
        return sums.map { $0 / length }
    }

    /// A natural logarithm of a whole number that is the same on every system: the exponent, and a line between powers of 2.
    private static func logarithm(_ count: Int) -> Float {
        let value = Float(count)
        return 0.693_147_2 * (Float(value.exponent) + value.significand - 1)
    }

    private static func hash(_ scalars: ArraySlice<Unicode.Scalar>, kind: UInt64) -> UInt64 {
        mix(scalars.reduce(0xcbf2_9ce4_8422_2325 ^ kind) { ($0 ^ UInt64($1.value)) &* 0x0000_0100_0000_01b3 })
    }

    /// The finalizer of MurmurHash3: every bit of the result depends on every bit of the value.
    private static func mix(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ hash >> 33
    }
}

/// The lower-cased runs of letters, marks and digits of a text.
private struct Words: Sequence, IteratorProtocol {
    /// A longer run is cut, so that one endless word cannot take endless memory.
    private static let maximumLength = 64

    private var scalars: String.UnicodeScalarView.Iterator

    init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

    mutating func next() -> [Unicode.Scalar]? {
        var word: [Unicode.Scalar] = []
        while let scalar = scalars.next() {
            if Self.isPartOfWord(scalar) {
                if scalar.isASCII {
                    word.append((65...90).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
                } else {
                    word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
                if word.count >= Self.maximumLength { return word }
            } else if !word.isEmpty {
                return word
            }
        }
        return word.isEmpty ? nil : word
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || (48...57).contains(scalar.value) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
