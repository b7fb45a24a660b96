import HelpdeskMath
import Testing

@Suite struct KernelRegressionTests {
    /// Unit vectors.
    private func points(_ count: Int, _ dimensions: Int, seed: UInt64) throws -> Matrix {
        var random = SeededGenerator(seed: seed)
        return try Matrix(
            (0..<count).map { _ in
                let row = (0..<dimensions).map { _ in Float.random(in: -1...1, using: &random) }
                let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
                return row.map { $0 / length }
            })
    }

    private func kernel(_ points: Matrix, sharpness: Float) throws -> Matrix {
        try Matrix(rows: points.rows, columns: points.rows) { row, column in
            Matrix.bumpByDefinition(points.row(row), points.row(column), sharpness)
        }
    }

    @Test func bumpsAreTheLowerTriangleOfTheDefinition() throws {
        let points = try points(7, 5, seed: 1)
        let made = try Matrix.bumps(of: points, sharpness: 2)
        let wanted = try kernel(points, sharpness: 2)
        for row in 0..<7 { for column in 0...row { #expect(abs(made[row, column] - wanted[row, column]) < 1e-5) } }
        #expect(throws: MathError.self) { try Matrix.bumps(of: points, sharpness: 0) }
        #expect(throws: MathError.self) { try Matrix.bumps(of: points, sharpness: .nan) }
    }

    @Test("leave-one-out is what fits without each example give", arguments: [5, 24])
    func leaveOneOut(count: Int) throws {
        let points = try points(count, 4, seed: 2)
        let targets = try Matrix(rows: count, columns: 2) { row, column in Float((row * 7 + column * 3) % 5) - 1 }
        let full = try KernelRidgeRegression(
            kernel: kernel(points, sharpness: 2), targets: targets, penalty: 0.3)
        for left in 0..<count {
            // The intercept stays that of all examples: targets without their mean, fitted by hand.
            let others = (0..<count).filter { $0 != left }
            var system = try Matrix(rows: count - 1, columns: count - 1) { row, column in
                Matrix.bumpByDefinition(points.row(others[row]), points.row(others[column]), 2)
            }
            for index in 0..<count - 1 { system[index, index] += 0.3 }
            let right = try Matrix(rows: count - 1, columns: 2) { targets[others[$0], $1] - full.intercept[$1] }
            let coefficients = try system.choleskySolve(right)
            for column in 0..<2 {
                var prediction = full.intercept[column]
                for (index, other) in others.enumerated() {
                    prediction +=
                        coefficients[index, column]
                        * Matrix.bumpByDefinition(points.row(left), points.row(other), 2)
                }
                #expect(abs(prediction - full.leaveOneOut[left, column]) < 2e-3)
            }
        }
    }

    @Test func coefficientsSolveTheEquations() throws {
        let points = try points(12, 3, seed: 3)
        let targets = try Matrix(rows: 12, columns: 1) { row, _ in Float(row % 3) }
        let kernel = try kernel(points, sharpness: 1)
        let fit = try KernelRidgeRegression(kernel: kernel, targets: targets, penalty: 0.5)
        let product = try kernel.multiplied(by: fit.coefficients)
        for row in 0..<12 {
            let left = product[row, 0] + 0.5 * fit.coefficients[row, 0] + fit.intercept[0]
            #expect(abs(left - targets[row, 0]) < 1e-4)
        }
    }

    @Test("large systems are solved block by block", arguments: [1, 2, 191, 192, 193, 400, 577])
    func large(order: Int) throws {
        let points = try points(order, 24, seed: 9)
        let targets = try Matrix(rows: order, columns: 3) { row, column in Float((row * 13 + column * 5) % 7) / 7 }
        let kernel = try Matrix.bumps(of: points, sharpness: 2)
        let fit = try KernelRidgeRegression(kernel: kernel, targets: targets, penalty: 0.3)
        // Against LAPACK on the full matrix.
        var full = try Matrix(rows: order, columns: order) { kernel[max($0, $1), min($0, $1)] }
        for index in 0..<order { full[index, index] += 0.3 }
        let right = try Matrix(rows: order, columns: 3) { targets[$0, $1] - fit.intercept[$1] }
        let wanted = try full.choleskySolve(right)
        for (one, other) in zip(fit.coefficients.values, wanted.values) { #expect(abs(one - other) < 2e-3) }
        // The diagonal of the inverse, by unit vectors.
        for index in Set([0, order / 2, order - 1]) {
            let unit = try Matrix(rows: order, columns: 1) { row, _ in row == index ? 1 : 0 }
            let inverse = try full.choleskySolve(unit)[index, 0]
            let wanted = targets[index, 1] - fit.coefficients[index, 1] / inverse
            #expect(abs(fit.leaveOneOut[index, 1] - wanted) < 2e-3)
        }
    }

    @Test func refusesWhatCannotBeFitted() throws {
        let square = try Matrix.identity(3)
        let targets = try Matrix(rows: 3, columns: 1)
        #expect(throws: MathError.self) {
            try KernelRidgeRegression(kernel: Matrix(rows: 3, columns: 2), targets: targets, penalty: 1)
        }
        #expect(throws: MathError.self) {
            try KernelRidgeRegression(kernel: square, targets: Matrix(rows: 2, columns: 1), penalty: 1)
        }
        for penalty in [0, -1, Float.nan, .infinity] {
            #expect(throws: MathError.self) {
                try KernelRidgeRegression(kernel: square, targets: targets, penalty: penalty)
            }
        }
        var bad = square
        bad[0, 1] = .nan
        #expect(throws: MathError.self) { try KernelRidgeRegression(kernel: bad, targets: targets, penalty: 1) }
        let negative = try Matrix(rows: 3, columns: 3) { $0 == $1 ? -5 : 0 }
        #expect(throws: MathError.self) { try KernelRidgeRegression(kernel: negative, targets: targets, penalty: 1) }
        // The matrix that was given away is not changed.
        _ = try KernelRidgeRegression(kernel: square, targets: targets, penalty: 1)
        #expect(square == (try Matrix.identity(3)))
    }

