/// What becomes of each Unicode scalar, from the text as given to words: the steps of normalization and the splitting
/// into words in one look-up.
///
/// A two-stage table: blocks of 256 entries, equal ones stored once.
struct ScalarTable: Sendable {
    /// What to do with a scalar. Each entry of the table holds one in its low four bits and a payload above.
    enum Action {
        /// It goes on with the word as it is.
        static let letter: UInt32 = 0
        /// It is deleted.
        static let drop: UInt32 = 1
        /// It is deleted, but keeps marks on its two sides from being put in order together.
        static let barrier: UInt32 = 2
        /// It ends the word; the payload is the space it turns into.
        static let space: UInt32 = 3
        /// It is a word of its own.
        static let punctuation: UInt32 = 4
        /// It goes on with the word, after it has been put in order with others; the payload is its rank.
        static let nonstarter: UInt32 = 5
        /// The payload goes on with the word.
        static let mappedLetter: UInt32 = 6
        /// The payload is a word of its own.
        static let mappedPunctuation: UInt32 = 7
        /// It gets spaces around it.
        static let isolated: UInt32 = 8
        /// The payload gets spaces around it.
        static let mappedIsolated: UInt32 = 9
        /// It turns into several scalars; the payload is their place in ``ScalarTable/sequences``.
        static let sequence: UInt32 = 10
        /// A Hangul syllable, which turns into its two or three conjoining letters.
        static let hangul: UInt32 = 11
    }

    /// For each block of 256 scalars, where its entries begin in ``entries``.
    let blocks: [UInt32]
    let entries: [UInt32]
    /// For each sequence its count, then for each scalar of it an entry without mapping and the scalar.
    let sequences: [UInt32]
    /// What ASCII letters and spaces turn into.
    let asciiMapping: [UInt8]
    /// The actions of ASCII: letter, drop, space or punctuation.
    let asciiActions: [UInt8]
    /// The largest rank of a nonstarter.
    let maximumRank: UInt32

    /// The table's memory. Valid only inside ``withView(_:)``.
    struct View {
        let blocks: UnsafePointer<UInt32>
        let entries: UnsafePointer<UInt32>
        let sequences: UnsafePointer<UInt32>
        let asciiMapping: UnsafePointer<UInt8>
        let asciiActions: UnsafePointer<UInt8>
        let maximumRank: UInt32

        /// The entry of a scalar.
        @inline(__always)
        subscript(scalar: UInt32) -> UInt32 { entries[Int(blocks[Int(scalar >> 8)] + (scalar & 0xFF))] }
    }

    /// Calls a closure with the table's memory.
    func withView<Result>(_ body: (View) -> Result) -> Result {
        blocks.withUnsafeBufferPointer { blocks in
            entries.withUnsafeBufferPointer { entries in
                sequences.withUnsafeBufferPointer { sequences in
                    asciiMapping.withUnsafeBufferPointer { mapping in
                        asciiActions.withUnsafeBufferPointer { actions in
                            body(
                                View(
                                    blocks: blocks.baseAddress!, entries: entries.baseAddress!,
                                    sequences: sequences.baseAddress!, asciiMapping: mapping.baseAddress!,
                                    asciiActions: actions.baseAddress!, maximumRank: maximumRank))
                        }
                    }
                }
            }
        }
    }
}
