/// Finds personal data of all kinds in one pass.
///
/// The pass looks at every sign once in a table of 256 classes. Almost all are plain; the few that can begin or hold
/// personal data ("@", ":", a digit, a long word, the word "at") hand over to the scanner of their kind, which looks a
/// bounded way back and reads ahead no sign twice. So time is linear for every text.
struct PersonalDataScanner {
    private enum Class {
        static let plain: UInt8 = 0
        static let edge: UInt8 = 1
        static let digit: UInt8 = 2
        static let at: UInt8 = 3
        static let colon: UInt8 = 4
        static let hyphen: UInt8 = 5
    }

    /// No secret is shorter with its name or its prefix.
    private static let shortestSecret = 12

    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: Class.plain, count: 256)
        for sign in UInt8(0)...0x20 { classes[Int(sign)] = Class.edge }
        for sign in "\"'`()[]{}<>|,;".utf8 { classes[Int(sign)] = Class.edge }
        for sign in [Sign.symbol, Sign.dash, Sign.currency, Sign.unspaced, Sign.omission] {
            classes[Int(sign)] = Class.edge
        }
        for sign in UInt8(0x30)...0x39 { classes[Int(sign)] = Class.digit }
        classes[0x40] = Class.at
        classes[0x3A] = Class.colon
        classes[0x2D] = Class.hyphen
        return classes
    }()

    private let text: SignText
    private var candidates: [PersonalDataCandidate] = []

    private init(_ text: SignText) { self.text = text }

    /// What stands in the text, in order, in signs. Nothing overlaps.
    static func candidates(in text: SignText) -> [PersonalDataCandidate] {
        var scanner = PersonalDataScanner(text)
        scanner.scan()
        PersonalDataCandidate.resolve(&scanner.candidates)
        return scanner.candidates
    }

    private mutating func scan() {
        let emails = EmailScanner(text)
        let addresses = IPAddressScanner(text)
        var urls = URLScanner(text)
        var numbers = NumberScanner(text)
        var secrets = SecretScanner(text)
        var wordStart = 0
        // Up to here a scanner has read already.
        var emailBound = 0
        var numberBound = 0
        var addressBound = 0
        var blockBound = 0
        text.signs.withUnsafeBufferPointer { signs in
            Self.classes.withUnsafeBufferPointer { classes in
                var index = 0
                let count = signs.count
                while index <= count {
                    let kind = index < count ? classes[Int(signs[index])] : Class.edge
                    if kind == Class.plain {
                        index += 1
                        continue
                    }
                    switch kind {
                    case Class.edge:
                        let length = index - wordStart
                        if length >= Self.shortestSecret {
                            secrets.scan(wordStart..<index, &candidates)
                        } else if length >= 2, length <= 8, signs[wordStart] | 0x20 == 0x61, wordStart >= emailBound,
                            let range = emails.hidden(word: wordStart..<index, after: emailBound)
                        {
                            add(.email, range)
                            emailBound = range.upperBound
                        }
                        wordStart = index + 1
                    case Class.digit:
                        if index >= numberBound { numberBound = numbers.scan(from: index, &candidates) }
                    case Class.at:
                        if index >= emailBound, let range = emails.address(at: index, after: emailBound) {
                            add(.email, range)
                            emailBound = range.upperBound
                        }
                    case Class.colon:
                        if index + 2 < count, signs[index + 1] == 0x2F, signs[index + 2] == 0x2F {
                            if let found = urls.candidate(at: index) { candidates.append(found) }
                        } else if index >= addressBound {
                            addressBound = addresses.version6(around: index, after: addressBound, &candidates)
                        }
                    default:
                        if index >= blockBound, index + 4 < count, signs[index + 1] == 0x2D,
                            let block = PrivateKeyBlock.range(in: text, at: index)
                        {
                            if block.isSecret { add(.apiKey, block.range) }
                            blockBound = block.range.upperBound
                        }
                    }
                    index += 1
                }
            }
        }
    }

    private mutating func add(_ kind: PersonalDataCandidate.Kind, _ range: Range<Int>) {
        candidates.append(PersonalDataCandidate(kind: kind, range: range))
    }
}
