/// Finds structures in a folded text, in one pass; each looks a bounded way ahead.
struct StructureScanner {
    let scalars: [UInt32]
    private(set) var found: [Structure] = []
    private var keyValues: [Range<Int>] = []
    private var openTags: Set<UInt64> = []
    private var isLineStart = true
    /// Where the last link that was read ends.
    private var linkScanned = 0

    /// The farthest a structure reaches, in scalars.
    static let reach = 600

    init(_ scalars: [UInt32]) {
        self.scalars = scalars
        var position = 0
        while position < scalars.count {
            let value = scalars[position]
            if isLineStart, value > 0x20 {
                scanLine(position)
                isLineStart = false
            }
            switch value {
            case 0x0A, 0x0D: isLineStart = true
            case 0x3C: scanAngle(position)
            case 0x5B: scanBracket(position)
            case 0x22: scanQuotedKey(position)
            case 0x28: scanCall(position)
            case 0x3D: scanKeyValue(position)
            case 0x3A: scanColon(position)
            case 0x7B: scanBrace(position)
            case 0x2F: scanSlash(position)
            case 0x40: scanAt(position)
            default: break
            }
            position += 1
        }
        if keyValues.count >= 2, let first = keyValues.first {
            let end = keyValues.last { $0.upperBound - first.lowerBound <= Self.reach } ?? first
            found.append(Structure(form: .keyValues, range: first.lowerBound..<end.upperBound))
        } else if let first = keyValues.first {
            found.append(Structure(form: .keyValues, range: first))
        }
    }

    private mutating func add(_ form: Structure.Form, _ range: Range<Int>) {
        guard found.count < 4_096 else { return }
        found.append(Structure(form: form, range: range.clamped(to: 0..<scalars.count)))
    }

