import HelpdeskLanguage
import HelpdeskTriage

/// A sentence that somebody wrote in a message; quoted history, signatures and code are not among them.
struct ConversationSentence {
    /// Where it stands in the message, in offsets of Unicode scalars, without white space around it.
    var range: Range<Int>
    var words: [ConversationWords.Word]
    var isQuestion: Bool

    /// A line this long may have been broken by a mail program.
    private static let wrappedLine = 45
    /// More sentences of one message are not read.
    private static let maximumCount = 2_000

    /// The sentences of a message. Linear in the message.
    static func sentences(of message: String) -> [ConversationSentence] {
        let scalars = Array(message.unicodeScalars)
        var sentences: [ConversationSentence] = []
        for part in MessageText(message).parts where part.kind == .newest {
            for paragraph in paragraphs(scalars, in: part.range) where sentences.count < maximumCount {
                sentences += split(scalars, paragraph)
            }
        }
        return sentences
    }

    /// Stretches without a line break that ends a sentence.
    private static func paragraphs(_ scalars: [Unicode.Scalar], in range: Range<Int>) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = range.lowerBound
        var lineStart = start
        for index in range where scalars[index] == "\n" || scalars[index] == "\r" || scalars[index] == "\u{2028}" {
            var next = index + 1
            while next < range.upperBound, scalars[next] == " " { next += 1 }
            let goesOn =
                index - lineStart >= wrappedLine && next < range.upperBound && scalars[next].properties.isLowercase
            if !goesOn {
                if start < index { paragraphs.append(start..<index) }
                start = index + 1
            }
            lineStart = index + 1
        }
        if start < range.upperBound { paragraphs.append(start..<range.upperBound) }
        return paragraphs
    }

    private static func split(_ scalars: [Unicode.Scalar], _ paragraph: Range<Int>) -> [ConversationSentence] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(paragraph.count)
        for scalar in scalars[paragraph] {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        var offset = 0
        var position = paragraph.lowerBound
        /// From UTF-8 offsets, which only grow, to offsets of scalars.
        func scalarOffset(_ target: Int) -> Int {
            while offset < target {
                offset += UTF8.width(scalars[position])
                position += 1
            }
            return position
        }
        return SentenceSegmenter.sentences(bytes, 0..<bytes.count).compactMap { range in
            let lower = scalarOffset(range.lowerBound)
            let upper = scalarOffset(range.upperBound)
            let words = ConversationWords(scalars, in: lower..<upper).words
            guard !words.isEmpty else { return nil }
            let end = scalars[lower..<upper].suffix(3)
            return ConversationSentence(
                range: lower..<upper, words: words, isQuestion: end.contains("?") || end.contains("\u{FF1F}"))
        }
    }
}
