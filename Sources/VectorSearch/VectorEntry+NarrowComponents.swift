extension VectorEntry {
    /// Creates an entry from components of 8 bits, each times a scale.
    ///
    /// For the cosine the scale does not matter; for the other metrics give the one the vectors were quantized with.
    ///
    /// - Complexity: O(dimensions).
    public init(id: VectorID, vector: some Collection<Int8>, scale: Float = 1) {
        self.init(id: id, vector: NarrowComponents.floats(vector, scale: scale))
    }

    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
        /// Creates an entry from components of 16 bits, without loss.
        ///
        /// - Complexity: O(dimensions).
        public init(id: VectorID, vector: some Collection<Float16>) {
            self.init(id: id, vector: NarrowComponents.floats(vector))
        }
    #endif
}
