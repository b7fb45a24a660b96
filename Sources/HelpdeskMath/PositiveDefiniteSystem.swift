/// Solves A·X = B for a large positive definite A in its own memory, and finds the diagonal of A⁻¹ with it.
///
/// A blocked Cholesky factorization and triangular inverse (Golub and Van Loan, section 4.2) whose products run on the
/// library's own kernel: as fast with the reference BLAS as with any other. Single precision, one thread.
enum PositiveDefiniteSystem {
    private static let blockSize = 192

    /// - Parameters:
    ///   - matrix: A, row-major, of which the lower triangle is read. Overwritten.
    ///   - order: The number of its rows and columns.
    ///   - right: B: order × columns, row-major. Replaced by X.
    ///   - columns: The number of columns of B.
    /// - Returns: The diagonal of A⁻¹, or `nil` if A is not positive definite.
    static func solve(
        _ matrix: UnsafeMutablePointer<Float>, order: Int, _ right: UnsafeMutablePointer<Float>, columns: Int
    ) -> [Float]? {
        var solver = Solver(
            matrix: TileProducts.Block(start: matrix, stride: order), order: order,
            right: TileProducts.Block(start: right, stride: columns), columns: columns)
        guard solver.factor() else { return nil }
        solver.solveForward()
        solver.invert()
        solver.finish()
        return solver.diagonal
    }

    /// Factors A = L·Lᵀ and writes L⁻ᵀ into the upper triangle; the lower one is left with parts of L.
    ///
    /// - Returns: `false` if A is not positive definite.
    static func invertFactor(_ matrix: UnsafeMutablePointer<Float>, order: Int) -> Bool {
        let block = TileProducts.Block(start: matrix, stride: order)
        var solver = Solver(matrix: block, order: order, right: block, columns: 0)
        guard solver.factor() else { return false }
        solver.invert()
        return true
    }

    private struct Solver {
        let matrix: TileProducts.Block
        let order: Int
        let right: TileProducts.Block
        let columns: Int
        let products = TileProducts()
        /// The inverses of the factor's blocks on the diagonal, each row-major with `blockSize` columns.
        var inverses: [[Float]] = []
        var diagonal: [Float] = []

        private var blocks: Int { (order + blockSize - 1) / blockSize }
        private func start(_ block: Int) -> Int { block * blockSize }
        private func size(_ block: Int) -> Int { min(blockSize, order - block * blockSize) }
        private func block(_ row: Int, _ column: Int) -> TileProducts.Block { matrix.at(start(row), start(column)) }

        private func packed(outputs: Int, capacity: Int) -> PackedRows {
            PackedRows(
                outputs: outputs, capacity: capacity, columnsAtOnce: min(blockSize, max(1, capacity)),
                width: products.panelWidth)
        }

        /// A = L·Lᵀ, L in the lower triangle.
        mutating func factor() -> Bool {
            for step in 0..<blocks {
                let size = size(step)
                guard let inverse = Self.factorAndInvert(block(step, step), size) else { return false }
                let below = start(step) + size
                let rest = order - below
                inverses.append(inverse)
                guard rest > 0 else { break }
                // L21 = A21·L11⁻ᵀ, by way of a copy: input and result may not overlap.
                let weights = packed(outputs: size, capacity: size)
                inverses[step].withUnsafeMutableBufferPointer {
                    guard let start = $0.baseAddress else { return }
                    weights.append(TileProducts.Block(start: start, stride: blockSize), columns: size)
                }
                let panel = matrix.at(below, start(step))
                let copy = UnsafeMutablePointer<Float>.allocate(capacity: rest * size)
                defer { copy.deallocate() }
                let input = TileProducts.Block(start: copy, stride: size)
                for row in 0..<rest {
                    (copy + row * size).initialize(from: panel.start + row * panel.stride, count: size)
                }
                products.set(rows: rest, input, weights, to: panel)
                // A22 ← A22 − L21·L21ᵀ, a column of blocks after the other.
                for column in (step + 1)..<blocks {
                    let weights = packed(outputs: self.size(column), capacity: size)
                    weights.append(block(column, step), columns: size, factor: -1)
                    products.add(
                        rows: order - start(column), block(column, step), weights, to: block(column, column))
                }
            }
            return true
        }

        /// B ← L⁻¹·B.
        mutating func solveForward() {
            let known = packed(outputs: columns, capacity: order)
            for row in 0..<blocks {
                let size = size(row)
                let target = right.at(start(row), 0)
                if row > 0 { products.add(rows: size, block(row, 0), known, to: target) }
                applyInverse(row, to: target)
                negate(target, size)
                known.appendTransposed(target, rowCount: size)
                negate(target, size)
            }
        }

        private func negate(_ target: TileProducts.Block, _ rows: Int) {
            for row in 0..<rows {
                for column in 0..<columns { target.start[row * target.stride + column].negate() }
            }
        }

