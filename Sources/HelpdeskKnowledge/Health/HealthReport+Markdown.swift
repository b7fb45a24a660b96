extension HealthReport: CustomStringConvertible {
    /// The report as Markdown, for people.
    public var description: String {
        var text = "# Knowledge health\n\n"
        text += "\(count(statistics.items, "article or FAQ", "articles and FAQs")) in "
        text +=
            "\(count(statistics.passages, "passage", "passages")), \(count(statistics.tickets, "ticket", "tickets")), "
        text += "\(count(statistics.queries, "question", "questions")), "
        text += "\(statistics.unansweredQueries) of them without a good answer.\n"
        text += section("Gaps", gaps, of: statistics.gaps, describe)
        text += section("Contradictions", contradictions, of: statistics.contradictions, describe)
        text += section("Duplicates", duplicates, of: statistics.duplicates, describe)
        text += section("Repeated passages", repeatedPassages, of: statistics.repeatedPassages, describe)
        text += section("Stale items", staleItems, of: statistics.staleItems, describe)
        return text
    }

    private func section<Entry>(
        _ title: String, _ entries: [Entry], of total: Int, _ describe: (Entry) -> String
    ) -> String {
        var text = "\n## \(title) (\(total))\n\n"
        if entries.isEmpty { return text + "None.\n" }
        for (place, entry) in entries.enumerated() { text += "\(place + 1). " + describe(entry) }
        if total > entries.count { text += "\n\(total - entries.count) more are left out.\n" }
        return text
    }

    // MARK: - Entries

    private func describe(_ gap: KnowledgeGap) -> String {
        var text = "**\(line(gap.title))**: \(count(gap.size, "question", "questions")), cost \(round(gap.cost)), "
        text += "covered \(percent(gap.coverage)), \(gap.cause.rawValue)\n"
        for example in gap.examples.dropFirst() { text += "   - \(line(example))\n" }
        if let nearest = gap.nearest {
            text += "   - nearest: \(name(nearest.itemID, nearest.title)), similarity \(round(nearest.similarity))\n"
        }
        return text
    }

    private func describe(_ found: Contradiction) -> String {
        var text = "**\(line(found.leftValue))** against **\(line(found.rightValue))** (\(found.kind.rawValue))\n"
        for quotation in [found.left, found.right] {
            let newer = found.newerItemID == quotation.itemID ? ", the newer" : ""
            text += "   - \(place(quotation))\(newer): \"\(line(quotation.text))\"\n"
        }
        return text
    }

    private func describe(_ found: DuplicateItems) -> String {
        var text = "\(name(found.leftID, found.leftTitle)) and \(name(found.rightID, found.rightTitle)): "
        text += "\(percent(found.similarity)) the same\n"
        for passage in found.passages.prefix(2) { text += "   - \"\(line(passage.left.text))\"\n" }
        return text
    }

    private func describe(_ found: RepeatedPassage) -> String {
        let names = found.places.prefix(5).map { name($0.itemID, $0.title) }.joined(separator: ", ")
        let quote = found.places.first.map { line($0.text) } ?? ""
        return "In \(found.itemCount) items: \"\(quote)\"\n   - \(names)\n"
    }

    private func describe(_ item: StaleItem) -> String {
        var text = "\(name(item.itemID, item.title))\n"
        for reason in item.reasons {
            switch reason {
            case .notUpdated(let days, let newer, let examples):
                let names = examples.map { name($0.itemID, $0.title) }.joined(separator: ", ")
                text += "   - not updated for \(days) days, \(newer) newer on its topic: \(names)\n"
            case .olderVersion(let mentioned, let newer, let quotation, let other):
                text += "   - speaks of \(line(mentioned)), others of \(line(newer)): \"\(line(quotation.text))\" "
                text += "against \(place(other)): \"\(line(other.text))\"\n"
            case .rarelyCited(let questions, let citations):
                text += "   - \(questions) questions are nearest to it, \(citations) were answered from it\n"
            case .contradicted(let by, let quotation, let other):
                text += "   - contradicted by \(name(by, other.title)): \"\(line(quotation.text))\" "
                text += "against \"\(line(other.text))\"\n"
            }
        }
        return text
    }

    // MARK: - Words

    private func name(_ id: String, _ title: String) -> String {
        title.isBlank ? "[\(line(id))]" : "\(line(title)) [\(line(id))]"
    }

    private func place(_ quotation: Quotation) -> String {
        name(quotation.itemID, quotation.title) + ", passage \(quotation.passage + 1), "
            + "\(quotation.range.lowerBound)–\(quotation.range.upperBound)"
    }

    /// A text in one line, cut, with nothing in it that Markdown would read.
    private func line(_ text: String) -> String {
        var result = ""
        var length = 0
        var isSpaced = true
        for scalar in text.unicodeScalars {
            if scalar.isSpace || scalar.properties.generalCategory == .control {
                if !isSpaced { result += " " }
                isSpaced = true
                continue
            }
            isSpaced = false
            length += 1
            if length > 200 { return result + "…" }
            if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    private func percent(_ share: Double) -> String { "\(Int((min(1, max(0, share)) * 100).rounded()))%" }

    private func round(_ value: Double) -> String {
        let hundredths = Int((min(1e12, max(-1e12, value)) * 100).rounded())
        let fraction = abs(hundredths % 100)
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
