extension UnsafeBufferPointer where Element == Float {
    /// Where the first number lies that is NaN or infinite, or `nil`.
    var firstNonFiniteIndex: Int? {
        let exponent: UInt32 = 0x7F80_0000
        // Blocks without a branch inside, which become vector instructions.
        let block = 1024
        for start in stride(from: 0, to: count, by: block) {
            let end = Swift.min(start + block, count)
            var greatest: UInt32 = 0
            for index in start..<end { greatest = Swift.max(greatest, self[index].bitPattern & exponent) }
            if greatest == exponent { return self[start..<end].firstIndex { !$0.isFinite } }
        }
        return nil
    }
}