    func string(_ range: Range<Int>) -> String {
        var text = ""
        for value in scalars[range.clamped(to: 0..<scalars.count)] {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    private func has(_ text: StaticString, at position: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position >= 0, position + count <= scalars.count else { return false }
        return text.withUTF8Buffer { buffer in
            for index in 0..<count where scalars[position + index] != UInt32(buffer[index]) { return false }
            return true
        }
    }

    /// The position behind the next occurrence of a text within a distance.
    private func end(of text: StaticString, from position: Int, within distance: Int = reach) -> Int? {
        let limit = min(scalars.count, position + distance)
        var index = position
        while index < limit {
            if has(text, at: index) { return index + text.utf8CodeUnitCount }
            index += 1
        }
        return nil
    }

    private func isName(_ value: UInt32) -> Bool {
        (0x61...0x7A).contains(value) || (0x30...0x39).contains(value) || value == 0x5F || value == 0x2D
            || value == 0x2E
    }

    private func nameEnd(_ start: Int) -> Int {
        var end = start
        while end < scalars.count, end - start < 40, isName(scalars[end]) { end += 1 }
        return end
    }

    // MARK: Lines

    private mutating func scanLine(_ start: Int) {
        var position = start
        while position < scalars.count, position - start < 12,
            [0x3E, 0x23, 0x2A, 0x2D, 0x3D, 0x20, 0x5B, 0x28, 0x5F].contains(scalars[position])
        {
            position += 1
        }
        let prefixed = position > start
        let end = nameEnd(position)
        let word = string(position..<end)
        var after = end
        while after < scalars.count, after - end < 3, [0x20, 0x5D, 0x29, 0x2A].contains(scalars[after]) { after += 1 }
        let isLabel = after < scalars.count && (scalars[after] == 0x3A || scalars[after] == 0x3E)
        let headed = prefixed && scalars[start] == 0x23
        if isLabel || headed {
            if Self.systemNames.contains(word) { add(.systemLabel, start..<after + 1) }
            if Self.assistantNames.contains(word) { add(.assistantLabel, start..<after + 1) }
            if Self.userNames.contains(word) { add(.userLabel, start..<after + 1) }
        }
        if scalars[start] == 0x2F, start + 2 < scalars.count, (0x61...0x7A).contains(scalars[start + 1]) {
            add(.slashCommand, start..<nameEnd(start + 1))
        }
        scanDelimiter(start)
    }

    private mutating func scanDelimiter(_ start: Int) {
        let mark = scalars[start]
        guard [0x2D, 0x3D, 0x23, 0x60, 0x22, 0x2A, 0x7E, 0x3C, 0x28, 0x5B].contains(mark) else { return }
        var run = start
        while run < scalars.count, scalars[run] == mark { run += 1 }
        guard run - start >= 3 || mark == 0x3C || mark == 0x28 || mark == 0x5B else { return }
        var end = run
        while end < scalars.count, end - run < 80, scalars[end] != 0x0A { end += 1 }
        let words = Set(string(run..<end).split(whereSeparator: { !$0.isLetter }).map(String.init))
        if !words.isDisjoint(with: Self.boundaryWords), !words.isDisjoint(with: Self.contextWords) {
            add(.delimiter, start..<end)
        }
    }

    // MARK: Tags, comments and brackets

    private mutating func scanAngle(_ start: Int) {
        if has("<|", at: start), let close = end(of: "|>", from: start + 2, within: 48) {
            add(.templateToken, start..<close)
            return
        }
        if has("<<sys>>", at: start) || has("<</sys>>", at: start) || has("<start_of_turn>", at: start) {
            add(.templateToken, start..<start + 7)
            return
        }
        if has("<!--", at: start) {
            add(.comment, start..<(end(of: "-->", from: start + 4) ?? min(scalars.count, start + Self.reach)))
            return
        }
        let isClosing = start + 1 < scalars.count && scalars[start + 1] == 0x2F
        let nameStart = start + (isClosing ? 2 : 1)
        let nameStop = nameEnd(nameStart)
        guard nameStop > nameStart else { return }
        let name = string(nameStart..<nameStop)
        var close = nameStop
        while close < scalars.count, close - nameStop < 300, scalars[close] != 0x3E, scalars[close] != 0x3C {
            close += 1
        }
        let parts = Set(name.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == "." }).map(String.init))
        let key = ScalarHash.of(name)
        if !parts.isDisjoint(with: Self.promptTags) { add(.roleTag, start..<close + 1) }
        if isClosing {
            if !openTags.contains(key), !parts.isDisjoint(with: Self.contextWords) || parts.contains("sources") {
                add(.contextTag, start..<close + 1)
            }
        } else {
            if openTags.count < 256 { openTags.insert(key) }
            scanAttributes(start, nameStop, close, name)
        }
    }

    private mutating func scanAttributes(_ start: Int, _ nameStop: Int, _ close: Int, _ name: String) {
        guard close - nameStop >= 5 else { return }
        let attributes = string(nameStop..<close).filter { $0 != " " }
        let isStyledAway = Self.hidingStyles.contains { attributes.contains($0) }
        if isStyledAway || name == "noscript" || name == "template" || name == "details" || name == "desc"
            || name == "title" && start > 0
        {
            add(.hiddenStyle, start..<(end(of: "</", from: close) ?? min(scalars.count, close + Self.reach)))
        }
        for attribute in ["alt=", "data-", "title=", "aria-label=", "content=", "value="]
        where attributes.contains(attribute) && close - nameStop > 40 {
            add(.hiddenAttribute, nameStop..<close)
            break
        }
    }

    private mutating func scanBracket(_ start: Int) {
        if has("[inst]", at: start) || has("[/inst]", at: start) {
            add(.templateToken, start..<start + 6)
            return
        }
        if has("[//]:", at: start) || has("[comment]:", at: start) || has("[]:", at: start) {
            var close = start
            while close < scalars.count, close - start < Self.reach, scalars[close] != 0x0A { close += 1 }
            add(.comment, start..<close)
        }
        if start > 0, scalars[start - 1] == 0x21, let close = end(of: "](", from: start, within: 300),
            let link = linkEnd(close)
        {
            if close - start > 60 { add(.hiddenAttribute, start..<close) }
            if has("http", at: close) || link - close > 30 { add(.imageLink, start - 1..<link + 1) }
        }
    }