        /// A block of rows of B ← L11⁻¹ times it.
        private mutating func applyInverse(_ row: Int, to target: TileProducts.Block) {
            let size = size(row)
            let weights = packed(outputs: columns, capacity: size)
            weights.appendTransposed(target, rowCount: size)
            inverses[row].withUnsafeMutableBufferPointer {
                guard let start = $0.baseAddress else { return }
                products.set(rows: size, TileProducts.Block(start: start, stride: blockSize), weights, to: target)
            }
        }

        /// Y = L⁻ᵀ into the upper triangle, blocks of the diagonal included; the squares of its rows are the diagonal of
        /// A⁻¹.
        mutating func invert() {
            diagonal = Array(repeating: 0, count: order)
            let sums = UnsafeMutablePointer<Float>.allocate(capacity: blockSize * blockSize)
            sums.initialize(repeating: 0, count: blockSize * blockSize)
            defer { sums.deallocate() }
            for row in 0..<blocks {
                // Yᵀ restricted to these rows, block by block: X[k] = −L[k][k]⁻¹·Σ L[k][m]·X[m].
                let size = size(row)
                let known = packed(outputs: size, capacity: order - start(row))
                write(inverseTransposed: row, to: block(row, row))
                known.append(block(row, row), columns: size)
                for column in (row + 1)..<max(row + 1, blocks) {
                    let height = self.size(column)
                    let sum = TileProducts.Block(start: sums, stride: blockSize)
                    // L[column][row..<column] lies left of the diagonal and is untouched.
                    products.set(rows: height, block(column, row), known, to: sum)
                    // Y[row][column] = −(L[column][column]⁻¹·sum)ᵀ = −sumᵀ·L⁻ᵀ: rows of the result are columns of sum.
                    let weights = packed(outputs: height, capacity: height)
                    inverses[column].withUnsafeMutableBufferPointer {
                        guard let start = $0.baseAddress else { return }
                        weights.append(
                            TileProducts.Block(start: start, stride: blockSize), columns: height, factor: -1)
                    }
                    transpose(sums, height, size)
                    products.set(
                        rows: size, TileProducts.Block(start: sums, stride: blockSize), weights, to: block(row, column))
                    known.append(block(row, column), columns: height)
                }
                for line in 0..<size {
                    let first = start(row) + line
                    var sum = 0.0
                    for column in first..<order {
                        let value = Double(matrix.start[first * matrix.stride + column])
                        sum += value * value
                    }
                    diagonal[first] = Float(clamping: sum)
                }
            }
        }

        private func write(inverseTransposed row: Int, to target: TileProducts.Block) {
            let size = size(row)
            for i in 0..<size {
                for j in 0..<size {
                    target.start[i * target.stride + j] = j >= i ? inverses[row][j * blockSize + i] : 0
                }
            }
        }

        /// Transposes a block of `blockSize` columns in place.
        private func transpose(_ values: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int) {
            for row in 0..<max(rows, columns) {
                for column in 0..<row {
                    let here = values[row * blockSize + column]
                    values[row * blockSize + column] = values[column * blockSize + row]
                    values[column * blockSize + row] = here
                }
            }
        }

        /// X = L⁻ᵀ·(L⁻¹·B).
        mutating func finish() {
            // The last rows need only the last rows: from the top, each block is replaced after it was read for the last
            // time by those above; so the known values are taken aside first.
            let copy = UnsafeMutablePointer<Float>.allocate(capacity: max(1, order * columns))
            copy.initialize(from: right.start, count: order * columns)
            defer { copy.deallocate() }
            let source = TileProducts.Block(start: copy, stride: columns)
            for row in 0..<blocks {
                let known = packed(outputs: columns, capacity: order - start(row))
                for column in row..<blocks {
                    known.appendTransposed(source.at(start(column), 0), rowCount: size(column))
                }
                products.set(rows: size(row), block(row, row), known, to: right.at(start(row), 0))
            }
        }

        /// Factors a block of the diagonal in place and returns the inverse of its factor, with zeros above the diagonal.
        private static func factorAndInvert(_ block: TileProducts.Block, _ size: Int) -> [Float]? {
            let (values, stride) = (block.start, block.stride)
            for column in 0..<size {
                let line = values + column * stride
                var pivot = Double(line[column])
                for k in 0..<column { pivot -= Double(line[k]) * Double(line[k]) }
                guard pivot > 0, pivot.isFinite else { return nil }
                let root = pivot.squareRoot()
                line[column] = Float(root)
                for row in (column + 1)..<max(column + 1, size) {
                    let other = values + row * stride
                    var sum = other[column]
                    for k in 0..<column { sum -= other[k] * line[k] }
                    other[column] = Float(Double(sum) / root)
                }
            }
            var inverse = [Float](repeating: 0, count: size * blockSize)
            for column in 0..<size {
                inverse[column * blockSize + column] = 1 / values[column * stride + column]
                for row in (column + 1)..<max(column + 1, size) {
                    var sum: Float = 0
                    for k in column..<row { sum -= values[row * stride + k] * inverse[k * blockSize + column] }
                    inverse[row * blockSize + column] = sum / values[row * stride + row]
                }
            }
            return inverse
        }
    }
}
