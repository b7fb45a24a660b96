extension ExactIndex {
    /// Finds the nearest vectors to each query of 8-bit components, each times a scale.
    public func search(
        _ queries: some Collection<[Int8]>, scale: Float = 1, count: Int, filter: VectorFilter? = nil
    ) throws -> [[VectorMatch]] {
        try search(queries.map { NarrowComponents.floats($0, scale: scale) }, count: count, filter: filter)
    }

    /// Finds the vectors nearest to one query of 8-bit components, each times a scale.
    public func search(
        _ query: some Collection<Int8>, scale: Float = 1, count: Int, filter: VectorFilter? = nil
    ) throws -> [VectorMatch] {
        try search(NarrowComponents.floats(query, scale: scale), count: count, filter: filter)
    }

    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
        /// Finds the nearest vectors to each query of 16-bit components.
        public func search(
            _ queries: some Collection<[Float16]>, count: Int, filter: VectorFilter? = nil
        ) throws -> [[VectorMatch]] {
            try search(queries.map { NarrowComponents.floats($0) }, count: count, filter: filter)
        }

        /// Finds the vectors nearest to one query of 16-bit components.
        public func search(
            _ query: some Collection<Float16>, count: Int, filter: VectorFilter? = nil
        ) throws -> [VectorMatch] {
            try search(NarrowComponents.floats(query), count: count, filter: filter)
        }
    #endif
}
