/// Finds addresses of version 4 and 6 of the Internet Protocol, and tells them from versions, sections, object ids,
/// times and hardware addresses.
struct IPAddressScanner {
    /// The longest textual form of an address of version 6 (RFC 4291 with an address of version 4 at its end).
    private static let longest = 45

    private let text: SignText

    init(_ text: SignText) { self.text = text }

    // MARK: Version 4

    /// The address whose first digit stands there.
    func version4(at start: Int) -> Range<Int>? {
        guard let (end, parts) = parts(at: start), mayStand(start, end) else { return nil }
        // A mask says nothing about anybody.
        if parts[0] == 255 { return nil }
        switch sense(start, end) {
        case .address: return start..<end
        case .other: return nil
        case .none: return isTelling(parts) ? start..<end : nil
        }
    }

    /// Four numbers up to 255 with dots between.
    private func parts(at start: Int) -> (end: Int, parts: SIMD4<Int>)? {
        var index = start
        // Most numbers are no address: the dot comes too late.
        var first = 0
        while first < 4, Sign.isDigit(text[index + first]) { first += 1 }
        guard first < 4, text[index + first] == 0x2E else { return nil }
        var parts = SIMD4<Int>()
        for part in 0..<4 {
            if part > 0 {
                guard text[index] == 0x2E else { return nil }
                index += 1
            }
            let partStart = index
            var value = 0
            while Sign.isDigit(text[index]), index - partStart < 4 {
                value = value * 10 + Int(text[index] - 0x30)
                index += 1
            }
            let length = index - partStart
            guard length >= 1, length <= 3, value <= 255, length != 2 || text[partStart] != 0x30 else { return nil }
            parts[part] = value
        }
        return (index, parts)
    }

    /// Whether the signs before and behind allow for an address.
    private func mayStand(_ start: Int, _ end: Int) -> Bool {
        let before = text[start - 1]
        if Sign.isLetterOrDigit(before) || before == 0x5F || before == 0x2E || before == 0x23 || before == 0x24 {
            return false
        }
        if before == 0x2D, Sign.isLetterOrDigit(text[start - 2]), !endsAddress(start - 1) { return false }
        // "Chrome/120.0.0.0"
        if before == 0x2F, Sign.isLetter(text[start - 2]) { return false }
        if before == 0x3A, Sign.isHexDigit(text[start - 2]), !Sign.isLetter(text[start - 2]) { return false }
        let after = text[end]
        if Sign.isLetterOrDigit(after) || after == 0x5F || after == 0x25 { return false }
        if after == 0x2E { return !Sign.isLetterOrDigit(text[end + 1]) }
        if after == 0x2D || after == 0x2B { return Sign.isDigit(text[end + 1]) || !Sign.isLetter(text[end + 1]) }
        return true
    }

    /// Whether an address ends there: "192.0.2.1-192.0.2.9".
    private func endsAddress(_ end: Int) -> Bool {
        var index = end
        var dots = 0
        while index > end - 15, Sign.isDigit(text[index - 1]) || text[index - 1] == 0x2E {
            index -= 1
            if text[index] == 0x2E { dots += 1 }
        }
        return dots == 3
    }

    private enum Sense { case address, other, none }

    /// What the nearest telling word says.
    private func sense(_ start: Int, _ end: Int) -> Sense {
        if text[start - 1] == 0x2F, text[start - 2] == 0x2F { return .address }
        if text[end] == 0x3A, Sign.isDigit(text[end + 1]) { return .address }
        if text[end] == 0x2F, Sign.isDigit(text[end + 1]) { return .address }
        let before = text.words(before: start, count: 4)
        for (distance, word) in before.enumerated() {
            if Self.addressWords.contains(word) { return .address }
            if distance < 3, Self.otherWords.contains(word) { return .other }
        }
        for word in text.words(after: end, count: 2) where Self.otherWordsBehind.contains(word) { return .other }
        return .none
    }

    /// Whether the numbers alone make an address rather than a version: private and documentation networks, well-known
    /// name servers, and whatever begins higher than versions do.
    private func isTelling(_ parts: SIMD4<Int>) -> Bool {
        if parts[0] >= 32 || parts[0] == 10 { return true }
        // The roots of object ids: "1.3.101.112".
        if parts[0] <= 2, parts[1] < 40, parts[1] > 1 { return false }
        if parts == SIMD4(repeating: parts[0]), parts[0] > 0 { return true }
        let isKnown = parts == SIMD4(8, 8, 4, 4) || parts == SIMD4(1, 0, 0, 1) || parts == SIMD4()
        return isKnown || (1..<4).count { parts[$0] >= 64 } >= 2
    }

    private static let addressWords = WordSet(
        """
        ip ips ipv address addresses adresse host hosts server servers ping pings pinged dns nameserver nameservers
        resolver gateway router subnet network src dst source destination client clients remote peer peers login inet
        traceroute forwarded whitelist allowlist blocklist firewall vpn proxy route cidr range localhost lan wan dhcp
        """)

