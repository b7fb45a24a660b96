/// A web address, e-mail address or phone number of a text.
struct GroundingLink: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case web, email, phone }

    var kind: Kind
    /// Lower case, without scheme, `www.` and closing marks; of a phone number its digits.
    var text: String
    /// Where it stands, in UTF-8 offsets.
    var range: Range<Int>

    /// Whether an address of a source covers this one.
    func isCovered(by other: GroundingLink) -> Bool {
        switch (kind, other.kind) {
        case (.phone, .phone):
            return text == other.text || (text.utf8.count >= 7 && other.text.hasSuffix(text.drop { $0 == "0" }))
                || (other.text.utf8.count >= 7 && text.hasSuffix(other.text.drop { $0 == "0" }))
        case (.email, .email): return text == other.text
        case (.web, .web):
            if text == other.text { return true }
            // The host alone, where a source names a page of it.
            return !text.contains("/") && other.text.hasPrefix(text + "/")
        case (.web, .email): return !text.contains("/") && other.text.hasSuffix("@" + text)
        default: return false
        }
    }
}

/// Finds addresses and phone numbers in UTF-8 text.
enum GroundingLinkReader {
    /// Ends of host names that make an address of what has neither a scheme nor `www.`: those of countries, but for the
    /// ones that are words or ends of file names, and the common ones besides.
    private static let topLevels = Set(
        """
        com org net info biz edu gov mil int app dev example test io ai me tv co cc ws shop store online site help support \
        cloud xyz top club live pro click link page tech space fun icu vip win bid loan work zone world today news blog \
        email team agency digital global group solutions services systems center care expert website host press cash \
        bank money credit finance insure \
        ac ae af ag al ao aq ar at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw bz ca cd cf cg ch ci ck \
        cl cm cn cr cu cv cw cx cy cz de dj dk dm dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm \
        gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in iq ir it je jm jo jp ke kg kh ki km kn kp kr kw ky \
        kz la lb lc li lk lr ls lt lu lv ly ma mc mg mh mk ml mm mn mo mp mq mt mu mv mw mx mz na nc ne nf ng ni nl no \
        np nr nu nz om pa pe pf pg ph pk pl pm pn pr pt pw qa re ro ru rw sa sb sc sd se sg si sk sl sm sn sr ss st su \
        sv sx sy sz tc td tf tg th tj tk tl tm tn tr tt tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ye yt za zm zw
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    /// Schemes whose addresses do something by themselves.
    private static let activeSchemes = ["javascript:", "vbscript:", "data:"]

    /// The address that begins at an offset, if one does. O(its length), at most 2,048 bytes.
    static func link(_ bytes: [UInt8], at start: Int, end limit: Int) -> GroundingLink? {
        let first = bytes[start]
        if first == UInt8(ascii: "+") || first == UInt8(ascii: "(") || UTF8Text.isDigit(first),
            let phone = phone(bytes, at: start, end: limit)
        {
            return phone
        }
        guard UTF8Text.isLetterOrDigit(first) else { return nil }
        let bound = min(limit, start + 2_048)
        var end = start
        var hasDot = false
        var at: Int?
        var slash: Int?
        while end < bound {
            let byte = bytes[end]
            if byte <= 0x20 || "\"<>`|\\^{}[]()*,;".utf8.contains(byte) { break }
            if byte >= 0x80, slash == nil { break }
            if byte == UInt8(ascii: "."), end + 1 < bound, UTF8Text.isLetterOrDigit(bytes[end + 1]) { hasDot = true }
            if byte == UInt8(ascii: "@"), at == nil { at = end }
            if byte == UInt8(ascii: "/"), slash == nil { slash = end }
            if byte == UInt8(ascii: "'"), slash == nil { break }
            end += 1
        }
        while end > start, ".!?:'_".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end - start >= 4 else { return nil }
        var text = String(decoding: bytes[start..<end].map(UTF8Text.lowercase), as: UTF8.self)
        if activeSchemes.contains(where: { text.hasPrefix($0) && text != $0 }) {
            return GroundingLink(kind: .web, text: text, range: start..<end)
        }
        // Without a dot only what names its scheme: "http://0x7f000001/".
        let scheme = text.firstRange(of: "://")
        guard hasDot || scheme != nil else { return nil }
        if let at, slash.map({ $0 > at }) ?? true {
            if text.hasPrefix("mailto:") { text.removeFirst(7) }
            return GroundingLink(kind: .email, text: text, range: start..<end)
        }
        var hasScheme = false
        if let scheme,
            text[..<scheme.lowerBound].utf8.allSatisfy({ UTF8Text.isLetterOrDigit($0) || "+-.".utf8.contains($0) })
        {
            text.removeSubrange(..<scheme.upperBound)
            hasScheme = true
        }
        if text.hasPrefix("www.") {
            text.removeFirst(4)
            hasScheme = true
        }
        while text.hasSuffix("/") { text.removeLast() }
        if hasScheme, !text.isEmpty { return GroundingLink(kind: .web, text: text, range: start..<end) }
        guard let host = text.split(separator: "/").first, host.contains("."), let top = host.split(separator: ".").last
        else { return nil }
        let isHost = host.utf8.allSatisfy { UTF8Text.isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x3A }
        guard isHost && topLevels.contains(String(top)) && !host.hasPrefix("e.g") else { return nil }
        return GroundingLink(kind: .web, text: text, range: start..<end)
    }

    /// A phone number: seven digits or more in groups.
    private static func phone(_ bytes: [UInt8], at start: Int, end limit: Int) -> GroundingLink? {
        if start > 0, UTF8Text.isLetterOrDigit(bytes[start - 1]) || "$.,:/-".utf8.contains(bytes[start - 1]) {
            return nil
        }
        var digits: [UInt8] = []
        var groups: [Int] = []
        var inGroup = false
        var last = start
        var index = start
        while index < limit, index - start < 40 {
            let byte = bytes[index]
            if UTF8Text.isDigit(byte) {
                digits.append(byte)
                if inGroup { groups[groups.count - 1] += 1 } else { groups.append(1) }
                inGroup = true
                last = index + 1
            } else if "()-/. ".utf8.contains(byte) || (byte == UInt8(ascii: "+") && index == start) {
                // Two separators in a row are only brackets with spaces.
                if !inGroup, byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") { break }
                inGroup = false
            } else {
                break
            }
            index += 1
        }
        if last < limit, UTF8Text.isLetter(bytes[last]) || bytes[last] == UInt8(ascii: "%") { return nil }
        guard digits.count >= 7, digits.count <= 15, groups.count >= 2 || bytes[start] == UInt8(ascii: "+") else {
            return nil
        }
        let isInternational =
            bytes[start] == UInt8(ascii: "+") || digits[0] == 0x30 || bytes[start] == UInt8(ascii: "(")
        // Dates, ranges of years, thousands with spaces.
        if !isInternational {
            if groups.count == 3, groups[0] == 4 || groups[2] == 4, groups[1] <= 2 { return nil }
            if groups.count == 2, groups[0] == groups[1] { return nil }
            if groups.dropFirst().allSatisfy({ $0 == 3 }), groups[0] <= 3,
                !bytes[start..<last].contains(where: { "()-/.".utf8.contains($0) })
            {
                return nil
            }
            if groups.contains(1), groups[0] != 1 { return nil }
        } else if digits[0] == 0x30, groups.count == 3, groups[0] == 2, groups[1] == 2, groups[2] == 4 {
            return nil
        }
        return GroundingLink(kind: .phone, text: String(decoding: digits, as: UTF8.self), range: start..<last)
    }
}
