public import VectorSearch

/// Checks that a conformer of ``VectorIndex`` keeps the protocol's promises.
public enum VectorIndexConformance {
    /// What may differ between conformers.
    public struct Options: Hashable, Sendable {
        /// The share of the true nearest neighbours that a search must find, from 0 to 1; 1 for an exact index.
        public var minimumRecall: Double
        /// By how much a stored component may differ from the inserted one, as a share of the vector's length.
        public var vectorTolerance: Float
        /// By how much a distance may differ from the true one.
        public var distanceTolerance: Float

        /// Creates options.
        public init(minimumRecall: Double = 0.95, vectorTolerance: Float = 1e-5, distanceTolerance: Float = 1e-3) {
            self.minimumRecall = minimumRecall
            self.vectorTolerance = vectorTolerance
            self.distanceTolerance = distanceTolerance
        }
    }

    /// Checks all promises.
    ///
    /// - Parameters:
    ///   - options: What may differ between conformers.
    ///   - seed: Where the random vectors begin.
    ///   - makeIndex: Makes an empty index of that many dimensions; called for every check.
    /// - Throws: ``ConformanceFailure`` for the first promise that is broken, and what the index throws where it mustn't.
    public static func check(
        options: Options = Options(), seed: UInt64 = 1,
        _ makeIndex: @Sendable (_ dimensions: Int) async throws -> any VectorIndex
    ) async throws {
        let suite = VectorIndexSuite(options: options, seed: seed)
        try await suite.checkEmpty(try await makeIndex(12))
        try await suite.checkSearch(try await makeIndex(12))
        try await suite.checkSearch(try await makeIndex(1))
        try await suite.checkTies(try await makeIndex(12))
        try await suite.checkUpdates(try await makeIndex(12))
        try await suite.checkRemoval(try await makeIndex(12))
        try await suite.checkFilters(try await makeIndex(12))
        try await suite.checkInvalidInput(try await makeIndex(12))
        try await suite.checkConcurrency(try await makeIndex(12))
    }
}