    private static let otherWords = WordSet(
        """
        version versions ver vers v build builds release releases released firmware driver drivers section sections
        chapter clause oid paragraph update updates updated upgrade upgraded upgrading downgrade downgraded patch
        revision rev software app appendix figure fig item step article kernel assembly fileversion productversion sdk
        plugin package library edition hotfix macos ios ipados android windows php node java python chrome firefox
        safari ubuntu debian nginx apache rule requirement lesson exercise table
        """)

    private static let otherWordsBehind = WordSet(
        "version build release firmware driver update beta alpha macos ios android")

    // MARK: Version 6

    /// Looks at everything of hexadecimal digits, colons and dots around a colon.
    ///
    /// - Returns: Where that ends.
    func version6(around colon: Int, after bound: Int, _ candidates: inout [PersonalDataCandidate]) -> Int {
        var end = colon
        while isPart(text[end]) { end += 1 }
        // Prose: "Note: …".
        guard end > colon + 1 || text[colon + 1] == 0x3A else { return end }
        var start = colon
        let lowest = max(bound, colon - 5)
        while start > lowest, Sign.isHexDigit(text[start - 1]) { start -= 1 }
        guard end - start <= Self.longest + 2 else { return end }
        if let range = address(start, end) {
            candidates.append(PersonalDataCandidate(kind: .ipAddress, range: range))
        }
        return end
    }

    private func isPart(_ sign: UInt8) -> Bool { Sign.isHexDigit(sign) || sign == 0x3A || sign == 0x2E }

    private func address(_ start: Int, _ end: Int) -> Range<Int>? {
        var start = start
        var end = end
        // "peer:2001:db8::1"; the letters before the first colon are no part of it.
        if Sign.isLetterOrDigit(text[start - 1]) || text[start - 1] == 0x5F {
            while start < end, text[start] != 0x3A { start += 1 }
            guard text[start + 1] != 0x3A else { return nil }
            start += 1
        } else if text[start] == 0x3A, text[start + 1] != 0x3A {
            start += 1
        }
        while end > start, text[end - 1] == 0x2E { end -= 1 }
        if end - start > 2, text[end - 1] == 0x3A, text[end - 2] != 0x3A { end -= 1 }
        guard end - start <= Self.longest, !Sign.isLetterOrDigit(text[end]), text[end] != 0x5F else { return nil }
        guard let form = form(start, end) else { return nil }
        return isPlausible(form, start) ? start..<end : nil
    }

    private struct Form {
        /// The groups as ranges, without an embedded address of version 4.
        var groups: [Range<Int>] = []
        var isCompressed = false
        var hasVersion4 = false
        var digits = 0
    }

    private func form(_ start: Int, _ end: Int) -> Form? {
        var form = Form()
        var index = start
        while index < end {
            if text[index] == 0x3A {
                guard index + 1 < end, text[index + 1] == 0x3A, !form.isCompressed else { return nil }
                form.isCompressed = true
                index += 2
                continue
            }
            let first = index
            while index < end, Sign.isHexDigit(text[index]) {
                if Sign.isDigit(text[index]) { form.digits += 1 }
                index += 1
            }
            if index < end, text[index] == 0x2E {
                guard let (last, _) = parts(at: first), last == end else { return nil }
                form.hasVersion4 = true
                index = end
                break
            }
            guard index > first, index - first <= 4 else { return nil }
            form.groups.append(first..<index)
            if index < end {
                guard text[index] == 0x3A, index + 1 < end else { return nil }
                if text[index + 1] != 0x3A { index += 1 }
            }
        }
        let count = form.groups.count + (form.hasVersion4 ? 2 : 0)
        return form.isCompressed ? (count <= 7 ? form : nil) : (count == 8 ? form : nil)
    }

    /// Whether it is not a name in a program, a hardware address or a row of numbers.
    private func isPlausible(_ form: Form, _ start: Int) -> Bool {
        if form.hasVersion4 { return true }
        guard form.digits > 0 else { return false }
        if !form.isCompressed {
            // Eight pairs are a hardware address.
            return form.groups.contains { $0.count != 2 }
        }
        guard let first = form.groups.first else { return false }
        if form.groups.count >= 3 { return form.groups.contains { $0.count >= 3 } || hasWord(start) }
        if first.lowerBound != start {
            // "::1" is this machine; "::2" may be anything.
            return form.groups.count > 1 || first.count == 1 && text[first.lowerBound] == 0x31 || hasWord(start)
        }
        // Two groups: "2001::1", "fe80::1", but not "a1::b2".
        let head = Sign.lowercased(text[first.lowerBound])
        let isGlobal = first.count == 4 && (head == 0x32 || head == 0x33)
        let isLocal =
            first.count == 4 && head == 0x66 && [0x63, 0x64, 0x65, 0x66].contains(text[first.lowerBound + 1] | 0x20)
        return isGlobal || isLocal || hasWord(start)
    }

    private func hasWord(_ start: Int) -> Bool {
        text.words(before: start, count: 3).contains { Self.addressWords.contains($0) }
    }
}
