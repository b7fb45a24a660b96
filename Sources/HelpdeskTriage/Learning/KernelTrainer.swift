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
        let vocabulary = LexicalVocabulary(examples.map(\.lexical))
        let words = try rows(examples, vocabulary, configuration)
        let fit = try train(examples, targets, vocabulary, words, configuration)
        guard vocabulary.count > configuration.maximumFeatures else { return fit }
        let weights = try fit.machine.lexicalWeights.matrix()
        let strongest = vocabulary.strongest(configuration.maximumFeatures, weights: weights, rows: words)
        return try train(examples, targets, strongest, rows(examples, strongest, configuration), configuration)
    }

    private static func rows(
        _ examples: [KernelExample], _ vocabulary: LexicalVocabulary, _ configuration: KernelConfiguration
    ) throws(MathError) -> SparseRows {
        var rows = SparseRows(columns: vocabulary.count)
        for example in examples {
            try rows.append(vocabulary.row(of: example.lexical, weight: configuration.lexicalWeight))
        }
        return rows
    }

    private static func train(
        _ examples: [KernelExample], _ targets: Matrix, _ vocabulary: LexicalVocabulary, _ words: SparseRows,
        _ configuration: KernelConfiguration
    ) throws(MathError) -> Result {
        let count = examples.count
        let points = try configuration.usesEmbeddings ? Matrix(examples.map(\.vector)) : Matrix(rows: 0, columns: 0)
        let scale = configuration.sideWeight.squareRoot()
        let side = try Matrix(rows: count, columns: examples.first?.side.count ?? 0) { examples[$0].side[$1] * scale }
        var landmarks: LandmarkKernel?
        var kernel: Matrix
        if configuration.usesEmbeddings, count > configuration.maximumPoints {
            let limit = configuration.maximumPoints
            let chosen = (0..<limit).map { $0 * count / limit }
            let approximation = try LandmarkKernel(
                points: points, landmarks: chosen, sharpness: configuration.sharpness)
            kernel = try approximation.features.multiplied(byRowsOf: approximation.features)
            landmarks = approximation
        } else if configuration.usesEmbeddings {
            kernel = try Matrix.bumps(of: points, sharpness: configuration.sharpness)
        } else {
            kernel = try Matrix(rows: count, columns: count)
        }
        try kernel.addProducts(of: words)
        if side.columns > 0 { try Matrix.gemm(side, side, transposeB: true, beta: 1, into: &kernel) }
        let fit = try KernelRidgeRegression(kernel: kernel, targets: targets, penalty: configuration.penalty)
        var sideWeights = try side.multiplied(by: fit.coefficients, transposingSelf: true)
        sideWeights.withUnsafeMutableBufferPointer { for index in $0.indices { $0[index] *= scale } }
        var coefficients = fit.coefficients
        if let landmarks {
            coefficients = try landmarks.landmarkWeights(
                of: landmarks.features.multiplied(by: coefficients, transposingSelf: true))
        } else if !configuration.usesEmbeddings {
            coefficients = try Matrix(rows: 0, columns: targets.columns)
        }
        let machine = try KernelMachine(
            points: RoundedMatrix(landmarks?.landmarks ?? points), coefficients: RoundedMatrix(coefficients),
            vocabulary: vocabulary,
            lexicalWeights: RoundedMatrix(words.transposedProduct(with: fit.coefficients)),
            sideWeights: RoundedMatrix(sideWeights), intercept: fit.intercept, configuration: configuration)
        return Result(machine: machine, leaveOneOut: fit.leaveOneOut)
    }
}
