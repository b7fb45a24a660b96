/// Reads tensors by the names they have without a prefix.
struct TensorReader {
    let file: SafetensorsFile
    var prefix: String

    init(_ file: SafetensorsFile) throws(EmbeddingError) {
        self.file = file
        let marker = "embeddings.word_embeddings.weight"
        guard let prefix = ["", "bert."].first(where: { file.tensor(named: $0 + marker) != nil }) else {
            throw EmbeddingError(
                .mismatchedTensor,
                "\(file.name) has no tensor \"\(marker)\", with or without \"bert.\" before it: not a BERT encoder")
        }
        self.prefix = prefix
    }

    func read(_ name: String, _ shape: [Int], into slice: WeightSlice) throws(EmbeddingError) {
        try file.read(prefix + name, shape: shape, into: slice.floats)
    }

    /// Refuses a tensor that is not there or of another shape.
    func check(_ name: String, _ shape: [Int]) throws(EmbeddingError) {
        _ = try file.require(prefix + name, shape: shape)
    }

    /// Refuses a linear layer that is not there or of another shape.
    func check(_ name: String, outputs: Int, inputs: Int) throws(EmbeddingError) {
        _ = try file.require(prefix + name + ".weight", shape: [outputs, inputs])
        _ = try file.require(prefix + name + ".bias", shape: [outputs])
    }

    /// The weights and bias of a linear layer.
    func read(
        _ name: String, outputs: Int, inputs: Int, weights: UnsafeMutablePointer<Float>,
        bias: UnsafeMutablePointer<Float>
    ) throws(EmbeddingError) {
        try file.read(prefix + name + ".weight", shape: [outputs, inputs], into: weights)
        try file.read(prefix + name + ".bias", shape: [outputs], into: bias)
    }

    /// A layer normalization, by its names of today or those of TensorFlow checkpoints.
    func read(_ name: String, _ size: Int, into norm: NormWeights) throws(EmbeddingError) {
        let isOld =
            file.tensor(named: prefix + name + ".weight") == nil && file.tensor(named: prefix + name + ".gamma") != nil
        try read(name + (isOld ? ".gamma" : ".weight"), [size], into: norm.scale)
        try read(name + (isOld ? ".beta" : ".bias"), [size], into: norm.shift)
    }
}
