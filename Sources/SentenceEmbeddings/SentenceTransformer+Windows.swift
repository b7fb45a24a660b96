extension SentenceTransformer {
    /// Embeds texts of any length as the means of their windows.
    func embed(_ texts: [String], as role: TextRole, in windows: TextWindows) async throws -> Embeddings {
        let encoded = try await runner.map(texts, size: \.utf8.count) { [self] in
            windows.encode(lowercased($0), prompted: prepare($0, as: role), as: role)
        }
        let rows = try await runner.rows(of: encoded.flatMap(\.windows).map { TokenSequence(ids: $0) })
        var values: [Float] = []
        values.reserveCapacity(texts.count * dimensions)
        var first = 0
        for text in encoded {
            values += mean(rows[first * dimensions..<(first + text.windows.count) * dimensions], text.weights)
            first += text.windows.count
        }
        return Embeddings(
            values: values, count: texts.count, dimensions: dimensions,
            tokenCounts: encoded.map { $0.windows.reduce(0) { $0 + $1.count } },
            isTruncated: encoded.map { _ in false }, windowCounts: encoded.map(\.windows.count))
    }

    /// The mean of rows, weighted, and of length 1 where the model normalizes.
    private func mean(_ rows: ArraySlice<Float>, _ weights: [Int]) -> [Float] {
        guard weights.count > 1 else { return Array(rows) }
        let total = Float(weights.reduce(0, +))
        var mean = [Float](repeating: 0, count: dimensions)
        for (window, weight) in weights.enumerated() {
            let start = rows.startIndex + window * dimensions
            let share = Float(weight) / total
            for column in 0..<dimensions { mean[column] += share * rows[start + column] }
        }
        guard isNormalized else { return mean }
        // The bound keeps windows that cancel out finite, as in the encoder.
        let length = max(mean.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-12)
        return mean.map { $0 / length }
    }
}
