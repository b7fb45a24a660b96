#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension LogisticRegression {
    static func exponential(_ value: Double) -> Double { exp(value) }

    /// Newton's method with halved steps, so that the loss never grows.
    struct Newton {
        /// The weights, then the bias.
        private(set) var parameters: [Double]
        private let penalty: Double
        private static let maximumSteps = 100

        init(count: Int, penalty: Double) {
            parameters = Array(repeating: 0, count: count + 1)
            self.penalty = penalty
        }

        mutating func run(_ features: [[Double]], _ targets: [Double], _ weights: [Double]) throws(MathError) {
            var loss = self.loss(parameters, features, targets, weights)
            for _ in 0..<Self.maximumSteps {
                guard let step = step(features, targets, weights) else { break }
                var scale = 1.0
                var next = zip(parameters, step).map { $0 - $1 }
                var nextLoss = self.loss(next, features, targets, weights)
                while !(nextLoss <= loss), scale > 1e-6 {
                    scale /= 2
                    next = zip(parameters, step).map { $0 - scale * $1 }
                    nextLoss = self.loss(next, features, targets, weights)
                }
                guard nextLoss <= loss else { return }
                parameters = next
                let gain = loss - nextLoss
                loss = nextLoss
                if gain <= 1e-10 * max(1, loss) { return }
            }
            throw MathError(.noConvergence, "logistic regression did not converge in \(Self.maximumSteps) steps")
        }

        private func score(_ parameters: [Double], _ row: [Double]) -> Double {
            var score = parameters[row.count]
            for (index, value) in row.enumerated() { score += parameters[index] * value }
            return score
        }

        private func loss(
            _ parameters: [Double], _ features: [[Double]], _ targets: [Double], _ weights: [Double]
        ) -> Double {
            var loss = 0.0
            for (index, row) in features.enumerated() {
                let score = score(parameters, row)
                // log(1 + exp(score)) − target·score, without overflow.
                let term = max(0, score) + log1p(exp(-abs(score))) - targets[index] * score
                loss += (weights.isEmpty ? 1 : weights[index]) * term
            }
            return loss + penalty / 2 * parameters.dropLast().reduce(0) { $0 + $1 * $1 }
        }

        /// The solution of Hessian·step = gradient.
        private func step(_ features: [[Double]], _ targets: [Double], _ weights: [Double]) -> [Double]? {
            let count = parameters.count
            var gradient = parameters.map { penalty * $0 }
            gradient[count - 1] = 0
            var hessian = [Double](repeating: 0, count: count * count)
            var row = [Double](repeating: 1, count: count)
            for (index, values) in features.enumerated() {
                for (column, value) in values.enumerated() { row[column] = value }
                let probability = LogisticRegression.sigmoid(score(parameters, values))
                let weight = weights.isEmpty ? 1 : weights[index]
                let error = weight * (probability - targets[index])
                let curvature = weight * probability * (1 - probability)
                for i in 0..<count {
                    gradient[i] += error * row[i]
                    let scaled = curvature * row[i]
                    for j in i..<count { hessian[i * count + j] += scaled * row[j] }
                }
            }
            for i in 0..<count {
                hessian[i * count + i] += i < count - 1 ? penalty : 1e-9
                for j in 0..<i { hessian[i * count + j] = hessian[j * count + i] }
            }
            let isDefinite = hessian.withUnsafeMutableBufferPointer { hessian in
                gradient.withUnsafeMutableBufferPointer {
                    LAPACK.choleskySolve(hessian, order: count, $0, columns: 1)
                }
            }
            return isDefinite && gradient.allSatisfy(\.isFinite) ? gradient : nil
        }
    }
}
