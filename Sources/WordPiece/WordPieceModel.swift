/// Cuts words into the longest pieces that the vocabulary has, from left to right.
///
/// The greedy longest-match-first algorithm of BERT (Devlin et al. 2019, and before it Schuster and Nakajima 2012): the
/// pieces after the first are looked up behind a prefix; a word with a part that no piece fits is unknown as a whole.
struct WordPieceModel: Sendable {
    let vocabulary: Vocabulary
    let unknownID: Int32
    /// A word of more scalars than this is unknown.
    let maximumWordLength: Int
    /// What the pieces after a word's first begin with in the vocabulary.
    let continuingPrefix: [UInt8]
    /// The vocabulary's node behind the prefix, or `nil` where no token begins with it.
    private let continuingNode: UInt32?

    init(
        vocabulary: Vocabulary, unknownID: Int32, maximumWordLength: Int, continuingPrefix: [UInt8]
    ) {
        self.vocabulary = vocabulary
        self.unknownID = unknownID
        self.maximumWordLength = maximumWordLength
        self.continuingPrefix = continuingPrefix
        continuingNode = vocabulary.trie.node(of: continuingPrefix)
    }

    /// The model's memory. Valid only inside ``withView(_:)``.
    struct View {
        fileprivate let trie: ByteTrie.View
        fileprivate let continuingNode: UInt32?
        let unknownID: Int32
        let maximumWordLength: Int

        /// Appends the ids of a word's pieces. O(word) for vocabularies of bounded token length.
        @inline(__always)
        func appendPieces(of word: UnsafeBufferPointer<UInt8>, to tokens: inout TokenList) {
            guard let base = word.baseAddress else { return }
            let mark = tokens.mark
            var start = 0
            var node = ByteTrie.root
            while true {
                let (id, count) = trie.longestMatch(from: node, base + start, count: word.count - start)
                guard count > 0 else { break }
                tokens.append(id)
                start += count
                if start == word.count { return }
                guard let continuingNode else { break }
                node = continuingNode
            }
            tokens.removeAll(after: mark)
            tokens.append(unknownID)
        }
    }

    /// Calls a closure with the model's memory.
    @inline(__always)
    func withView<Result>(_ body: (View) -> Result) -> Result {
        vocabulary.trie.withView { trie in
            body(
                View(
                    trie: trie, continuingNode: continuingNode, unknownID: unknownID,
                    maximumWordLength: maximumWordLength))
        }
    }
}
