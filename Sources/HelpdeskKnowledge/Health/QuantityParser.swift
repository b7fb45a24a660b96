/// Finds the numbers of a sentence and what they count. O(words).
enum QuantityParser {
    /// The value of digits ("1,000", "2.5") or of a number word.
    static func number(_ word: String) -> Double? {
        if let value = words[word] { return value }
        guard let first = word.utf8.first, first >= 0x30, first <= 0x39, word.utf8.count <= 15 else { return nil }
        var parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E || $0 == 0x2C }) else {
            return nil
        }
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        if groups.count > 1 {
            if groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) {
                parts[0] = groups.joined()
            } else if groups.count == 2, parts.count == 1 {
                parts = groups.map(String.init)  // a decimal comma
            } else {
                return nil
            }
        }
        return Double(parts.joined(separator: "."))
    }

    /// The numbers of a sentence.
    static func quantities(in words: [StatementWord]) -> [Quantity] {
        var result: [Quantity] = []
        var index = 0
        while index < words.count {
            guard let first = number(words[index].text) else {
                index += 1
                continue
            }
            let start = index
            var last = first
            index += 1
            // "5-7", "5 to 7", "between 5 and 7".
            if index < words.count, let mark = words[index].mark, "-\u{2013}\u{2014}".unicodeScalars.contains(mark),
                let upper = number(words[index].text)
            {
                last = upper
                index += 1
            } else if index + 1 < words.count, let upper = number(words[index + 1].text),
                words[index].text == "to"
                    || words[index].text == "and" && start > 0 && words[start - 1].text == "between"
            {
                last = upper
                index += 2
            }
            guard last >= first, last.isFinite,
                let quantity = quantity(first...last, words, number: start, after: &index)
            else { continue }
            result.append(quantity)
        }
        return result
    }

    private static func quantity(
        _ range: ClosedRange<Double>, _ words: [StatementWord], number start: Int, after index: inout Int
    ) -> Quantity? {
        let before = start > 0 ? words[start - 1] : nil
        if let before, skipped.contains(before.text) { return nil }
        var unit: Unit?
        var nouns: [String] = []
        var end = index
        if let before, words[start].mark == nil, let currency = Unit.known[before.text], currency.kind == .money {
            unit = currency
        } else if let before, ["version", "port", "release"].contains(before.text) {
            nouns = [before.text]
        } else {
            var isBusiness = false
            var place = index
            // What is counted follows, at most three words on and before any mark.
            while place < words.count, place < index + 3, words[place].mark == nil {
                let word = words[place]
                if let known = Unit.known[word.text] {
                    if nouns.isEmpty || isBusiness {
                        unit = known
                        nouns = []
                        end = place + 1
                        if isBusiness, known.kind == .time { unit?.kind = .businessTime }
                    }
                    break
                }
                if ["business", "working"].contains(word.text) {
                    isBusiness = true
                    place += 1
                    continue
                }
                guard let stem = ContentWords.stem(of: word), word.hasLetter else { break }
                nouns.append(stem)
                if nouns.count <= 2 { end = place + 1 }
                place += 1
            }
        }
        guard unit != nil || !nouns.isEmpty else { return nil }
        let factor = unit?.factor ?? 1
        let low = range.lowerBound * factor
        let high = range.upperBound * factor
        guard low.isFinite, high.isFinite else { return nil }
        let shown = (unit?.kind == .money && end == index ? max(0, start - 1) : start)..<max(end, index)
        let quantity = Quantity(
            range: low...high, unit: unit, nouns: nouns, rates: rates(words, from: end),
            bound: bound(words, before: start),
            words: words[shown].map(\.written).joined(separator: " "))
        index = max(index, end)
        return quantity
    }

    /// "per month", "a month", "per user per month" right after a quantity.
    private static func rates(_ words: [StatementWord], from start: Int) -> Set<String> {
        var rates: Set<String> = []
        var place = start
        while place + 1 < words.count, place < start + 6 {
            if words[place].text == "per" || words[place + 1].mark == "/" {
                rates.insert(words[place + 1].stem)
                place += 2
            } else if ["a", "an", "each", "every"].contains(words[place].text),
                Unit.known[words[place + 1].text]?.kind == .time
            {
                rates.insert(words[place + 1].stem)
                place += 2
            } else if rates.isEmpty, words[place].mark == nil, words[place].hasLetter {
                place += 1
            } else {
                break
            }
        }
        return rates
    }

    private static func bound(_ words: [StatementWord], before start: Int) -> Quantity.Bound {
        let window = words[max(0, start - 4)..<start].map(\.text)
        let phrase = " " + window.joined(separator: " ") + " "
        if [" at least ", " minimum ", " more than ", " over ", " or more ", " above ", " from "].contains(
            where: phrase.contains) && !phrase.contains(" no more than ")
        {
            return .atLeast
        }
        if [" at most ", " maximum ", " up to ", " within ", " no more than ", " less than ", " under ", " below "]
            .contains(where: phrase.contains)
        {
            return .atMost
        }
        return .exact
    }

    /// Words before a number that is no quantity.
    private static let skipped: Set<String> = [
        "step", "section", "chapter", "figure", "table", "page", "example", "error", "code", "http", "rfc", "iso", "id",
    ]

    private static let words: [String: Double] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "ninety": 90,
    ]
}
