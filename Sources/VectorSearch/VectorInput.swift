import CHelpdeskKernels

/// Checks of what callers pass in, made before anything is changed.
enum VectorInput {
    static let dimensions = 1...65_536

    static func requireDimensions(_ value: Int) throws(VectorSearchError) {
        guard dimensions.contains(value) else {
            throw VectorSearchError(
                .invalidArgument,
                "an index of \(value) dimensions: \(dimensions.lowerBound) to "
                    + "\(dimensions.upperBound) are possible")
        }
    }

    static func require(_ vector: [Float], dimensions: Int, _ name: @autoclosure () -> String) throws(VectorSearchError)
    {
        guard vector.count == dimensions else {
            throw VectorSearchError(
                .wrongDimension,
                "\(name()) has \(vector.count) components, but the index has \(dimensions) dimensions")
        }
        guard vector.withUnsafeBufferPointer({ helpdesk_all_finite($0.baseAddress, $0.count) }) != 0 else {
            let place = vector.firstIndex { !$0.isFinite } ?? 0
            throw VectorSearchError(.notFinite, "\(name()) has the component \(vector[place]) at \(place)")
        }
    }

    static func requireCount(_ count: Int) throws(VectorSearchError) {
        guard count >= 0 else {
            throw VectorSearchError(.invalidArgument, "cannot return \(count) matches: the count must be 0 or more")
        }
    }

    static func require(_ queries: [[Float]], count: Int, dimensions: Int) throws(VectorSearchError) {
        try requireCount(count)
        for (index, query) in queries.enumerated() {
            try require(query, dimensions: dimensions, "query \(index)")
        }
    }

    /// Checks entries and returns the indices of those that count: the last of each id, in order.
    static func effective(_ entries: [VectorEntry], dimensions: Int) throws -> [Int] {
        var last: [VectorID: Int] = [:]
        last.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() {
            if index % 1024 == 0 { try Task.checkCancellation() }
            try require(entry.vector, dimensions: dimensions, "entry \(index) (id \(entry.id))")
            last[entry.id] = index
        }
        return last.count == entries.count
            ? Array(entries.indices) : entries.indices.filter { last[entries[$0].id] == $0 }
    }
}
