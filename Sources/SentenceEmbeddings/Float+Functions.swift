#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Float {
    /// The natural logarithm.
    var logarithm: Float { logf(self) }
    /// e to the power of this.
    var exponential: Float { expf(self) }
}
