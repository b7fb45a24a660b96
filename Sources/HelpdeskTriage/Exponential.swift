#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// e to a power. Powers beyond the range of the type give 0 or infinity.
func exponential(_ power: Double) -> Double { exp(power) }

/// e to a power, in single precision.
func exponential(_ power: Float) -> Float { exp(power) }
