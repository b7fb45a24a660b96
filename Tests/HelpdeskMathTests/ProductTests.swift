import HelpdeskMath
import Testing

@Suite struct ProductTests {
    @Test(arguments: [(1, 1, 1), (3, 4, 5), (17, 33, 8), (64, 1, 64), (2, 300, 3)], [0, 1, 2, 3])
    func productAgreesWithItsDefinition(shape: (Int, Int, Int), transposes: Int) throws {
        let (m, k, n) = shape
        let (transposeA, transposeB) = (transposes & 1 == 1, transposes & 2 == 2)
        var generator = SeededGenerator(seed: 5)
        let a = try generator.matrix(transposeA ? k : m, transposeA ? m : k)
        let b = try generator.matrix(transposeB ? n : k, transposeB ? k : n)
        let start = try generator.matrix(m, n)
        var c = start
        try Matrix.gemm(alpha: 2, a, transposeA: transposeA, b, transposeB: transposeB, beta: 0.5, into: &c)
        for row in 0..<m {
            for column in 0..<n {
                var sum = 0.0
                for i in 0..<k {
                    let left = transposeA ? a[i, row] : a[row, i]
                    sum += Double(left) * Double(transposeB ? b[column, i] : b[i, column])
                }
                #expect(abs(Double(c[row, column]) - (2 * sum + 0.5 * Double(start[row, column]))) < 1e-4)
            }
        }
        let product = try a.multiplied(by: b, transposingSelf: transposeA, transposingOther: transposeB)
        #expect(product.rows == m && product.columns == n)
    }

    @Test func matrixTimesVectorAgreesWithMatrixTimesMatrix() throws {
        var generator = SeededGenerator(seed: 6)
        let a = try generator.matrix(13, 29)
        let x = try generator.matrix(29, 1)
        let y = try a.multiplied(by: x.values)
        for (one, other) in zip(y, try a.multiplied(by: x).values) { #expect(abs(one - other) < 1e-5) }
        var z = [Float](repeating: 1, count: 29)
        try Matrix.gemv(a, transposeA: true, y, beta: 1, into: &z)
        let expected = try a.multiplied(by: Matrix(rows: 13, columns: 1, values: y), transposingSelf: true)
        for (one, other) in zip(z, expected.values) { #expect(abs(one - other - 1) < 1e-4) }
    }

    @Test func resultMayBeAnOperand() throws {
        let a = try Matrix([[1, 2], [3, 4]])
        var c = a
        try Matrix.gemm(c, c, into: &c)
        #expect(c.values == [7, 10, 15, 22])
    }

    @Test func emptyProducts() throws {
        let none = try Matrix(rows: 0, columns: 3)
        let product = try none.multiplied(by: Matrix(rows: 3, columns: 2))
        #expect(product.rows == 0 && product.columns == 2)
        let zeros = try Matrix(rows: 2, columns: 0).multiplied(by: Matrix(rows: 0, columns: 2))
        #expect(zeros.values == [0, 0, 0, 0])
        #expect(try none.multiplied(by: [1, 2, 3]) == [])
        #expect(try Matrix(rows: 2, columns: 0).multiplied(by: [Float]()) == [0, 0])
    }

    @Test func refusesWhatDoesNotFit() throws {
        let a = try Matrix(rows: 2, columns: 3)
        let bad = try Matrix([[1, .nan, 0], [0, 0, 0]])
        var c = try Matrix(rows: 2, columns: 2)
        #expect(code { _ = try a.multiplied(by: a) } == .mismatchedShape)
        #expect(code { try Matrix.gemm(a, Matrix(rows: 3, columns: 3), into: &c) } == .mismatchedShape)
        #expect(code { _ = try a.multiplied(by: [1, 2]) } == .mismatchedShape)
        #expect(code { _ = try bad.multiplied(by: a, transposingOther: true) } == .notFinite)
        #expect(code { _ = try a.multiplied(by: bad, transposingOther: true) } == .notFinite)
        #expect(code { _ = try a.multiplied(by: [1, .infinity, 2]) } == .notFinite)
        #expect(code { try Matrix.gemm(alpha: .nan, a, a, transposeB: true, into: &c) } == .notFinite)
        var dirty = try Matrix([[.nan, 0], [0, 0]])
        #expect(code { try Matrix.gemm(a, a, transposeB: true, beta: 1, into: &dirty) } == .notFinite)
        try Matrix.gemm(a, a, transposeB: true, into: &dirty)
        #expect(dirty.values == [0, 0, 0, 0])
    }
}
