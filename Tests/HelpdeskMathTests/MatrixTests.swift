import HelpdeskMath
import Testing

@Suite struct MatrixTests {
    @Test func elementsLieRowByRow() throws {
        let matrix = try Matrix(rows: 2, columns: 3) { Float(10 * $0 + $1) }
        #expect(matrix.values == [0, 1, 2, 10, 11, 12])
        #expect(matrix.row(1) == [10, 11, 12])
        #expect(matrix[1, 2] == 12)
        #expect(try matrix == Matrix([[0, 1, 2], [10, 11, 12]]))
        #expect(try matrix == Matrix(rows: 2, columns: 3, values: [0, 1, 2, 10, 11, 12]))
        #expect(try matrix != Matrix(rows: 3, columns: 2, values: [0, 1, 2, 10, 11, 12]))
    }

    @Test func copiesAreValues() throws {
        let original = try Matrix(rows: 2, columns: 2)
        var copy = original
        copy[0, 1] = 5
        copy.withUnsafeMutableBufferPointer { $0[3] = 7 }
        #expect(original.values == [0, 0, 0, 0])
        #expect(copy.values == [0, 5, 0, 7])
    }

    @Test func memoryIsAligned() throws {
        for size in [0, 1, 3, 100] {
            let matrix = try Matrix(rows: size, columns: 5)
            matrix.withUnsafeBufferPointer {
                #expect(UInt(bitPattern: $0.baseAddress) % 64 == 0)
                #expect($0.count == size * 5)
            }
        }
    }

    @Test(arguments: [(0, 0), (0, 5), (5, 0), (1, 1), (33, 70), (64, 32)]) func transposes(rows: Int, columns: Int)
        throws
    {
        var generator = SeededGenerator(seed: 1)
        let matrix = try generator.matrix(rows, columns)
        let transposed = try matrix.transposed()
        #expect(transposed.rows == columns && transposed.columns == rows)
        for row in 0..<rows { for column in 0..<columns { #expect(matrix[row, column] == transposed[column, row]) } }
        #expect(try transposed.transposed() == matrix)
    }

    @Test func refusesImpossibleShapes() {
        #expect(code { _ = try Matrix(rows: -1, columns: 2) } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: 2, columns: -1) } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: .max, columns: .max) } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: Int(Int32.max) + 1, columns: 1) } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: Int(Int32.max), columns: Int(Int32.max)) } == .invalidArgument)
        #expect(code { _ = try Matrix(rows: .max, columns: 2, values: []) } == .mismatchedShape)
        #expect(code { _ = try Matrix(rows: -1, columns: -1, values: [1]) } == .mismatchedShape)
        #expect(code { _ = try Matrix(rows: 2, columns: 2, values: [1, 2, 3]) } == .mismatchedShape)
        #expect(code { _ = try Matrix([]) } == .invalidArgument)
        #expect(code { _ = try Matrix([[1, 2], [3]]) } == .mismatchedShape)
        #expect(throws: Never.self) { _ = try Matrix([[], []]) }
    }

    @Test func saysWhichBLASIsLoaded() {
        let library = BLASLibrary.loaded
        #expect(!library.kind.description.isEmpty)
        #expect(library.path?.isEmpty == false)
        if library.kind == .openBLAS {
            #expect(library.version?.contains("OpenBLAS") == true)
            #expect((library.threads ?? 0) >= 1)
        }
    }
}
