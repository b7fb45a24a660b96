import CHelpdeskKernels
import HelpdeskMath

/// A view of stored vectors that measures distances to them. The one place where the metrics are computed.
///
/// Borrowed from a ``VectorStore``, and valid until that changes.
struct VectorTable {
    let vectors: UnsafePointer<Float>
    /// For the cosine one over the length of each vector (0 for a zero vector), else the length.
    let weights: UnsafePointer<Double>
    let dimensions: Int
    /// Floats from one vector to the next.
    let stride: Int
    let metric: DistanceMetric
    let instructionSet: helpdesk_isa
    /// At least the length of every vector.
    let bound: Double
    /// Whether some length is so small or large that float products could underflow or overflow.
    let isWide: Bool
    /// The vectors where they are kept in fixed point: then `vectors` holds none.
    var planes: PlaneTable?

    /// Lengths whose squares and products stay well inside the range of floats.
    static let ordinaryNorms = 1e-10...1e15

    static func isExtreme(norm: Double) -> Bool {
        norm != 0 && !ordinaryNorms.contains(norm)
    }

    /// Cosine distances below this are computed again by the difference of the directions, because `1 − cos` has no
    /// digits left there; near duplicates keep their order, and equal directions have a distance of exactly 0.
    static let nearlyEqual: Float = 0.001

    /// The floats of a row, where they are kept.
    func vector(_ row: UInt32) -> UnsafePointer<Float> { vectors + Int(row) * stride }

    /// Writes the components of a row.
    func read(_ row: UInt32, into vector: UnsafeMutablePointer<Float>) {
        if let planes {
            planes.read(row, into: vector)
        } else {
            vector.update(from: self.vector(row), count: dimensions)
        }
    }

    /// Calls the function with the vector of a row as a query whose distances choose links.
    func withLinkingQuery<Result, Failure: Error>(
        _ row: UInt32, _ body: (PreparedQuery) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let planes {
            return try withMemory(planes) { memory throws(Failure) in
                planes.join(row, into: memory.values)
                let weight = weights[Int(row)]
                return try body(
                    memory.query(
                        planes, scale: planes.planes.scales[Int(row)],
                        norm: metric == .cosine ? (weight > 0 ? 1 / weight : 0) : weight, isLinking: true))
            }
        }
        guard metric == .cosine else { return try body(linkingQuery(row, scaled: vector(row))) }
        let weight = weights[Int(row)]
        let direction = UnsafeBufferPointer(start: vector(row), count: dimensions).map { Float(Double($0) * weight) }
        return try direction.withUnsafeBufferPointer { direction throws(Failure) in
            try body(linkingQuery(row, scaled: direction.baseAddress ?? vector(row)))
        }
    }

    private func linkingQuery(_ row: UInt32, scaled: UnsafePointer<Float>) -> PreparedQuery {
        let weight = weights[Int(row)]
        return PreparedQuery(
            original: vector(row), scaled: scaled, norm: metric == .cosine ? (weight > 0 ? 1 / weight : 0) : weight,
            isLinking: true)
    }

    /// Calls the function with a caller's vector as a query.
    func withQuery<Result, Failure: Error>(
        _ components: [Float], _ body: (PreparedQuery) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let planes {
            return try withMemory(planes) { memory throws(Failure) in
                let scale = components.withUnsafeBufferPointer {
                    $0.baseAddress.map { helpdesk_plane_round(dimensions, $0, memory.values) } ?? 0
                }
                let norm = scale * Double(helpdesk_plane_square(dimensions, memory.values)).squareRoot()
                return try body(memory.query(planes, scale: scale, norm: norm, isLinking: false))
            }
        }
        return try components.withUnsafeBufferPointer { buffer throws(Failure) in
            // Never nil: an index has at least one dimension, and the query was checked against it.
            let original = buffer.baseAddress ?? vectors
            let norm = VectorStore.norm(original, dimensions)
            let query = PreparedQuery(original: original, scaled: original, norm: norm, isLinking: false)
            guard metric == .cosine else { return try body(query) }
            let direction = components.map { Float(Double($0) * query.inverseNorm) }
            return try direction.withUnsafeBufferPointer { direction throws(Failure) in
                try body(
                    PreparedQuery(
                        original: original, scaled: direction.baseAddress ?? original, norm: norm, isLinking: false))
            }
        }
    }

    /// Memory for a query in fixed point.
    private struct QueryMemory {
        let values: UnsafeMutablePointer<Int16>
        let high: UnsafeMutablePointer<Int8>
        let low: UnsafeMutablePointer<Int8>
        let floats: UnsafeMutablePointer<Float>

        /// The query whose whole numbers have been written.
        func query(_ planes: PlaneTable, scale: Double, norm: Double, isLinking: Bool) -> PreparedQuery {
            helpdesk_plane_split(planes.planes.stride, values, high, low)
            let factor = planes.metric == .cosine ? (norm > 0 ? scale / norm : 0) : scale
            helpdesk_plane_widen(planes.dimensions, values, factor, floats)
            return PreparedQuery(
                original: floats, scaled: floats, norm: norm, isLinking: isLinking,
                fixed: PreparedQuery.FixedPoint(values: values, high: high, low: low, scale: scale))
        }
    }