    @Test func sparseProductsAreThoseOfDenseRows() throws {
        var random = SeededGenerator(seed: 4)
        var rows = SparseRows(columns: 9)
        var dense = try Matrix(rows: 6, columns: 9)
        for row in 0..<6 {
            var entries: [(column: Int32, value: Float)] = []
            for column in 0..<9 where Bool.random(using: &random) {
                let value = Float.random(in: -1...1, using: &random)
                entries.append((Int32(column), value))
                dense[row, column] = value
            }
            try rows.append(entries)
        }
        var made = try Matrix(rows: 6, columns: 6)
        try made.addProducts(of: rows)
        let wanted = try dense.multiplied(by: dense, transposingOther: true)
        for row in 0..<6 { for column in 0...row { #expect(abs(made[row, column] - wanted[row, column]) < 1e-5) } }
        let right = try Matrix(rows: 6, columns: 2) { Float($0 - $1) }
        let product = try rows.transposedProduct(with: right)
        let wantedProduct = try dense.multiplied(by: right, transposingSelf: true)
        for index in product.values.indices { #expect(abs(product.values[index] - wantedProduct.values[index]) < 1e-5) }
        var result: [Float] = [1, 1]
        let weights = try Matrix(rows: 9, columns: 2) { Float($0 + $1) }
        try rows.addProduct(ofRow: 2, with: weights, to: &result)
        let wantedRow = try dense.multiplied(by: weights).row(2)
        for column in 0..<2 { #expect(abs(result[column] - wantedRow[column] - 1) < 1e-4) }

        #expect(throws: MathError.self) { try rows.append([(3, 1), (3, 1)]) }
        #expect(throws: MathError.self) { try rows.append([(9, 1)]) }
        #expect(throws: MathError.self) { try rows.append([(-1, 1)]) }
        #expect(throws: MathError.self) { try rows.append([(0, .nan)]) }
        #expect(rows.count == 6)
    }

    @Test func allPointsAsLandmarksGiveTheKernel() throws {
        let points = try points(9, 6, seed: 5)
        let landmarks = try LandmarkKernel(points: points, landmarks: Array(0..<9), sharpness: 2)
        let near = try landmarks.features.multiplied(by: landmarks.features, transposingOther: true)
        let wanted = try kernel(points, sharpness: 2)
        for index in near.values.indices { #expect(abs(near.values[index] - wanted.values[index]) < 0.02) }
        // A function of features is the same function of landmarks.
        let weights = try Matrix(rows: 9, columns: 1) { row, _ in Float(row) - 4 }
        let expansion = try KernelExpansion(
            points: landmarks.landmarks, weights: landmarks.landmarkWeights(of: weights), sharpness: 2)
        let byFeatures = try landmarks.features.multiplied(by: weights)
        for row in 0..<9 {
            let (outputs, products) = try expansion.evaluate(points.row(row))
            #expect(abs(outputs[0] - byFeatures[row, 0]) < 1e-3)
            #expect(abs(products[row] - 1) < 1e-5)
        }
        #expect(throws: MathError.self) { try LandmarkKernel(points: points, landmarks: [9], sharpness: 2) }
        #expect(throws: MathError.self) { try LandmarkKernel(points: points, landmarks: [], sharpness: 2) }
        // Equal landmarks do not make it fail.
        _ = try LandmarkKernel(points: points, landmarks: [1, 1, 1], sharpness: 2)
        #expect(throws: MathError.self) { try expansion.evaluate([1]) }
        #expect(throws: MathError.self) { try expansion.evaluate([1, 2, 3, 4, 5, .nan]) }
    }
}

extension Matrix {
    /// exp(sharpness·(a·b − 1)), by hand.
    fileprivate static func bumpByDefinition(_ a: [Float], _ b: [Float], _ sharpness: Float) -> Float {
        Float(_exp(Double(sharpness * (zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } - 1))))
    }

    private static func _exp(_ x: Double) -> Double {
        // The series, which is enough for small arguments.
        var term = 1.0
        var sum = 1.0
        for n in 1...40 {
            term *= x / Double(n)
            sum += term
        }
        return sum
    }
}