    private func linkEnd(_ start: Int) -> Int? {
        var end = start
        while end < scalars.count, end - start < Self.reach, scalars[end] != 0x0A {
            if scalars[end] == 0x29 { return end }
            end += 1
        }
        return nil
    }

    // MARK: JSON, calls, assignments

    private mutating func scanQuotedKey(_ start: Int) {
        let nameStop = nameEnd(start + 1)
        guard nameStop > start + 1, nameStop < scalars.count, scalars[nameStop] == 0x22 else { return }
        var position = nameStop + 1
        while position < scalars.count, position - nameStop < 4, scalars[position] == 0x20 { position += 1 }
        guard position < scalars.count, scalars[position] == 0x3A else { return }
        let name = string(start + 1..<nameStop)
        if name == "role" || name == "sender" || name == "from" || name == "speaker" {
            var value = position + 1
            while value < scalars.count, value - position < 6, [0x20, 0x22].contains(scalars[value]) { value += 1 }
            let role = string(value..<nameEnd(value))
            if ["system", "assistant", "developer", "tool", "operator", "admin"].contains(role) {
                add(.jsonRole, start..<nameEnd(value) + 1)
            }
        }
        if [
            "tool", "function", "tool_name", "tool_call", "tool_calls", "action", "actions", "command", "macro",
            "arguments", "args",
        ]
        .contains(name) {
            add(.jsonTool, start..<position + 1)
        }
        keyValues.append(start..<position + 1)
    }

    private mutating func scanCall(_ start: Int) {
        var name = start
        while name > 0, start - name < 40, isName(scalars[name - 1]) { name -= 1 }
        guard start - name >= 3, start + 1 < scalars.count else { return }
        let word = scalars[name..<start]
        guard word.contains(0x5F) || word.contains(0x2E) || [0x22, 0x27].contains(scalars[start + 1]),
            let close = linkEnd(start), close - start < 200
        else { return }
        if has("javascript", at: name) { return }
        add(.call, name..<close + 1)
    }

    private mutating func scanKeyValue(_ start: Int) {
        var name = start
        while name > 0, start - name < 40, isName(scalars[name - 1]) { name -= 1 }
        guard start - name >= 2, start + 1 < scalars.count, scalars[start + 1] > 0x20, scalars[start + 1] != 0x3D,
            name == 0 || scalars[name - 1] <= 0x20 || [0x3B, 0x2C, 0x28, 0x5B, 0x7B, 0x22].contains(scalars[name - 1])
        else { return }
        keyValues.append(name..<nameEnd(start + 1))
    }

    /// `key: value` counts where another pair follows after a semicolon or comma.
    private mutating func scanColon(_ start: Int) {
        guard start + 3 < scalars.count else { return }
        if has("://", at: start) {
            scanLink(start)
            return
        }
        var name = start
        while name > 0, start - name < 30, isName(scalars[name - 1]) { name -= 1 }
        guard start - name >= 3 else { return }
        let stop = nameEnd(start + (scalars[start + 1] == 0x20 ? 2 : 1))
        guard stop > start + 2, stop < scalars.count, [0x3B, 0x7D].contains(scalars[stop]) else { return }
        keyValues.append(name..<stop)
    }

