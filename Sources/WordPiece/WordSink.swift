/// Gathers the parts of words and cuts each whole word into pieces.
struct WordSink: TextSink {
    private let model: WordPieceModel.View
    /// The tokens so far.
    private(set) var tokens: TokenList
    /// Whether to stop once it is certain that tokens are left out.
    private let stopsAtLimit: Bool
    /// The bytes of the word so far; unfinished where it has become too long.
    private var word: [UInt8] = []
    /// How many scalars the word has.
    private var length = 0

    init(_ model: WordPieceModel.View, limit: Int, stopsAtLimit: Bool) {
        self.model = model
        self.stopsAtLimit = stopsAtLimit
        tokens = TokenList(limit: limit)
        word.reserveCapacity(256)
    }

    @inline(__always)
    var isFull: Bool { stopsAtLimit && tokens.count > tokens.limit }

    /// Ends the word, if there is one.
    @inline(__always)
    mutating func endWord() {
        if length == 0 { return }
        if length > model.maximumWordLength {
            tokens.append(model.unknownID)
        } else {
            word.withUnsafeBufferPointer { model.appendPieces(of: $0, to: &tokens) }
        }
        length = 0
        word.removeAll(keepingCapacity: true)
    }

    /// Adds an added token.
    mutating func token(_ id: Int32) { tokens.append(id) }

    @inline(__always)
    mutating func letters(ascii: UnsafeBufferPointer<UInt8>, mapping: UnsafePointer<UInt8>) {
        length += ascii.count
        if length > model.maximumWordLength { return }
        for byte in ascii { word.append(mapping[Int(byte)]) }
    }

    @inline(__always)
    mutating func letter(_ bytes: UnsafeBufferPointer<UInt8>) {
        length += 1
        if length <= model.maximumWordLength { word.append(contentsOf: bytes) }
    }

    @inline(__always)
    mutating func punctuation(_ bytes: UnsafeBufferPointer<UInt8>) {
        endWord()
        if model.maximumWordLength < 1 {
            tokens.append(model.unknownID)
        } else {
            model.appendPieces(of: bytes, to: &tokens)
        }
    }

    @inline(__always)
    mutating func space(_ bytes: UnsafeBufferPointer<UInt8>) { endWord() }
}
