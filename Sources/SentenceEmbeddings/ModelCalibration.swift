/// How the inputs of a model's linear layers are scaled before they are rounded to whole numbers.
///
/// A few columns of a transformer's activations are much larger than the others, and would leave these only a few of 256
/// steps. Dividing a column by a number and multiplying its weights with the same number changes nothing but the rounding
/// (SmoothQuant, Xiao et al. 2023, arXiv:2211.10438). Which numbers are good is learned from texts, once for a model: see
/// ``SentenceTransformer/calibrate(files:texts:configuration:)``.
public struct ModelCalibration: Hashable, Sendable {
    /// The divisors of one layer: positive, one for each column, or none where the columns are left as they are.
    public struct Layer: Hashable, Sendable {
        /// Of the input of the query, key and value, `hidden_size` numbers.
        public var projection: [Float]
        /// Of the input of the attention's output, `hidden_size` numbers.
        public var attentionOutput: [Float]
        /// Of the input of the first feed-forward step, `hidden_size` numbers.
        public var intermediate: [Float]
        /// Of the input of the second feed-forward step, `intermediate_size` numbers.
        public var output: [Float]

        /// Creates the divisors of a layer.
        public init(
            projection: [Float] = [], attentionOutput: [Float] = [], intermediate: [Float] = [], output: [Float] = []
        ) {
            self.projection = projection
            self.attentionOutput = attentionOutput
            self.intermediate = intermediate
            self.output = output
        }
    }

    /// The layers, first to last.
    public var layers: [Layer]
    /// Which model it was made for: 16 hexadecimal digits that are others for other weights. Not checked where it is `nil`.
    public var weights: String?

    /// Creates a calibration.
    public init(layers: [Layer], weights: String? = nil) {
        self.layers = layers
        self.weights = weights
    }

    /// Refuses a calibration of another model, or with a divisor that is not positive and finite.
    func check(_ reader: TensorReader, _ configuration: BertConfiguration) throws(EmbeddingError) {
        if let weights {
            let found = try Self.fingerprint(reader, configuration)
            guard weights == found else {
                throw EmbeddingError(
                    .invalidArgument,
                    "the calibration was made for the weights \(weights); these are \(found). Make one for this model: see SentenceTransformer.calibrate"
                )
            }
        }
        guard layers.count == configuration.layerCount else {
            throw EmbeddingError(
                .invalidArgument,
                "the calibration has \(layers.count) layers, the model \(configuration.layerCount)")
        }
        for (number, layer) in layers.enumerated() {
            for (name, divisors, count) in [
                ("projection", layer.projection, configuration.hiddenSize),
                ("attentionOutput", layer.attentionOutput, configuration.hiddenSize),
                ("intermediate", layer.intermediate, configuration.hiddenSize),
                ("output", layer.output, configuration.intermediateSize),
            ] where !divisors.isEmpty {
                guard divisors.count == count else {
                    throw EmbeddingError(
                        .invalidArgument,
                        "the calibration of layer \(number) has \(divisors.count) divisors for \(name); the model needs \(count)"
                    )
                }
                guard let position = divisors.firstIndex(where: { !(1e-6...1e6).contains($0) }) else { continue }
                throw EmbeddingError(
                    .invalidArgument,
                    "divisor \(position) of \(name) in layer \(number) of the calibration is \(divisors[position]); it must lie between 1e-6 and 1e6"
                )
            }
        }
    }
}