    private mutating func scanLink(_ colon: Int) {
        guard colon >= linkScanned else { return }
        var start = colon
        while start > 0, colon - start < 8, (0x61...0x7A).contains(scalars[start - 1]) { start -= 1 }
        guard colon - start >= 2 else { return }
        var end = colon + 3
        var query = false
        var hole = false
        while end < scalars.count, end - start < Self.reach {
            let value = scalars[end]
            if value <= 0x20 || value == 0x22 || value == 0x27 {
                // "?u=' + NAME" goes on behind the quote.
                if query, end + 3 < scalars.count, scalars[(end + 1)..<(end + 4)].contains(0x2B) { hole = true }
                break
            }
            if value == 0x3F { query = true }
            if value == 0x7B || value == 0x3C || value == 0x5B || value == 0x24 { hole = true }
            if value == 0x29 { break }
            end += 1
        }
        linkScanned = end
        let last = scalars[end - 1]
        if query, last == 0x3D || last == 0x2E && scalars[end - 2] == 0x3D { hole = true }
        if query, !hole, end > start + 4 {
            // A parameter whose value is a bare word in capitals is a hole to be filled in; capitals are folded away
            // here, so the parameter's value is compared with names of fields.
            let values = string(colon..<end).split(whereSeparator: { "=&".contains($0) })
            hole = values.dropFirst().contains { Self.fieldNames.contains(String($0)) }
        }
        add(hole ? .placeholderLink : query ? .dataLink : .link, start..<end)
    }

    private mutating func scanBrace(_ start: Int) {
        if start + 1 < scalars.count, scalars[start + 1] == 0x7B || scalars[start + 1] == 0x25 {
            add(.template, start..<min(scalars.count, start + 12))
        }
    }

    private mutating func scanSlash(_ start: Int) {
        if has("drop table", at: start + 1) { add(.sql, start..<start + 11) }
    }

    private mutating func scanAt(_ start: Int) {
        guard start > 1, isName(scalars[start - 1]), start + 3 < scalars.count, isName(scalars[start + 1]) else {
            return
        }
        var name = start
        while name > 0, start - name < 40, isName(scalars[name - 1]) { name -= 1 }
        let stop = nameEnd(start + 1)
        if scalars[start..<stop].contains(0x2E) { add(.emailAddress, name..<stop) }
    }

    static let systemNames: Set<String> = [
        "system", "admin", "operator", "developer", "supervisor", "moderator", "root", "sistema", "systeme",
        "administrator",
        "система", "instruction", "instructions", "policy", "platform", "console", "gateway", "host", "sysadmin",
        "override",
    ]
    static let assistantNames: Set<String> = [
        "assistant", "ai", "bot", "model", "llm", "chatbot", "asistente", "assistente", "assistent", "ki", "ia",
        "response",
        "asystent", "ассистент", "бот", "gpt", "claude", "robot", "answer",
    ]
    static let userNames: Set<String> = [
        "user", "human", "customer", "me", "client", "usuario", "benutzer", "utilisateur",
    ]
    private static let promptTags: Set<String> = [
        "system", "assistant", "developer", "instruction", "instructions", "prompt", "tool", "agent", "task", "final",
        "thoughts", "thinking", "directive", "rules", "operator", "admin", "llm", "ai", "override", "policy",
        "function",
    ]
    private static let boundaryWords: Set<String> = [
        "end", "begin", "start", "new", "stop", "over", "close", "ends", "begins", "starts", "finished", "ende", "fin",
        "fine",
        "beginn", "joined", "left", "result",
    ]
    private static let contextWords: Set<String> = [
        "user", "input", "system", "prompt", "context", "transcript", "conversation", "instructions", "instruction",
        "customer", "ticket", "source", "sources", "document", "documents", "article", "data", "query", "operator",
        "policy",
        "message", "admin", "task", "untrusted", "retrieved", "resolution", "knowledge", "content", "text", "question",
        "tool",
        "moderator", "order", "model", "assistant", "signed",
    ]
    private static let hidingStyles = [
        "display:none", "visibility:hidden", "opacity:0", "font-size:0", "font-size:1px", "color:#fff", "color:white",
        "color:transparent", "height:0", "width:0", "hidden", "left:-9", "text-indent:-9", "aria-hidden",
        "width=\"0\"", "height=\"0\"",
    ]
    private static let fieldNames: Set<String> = [
        "email", "phone", "name", "address", "token", "cpf", "iban", "password", "code", "dob", "customer", "ticket",
        "data",
        "conversation", "user", "username", "apikey", "card", "secret", "session", "cookie", "mail", "account",
        "id_number",
    ]
}
