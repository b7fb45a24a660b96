import HelpdeskMath

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func matrix(_ rows: Int, _ columns: Int) throws -> Matrix {
        let values = (0..<rows * columns).map { _ in Float.random(in: -1...1, using: &self) }
        return try Matrix(rows: rows, columns: columns, values: values)
    }
}

/// The code of the error that a call throws.
func code(_ body: () throws -> Void) -> MathError.Code? {
    do {
        try body()
        return nil
    } catch {
        return (error as? MathError)?.code
    }
}
