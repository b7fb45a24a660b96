import HelpdeskMath
import Testing

@Suite struct DecompositionTests {
    /// AᵀA / rows: symmetric and positive definite.
    static func definite(_ order: Int, seed: UInt64) throws -> Matrix {
        var generator = SeededGenerator(seed: seed)
        let a = try generator.matrix(order + 5, order)
        var result = try Matrix.identity(order)
        try Matrix.gemm(alpha: 1 / Float(order + 5), a, transposeA: true, a, beta: 0.01, into: &result)
        return result
    }

    @Test(arguments: [1, 2, 7, 64, 200]) func eigenvectorsRebuildTheMatrix(order: Int) throws {
        let matrix = try Self.definite(order, seed: 3)
        let eigen = try matrix.symmetricEigen()
        #expect(eigen.values == eigen.values.sorted(by: >))
        // Vᵀ·diag·V with a vector a row.
        let scaled = try Matrix(rows: order, columns: order) { eigen.values[$0] * eigen.vectors[$0, $1] }
        let rebuilt = try eigen.vectors.multiplied(by: scaled, transposingSelf: true)
        let gram = try eigen.vectors.multiplied(by: eigen.vectors, transposingOther: true)
        for row in 0..<order {
            for column in 0..<order {
                #expect(abs(rebuilt[row, column] - matrix[row, column]) < 1e-4)
                #expect(abs(gram[row, column] - (row == column ? 1 : 0)) < 1e-4)
            }
            let vector = eigen.vectors.row(row)
            #expect((vector.max { abs($0) < abs($1) } ?? 0) > 0)
        }
    }

    @Test func knownEigenvalues() throws {
        let eigen = try Matrix([[2, 1], [1, 2]]).symmetricEigen()
        #expect(abs(eigen.values[0] - 3) < 1e-6 && abs(eigen.values[1] - 1) < 1e-6)
    }

    @Test(arguments: [1, 3, 50], [1, 4]) func choleskySolves(order: Int, columns: Int) throws {
        let matrix = try Self.definite(order, seed: 4)
        var generator = SeededGenerator(seed: 8)
        let right = try generator.matrix(order, columns)
        let solution = try matrix.choleskySolve(right)
        let product = try matrix.multiplied(by: solution)
        for (a, b) in zip(product.values, right.values) { #expect(abs(a - b) < 2e-3) }
    }

    @Test func refusesBadMatrices() throws {
        let right = try Matrix([[1], [1]])
        #expect(code { _ = try Matrix([[1, 2], [2, 1]]).choleskySolve(right) } == .notPositiveDefinite)
        #expect(code { _ = try Matrix([[1, 1], [1, 1]]).choleskySolve(right) } == .notPositiveDefinite)
        #expect(code { _ = try Matrix([[0, 0], [0, 0]]).choleskySolve(right) } == .notPositiveDefinite)
        #expect(code { _ = try Matrix.identity(3).choleskySolve(right) } == .mismatchedShape)
        #expect(code { _ = try Matrix([[1, 5], [0, 1]]).choleskySolve(right) } == .invalidArgument)
        for bad in [try Matrix([[1, .nan], [.nan, 1]]), try Matrix([[.infinity, 0], [0, 1]])] {
            #expect(code { _ = try bad.choleskySolve(right) } == .notFinite)
            #expect(code { _ = try bad.symmetricEigen() } == .notFinite)
        }
        #expect(code { _ = try Matrix.identity(2).choleskySolve(Matrix([[1], [.nan]])) } == .notFinite)
        #expect(code { _ = try Matrix(rows: 0, columns: 0).symmetricEigen() } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: 2, columns: 3).symmetricEigen() } == .mismatchedShape)
        #expect(code { _ = try Matrix([[1, 2], [3, 1]]).symmetricEigen() } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: 40_000, columns: 40_000).symmetricEigen() } == .invalidArgument)
    }
}
