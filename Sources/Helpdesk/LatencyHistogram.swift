#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Percentiles of durations in fixed memory.
///
/// Buckets grow by 2^(1/16), so a percentile is off by at most 4.5%. From 1 µs to about 18 hours.
struct LatencyHistogram: Sendable {
    private static let bucketsPerDoubling = 16.0
    private static let bucketCount = 36 * 16
    private var counts = [UInt64](repeating: 0, count: bucketCount)
    private(set) var count: UInt64 = 0

    mutating func record(_ duration: Duration) {
        let microseconds = max(1, duration / .microseconds(1))
        let bucket = Int(log2(microseconds) * Self.bucketsPerDoubling)
        counts[min(Self.bucketCount - 1, bucket)] += 1
        count += 1
    }

    /// The duration that a share of the recorded ones does not exceed: the upper edge of its bucket.
    func percentile(_ share: Double) -> Duration? {
        guard count > 0 else { return nil }
        let target = max(1, UInt64((share * Double(count)).rounded(.up)))
        var seen: UInt64 = 0
        for (bucket, bucketCount) in counts.enumerated() {
            seen += bucketCount
            if seen >= target { return Self.upperEdge(of: bucket) }
        }
        return nil
    }

    private static func upperEdge(of bucket: Int) -> Duration {
        .microseconds(exp2(Double(bucket + 1) / bucketsPerDoubling))
    }
}
