/// Finds the parts of a message, line by line.
struct MessageDivider {
    private struct Line {
        var start: Int
        /// Without the line break.
        var end: Int
        /// With it.
        var next: Int
        /// The first scalar that is not a blank, and the end without trailing blanks.
        var from: Int
        var to: Int
        var isBlank: Bool { from >= to }
    }

    /// How much of a line is read as text. What tells a line's kind stands at its beginning or its end.
    private static let longestHeading = 120

    private let scalars: [Unicode.Scalar]
    private var lines: [Line] = []
    private var kinds: [MessageText.Kind] = []

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var start = 0
        var index = 0
        while index < scalars.count {
            let value = scalars[index].value
            guard value == 0x0A || value == 0x0D || value == 0x2028 || value == 0x2029 || value == 0x85 else {
                index += 1
                continue
            }
            var next = index + 1
            if value == 0x0D, next < scalars.count, scalars[next].value == 0x0A { next += 1 }
            addLine(start, index, next)
            start = next
            index = next
        }
        if start < scalars.count { addLine(start, scalars.count, scalars.count) }
        kinds = Array(repeating: .newest, count: lines.count)
    }

    private mutating func addLine(_ start: Int, _ end: Int, _ next: Int) {
        var from = start
        var to = end
        while from < to, Self.isBlank(scalars[from]) { from += 1 }
        while to > from, Self.isBlank(scalars[to - 1]) { to -= 1 }
        lines.append(Line(start: start, end: end, next: next, from: from, to: to))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x20 || scalar.value == 0x09 || scalar.value == 0xA0 || scalar.value == 0
            || scalar.value >= 0x2000 && scalar.value <= 0x200B || scalar.value == 0xFEFF || scalar.value == 0x3000
    }

    mutating func divide() -> [MessageText.Part] {
        markFences()
        markQuotes()
        markToTheEnd()
        markTraces()
        var parts: [MessageText.Part] = []
        for (line, kind) in zip(lines, kinds) {
            if let last = parts.last, last.kind == kind {
                parts[parts.count - 1].range = last.range.lowerBound..<line.next
            } else {
                parts.append(MessageText.Part(kind: kind, range: line.start..<line.next))
            }
        }
        return parts
    }

    /// Blocks between lines of three backticks or tildes. A fence that is never closed is not one.
    private mutating func markFences() {
        var open: Int?
        for (index, line) in lines.enumerated() {
            guard line.to - line.from >= 3 else { continue }
            let first = scalars[line.from].value
            guard first == 0x60 || first == 0x7E, scalars[line.from + 1].value == first,
                scalars[line.from + 2].value == first
            else { continue }
            if let start = open {
                for inside in start...index { kinds[inside] = .code }
                open = nil
            } else {
                open = index
            }
        }
    }

    /// Lines that begin with `>`, and the line that introduces them.
    private mutating func markQuotes() {
        for (index, line) in lines.enumerated() where kinds[index] == .newest && !line.isBlank {
            let first = scalars[line.from].value
            guard first == 0x3E || first == 0xFF1E else { continue }
            // ">:(" and ">_<" are faces, ">500" is a comparison.
            if line.from + 1 < line.to {
                let second = scalars[line.from + 1].value
                if second == 0x3A || second == 0x5F || second == 0x3D || second == 0x3C { continue }
                if second >= 0x30 && second <= 0x39 && (index == 0 || lines[index - 1].isBlank) { continue }
            }
            kinds[index] = .quotedHistory
            markIntroduction(before: index)
        }
        // Blank lines between quoted ones go with them.
        var last: Int?
        for index in lines.indices {
            if kinds[index] == .quotedHistory {
                if let last, last + 1 < index, (last + 1..<index).allSatisfy({ lines[$0].isBlank }) {
                    for between in last + 1..<index { kinds[between] = .quotedHistory }
                }
                last = index
            } else if !lines[index].isBlank {
                last = nil
            }
        }
    }

    /// Up to two lines before a quotation, if they end with a colon and look like "On Monday Ann wrote:".
    private mutating func markIntroduction(before index: Int) {
        var line = index - 1
        while line >= 0, lines[line].isBlank, index - line <= 2 { line -= 1 }
        guard line >= 0, kinds[line] == .newest, !lines[line].isBlank else { return }
        let heading = text(lines[line])
        if isIntroduction(heading) {
            kinds[line] = .quotedHistory
        } else if heading.hasSuffix("wrote:"), line > 0 {
            let longer = text(lines[line - 1]) + " " + heading
            if isIntroduction(longer) {
                kinds[line] = .quotedHistory
                kinds[line - 1] = .quotedHistory
            }
        }
    }

    private func isIntroduction(_ heading: String) -> Bool {
        guard heading.hasSuffix(":"), heading.utf8.count <= 2 * Self.longestHeading else { return false }
        if ["wrote:", "schrieb:", "a écrit :", "a écrit:", "escribió:", "ha scritto:", "said:", "writes:"]
            .contains(where: heading.hasSuffix)
        {
            return heading.hasPrefix("on ") || heading.hasPrefix("am ") || heading.hasPrefix("le ")
                || heading.hasPrefix("el ") || heading.hasPrefix("il ") || heading.utf8.count < 80
        }
        return false
    }

    /// Headings after which nothing is the customer's any more.
    private mutating func markToTheEnd() {
        var quoted = 0
        for index in lines.indices where kinds[index] == .quotedHistory { quoted += 1 }
        var index = 0
        while index < lines.count {
            defer { index += 1 }
            guard kinds[index] == .newest, !lines[index].isBlank else { continue }
            let heading = text(lines[index])
            if let kind = closingKind(heading, at: index) {
                for rest in index..<lines.count where kinds[rest] == .newest { kinds[rest] = kind }
                return
            }
            if heading.hasPrefix("sent from my ") || heading.hasPrefix("get outlook for ")
                || heading.hasPrefix("sent via ") || heading.hasPrefix("von meinem ")
            {
                kinds[index] = .signature
            }
        }
    }

    private func closingKind(_ heading: String, at index: Int) -> MessageText.Kind? {
        let line = lines[index]
        if heading == "--" || heading == "—" && index > 0 { return .signature }
        let bare = heading.drop { $0 == "-" || $0 == "_" || $0 == "*" || $0 == " " || $0 == "=" || $0 == "[" }
        if bare.utf8.count < heading.utf8.count || heading.hasSuffix(":") {
            for title in [
                "original message", "forwarded message", "ursprüngliche nachricht", "message d'origine",
                "mensaje original", "begin forwarded message", "original-nachricht", "quoted message",
                "reply above this line",
            ]
            where bare.hasPrefix(title) {
                return .quotedHistory
            }
        }
        if heading == "original message" || heading == "begin forwarded message:" { return .quotedHistory }
        if heading.hasPrefix("from:") || heading.hasPrefix("von:") || heading.hasPrefix("de :") {
            let following = lines[(index + 1)...].prefix(4).map { text($0) }
            if following.contains(where: { $0.hasPrefix("sent:") || $0.hasPrefix("date:") || $0.hasPrefix("gesendet:") }
            ),
                following.contains(where: { $0.hasPrefix("to:") || $0.hasPrefix("subject:") || $0.hasPrefix("an:") })
            {
                return .quotedHistory
            }
        }
        if heading.hasPrefix("on "), heading.hasSuffix("wrote:"), index > 0 { return .quotedHistory }
        for title in [
            "automatic reply", "auto-reply", "autoreply", "auto reply", "automatische antwort", "out of office:",
            "this is an automated ", "this is an automatic ", "*** this is an auto", "do not reply to this",
        ]
        where bare.hasPrefix(title) {
            return .automaticReply
        }
        if index > 0, lines.count - index <= 8, line.to - line.from <= 24 {
            let closing = heading.hasSuffix(",") ? String(heading.dropLast()) : heading
            if [
                "best regards", "kind regards", "regards", "warm regards", "yours sincerely", "sincerely",
                "best wishes",
                "yours faithfully", "mit freundlichen grüßen", "viele grüße", "cordialement", "saludos", "best", "br",
                "kr",
            ]
            .contains(closing) {
                return .signature
            }
        }
        return nil
    }

    /// Runs of lines a program wrote about where it failed.
    private mutating func markTraces() {
        var index = 0
        while index < lines.count {
            guard kinds[index] == .newest, isTrace(index) else {
                index += 1
                continue
            }
            while index < lines.count, kinds[index] == .newest, !lines[index].isBlank,
                isTrace(index) || isTraceBody(index)
            {
                kinds[index] = .stackTrace
                index += 1
            }
        }
    }

    private func isTrace(_ index: Int) -> Bool {
        let line = text(lines[index])
        if line.hasPrefix("traceback (most recent") || line.hasPrefix("exception in thread")
            || line.hasPrefix("caused by:") || line.hasPrefix("file \"") && line.contains(", line ")
        {
            return true
        }
        if line.hasPrefix("at "), line.hasSuffix(")"), line.contains("("), line.contains(":") || line.contains(".") {
            return true
        }
        return line.hasPrefix("goroutine ") && line.hasSuffix("]:") || line.hasPrefix("thread 'main' panicked")
    }

    /// Indented lines, and the line that names the error.
    private func isTraceBody(_ index: Int) -> Bool {
        let line = lines[index]
        guard index > 0, kinds[index - 1] == .stackTrace else { return false }
        if line.from > line.start { return true }
        let text = text(line)
        let name = text.prefix { $0.isLetter || $0 == "." || $0 == "_" }
        return (name.hasSuffix("error") || name.hasSuffix("exception")) && text.dropFirst(name.count).hasPrefix(":")
    }

    /// The line in lower case: all of it, or its beginning and end where it is long.
    private func text(_ line: Line) -> String {
        var text = String.UnicodeScalarView()
        let length = line.to - line.from
        if length <= 2 * Self.longestHeading {
            text.append(contentsOf: scalars[line.from..<line.to])
        } else {
            text.append(contentsOf: scalars[line.from..<line.from + Self.longestHeading])
            text.append(contentsOf: scalars[line.to - 16..<line.to])
        }
        return String(text).lowercased()
    }
}
