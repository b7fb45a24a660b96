/// Finds e-mail addresses: plain, with accents or fullwidth signs, and written to hide from machines.
struct EmailScanner {
    /// RFC 5321: the longest local part and the longest domain.
    static let longestLocal = 64
    private static let longestDomain = 253

    let text: SignText

    init(_ text: SignText) { self.text = text }

    /// The address whose "@" stands there, if it is one. It begins at `bound` or later.
    func address(at sign: Int, after bound: Int) -> Range<Int>? {
        if !isLocal(text[sign - 1]), text[sign - 1] != 0x22 { return spacedOut(at: sign, after: bound) }
        guard let start = localStart(before: sign, after: bound), !isInAuthority(start), !isMessageID(start) else {
            return nil
        }
        guard let end = domainEnd(after: sign + 1) else { return nil }
        return isRemotePath(end) ? nil : start..<end
    }

    // MARK: Local part

    private func localStart(before sign: Int, after bound: Int) -> Int? {
        let lowest = max(bound, sign - Self.longestLocal)
        var start = sign
        if start > lowest, text[start - 1] == 0x22 {
            var index = start - 2
            while index >= lowest, text[index] != 0x22, text[index] != Sign.lineBreak { index -= 1 }
            return index >= lowest && text[index] == 0x22 && index < start - 2 ? index : nil
        }
        let isUnspaced = text[start - 1] == Sign.unspaced
        while start > lowest, isLocal(text[start - 1]), isUnspaced || text[start - 1] != Sign.unspaced { start -= 1 }
        // "bounce-ann=example.com@lists.example.org" holds another address.
        if start > lowest, text[start - 1] == 0x3D, Self.endings.contains(ending(start..<sign)) {
            var longer = start - 1
            while longer > lowest, isLocal(text[longer - 1]), text[longer - 1] != Sign.unspaced { longer -= 1 }
            if longer < start - 1 { start = longer }
        }
        while start < sign, !isWord(text[start]), text[start] != 0x5F { start += 1 }
        guard start < sign, text[sign - 1] != 0x2E else { return nil }
        // "@user@server" is an account of a social network.
        if text[start - 1] == 0x40 { return nil }
        return start
    }

    func isLocal(_ sign: UInt8) -> Bool {
        switch sign {
        case 0x2E, 0x5F, 0x2B, 0x2D, 0x27, 0x26, 0x25, 0x21, 0x23, 0x24, 0x2A, 0x7E: true
        default: isWord(sign)
        }
    }

    func isWord(_ sign: UInt8) -> Bool { Sign.isLetterOrDigit(sign) || sign == Sign.unspaced }

    /// What stands behind the last dot, in lower case.
    private func ending(_ range: Range<Int>) -> String {
        guard let dot = range.last(where: { text[$0] == 0x2E }) else { return "" }
        return text.lowercased(dot + 1..<range.upperBound)
    }

    /// Whether it is the user of a URL: `ssh://git@host`, `postgres://app:secret@host`.
    private func isInAuthority(_ start: Int) -> Bool {
        guard text[start - 1] == 0x3A || text[start - 1] == 0x2F else { return false }
        var index = start - 1
        let lowest = max(2, start - 200)
        while index >= lowest, text[index] > 0x20 {
            if text[index] == 0x2F { return text[index - 1] == 0x2F && text[index - 2] == 0x3A }
            index -= 1
        }
        return false
    }

    /// "Message-ID: <…@…>" names a message and nobody's mailbox.
    private func isMessageID(_ start: Int) -> Bool {
        text[start - 1] == 0x3C
            && (text.hasWord("message-id: ", at: start - 13) || text.hasWord("references: ", at: start - 13)
                || text.hasWord("in-reply-to: ", at: start - 14))
    }

    // MARK: Domain

    /// The end of the domain that begins there: labels with dots, the last one of letters.
    func domainEnd(after start: Int) -> Int? {
        var index = start
        var labelStart = start
        var labels: [Range<Int>] = []
        let limit = min(text.count, start + Self.longestDomain)
        let isUnspaced = text[start] == Sign.unspaced
        while index < limit {
            let sign = text[index]
            if sign == Sign.unspaced ? isUnspaced : Sign.isLetterOrDigit(sign) || sign == 0x2D && index > labelStart {
                index += 1
            } else if sign == 0x2E, index > labelStart, index + 1 < limit, isWord(text[index + 1]) {
                labels.append(labelStart..<index)
                index += 1
                labelStart = index
            } else {
                break
            }
        }
        var last = index
        while last > labelStart, text[last - 1] == 0x2D { last -= 1 }
        if last > labelStart { labels.append(labelStart..<last) }
        // "ann@example.com.Please" lacks a blank.
        if labels.count > 2, let tail = labels.last, Sign.isUpper(text[tail.lowerBound]),
            Self.endings.contains(text.lowercased(labels[labels.count - 2])),
            !Sign.isUpper(text[labels[labels.count - 2].lowerBound])
        {
            labels.removeLast()
        }
        while let tail = labels.last, !isTopLevel(tail) { labels.removeLast() }
        guard labels.count >= 2, let tail = labels.last, !Self.fileEndings.contains(text.lowercased(tail)) else {
            return nil
        }
        return tail.upperBound
    }

    func isTopLevel(_ label: Range<Int>) -> Bool {
        guard label.count >= 2 else { return false }
        if label.count > 4, text.hasWord("xn--", at: label.lowerBound) { return true }
        return label.allSatisfy { isWord(text[$0]) && !Sign.isDigit(text[$0]) }
    }

    /// Whether `:path/…` follows, as in the remote of a version control system.
    private func isRemotePath(_ end: Int) -> Bool {
        guard text[end] == 0x3A else { return false }
        var index = end + 1
        let limit = min(text.count, end + 100)
        while index < limit, text[index] > 0x20 {
            if text[index] == 0x2F || text.hasWord(".git", at: index) { return true }
            index += 1
        }
        return false
    }

    /// The endings of domains that people write in words, or glue a sentence to.
    static let endings: Set<String> = Set(
        """
        com net org de uk co io fr es it nl eu info biz edu gov us ca au example app dev me at ch se no dk pl be ie nz
        in jp br test invalid local
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Endings of files and units: "logo@2x.png", "getty@tty1.service".
    private static let fileEndings: Set<String> = Set(
        """
        png jpg jpeg gif svg webp ico bmp heic html htm css js ts jsx tsx json xml yml yaml txt csv pdf doc docx xlsx
        exe dll swift service socket timer target mount tgz tar gz
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
