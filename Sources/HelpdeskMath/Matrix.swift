/// A dense matrix of floats, stored row by row in memory that starts on a cache line.
///
/// ```swift
/// let a = try Matrix([[1, 2], [3, 4]])
/// let b = try a.multiplied(by: a.transposed())
/// print(b[0, 1])
/// ```
///
/// A matrix is a value: copies share their memory until one of them is changed. Rows and columns number at most
/// `Int32.max`, because BLAS counts in 32-bit integers.
public struct Matrix: Sendable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    private var storage: AlignedStorage

    /// Creates a matrix of zeros.
    ///
    /// - Throws: ``MathError/Code/invalidArgument`` if a dimension is negative or above `Int32.max`, or there is no
    ///   memory for it.
    public init(rows: Int, columns: Int) throws(MathError) {
        guard (0...Int(Int32.max)).contains(rows), (0...Int(Int32.max)).contains(columns) else {
            throw MathError(
                .invalidArgument,
                "a matrix of \(rows) × \(columns) is outside 0...\(Int32.max) rows and columns")
        }
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard !overflow, let storage = AlignedStorage(count: count) else {
            throw MathError(.invalidArgument, "there is no memory for a matrix of \(rows) × \(columns) floats")
        }
        self.rows = rows
        self.columns = columns
        self.storage = storage
    }

    /// Creates a matrix whose elements are what the function returns for their row and column.
    public init(rows: Int, columns: Int, _ element: (_ row: Int, _ column: Int) -> Float) throws(MathError) {
        try self.init(rows: rows, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns { storage.floats[row * columns + column] = element(row, column) }
        }
    }

    /// Creates a matrix from its elements, row by row.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` if there are not `rows * columns` values.
    public init(rows: Int, columns: Int, values: [Float]) throws(MathError) {
        let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
        guard rows >= 0, columns >= 0, !overflow, count == values.count else {
            throw MathError(
                .mismatchedShape, "\(values.count) values do not fill a matrix of \(rows) × \(columns)")
        }
        try self.init(rows: rows, columns: columns)
        _ = storage.floats.update(fromContentsOf: values)
    }

    /// Creates a matrix from its rows.
    ///
    /// - Throws: ``MathError/Code/mismatchedShape`` if the rows differ in length; ``MathError/Code/invalidArgument``
    ///   if there is no row, since the number of columns cannot be known then: use ``init(rows:columns:)``.
    public init(_ rows: [[Float]]) throws(MathError) {
        guard let columns = rows.first?.count else {
            throw MathError(.invalidArgument, "no rows, so the number of columns is not known")
        }
        if let odd = rows.firstIndex(where: { $0.count != columns }) {
            throw MathError(
                .mismatchedShape, "row \(odd) has \(rows[odd].count) columns where row 0 has \(columns)")
        }
        try self.init(rows: rows.count, columns: columns)
        guard columns > 0 else { return }
        for (index, row) in rows.enumerated() {
            let target = UnsafeMutableBufferPointer(rebasing: storage.floats[index * columns..<(index + 1) * columns])
            _ = target.update(fromContentsOf: row)
        }
    }

    /// The unit matrix of an order.
    public static func identity(_ order: Int) throws(MathError) -> Matrix {
        try Matrix(rows: order, columns: order) { $0 == $1 ? 1 : 0 }
    }

    /// The number of elements.
    public var count: Int { rows * columns }

    /// Calls the function with all elements, row by row. The pointer is aligned to 64 bytes and valid during the call.
    public func withUnsafeBufferPointer<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeBufferPointer<Float>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(storage.floats))
    }

    /// Calls the function with all elements, row by row, to change them. The pointer is aligned to 64 bytes and valid
    /// during the call.
    public mutating func withUnsafeMutableBufferPointer<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<Float>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        makeUnique()
        return try body(storage.floats)
    }

    /// Gives the matrix memory of its own before a change.
    private mutating func makeUnique() {
        guard !isKnownUniquelyReferenced(&storage) else { return }
        guard let copy = storage.copy() else { preconditionFailure("out of memory") }
        storage = copy
    }
}
