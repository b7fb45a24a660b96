/// A map from word hashes to numbers above 0, with open addressing: one multiplication and mostly one probe a look-up.
struct WordTable: Sendable {
    private let hashes: [UInt64]
    private let numbers: [Int32]
    private let mask: Int

    /// Makes a table of pairs. A number is above 0.
    init(_ pairs: [UInt64: Int32]) {
        var capacity = 16
        while capacity < pairs.count * 2 { capacity *= 2 }
        mask = capacity - 1
        var hashes = [UInt64](repeating: 0, count: capacity)
        var numbers = [Int32](repeating: 0, count: capacity)
        for (hash, number) in pairs {
            var slot = Self.slot(hash) & mask
            while numbers[slot] != 0 { slot = (slot + 1) & mask }
            hashes[slot] = hash
            numbers[slot] = number
        }
        self.hashes = hashes
        self.numbers = numbers
    }

    /// The number of a hash, or 0.
    @inline(__always)
    subscript(hash: UInt64) -> Int32 {
        var slot = Self.slot(hash) & mask
        while numbers[slot] != 0 {
            if hashes[slot] == hash { return numbers[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }

    @inline(__always)
    private static func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}

/// A map from words to values.
struct WordMap<Value: Sendable>: Sendable {
    private let table: WordTable
    private let values: [Value]

    init(_ pairs: [(word: [UInt8], value: Value)]) {
        var numbers: [UInt64: Int32] = [:]
        var values: [Value] = []
        for pair in pairs {
            values.append(pair.value)
            numbers[WordHash.hash(pair.word)] = Int32(values.count)
        }
        table = WordTable(numbers)
        self.values = values
    }

    @inline(__always)
    subscript(word: [UInt8]) -> Value? {
        let number = table[WordHash.hash(word)]
        return number == 0 ? nil : values[Int(number) - 1]
    }
}

/// FNV-1a with 64 bits. Two words that meet would be taken for one another, which costs nothing worse than a wrong vote.
enum WordHash {
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    @inline(__always)
    static func hash(_ word: [UInt8]) -> UInt64 {
        var hash = seed
        for byte in word { hash = add(byte, to: hash) }
        return hash
    }
}
