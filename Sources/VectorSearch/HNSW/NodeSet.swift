/// A set of nodes, a bit for each, in memory lent by a ``Workspace`` that is all zero before and after.
struct NodeSet {
    private let words: UnsafeMutablePointer<UInt64>
    private let wordCount: Int
    /// Which words are not zero, as long as there is room to write it down.
    private let touched: UnsafeMutablePointer<UInt32>
    private let touchedLimit: Int
    private var touchedCount = 0

    init(
        words: UnsafeMutablePointer<UInt64>, wordCount: Int, touched: UnsafeMutablePointer<UInt32>, touchedLimit: Int
    ) {
        self.words = words
        self.wordCount = wordCount
        self.touched = touched
        self.touchedLimit = touchedLimit
    }

    /// Adds a node, and returns whether it was not in the set.
    @inline(__always)
    mutating func insert(_ node: UInt32) -> Bool {
        let place = Int(node / 64)
        let bit: UInt64 = 1 << UInt64(node % 64)
        let word = words[place]
        guard word & bit == 0 else { return false }
        words[place] = word | bit
        if touchedCount < touchedLimit {
            touched[touchedCount] = UInt32(place)
            touchedCount += 1
        }
        return true
    }

    /// Empties the set.
    mutating func clear() {
        if touchedCount < touchedLimit {
            for index in 0..<touchedCount { words[Int(touched[index])] = 0 }
        } else {
            words.update(repeating: 0, count: wordCount)
        }
        touchedCount = 0
    }
}
