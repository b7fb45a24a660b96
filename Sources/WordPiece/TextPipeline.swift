/// Takes the words of a normalized text one after another.
protocol TextSink {
    /// Whether nothing more is needed.
    var isFull: Bool { get }
    /// A part of a word in ASCII, before mapping.
    mutating func letters(ascii: UnsafeBufferPointer<UInt8>, mapping: UnsafePointer<UInt8>)
    /// One scalar of a word.
    mutating func letter(_ bytes: UnsafeBufferPointer<UInt8>)
    /// A scalar that is a word of its own.
    mutating func punctuation(_ bytes: UnsafeBufferPointer<UInt8>)
    /// A scalar between words.
    mutating func space(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Normalizes a text and splits it into words, in one pass and constant memory.
struct TextPipeline {
    let table: ScalarTable.View
    /// Scalars that are put in order before they are handed on: rank above, scalar in the low 21 bits.
    private var pending: [UInt32] = []

    init(_ table: ScalarTable.View) { self.table = table }

    /// Hands the words of valid UTF-8 to a sink, until it is full. The last word is not ended. O(count).
    @inline(__always)
    mutating func run<Sink: TextSink>(_ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink) {
        guard let base = text.baseAddress else { return }
        let end = text.count
        var index = 0
        while index < end {
            let byte = base[index]
            if byte < 0x80 {
                switch UInt32(table.asciiActions[Int(byte)]) {
                case ScalarTable.Action.letter:
                    var next = index + 1
                    while next < end, base[next] < 0x80, table.asciiActions[Int(base[next])] == 0 { next += 1 }
                    sink.letters(
                        ascii: UnsafeBufferPointer(start: base + index, count: next - index),
                        mapping: table.asciiMapping)
                    index = next
                case ScalarTable.Action.space:
                    sink.space(UnsafeBufferPointer(start: table.asciiMapping + Int(byte), count: 1))
                    if sink.isFull { return }
                    index += 1
                case ScalarTable.Action.punctuation:
                    sink.punctuation(UnsafeBufferPointer(start: base + index, count: 1))
                    if sink.isFull { return }
                    index += 1
                default:
                    index += 1
                }
            } else {
                index = step(base, index, end, &sink)
                if sink.isFull { return }
            }
        }
    }

    /// Hands on what becomes of one scalar outside ASCII. Returns where the next one begins.
    @inline(never)
    private mutating func step<Sink: TextSink>(
        _ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int, _ sink: inout Sink
    ) -> Int {
        let (scalar, count) = decodeScalar(base + index)
        let own = UnsafeBufferPointer(start: base + index, count: count)
        let entry = table[scalar]
        let payload = entry >> 4
        switch entry & 0xF {
        case ScalarTable.Action.letter: sink.letter(own)
        case ScalarTable.Action.space: EncodedScalar(payload).withBytes { sink.space($0) }
        case ScalarTable.Action.punctuation: sink.punctuation(own)
        case ScalarTable.Action.mappedLetter: EncodedScalar(payload).withBytes { sink.letter($0) }
        case ScalarTable.Action.mappedPunctuation: EncodedScalar(payload).withBytes { sink.punctuation($0) }
        case ScalarTable.Action.isolated: isolate(own, &sink)
        case ScalarTable.Action.mappedIsolated: EncodedScalar(payload).withBytes { isolate($0, &sink) }
        case ScalarTable.Action.hangul: decomposeHangul(scalar, &sink)
        case ScalarTable.Action.nonstarter: return putInOrder(base, index, end, &sink)
        case ScalarTable.Action.sequence:
            if emitSequence(at: Int(payload), &sink) { return putInOrder(base, index + count, end, &sink) }
        default: break
        }
        return index + count
    }

    private func isolate<Sink: TextSink>(_ bytes: UnsafeBufferPointer<UInt8>, _ sink: inout Sink) {
        let space = EncodedScalar(0x20)
        space.withBytes { sink.space($0) }
        sink.letter(bytes)
        space.withBytes { sink.space($0) }
    }

    /// Unicode 3.12, Hangul syllable decomposition.
    private func decomposeHangul<Sink: TextSink>(_ scalar: UInt32, _ sink: inout Sink) {
        let index = scalar - 0xAC00
        EncodedScalar(0x1100 + index / 588).withBytes { sink.letter($0) }
        EncodedScalar(0x1161 + index % 588 / 28).withBytes { sink.letter($0) }
        if index % 28 != 0 { EncodedScalar(0x11A7 + index % 28).withBytes { sink.letter($0) } }
    }

    /// Hands on a sequence, but for nonstarters at its end, which become pending. Returns whether there are any.
    private mutating func emitSequence<Sink: TextSink>(at start: Int, _ sink: inout Sink) -> Bool {
        for part in 0..<Int(table.sequences[start]) {
            let entry = table.sequences[start + 1 + 2 * part]
            let scalar = table.sequences[start + 2 + 2 * part]
            switch entry & 0xF {
            case ScalarTable.Action.nonstarter: pending.append((entry >> 4) << 21 | scalar)
            case ScalarTable.Action.space: EncodedScalar(scalar).withBytes { sink.space($0) }
            case ScalarTable.Action.punctuation: EncodedScalar(scalar).withBytes { sink.punctuation($0) }
            default: EncodedScalar(scalar).withBytes { sink.letter($0) }
            }
        }
        return !pending.isEmpty
    }

    /// Collects the nonstarters from a place on, up to the next scalar that stays where it is, and hands them on in
    /// canonical order, a stable sort by rank. Returns where that scalar begins.
    private mutating func putInOrder<Sink: TextSink>(
        _ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int, _ sink: inout Sink
    ) -> Int {
        var index = index
        collecting: while index < end {
            let (scalar, count) = decodeScalar(base + index)
            let entry = table[scalar]
            switch entry & 0xF {
            case ScalarTable.Action.nonstarter: pending.append((entry >> 4) << 21 | scalar)
            case ScalarTable.Action.drop: break
            default: break collecting
            }
            index += count
        }
        if pending.count == 1 {
            EncodedScalar(pending[0] & 0x1F_FFFF).withBytes { sink.letter($0) }
        } else {
            for rank in 1...max(1, table.maximumRank) {
                for item in pending where item >> 21 == rank {
                    EncodedScalar(item & 0x1F_FFFF).withBytes { sink.letter($0) }
                }
            }
        }
        pending.removeAll(keepingCapacity: true)
        return index
    }
}

/// Keeps the whole text, normalized.
struct NormalizedText: TextSink {
    private(set) var bytes: [UInt8] = []
    var isFull: Bool { false }

    mutating func letters(ascii: UnsafeBufferPointer<UInt8>, mapping: UnsafePointer<UInt8>) {
        for byte in ascii { bytes.append(mapping[Int(byte)]) }
    }
    mutating func letter(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes += bytes }
    mutating func punctuation(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes += bytes }
    mutating func space(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes += bytes }
}
