extension ScalarTable {
    /// Joins the tables of ``UnicodeTables`` into one for the steps that are taken. Some milliseconds.
    init(_ options: NormalizerOptions) {
        var builder = ScalarTableBuilder(options)
        builder.build()
        var starts: [[UInt32]: UInt32] = [:]
        var blocks: [UInt32] = []
        var entries: [UInt32] = []
        for first in stride(from: 0, to: builder.entries.count, by: 256) {
            let block = Array(builder.entries[first..<first + 256])
            if let start = starts[block] {
                blocks.append(start)
            } else {
                starts[block] = UInt32(entries.count)
                blocks.append(UInt32(entries.count))
                entries += block
            }
        }
        self.blocks = blocks
        self.entries = entries
        sequences = builder.sequences
        maximumRank = builder.ranks.values.max() ?? 0
        var mapping: [UInt8] = []
        var actions: [UInt8] = []
        for byte in 0..<128 as Range<UInt32> {
            let entry = builder.entries[Int(byte)]
            let action = entry & 0xF
            let isMapped = action == Action.mappedLetter || action == Action.space
            mapping.append(UInt8(truncatingIfNeeded: isMapped ? entry >> 4 : byte))
            actions.append(UInt8(truncatingIfNeeded: action == Action.mappedLetter ? Action.letter : action))
        }
        asciiMapping = mapping
        asciiActions = actions
    }
}

/// Works out the entry of every scalar.
private struct ScalarTableBuilder {
    typealias Action = ScalarTable.Action

    let options: NormalizerOptions
    var entries = [UInt32](repeating: Action.letter, count: 0x110000)
    var sequences: [UInt32] = [0]
    var ranks: [UInt32: UInt32] = [:]
    private var lowercase: [UInt32: [UInt32]] = [:]
    /// The class of each scalar that is not a letter.
    private var classes: [UInt32: UInt32] = [:]

    init(_ options: NormalizerOptions) { self.options = options }

    /// Fills ``entries``: later steps of the reference first, since earlier ones decide.
    mutating func build() {
        for scalar in scalars(UnicodeTables.whitespace) { classes[scalar] = Action.space }
        for scalar in scalars(UnicodeTables.punctuation) { classes[scalar] = Action.punctuation }
        for (scalar, action) in classes {
            entries[Int(scalar)] = action == Action.space ? action | scalar << 4 : action
        }
        if options.lowercases {
            readLowercase()
            for (scalar, mapped) in lowercase { map(scalar, to: mapped) }
        }
        if options.stripsAccents { stripAccents() }
        if options.splitsChineseCharacters {
            for scalar in scalars(UnicodeTables.chinese) {
                let entry = entries[Int(scalar)]
                let isMapped = entry & 0xF == Action.mappedLetter
                entries[Int(scalar)] = isMapped ? entry & ~0xF | Action.mappedIsolated : Action.isolated
            }
        }
        if options.cleansText {
            for scalar in scalars(UnicodeTables.cleanedToSpace) { entries[Int(scalar)] = Action.space | 0x20 << 4 }
            for scalar in scalars(UnicodeTables.dropped) { entries[Int(scalar)] = Action.drop }
        }
    }

    private func scalars(_ ranges: [UInt32]) -> some Sequence<UInt32> {
        stride(from: 0, to: ranges.count, by: 2).lazy.flatMap { ranges[$0]...ranges[$0 + 1] }
    }

    private mutating func readLowercase() {
        let runs = UnicodeTables.lowercaseRuns
        for index in stride(from: 0, to: runs.count, by: 4) {
            for scalar in stride(from: runs[index], through: runs[index + 1], by: Int(runs[index + 2])) {
                lowercase[scalar] = [scalar &+ runs[index + 3]]
            }
        }
        for (scalar, mapped) in lists(UnicodeTables.lowercaseSequences) { lowercase[scalar] = mapped }
    }

    /// The entries of a table of (scalar, count, scalars...).
    private func lists(_ table: [UInt32]) -> [(UInt32, [UInt32])] {
        var result: [(UInt32, [UInt32])] = []
        var index = 0
        while index < table.count {
            let count = Int(table[index + 1])
            result.append((table[index], Array(table[index + 2..<index + 2 + count])))
            index += 2 + count
        }
        return result
    }

    private mutating func stripAccents() {
        let nonstarters = UnicodeTables.nonstarters
        for index in stride(from: 0, to: nonstarters.count, by: 2) {
            ranks[nonstarters[index]] = nonstarters[index + 1]
            entries[Int(nonstarters[index])] = Action.nonstarter | nonstarters[index + 1] << 4
        }
        for scalar in 0xAC00...0xD7A3 { entries[scalar] = Action.hangul }
        let singles = UnicodeTables.strippedScalars
        for index in stride(from: 0, to: singles.count, by: 2) {
            let stripped = singles[index + 1]
            map(singles[index], to: lowercase[stripped] ?? [stripped])
        }
        for (scalar, stripped) in lists(UnicodeTables.strippedSequences) {
            map(scalar, to: stripped.flatMap { lowercase[$0] ?? [$0] })
        }
        for scalar in scalars(UnicodeTables.transparentMarks) { entries[Int(scalar)] = Action.drop }
        for scalar in scalars(UnicodeTables.barrierMarks) { entries[Int(scalar)] = Action.barrier }
    }

    private mutating func map(_ scalar: UInt32, to mapped: [UInt32]) {
        if mapped.count == 1 {
            switch classes[mapped[0]] {
            case Action.space: entries[Int(scalar)] = Action.space | mapped[0] << 4
            case Action.punctuation: entries[Int(scalar)] = Action.mappedPunctuation | mapped[0] << 4
            default: entries[Int(scalar)] = Action.mappedLetter | mapped[0] << 4
            }
            return
        }
        entries[Int(scalar)] = Action.sequence | UInt32(sequences.count) << 4
        sequences.append(UInt32(mapped.count))
        for part in mapped {
            if let rank = ranks[part] {
                sequences.append(Action.nonstarter | rank << 4)
            } else {
                sequences.append(classes[part] ?? Action.letter)
            }
            sequences.append(part)
        }
    }
}
