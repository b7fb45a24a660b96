import HelpdeskMath
import Testing

@Suite struct FittingTests {
    @Test func principalComponentsFindTheDirections() throws {
        var generator = SeededGenerator(seed: 12)
        // Data along (3, 4, 0)/5 with a little noise, far from the origin.
        let noise = try generator.matrix(500, 3)
        let along = try generator.matrix(500, 1)
        let data = try Matrix(rows: 500, columns: 3) { row, column in
            100 + 10 * along[row, 0] * [0.6, 0.8, 0][column] + 0.01 * noise[row, column]
        }
        let components = try PrincipalComponents(of: data, count: 2)
        let first = components.directions.row(0)
        #expect(abs(first[0] - 0.6) < 1e-2 && abs(first[1] - 0.8) < 1e-2 && abs(first[2]) < 1e-2)
        #expect(components.variances[0] > 1000 * components.variances[1])
        #expect(components.variances[0] / components.totalVariance > 0.999)
        let coordinates = try components.transform(data)
        #expect(coordinates.rows == 500 && coordinates.columns == 2)
        let rebuilt = try components.inverseTransform(coordinates)
        for (a, b) in zip(rebuilt.values, data.values) { #expect(abs(a - b) < 0.05) }
        // Coordinates have mean 0 and the stated variance.
        let column = (0..<500).map { Double(coordinates[$0, 0]) }
        #expect(abs(column.reduce(0, +) / 500) < 1e-2)
        let variance = column.reduce(0) { $0 + $1 * $1 } / 499
        #expect(abs(variance / Double(components.variances[0]) - 1) < 1e-3)
    }

    @Test func allComponentsLoseNothing() throws {
        var generator = SeededGenerator(seed: 13)
        let data = try generator.matrix(40, 12)
        let components = try PrincipalComponents(of: data, count: 12)
        let rebuilt = try components.inverseTransform(components.transform(data))
        for (a, b) in zip(rebuilt.values, data.values) { #expect(abs(a - b) < 1e-4) }
    }

    @Test func principalComponentsRefuseBadInput() throws {
        let data = try Matrix([[1, 2], [3, 4], [5, 7]])
        #expect(code { _ = try PrincipalComponents(of: data, count: 0) } == .invalidArgument)
        #expect(code { _ = try PrincipalComponents(of: data, count: 3) } == .invalidArgument)
        #expect(code { _ = try PrincipalComponents(of: Matrix([[1, 2]]), count: 1) } == .invalidArgument)
        #expect(code { _ = try PrincipalComponents(of: Matrix(rows: 0, columns: 2), count: 1) } == .invalidArgument)
        #expect(code { _ = try PrincipalComponents(of: Matrix(rows: 3, columns: 0), count: 1) } == .invalidArgument)
        #expect(code { _ = try PrincipalComponents(of: Matrix([[1], [.nan]]), count: 1) } == .notFinite)
        let fitted = try PrincipalComponents(of: data, count: 1)
        #expect(code { _ = try fitted.transform(Matrix([[1]])) } == .mismatchedShape)
        #expect(code { _ = try fitted.transform(Matrix([[1, .nan]])) } == .notFinite)
        #expect(code { _ = try fitted.inverseTransform(Matrix([[1, 2]])) } == .mismatchedShape)
    }

    @Test func regressionFindsTheCoefficients() throws {
        var generator = SeededGenerator(seed: 14)
        let features = try generator.matrix(300, 5)
        let truth = try generator.matrix(5, 2)
        let targets = try Matrix(rows: 300, columns: 2) { row, target in
            7 + (0..<5).reduce(Float(0)) { $0 + features[row, $1] * truth[$1, target] }
        }
        let model = try RidgeRegression(features: features, targets: targets, penalty: 0)
        for (a, b) in zip(model.coefficients.values, truth.values) { #expect(abs(a - b) < 1e-4) }
        #expect(model.intercept.allSatisfy { abs($0 - 7) < 1e-4 })
        let predicted = try model.predict(features)
        for (a, b) in zip(predicted.values, targets.values) { #expect(abs(a - b) < 1e-4) }
        #expect(try abs(model.predict(features.row(3))[1] - targets[3, 1]) < 1e-4)
    }

    @Test func penaltyShrinks() throws {
        // One feature: W = Σxy / (Σx² + penalty), worked out by hand.
        let features = try Matrix([[1], [2], [3]])
        let targets = try Matrix([[2], [4], [6]])
        let plain = try RidgeRegression(features: features, targets: targets, penalty: 14, fitsIntercept: false)
        #expect(abs(plain.coefficients[0, 0] - 1) < 1e-6 && plain.intercept == [0])
        let centred = try RidgeRegression(features: features, targets: targets, penalty: 2)
        #expect(abs(centred.coefficients[0, 0] - 1) < 1e-6 && abs(centred.intercept[0] - 2) < 1e-6)
    }

    @Test func regressionRefusesBadInput() throws {
        let twice = try Matrix([[1, 1], [2, 2], [3, 3]])
        let targets = try Matrix([[1], [2], [3]])
        #expect(code { _ = try RidgeRegression(features: twice, targets: targets, penalty: 0) } == .notPositiveDefinite)
        #expect(throws: Never.self) { _ = try RidgeRegression(features: twice, targets: targets, penalty: 0.1) }
        #expect(code { _ = try RidgeRegression(features: twice, targets: targets, penalty: -1) } == .invalidArgument)
        #expect(code { _ = try RidgeRegression(features: twice, targets: targets, penalty: .nan) } == .invalidArgument)
        let short = try Matrix([[1], [2]])
        #expect(code { _ = try RidgeRegression(features: twice, targets: short, penalty: 1) } == .mismatchedShape)
        let none = try Matrix(rows: 0, columns: 2)
        let noTargets = try Matrix(rows: 0, columns: 1)
        #expect(code { _ = try RidgeRegression(features: none, targets: noTargets, penalty: 1) } == .invalidArgument)
        let bad = try Matrix([[1], [.nan], [2]])
        #expect(code { _ = try RidgeRegression(features: bad, targets: targets, penalty: 1) } == .notFinite)
        #expect(code { _ = try RidgeRegression(features: targets, targets: bad, penalty: 1) } == .notFinite)
        let model = try RidgeRegression(features: targets, targets: targets, penalty: 1)
        #expect(code { _ = try model.predict([1, 2]) } == .mismatchedShape)
    }
}
