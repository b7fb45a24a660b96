/// The counters behind ``AgentStatistics``.
struct Ledger: Sendable {
    private(set) var lastID: UInt64 = 0
    var learned = 0
    var satisfactionSum = 0.0
    var satisfactionCount = 0
    var answers = AnswerLog()
    var cache = AnswerCacheStatistics()
    private var counts = AgentStatistics()
    private var confidenceSum = 0.0
    private var latency = LatencyHistogram()

    mutating func nextID() -> ResolutionID {
        lastID += 1
        return ResolutionID(rawValue: lastID)
    }

    mutating func recordFailure() { counts.failed += 1 }

    mutating func record(_ resolution: Resolution) {
        counts.processed += 1
        switch resolution.decision {
        case .resolve: counts.resolved += 1
        case .draft: counts.drafted += 1
        case .escalate: counts.escalated += 1
        }
        if let fallback = resolution.fallback {
            counts.fellBack += 1
            counts.fallbacks[fallback.cause, default: 0] += 1
        }
        counts.usage += resolution.usage
        confidenceSum += resolution.confidence
        latency.record(resolution.timings.total)
        answers.record(resolution.confidenceFeatures, id: resolution.id)
    }

    var statistics: AgentStatistics {
        var statistics = counts
        statistics.learned = learned
        statistics.cache = cache
        if counts.processed > 0 { statistics.meanConfidence = confidenceSum / Double(counts.processed) }
        if satisfactionCount > 0 { statistics.meanSatisfaction = satisfactionSum / Double(satisfactionCount) }
        statistics.latency50 = latency.percentile(0.5)
        statistics.latency95 = latency.percentile(0.95)
        statistics.latency99 = latency.percentile(0.99)
        return statistics
    }
}
