/// Secrets that have no form of their own, but a name before them.
extension SecretScanner {
    /// Shorter values are passwords at most.
    private static let shortestValue = 16
    private static let longestValue = 512
    /// How far back the name may begin.
    private static let nameReach = 48

    /// The end of the secret that begins there, in a word, if it is named as one.
    func namedSecret(at start: Int, in word: Range<Int>) -> Int? {
        guard start == word.lowerBound || [0x3D, 0x3A].contains(text[start - 1]) else { return nil }
        var end = start
        while end < word.upperBound, isValueSign(text[end]), end - start <= Self.longestValue { end += 1 }
        while end > start, text[end - 1] == 0x2E || text[end - 1] == 0x2C { end -= 1 }
        guard end - start <= Self.longestValue else { return nil }
        // Padding.
        let bodyEnd = end
        while end < bodyEnd + 2, text[end] == 0x3D { end += 1 }
        guard end - start >= 12,
            text.hasWord("basic", at: start - 6) || (start..<end).contains(where: { Sign.isDigit(text[$0]) })
        else { return nil }
        let name = name(before: start)
        if end - start == 40, isSecretOfAccessKey(start..<end, name.letters) { return end }
        if Self.ends(name.letters, with: ["basic"]) {
            return SecretShape.isBasicCredential(text, start..<end) ? end : nil
        }
        guard bodyEnd - start >= Self.shortestValue, isSecretName(name.letters, isAssigned: name.isAssigned),
            !isCutOff(end),
            SecretShape.looksRandom(text, start..<bodyEnd), !SecretShape.isPlaceholder(text, start..<bodyEnd),
            !SecretShape.isUUID(text, start..<bodyEnd)
        else { return nil }
        return end
    }

    private func isValueSign(_ sign: UInt8) -> Bool {
        Sign.isTokenSign(sign) || [0x2B, 0x2F, 0x2E, 0x7E, 0x25].contains(sign)
    }

    /// Forty signs of base64 near the access key they belong to, or named as one.
    private func isSecretOfAccessKey(_ range: Range<Int>, _ name: [UInt8]) -> Bool {
        guard range.lowerBound - accessKeyEnd < 160 || Self.ends(name, with: Self.accessKeyNames) else { return false }
        return range.contains { Sign.isUpper(text[$0]) } && range.contains { Sign.isDigit(text[$0]) }
            && range.contains { Sign.isASCIILetter(text[$0]) && !Sign.isUpper(text[$0]) }
    }

    // MARK: Names

    /// The name before a value, its letters from the last to the first in lower case and nothing between, and whether
    /// "=", ":" or "is" joins them.
    private func name(before start: Int) -> (letters: [UInt8], isAssigned: Bool) {
        var index = start - 1
        let lowest = max(0, start - Self.nameReach)
        var isAssigned = false
        while index >= lowest {
            let sign = text[index]
            if sign == 0x3D || sign == 0x3A { isAssigned = true }
            guard Sign.isQuote(sign) || [0x20, 0x3D, 0x3A, 0x3E, 0x28, 0x5B, 0x5D].contains(sign) else { break }
            index -= 1
        }
        var letters: [UInt8] = []
        letters.reserveCapacity(32)
        while index >= lowest, letters.count < 32 {
            let sign = text[index]
            if Sign.isASCIILetter(sign) {
                letters.append(Sign.lowercased(sign))
            } else if !Sign.isDigit(sign), ![0x5F, 0x2D, 0x20, 0x2E, 0x23].contains(sign) {
                break
            }
            // "my key is …"
            if letters.count == 2, letters == [0x73, 0x69], text[index - 1] == 0x20, !isAssigned {
                isAssigned = true
                letters.removeAll()
            }
            index -= 1
        }
        return (letters, isAssigned)
    }

    private func isSecretName(_ name: [UInt8], isAssigned: Bool) -> Bool {
        guard Self.ends(name, with: Self.plainNames) || isAssigned && Self.ends(name, with: Self.assignedNames)
        else { return false }
        return !Self.ends(name, with: Self.publicNames)
    }

    /// Whether a name, its letters from the last to the first, ends with one of these.
    private static func ends(_ name: [UInt8], with endings: [StaticString]) -> Bool {
        endings.contains { ending in
            let count = ending.utf8CodeUnitCount
            guard name.count >= count else { return false }
            return (0..<count).allSatisfy { name[$0] == (ending.utf8Start + (count - 1 - $0)).pointee }
        }
    }

    private static let accessKeyNames: [StaticString] = ["secretaccesskey", "awssecret", "awssecretkey"]

    /// Names that tell a secret without a sign between.
    private static let plainNames: [StaticString] = [
        "apikey", "apitoken", "accesstoken", "authtoken", "secretkey", "secretaccesskey", "bearer", "ssws", "bottoken",
        "clientsecret", "apisecret", "refreshtoken", "authorizationtoken", "signingsecret", "webhooksecret",
        "accesskey",
    ]

    /// Names that tell a secret before "=", ":" or "is".
    private static let assignedNames: [StaticString] = [
        "token", "secret", "accountkey", "sharedkey", "authkey", "encryptionkey", "masterkey", "privatekey",
        "servicekey",
        "subscriptionkey", "signingkey", "adminkey", "functionkey", "deploykey", "integrationkey", "routingkey", "sig",
        "passphrase", "schlussel", "clavesecreta", "securitykey",
    ]

    /// Names with the same endings that tell no secret.
    private static let publicNames: [StaticString] = [
        "publictoken", "csrftoken", "xsrftoken", "pagetoken", "nexttoken", "continuationtoken", "synctoken",
        "devicetoken",
        "cursortoken", "cachetoken", "pushtoken", "tokentype", "publickey", "trackingtoken", "requesttoken",
    ]
}