    private func withMemory<Result, Failure: Error>(
        _ planes: PlaneTable, _ body: (QueryMemory) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let stride = planes.planes.stride
        // In one piece, floats first: each part begins where its elements may lie.
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 8 * stride, alignment: 64)
        defer { memory.deallocate() }
        return try body(
            QueryMemory(
                values: (memory + 4 * stride).bindMemory(to: Int16.self, capacity: stride),
                high: (memory + 6 * stride).bindMemory(to: Int8.self, capacity: stride),
                low: (memory + 7 * stride).bindMemory(to: Int8.self, capacity: stride),
                floats: memory.bindMemory(to: Float.self, capacity: stride)))
    }

    /// Writes the distances of the query to `count` rows; `rows` of `nil` means those from `first` on.
    func distances(
        from query: PreparedQuery, to rows: UnsafePointer<UInt32>?, first: Int = 0, count: Int,
        into results: UnsafeMutablePointer<Float>
    ) {
        if let planes {
            return planes.distances(from: query, to: rows, first: first, count: count, into: results)
        }
        guard !isWide, !Self.isExtreme(norm: query.norm) else {
            for i in 0..<count { results[i] = wideDistance(query, rows.map { $0[i] } ?? UInt32(first + i)) }
            return
        }
        let base = vectors + first * stride
        switch metric {
        case .euclidean:
            helpdesk_squared_distances(
                instructionSet, query.scaled, base, stride, rows, count, dimensions, results)
            for i in 0..<count { results[i] = results[i].squareRoot() }
        case .innerProduct:
            helpdesk_dots(instructionSet, query.scaled, base, stride, rows, count, dimensions, results)
            if query.isLinking {
                for i in 0..<count {
                    let row = rows.map { $0[i] } ?? UInt32(first + i)
                    results[i] = Float(linkDistance(Double(results[i]), query.norm, weights[Int(row)]))
                }
            } else {
                // Not a bare minus: 0 and −0 must be one distance.
                for i in 0..<count { results[i] = 0 - results[i] }
            }
        case .cosine:
            helpdesk_dots(instructionSet, query.scaled, base, stride, rows, count, dimensions, results)
            for i in 0..<count {
                let row = rows.map { $0[i] } ?? UInt32(first + i)
                results[i] = cosineDistance(Double(results[i]) * weights[Int(row)], query, row)
            }
        }
    }

    /// The distance of two rows by which links are chosen.
    func linkDistance(_ a: UInt32, _ b: UInt32) -> Float {
        if let planes { return planes.linkDistance(a, b) }
        let left = vector(a)
        let right = vector(b)
        let (leftWeight, rightWeight) = (weights[Int(a)], weights[Int(b)])
        switch metric {
        case _ where isWide:
            return wideDistance(linkingQuery(a, scaled: left), b)
        case .euclidean:
            return helpdesk_squared_distance(instructionSet, left, right, dimensions).squareRoot()
        case .innerProduct:
            let product = Double(helpdesk_dot(instructionSet, left, right, dimensions))
            return Float(linkDistance(product, leftWeight, rightWeight))
        case .cosine:
            let product = Double(helpdesk_dot(instructionSet, left, right, dimensions))
            return cosineDistance(product * leftWeight * rightWeight, linkingQuery(a, scaled: left), b)
        }
    }

    /// What is minimized to find a large inner product among vectors of any length: their Euclidean distance after each
    /// got one more component that makes all lengths equal to ``bound`` (Bachrach et al. 2014), less a constant.
    private func linkDistance(_ product: Double, _ a: Double, _ b: Double) -> Double {
        let rest = max(0, bound * bound - a * a) * max(0, bound * bound - b * b)
        return -product - rest.squareRoot()
    }

    private func cosineDistance(_ cosine: Double, _ query: PreparedQuery, _ row: UInt32) -> Float {
        let distance = Float(1 - cosine)
        guard distance < Self.nearlyEqual else { return min(2, distance) }
        return preciseCosineDistance(query, row)
    }

    private func preciseCosineDistance(_ query: PreparedQuery, _ row: UInt32) -> Float {
        let weight = weights[Int(row)]
        guard weight > 0, query.norm > 0 else { return 1 }
        let square = helpdesk_scaled_squared_distance_wide(
            query.original, query.inverseNorm, vector(row), weight, dimensions)
        // Below this the two directions differ by less than the rounding of their components.
        return square < 2e-14 ? 0 : Float(min(2, square / 2))
    }

    private func wideDistance(_ query: PreparedQuery, _ row: UInt32) -> Float {
        let other = vector(row)
        switch metric {
        case .cosine:
            return preciseCosineDistance(query, row)
        case .euclidean:
            return Float(
                clamping: helpdesk_scaled_squared_distance_wide(query.original, 1, other, 1, dimensions).squareRoot())
        case .innerProduct:
            let product = helpdesk_dot_wide(query.original, other, dimensions)
            return Float(
                clamping: query.isLinking ? linkDistance(product, query.norm, weights[Int(row)]) : 0 - product)
        }
    }
}
