import CHelpdeskKernels
import HelpdeskMath

/// Finds the divisors of a model's columns from the activations of some sentences.
///
/// For column k: a^0.6 / w^0.4, where a is the size that one activation in a thousand exceeds and w the greatest size of a
/// weight, over the geometric mean of that for all columns. The exponent is that of SmoothQuant (arXiv:2211.10438), and the
/// thousandth and 0.6 were the best of some forty settings for all-MiniLM-L6-v2, though all from 0.5 to 0.7 were close.
struct CalibrationRun {
    private static let exponent: Float = 0.6
    private static let share = 0.001

    private var projections: [GreatestValues]
    private var intermediates: [GreatestValues]

    /// - Parameter tokens: How many will be seen.
    init(_ configuration: BertConfiguration, tokens: Int) {
        let kept = max(1, Int((Double(tokens) * Self.share).rounded()))
        let empty = GreatestValues(columns: configuration.hiddenSize, kept: kept)
        projections = Array(repeating: empty, count: configuration.layerCount)
        intermediates = projections
    }

    mutating func see(_ input: ObservedInput, _ rows: helpdesk_rows, _ count: Int) {
        for row in 0..<count {
            let values = rows.values + row * rows.stride
            switch input {
            case .projection(let layer): projections[layer].insert(values)
            case .intermediate(let layer): intermediates[layer].insert(values)
            }
        }
    }

    /// The divisors, for the weights of a file.
    func calibration(_ file: SafetensorsFile, _ configuration: BertConfiguration) throws(EmbeddingError)
        -> ModelCalibration
    {
        let reader = try TensorReader(file)
        let hidden = configuration.hiddenSize
        var layers: [ModelCalibration.Layer] = []
        for number in 0..<configuration.layerCount {
            let name = "encoder.layer.\(number)."
            layers.append(
                ModelCalibration.Layer(
                    projection: Self.divisors(
                        projections[number].thresholds,
                        try Self.greatestWeights(
                            reader, ["query", "key", "value"].map { name + "attention.self." + $0 }, outputs: hidden,
                            inputs: hidden)),
                    intermediate: Self.divisors(
                        intermediates[number].thresholds,
                        try Self.greatestWeights(
                            reader, [name + "intermediate.dense"], outputs: configuration.intermediateSize,
                            inputs: hidden))))
        }
        return ModelCalibration(layers: layers, weights: try ModelCalibration.fingerprint(reader, configuration))
    }

    /// The greatest size of the weights of each input.
    private static func greatestWeights(
        _ reader: TensorReader, _ names: [String], outputs: Int, inputs: Int
    ) throws(EmbeddingError) -> [Float] {
        var greatest = [Float](repeating: 0, count: inputs)
        let weights = AlignedFloats(count: outputs * inputs)
        let bias = AlignedFloats(count: outputs)
        for name in names {
            try reader.read(name, outputs: outputs, inputs: inputs, weights: weights.start, bias: bias.start)
            for output in 0..<outputs {
                for input in 0..<inputs {
                    greatest[input] = max(greatest[input], abs(weights.start[output * inputs + input]))
                }
            }
        }
        return greatest
    }

    private static func divisors(_ activations: [Float], _ weights: [Float]) -> [Float] {
        let logarithms = zip(activations, weights).map { activation, weight in
            exponent * max(activation, 1e-6).logarithm - (1 - exponent) * max(weight, 1e-6).logarithm
        }
        let mean = logarithms.reduce(0, +) / Float(max(logarithms.count, 1))
        return logarithms.map { min(max(($0 - mean).exponential, 1e-3), 1e3) }
    }
}
