import CHelpdeskKernels
import HelpdeskMath

/// A view of vectors in fixed point that measures distances to them.
///
/// Products of whole numbers are exact, so that distances need no second look where they nearly vanish, and lengths of any
/// size will do. Borrowed from a ``VectorStore``, and valid until that changes.
struct PlaneTable {
    var planes: helpdesk_planes
    /// For the cosine one over the length of each vector (0 for a zero vector), else the length.
    let weights: UnsafePointer<Double>
    let dimensions: Int
    let metric: DistanceMetric
    let instructionSet: helpdesk_isa
    /// At least the length of every vector.
    let bound: Double

    /// Writes the distances of the query to `count` rows; `rows` of `nil` means those from `first` on.
    ///
    /// - Parameter isCoarse: Whether the upper halves of the components are enough.
    func distances(
        from query: PreparedQuery, to rows: UnsafePointer<UInt32>?, first: Int = 0, count: Int, isCoarse: Bool = false,
        into results: UnsafeMutablePointer<Float>
    ) {
        guard let fixed = query.fixed else { return }
        let size = 64
        withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { products in
            guard let products = products.baseAddress else { return }
            var planes = planes
            for start in stride(from: 0, to: count, by: size) {
                let some = min(size, count - start)
                helpdesk_plane_products(
                    instructionSet, &planes, fixed.values, fixed.scale, isCoarse ? 1 : 0, rows.map { $0 + start },
                    first + start, some, products)
                for i in 0..<some {
                    let row = rows.map { Int($0[start + i]) } ?? first + start + i
                    results[start + i] = distance(products[i], query, row)
                }
            }
        }
    }

    /// Writes between what the distances of the query to `count` rows lie, from the upper halves of the components; `rows` of
    /// `nil` means those from `first` on.
    func bounds(
        of query: PreparedQuery, to rows: UnsafePointer<UInt32>?, first: Int = 0, count: Int,
        lower: UnsafeMutablePointer<Float>, upper: UnsafeMutablePointer<Float>
    ) {
        guard let fixed = query.fixed else { return }
        let size = 64
        // The low plane holds numbers up to 128 in size: their product with a query is at most as many times the sum of the
        // sizes of its components. A little more, for the rounding of what follows.
        var size1: Int64 = 0
        for i in 0..<dimensions { size1 += Int64(fixed.values[i].magnitude) }
        let margin = 128.001 * Double(size1) * fixed.scale
        withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { products in
            guard let products = products.baseAddress else { return }
            var planes = planes
            for start in stride(from: 0, to: count, by: size) {
                let some = min(size, count - start)
                helpdesk_plane_products(
                    instructionSet, &planes, fixed.values, fixed.scale, 1, rows.map { $0 + start }, first + start,
                    some, products)
                for i in 0..<some {
                    let row = rows.map { Int($0[start + i]) } ?? first + start + i
                    let error = margin * planes.scales[row]
                    lower[start + i] = distance(products[i] + error, query, row)
                    upper[start + i] = distance(products[i] - error, query, row)
                }
            }
        }
    }

    @inline(__always)
    private func distance(_ product: Double, _ query: PreparedQuery, _ row: Int) -> Float {
        let weight = weights[row]
        switch metric {
        case .cosine: return Self.cosineDistance(product * (query.inverseNorm * weight))
        case .euclidean: return Self.euclideanDistance(product, query.norm, weight)
        case .innerProduct:
            guard query.isLinking else { return Float(clamping: 0 - product) }
            return Float(clamping: -product - rest(query.norm) * rest(weight))
        }
    }

    /// What is minimized to find a large inner product among vectors of any length: their Euclidean distance after each
    /// got one more component that makes all lengths equal to ``bound`` (Bachrach et al. 2014), less a constant.
    private func rest(_ norm: Double) -> Double { max(0, bound * bound - norm * norm).squareRoot() }

    /// Directions of whole numbers differ by more than this, or not at all.
    private static func cosineDistance(_ cosine: Double) -> Float {
        let distance = 1 - cosine
        return distance < 4e-15 ? 0 : Float(min(2, distance))
    }

    private static func euclideanDistance(_ product: Double, _ a: Double, _ b: Double) -> Float {
        let sum = a * a + b * b
        let square = sum - 2 * product
        return square < 4e-15 * sum ? 0 : Float(clamping: square.squareRoot())
    }

    /// The distance of two rows by which links are chosen.
    func linkDistance(_ a: UInt32, _ b: UInt32) -> Float {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: planes.stride) { values in
            guard let values = values.baseAddress else { return 0 }
            join(a, into: values)
            var planes = planes
            var row = b
            var product = 0.0
            helpdesk_plane_products(
                instructionSet, &planes, values, planes.scales[Int(a)], 0, &row, 0, 1, &product)
            return linkDistance(product, a, b)
        }
    }

    private func linkDistance(_ product: Double, _ a: UInt32, _ b: UInt32) -> Float {
        let (left, right) = (weights[Int(a)], weights[Int(b)])
        switch metric {
        case .cosine: return Self.cosineDistance(product * (left * right))
        case .euclidean: return Self.euclideanDistance(product, left, right)
        case .innerProduct: return Float(clamping: -product - rest(left) * rest(right))
        }
    }

    /// Writes the whole numbers of a row.
    func join(_ row: UInt32, into values: UnsafeMutablePointer<Int16>) {
        let start = Int(row) * planes.stride
        helpdesk_plane_join(planes.stride, planes.high + start, planes.low + start, values)
    }

    /// The length of the whole numbers of a row.
    func wholeLength(_ row: UInt32) -> Double {
        let (scale, weight) = (planes.scales[Int(row)], weights[Int(row)])
        guard scale > 0 else { return 0 }
        return metric == .cosine ? 1 / (weight * scale) : weight / scale
    }

    /// The components of a row.
    func read(_ row: UInt32, into vector: UnsafeMutablePointer<Float>) {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: planes.stride) { values in
            guard let values = values.baseAddress else { return }
            join(row, into: values)
            helpdesk_plane_widen(dimensions, values, planes.scales[Int(row)], vector)
        }
    }

    // MARK: Choice of links

    /// What a product with a vector must be at least so that its distance is at most some other: a sum of a part for both,
    /// one for the vector, and a product of two parts. So that it can be compared without computing the distance.
    struct Threshold {
        var addend: Double
        var factor: Double
    }

    /// The part of a vector that was taken as a link. Its scale, multiplied by the weight, is the first of both.
    func threshold(ofTaken row: UInt32) -> (scale: Double, Threshold) {
        let (scale, weight) = (planes.scales[Int(row)], weights[Int(row)])
        switch metric {
        case .cosine: return (scale * weight, Threshold(addend: 0, factor: 0))
        case .euclidean: return (scale, Threshold(addend: weight * weight / 2, factor: 0))
        case .innerProduct: return (scale, Threshold(addend: 0, factor: rest(weight)))
        }
    }

    /// The part of a candidate: products with it are large enough where the distance, times the slack, is at most
    /// `distance`.
    func threshold(ofCandidate row: UInt32, distance: Float, slack: Float) -> Threshold {
        let weight = weights[Int(row)]
        let limit = Double(distance) / Double(slack)
        switch metric {
        case .cosine:
            // A zero vector has the distance 1 to all.
            let least = weight > 0 ? (1 - limit) / weight : (limit >= 1 ? -.infinity : .infinity)
            return Threshold(addend: least, factor: 0)
        case .euclidean: return Threshold(addend: (weight * weight - limit * limit) / 2, factor: 0)
        case .innerProduct: return Threshold(addend: -limit, factor: -rest(weight))
        }
    }
}
