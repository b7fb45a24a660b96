import CHelpdeskKernels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelCalibration {
    /// The calibration that the library has for a model, known by some of its weights.
    static func known(for reader: TensorReader, _ configuration: BertConfiguration) throws(EmbeddingError)
        -> ModelCalibration?
    {
        guard configuration.layerCount == 6, configuration.hiddenSize == 384 else { return nil }
        guard try fingerprint(reader, configuration) == AllMiniLML6v2.weights else { return nil }
        return ModelCalibration(
            base64: AllMiniLML6v2.divisors, layerCount: configuration.layerCount, hiddenSize: configuration.hiddenSize)
    }

    /// The 16 hexadecimal digits of the XXH64 of the scales and shifts of all layer normalizations, first to last, and of
    /// the last linear layer, as 32-bit floats.
    static func fingerprint(_ reader: TensorReader, _ configuration: BertConfiguration) throws(EmbeddingError) -> String
    {
        let hidden = configuration.hiddenSize
        var arena = WeightArena(WeightMemory(count: 4 * hidden * MemoryLayout<Float>.stride + 256))
        let norm = NormWeights(size: hidden, in: &arena)
        var names = ["embeddings.LayerNorm"]
        for number in 0..<configuration.layerCount {
            names += ["attention.output.LayerNorm", "output.LayerNorm"].map { "encoder.layer.\(number).\($0)" }
        }
        var hash: UInt64 = 0
        for name in names {
            try reader.read(name, hidden, into: norm)
            let size = hidden * MemoryLayout<Float>.stride
            hash = helpdesk_fingerprint(norm.scale.floats, size, hash)
            hash = helpdesk_fingerprint(norm.shift.floats, size, hash)
        }
        // A training may leave the normalizations alone, but hardly the last layer.
        let name = "encoder.layer.\(configuration.layerCount - 1).output.dense"
        let weights = AlignedFloats(count: hidden * configuration.intermediateSize)
        try reader.read(
            name, outputs: hidden, inputs: configuration.intermediateSize, weights: weights.start,
            bias: norm.shift.floats)
        hash = helpdesk_fingerprint(weights.start, weights.count * MemoryLayout<Float>.stride, hash)
        return ModelFingerprint.hexadecimal(hash)
    }

    /// A calibration of 16-bit floats in Base64: layer by layer, the divisors of the projection and of the intermediate
    /// step; `nil` where the text is not one.
    init?(base64: String, layerCount: Int, hiddenSize: Int) {
        guard let data = Data(base64Encoded: base64), data.count == 4 * layerCount * hiddenSize else { return nil }
        var values = [Float](repeating: 0, count: data.count / 2)
        data.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            _ = helpdesk_widen(HELPDESK_STORED_F16, values.count, base, &values)
        }
        self.init(
            layers: (0..<layerCount).map { layer in
                let start = 2 * layer * hiddenSize
                return Layer(
                    projection: Array(values[start..<start + hiddenSize]),
                    intermediate: Array(values[start + hiddenSize..<start + 2 * hiddenSize]))
            })
    }
}
