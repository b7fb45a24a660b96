import CHelpdeskKernels

extension BertEncoder {
    /// Writes the vector of one sentence to `vector`.
    ///
    /// - Parameters:
    ///   - tokens: The vectors of the sentence's tokens, after the last layer.
    ///   - count: How many there are, at least 1.
    func pool(
        _ tokens: helpdesk_rows, count: Int, by pooling: SentenceTransformer.Pooling, isNormalized: Bool,
        into vector: UnsafeMutablePointer<Float>
    ) {
        let columns = configuration.hiddenSize
        switch pooling {
        case .cls: helpdesk_mean_rows(instructionSet, 1, columns, tokens, vector)
        case .max: helpdesk_max_rows(instructionSet, count, columns, tokens, vector)
        default: helpdesk_mean_rows(instructionSet, count, columns, tokens, vector)
        }
        if pooling == .meanSquareRootLength {
            let factor = Float(count).squareRoot()
            for column in 0..<columns { vector[column] *= factor }
        }
        if isNormalized { helpdesk_normalize(instructionSet, columns, vector) }
    }
}
