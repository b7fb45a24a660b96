public import SentenceEmbeddings

/// Checks that a conformer of ``PassageReranker`` keeps the protocol's promises.
public enum PassageRerankerConformance {
    /// Checks all promises.
    ///
    /// - Parameters:
    ///   - reranker: The conformer.
    ///   - tolerance: By how much a score may differ where the same passage is scored twice; 0 for models in the process,
    ///     more for services that don't promise as much.
    /// - Throws: ``ConformanceFailure`` for the first promise that is broken, and what the reranker throws where it mustn't.
    public static func check(_ reranker: any PassageReranker, tolerance: Float = 0) async throws {
        try await checkShape(reranker)
        try await checkIndependence(reranker, tolerance)
        try await checkConcurrency(reranker, tolerance)
        try await checkCancellation(reranker)
    }

    private static let query = "How do I reset my password?"

    /// Texts that trip tokenizers.
    private static let texts = [
        query, "", " ", "a", "The invoice for March is wrong.", "\u{0}\u{1}\u{7F}", "Ünïcödé ﬁligree ǆ",
        "密码重置邮件没有收到", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u{301}\u{301}\u{301}", "[CLS] [SEP] [MASK] [UNK] [PAD]",
        "line\r\nfeeds\tand\u{2028}separators", String(repeating: "x", count: 500),
        (0..<2000).map { "word\($0 % 97)" }.joined(separator: " "), "مرحبا بالعالم", "\u{FEFF}\u{200B}\u{AD}", query,
    ]

    private static func checkShape(_ reranker: any PassageReranker) async throws {
        let shape = Promise("one finite score per passage, in the order of the passages")
        for query in texts {
            let name = "\"\(query.prefix(40))\""
            let none = try await reranker.scores(query: query, passages: [])
            try Promise("an empty result for an empty array").require(
                none.isEmpty, "no passages for \(name) gave \(none.count) scores")
            let scores = try await reranker.scores(query: query, passages: texts)
            try shape.require(
                scores.count == texts.count, "\(texts.count) passages for \(name) gave \(scores.count) scores")
            for (text, score) in zip(texts, scores) {
                try shape.require(score.isFinite, "\"\(text.prefix(40))\" scores \(score) for \(name)")
            }
        }
        let scores = try await reranker.scores(query: query, passages: texts)
        try shape.require(Set(scores).count > 1, "all passages score \(scores[0]) for \"\(query)\"")
    }

    private static func checkIndependence(_ reranker: any PassageReranker, _ tolerance: Float) async throws {
        let promise = Promise("the same score for the same query and passage, whatever other passages there are")
        for query in texts.prefix(5) {
            let all = try await reranker.scores(query: query, passages: texts)
            let reversed = try await reranker.scores(query: query, passages: texts.reversed())
            try promise.require(
                reversed.count == texts.count, "\(texts.count) passages in reverse gave \(reversed.count) scores")
            for (position, text) in texts.enumerated() {
                let name = "\"\(text.prefix(40))\" for \"\(query.prefix(40))\""
                let alone = try await reranker.scores(query: query, passages: [text])
                try promise.require(alone.count == 1, "\(name) alone gave \(alone.count) scores")
                try promise.require(
                    isSame(alone[0], all[position], tolerance),
                    "\(name) alone scores \(alone[0]), among others \(all[position])")
                try promise.require(
                    isSame(reversed[texts.count - 1 - position], all[position], tolerance),
                    "\(name) has another score where the passages are reversed")
            }
        }
    }

    private static func checkConcurrency(_ reranker: any PassageReranker, _ tolerance: Float) async throws {
        let promise = Promise("calls from any task, any number of times at once")
        let expected = try await reranker.scores(query: query, passages: texts)
        try await withThrowingTaskGroup(of: (Int, [Float]).self) { group in
            for shift in 0..<8 {
                group.addTask {
                    let rotated = Array(texts[shift...] + texts[..<shift])
                    return (shift, try await reranker.scores(query: query, passages: rotated))
                }
            }
            for try await (shift, scores) in group {
                try promise.require(scores.count == texts.count, "a call among others gave \(scores.count) scores")
                for position in texts.indices {
                    try promise.require(
                        isSame(scores[position], expected[(position + shift) % texts.count], tolerance),
                        "passage \(position) has another score where calls run at once")
                }
            }
        }
    }

    private static func checkCancellation(_ reranker: any PassageReranker) async throws {
        let many = (0..<64).map { "passage number \($0) of a call that is cancelled" }
        try await Promise("CancellationError soon after the calling task is cancelled").requireCancellation("scores") {
            _ = try await reranker.scores(query: query, passages: many)
        }
    }

    private static func isSame(_ first: Float, _ second: Float, _ tolerance: Float) -> Bool {
        abs(first - second) <= tolerance
    }
}
