import HelpdeskMath

/// Trains a ``KernelMachine``. Blocks its thread for seconds where there are thousands of examples.
enum KernelTrainer {
    struct Result {
        var machine: KernelMachine
        /// The scores of every example by a machine trained without it: examples × outputs.
        var leaveOneOut: Matrix
    }

    /// - Parameters:
    ///   - examples: At least one, all with as many components and side features.
    ///   - targets: What the scores should be: examples × outputs.
    static func train(
        _ examples: [KernelExample], targets: Matrix, configuration: KernelConfiguration
    ) throws(MathError) -> Result {
        let vocabulary = LexicalVocabulary(examples.map(\.lexical), bucketBits: configuration.bucketBits)
        var words = SparseRows(columns: vocabulary.count)
        for example in examples {
            try words.append(vocabulary.row(of: example.lexical, weight: configuration.lexicalWeight))
        }
        let points = try Matrix(examples.map(\.vector))
        let sideCount = examples.first?.side.count ?? 0
        let scale = configuration.sideWeight.squareRoot()
        var side = SparseRows(columns: sideCount)
        for example in examples {
            try side.append(
                example.side.enumerated().compactMap { $1 == 0 ? nil : (column: Int32($0), value: $1 * scale) })
        }
        var kernel = try Matrix.bumps(of: points, sharpness: configuration.sharpness)
        try kernel.addProducts(of: words)
        if sideCount > 0 { try kernel.addProducts(of: side) }
        let fit = try KernelRidgeRegression(kernel: kernel, targets: targets, penalty: configuration.penalty)
        var sideWeights = try side.transposedProduct(with: fit.coefficients)
        sideWeights.withUnsafeMutableBufferPointer { for index in $0.indices { $0[index] *= scale } }
        let machine = try KernelMachine(
            points: RoundedMatrix(points), coefficients: RoundedMatrix(fit.coefficients), vocabulary: vocabulary,
            lexicalWeights: RoundedMatrix(words.transposedProduct(with: fit.coefficients)),
            sideWeights: RoundedMatrix(sideWeights), intercept: fit.intercept, configuration: configuration)
        return Result(machine: machine, leaveOneOut: fit.leaveOneOut)
    }
}
