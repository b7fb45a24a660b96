extension BertConfiguration {
    /// Refuses weights with more layers than the configuration asks for: they are those of another model.
    func checkLayerCount(of file: SafetensorsFile) throws(EmbeddingError) {
        for tensor in file.tensors {
            let name = tensor.name.hasPrefix("bert.") ? tensor.name.dropFirst("bert.".count) : tensor.name[...]
            guard name.hasPrefix("encoder.layer."),
                let number = Int(name.dropFirst("encoder.layer.".count).prefix { $0 != "." }), number >= layerCount
            else { continue }
            throw EmbeddingError(
                .mismatchedTensor,
                "\(file.name) has the tensor \"\(tensor.name)\"; config.json has num_hidden_layers \(layerCount), which are numbered from 0"
            )
        }
    }
}
