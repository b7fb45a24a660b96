/// Makes floats of components that the caller keeps in fewer bits. Every value is converted exactly.
enum NarrowComponents {
    /// The integers times a scale.
    static func floats(_ components: some Collection<Int8>, scale: Float) -> [Float] {
        if let floats = components.withContiguousStorageIfAvailable({ floats($0, scale: scale) }) { return floats }
        return floats(Array(components), scale: scale)
    }

    private static func floats(_ components: UnsafeBufferPointer<Int8>, scale: Float) -> [Float] {
        [Float](unsafeUninitializedCapacity: components.count) { buffer, count in
            count = components.count
            for index in 0..<count { buffer[index] = Float(components[index]) * scale }
        }
    }

    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
        /// The same numbers, as floats.
        static func floats(_ components: some Collection<Float16>) -> [Float] {
            if let floats = components.withContiguousStorageIfAvailable({ floats($0) }) { return floats }
            return floats(Array(components))
        }

        private static func floats(_ components: UnsafeBufferPointer<Float16>) -> [Float] {
            [Float](unsafeUninitializedCapacity: components.count) { buffer, count in
                count = components.count
                for index in 0..<count { buffer[index] = widened(components[index]) }
            }
        }

        /// The same number, by operations that every processor does many of at once; the plain conversion is a call of a
        /// library function wherever the compiler may not count on an instruction for it.
        @inline(__always)
        private static func widened(_ half: Float16) -> Float {
            let bits = UInt32(half.bitPattern)
            // A fraction has 13 bits more, and exponents count from 127 instead of 15.
            let magnitude = Float(bitPattern: (bits & 0x7FFF) << 13) * 0x1p112
            // Infinities and NaNs have the highest exponent, here as there.
            let exponent: UInt32 = magnitude >= 0x1p16 ? 0x7F80_0000 : 0
            return Float(bitPattern: magnitude.bitPattern | exponent | (bits & 0x8000) << 16)
        }
    #endif
}
