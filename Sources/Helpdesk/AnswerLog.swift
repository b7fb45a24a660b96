/// The last answers of an agent, for judgements that come later: features and judgements, no text.
struct AnswerLog: Sendable {
    private struct Entry {
        var features: ConfidenceFeatures?
        var isRight: Bool?
        var satisfaction: Double?
    }

    /// What is known of a resolution.
    enum Place {
        case answer, noAnswer, forgotten
    }

    /// How many resolutions are remembered; about 150 bytes each.
    static let capacity = 10_000

    private var entries: [Entry] = []
    private var lastID: UInt64 = 0

    /// Remembers a resolution. Ids come one after the other.
    mutating func record(_ features: ConfidenceFeatures?, id: ResolutionID) {
        let entry = Entry(features: features)
        if entries.count < Self.capacity { entries.append(entry) } else { entries[index(id)] = entry }
        lastID = id.rawValue
    }

    private func index(_ id: ResolutionID) -> Int { Int((id.rawValue - 1) % UInt64(Self.capacity)) }

    /// Whether a resolution, which there was, is still known and has an answer.
    func place(of id: ResolutionID) -> Place {
        guard id.rawValue >= 1, id.rawValue <= lastID, lastID - id.rawValue < UInt64(entries.count) else {
            return .forgotten
        }
        return entries[index(id)].features == nil ? .noAnswer : .answer
    }

    mutating func judge(_ id: ResolutionID, isRight: Bool) {
        if place(of: id) == .answer { entries[index(id)].isRight = isRight }
    }

    mutating func rate(_ id: ResolutionID, satisfaction: Double) {
        if place(of: id) == .answer { entries[index(id)].satisfaction = satisfaction }
    }

    /// The answers that were judged, oldest first.
    func judged(satisfiedFrom least: Double?) -> [JudgedAnswer] {
        let oldest = entries.count < Self.capacity ? 0 : Int(lastID % UInt64(Self.capacity))
        return (entries[oldest...] + entries[..<oldest]).compactMap { entry in
            guard let features = entry.features else { return nil }
            if let isRight = entry.isRight { return JudgedAnswer(features: features, isRight: isRight) }
            guard let least, let satisfaction = entry.satisfaction else { return nil }
            return JudgedAnswer(features: features, isRight: satisfaction >= least)
        }
    }
}
