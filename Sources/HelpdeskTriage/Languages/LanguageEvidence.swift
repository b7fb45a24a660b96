/// What a text shows of its language: letters by script, and the scores of the models over its words.
struct LanguageEvidence {
    private var letters = [Int](repeating: 0, count: LetterScript.count)
    private var words = [Int](repeating: 0, count: LanguageModel.all.count)
    private var sums = [LanguageModel.Sums](repeating: LanguageModel.Sums(), count: LanguageModel.all.count)
    /// Characters that are common in Chinese and do not occur in Japanese, or hardly.
    private var chineseCharacters = 0
    /// The probability of no known language; set by ``hypotheses(where:)``.
    var unknownProbability = 0.0

    /// How many letters of a script the text has.
    func count(_ script: LetterScript) -> Int { letters[Int(script.rawValue)] }
    /// How many words of a model's script.
    func words(_ model: Int) -> Int { words[model] }
    /// The scores of a model.
    func sums(_ model: Int) -> LanguageModel.Sums { sums[model] }
    /// Whether a character shows that the text is Chinese.
    var hasChineseCharacters: Bool { chineseCharacters > 0 }
}

extension LanguageEvidence {
    /// Gathers the evidence of a text.
    init(_ text: String) {
        self.init()
        var text = text
        text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LanguageSample.capacity) { scalars in
                let count = LanguageSample.write(bytes, to: scalars)
                read(UnsafeMutableBufferPointer(rebasing: scalars[..<count]))
            }
        }
    }

    private mutating func read(_ scalars: UnsafeMutableBufferPointer<UInt32>) {
        var index = 0
        while index < scalars.count {
            let script = LetterScript.of(scalars[index])
            switch script {
            case .latin, .digit, .joint, .apostrophe: index = readStretch(scalars, from: index)
            case .cyrillic, .arabic, .devanagari: index = readWord(scalars, from: index, of: script)
            case .other, .dropped: index += 1
            default:
                letters[Int(script.rawValue)] += 1
                if script == .han, Self.chinese.contains(scalars[index]) { chineseCharacters += 1 }
                index += 1
            }
        }
    }

    /// Reads a stretch of Latin letters, digits and the signs that join them; an address, a path or a code is skipped.
    private mutating func readStretch(_ scalars: UnsafeMutableBufferPointer<UInt32>, from start: Int) -> Int {
        var end = start
        var slashes = 0
        var isText = scalars[start] != 0x2F
        while end < scalars.count {
            let scalar = scalars[end]
            switch LetterScript.of(scalar) {
            case .latin, .apostrophe: break
            case .digit: isText = false
            case .joint:
                switch scalar {
                case 0x40, 0x5F, 0x5C: isText = false
                case 0x2F:
                    slashes += 1
                    if slashes > 1 { isText = false }
                case 0x2E where end > start && end + 1 < scalars.count:
                    // A dot within small letters: a domain or a file. After it a capital: a missing space.
                    if LetterForm.isBasicSmall(scalars[end - 1]), LetterForm.isBasicSmall(scalars[end + 1]) {
                        isText = false
                    }
                default: break
                }
            default:
                if isText { readLatinWords(scalars, start..<end) }
                return end
            }
            end += 1
        }
        if isText { readLatinWords(scalars, start..<end) }
        return end
    }

    private mutating func readLatinWords(_ scalars: UnsafeMutableBufferPointer<UInt32>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            if LetterScript.of(scalars[index]) == .latin {
                index = readWord(scalars, from: index, of: .latin)
            } else {
                index += 1
            }
        }
    }

    /// Reads a word of a script that has a model. Apostrophes between letters belong to it.
    private mutating func readWord(
        _ scalars: UnsafeMutableBufferPointer<UInt32>, from start: Int, of script: LetterScript
    ) -> Int {
        let place = Int(script.rawValue - LetterScript.latin.rawValue)
        var end = start
        var isName = false
        var count = 0
        while end < scalars.count {
            let scalar = scalars[end]
            let kind = LetterScript.of(scalar)
            if kind == .apostrophe {
                let isInside =
                    script.rawValue <= LetterScript.cyrillic.rawValue && end > start && end + 1 < scalars.count
                    && LetterScript.of(scalars[end + 1]) == script
                guard isInside else { break }
            } else {
                guard kind == script else { break }
                count += 1
                // `iPhone`, `PayPal`: names of things in any language.
                if end > start, LetterForm.isBasicCapital(scalar), LetterForm.isBasicSmall(scalars[end - 1]) {
                    isName = true
                }
            }
            end += 1
        }
        // Small letters only now: the comparison above needs the letters as written.
        for index in start..<end { scalars[index] = LetterForm.small(scalars[index]) }
        guard !isName else { return end }
        LanguageModel.all[place].add(scalars[start..<end], to: &sums[place])
        letters[Int(script.rawValue)] += count
        words[place] += 1
        return end
    }

    // The commonest words of Chinese that are characters, simplified and traditional, and are not used in Japanese.
    private static let chinese: Set<UInt32> = Set(
        "的了吗嗎们們这這么麼呢吧你您她没沒怎谁誰还還给給让讓吃哪很跟呀啊啦请说說对對从從过过个個们现现为么样樣钱錢账号號订單单".unicodeScalars.map(\.value))
}
