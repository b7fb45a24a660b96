/// The greatest sizes of each column of a matrix whose rows come one by one.
struct GreatestValues {
    private let kept: Int
    /// For each column, the greatest so far in rising order.
    private var values: [Float]
    private let columns: Int

    init(columns: Int, kept: Int) {
        self.columns = columns
        self.kept = kept
        values = [Float](repeating: 0, count: columns * kept)
    }

    /// Takes a row in. O(columns), and O(kept) for each number that is among the greatest.
    mutating func insert(_ row: UnsafePointer<Float>) {
        for column in 0..<columns {
            let size = abs(row[column])
            let start = column * kept
            guard size > values[start] else { continue }
            var place = start
            while place + 1 < start + kept, values[place + 1] < size {
                values[place] = values[place + 1]
                place += 1
            }
            values[place] = size
        }
    }

    /// The smallest of the numbers kept for each column.
    var thresholds: [Float] { (0..<columns).map { values[$0 * kept] } }
}
