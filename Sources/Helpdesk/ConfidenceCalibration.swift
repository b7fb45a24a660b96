public import HelpdeskTriage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Maps the probability of a ``ConfidenceModel`` to the share of answers that were right, as one host observed it.
///
/// ```swift
/// let calibration = try ConfidenceCalibration(outcomes: model.outcomes(of: agent.judgedAnswers()))
/// configuration.calibration = calibration     // Codable: save it
/// ```
///
/// Strictly rising, whatever it was fitted to: it changes how sure an answer is said to be, never which of two answers
/// is surer.
public struct ConfidenceCalibration: Hashable, Sendable {
    /// How a calibration was fitted.
    public enum Method: String, Hashable, Sendable, Codable {
        /// Not at all.
        case identity
        /// A line in log odds (Platt 1999), which some dozens of outcomes bear.
        case platt
        /// After that line, the rising function nearest to the outcomes (Zadrozny and Elkan 2002), by straight lines
        /// between the middles of its steps.
        case isotonic
    }

    /// How it was fitted.
    public let method: Method
    /// The number of outcomes that it was fitted to.
    public let outcomeCount: Int
    /// The line in log odds; the slope is above 0.
    let slope: Double
    let intercept: Double
    /// The corners of the rising function over the line's probability; both rise strictly. Empty where there is none.
    let positions: [Double]
    let values: [Double]

    /// Leaves probabilities as they are.
    public static let identity = ConfidenceCalibration(method: .identity, outcomeCount: 0, slope: 1, intercept: 0)

    init(
        method: Method, outcomeCount: Int, slope: Double, intercept: Double, positions: [Double] = [],
        values: [Double] = []
    ) {
        self.method = method
        self.outcomeCount = outcomeCount
        self.slope = slope
        self.intercept = intercept
        self.positions = positions
        self.values = values
    }

    /// The share of answers with this probability that are right, from 0 to 1; 0 for NaN. O(log n).
    public func probability(_ probability: Double) -> Double {
        guard probability > 0 else { return 0 }
        guard method != .identity else { return min(1, probability) }
        let line = Self.sigmoid(intercept + slope * Self.logOdds(probability))
        guard let first = positions.first, let last = positions.last else { return line }
        // Through (0, 0) and (1, 1) at the ends.
        if line <= first { return values[0] * line / first }
        if line >= last {
            let end = values[values.count - 1]
            return end + (1 - end) * (line - last) / (1 - last)
        }
        var low = 0
        var high = positions.count - 1
        while high - low > 1 {
            let middle = (low + high) / 2
            if positions[middle] <= line { low = middle } else { high = middle }
        }
        let share = (line - positions[low]) / (positions[high] - positions[low])
        return values[low] + share * (values[high] - values[low])
    }

    /// The same outcomes with their scores calibrated, as thresholds are chosen by.
    public func calibrated(_ outcomes: [ScoredOutcome]) -> [ScoredOutcome] {
        outcomes.map {
            ScoredOutcome(score: probability($0.score), isRight: $0.isRight, weight: $0.weight)
        }
    }

    /// Log odds, finite also for 0 and 1.
    static func logOdds(_ probability: Double) -> Double {
        let inside = max(1e-12, min(1 - 1e-12, probability))
        return log(inside / (1 - inside))
    }

    static func sigmoid(_ score: Double) -> Double { 1 / (1 + exp(-score)) }
}

extension ConfidenceCalibration: Codable {
    private enum Key: String, CodingKey {
        case method, outcomeCount, slope, intercept, positions, values
    }

    /// Reads a calibration, and refuses one that is not rising.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        self.init(
            method: try fields.decode(Method.self, forKey: .method),
            outcomeCount: try fields.decode(Int.self, forKey: .outcomeCount),
            slope: try fields.decode(Double.self, forKey: .slope),
            intercept: try fields.decode(Double.self, forKey: .intercept),
            positions: try fields.decode([Double].self, forKey: .positions),
            values: try fields.decode([Double].self, forKey: .values))
        guard slope.isFinite, slope > 0, intercept.isFinite, positions.count == values.count,
            Self.isRisingInside(positions), Self.isRisingInside(values)
        else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "the calibration is not a rising function"))
        }
    }

    /// Writes a calibration.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(method, forKey: .method)
        try fields.encode(outcomeCount, forKey: .outcomeCount)
        try fields.encode(slope, forKey: .slope)
        try fields.encode(intercept, forKey: .intercept)
        try fields.encode(positions, forKey: .positions)
        try fields.encode(values, forKey: .values)
    }

    /// Whether numbers rise strictly and lie between 0 and 1, without the ends.
    static func isRisingInside(_ numbers: [Double]) -> Bool {
        numbers.allSatisfy { $0 > 0 && $0 < 1 } && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }
}
