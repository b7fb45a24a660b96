import HelpdeskMath
import Testing

@Suite struct TopKTests {
    @Test(arguments: [(1, 1, 1), (3, 50, 4), (70, 3000, 16), (2, 100, 384)])
    func agreesWithSorting(shape: (queries: Int, rows: Int, columns: Int)) throws {
        var generator = SeededGenerator(seed: 2)
        let rows = try generator.matrix(shape.rows, shape.columns)
        let queries = try generator.matrix(shape.queries, shape.columns)
        for count in [1, 10, shape.rows, shape.rows + 5] {
            let found = try rows.topK(count, for: queries)
            #expect(found.count == shape.queries)
            for (query, ranked) in found.enumerated() {
                #expect(ranked.count == min(count, shape.rows))
                #expect(Set(ranked.map(\.index)).count == ranked.count)
                let scores = (0..<shape.rows).map { row in
                    zip(queries.row(query), rows.row(row)).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
                }
                let best = scores.sorted(by: >)
                for (place, match) in ranked.enumerated() {
                    #expect(abs(Double(match.score) - scores[match.index]) < 1e-4)
                    #expect(abs(Double(match.score) - best[place]) < 1e-4)
                }
            }
        }
    }

    @Test func equalScoresComeInOrderOfIndex() throws {
        var generator = SeededGenerator(seed: 9)
        let pattern = try generator.matrix(1, 37).row(0)
        // Equal rows at the places where blocks of a BLAS begin and end.
        let rows = try Matrix(rows: 2500, columns: 37) { $0 % 2 == 0 ? pattern[$1] : -pattern[$1] }
        let found = try rows.topK(700, for: Matrix(Array(repeating: pattern, count: 9)))
        for ranked in found { #expect(ranked.map(\.index) == (0..<700).map { 2 * $0 }) }
    }

    @Test func hugeComponentsDoNotOverflow() throws {
        let large = Float.greatestFiniteMagnitude
        let rows = try Matrix([[0.001, 0], [large, large], [-large, -large], [large, -large]])
        let found = try rows.topK(4, for: Matrix([[large, large]]))
        #expect(found[0].map(\.index) == [1, 0, 3, 2])
        #expect(found[0].allSatisfy { $0.score.isFinite })
    }

    @Test func edges() throws {
        let rows = try Matrix(rows: 4, columns: 2)
        #expect(try rows.topK(0, for: Matrix([[1, 1]])) == [[]])
        #expect(try rows.topK(3, for: Matrix(rows: 0, columns: 2)) == [])
        #expect(try Matrix(rows: 0, columns: 2).topK(3, for: Matrix([[1, 1]])) == [[]])
        #expect(
            try Matrix(rows: 3, columns: 0).topK(2, for: Matrix(rows: 2, columns: 0)).map { $0.map(\.index) } == [
                [0, 1], [0, 1],
            ])
        #expect(code { _ = try rows.topK(-1, for: rows) } == .invalidArgument)
        #expect(code { _ = try rows.topK(1, for: Matrix([[1]])) } == .mismatchedShape)
        #expect(code { _ = try rows.topK(1, for: Matrix([[1, .nan]])) } == .notFinite)
        #expect(code { _ = try Matrix([[.infinity, 1]]).topK(1, for: rows) } == .notFinite)
        #expect(try rows.topK(.max, for: Matrix([[1, 1]]))[0].count == 4)
    }
}
