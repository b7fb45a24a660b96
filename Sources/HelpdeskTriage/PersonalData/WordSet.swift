/// A set of words by their hashes. A table with open addressing: the hashes are spread well enough to be places.
struct WordSet {
    private let places: [UInt64]
    private let mask: Int

    /// Words in lower case with blanks between.
    init(_ words: String) {
        let hashes = words.split(whereSeparator: \.isWhitespace).map { WordHash.hash(Array($0.utf8)) }
        var size = 16
        while size < hashes.count * 2 { size *= 2 }
        mask = size - 1
        var places = [UInt64](repeating: 0, count: size)
        for hash in hashes {
            var place = Self.place(hash) & (size - 1)
            while places[place] != 0, places[place] != hash { place = (place + 1) & (size - 1) }
            places[place] = hash
        }
        self.places = places
    }

    func contains(_ hash: UInt64) -> Bool {
        var place = Self.place(hash) & mask
        while places[place] != 0 {
            if places[place] == hash { return true }
            place = (place + 1) & mask
        }
        return false
    }

    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 29) }
}
