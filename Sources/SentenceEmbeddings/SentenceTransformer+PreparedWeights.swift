import CHelpdeskKernels

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension SentenceTransformer {
    /// The weights as the kernels read them, for ``init(files:configuration:preparedWeights:)``: about 12 MB of them in
    /// ``EmbeddingPrecision/int8`` for all-MiniLM-L6-v2, 22 MB in ``EmbeddingPrecision/int16``, 43 MB in
    /// ``EmbeddingPrecision/float32``. They are good on processors with the same instruction sets. A copy, O(size).
    public var preparedWeights: Data { runner.encoder.preparedWeights }

    /// Loads a model whose weights have been packed before, which leaves little to do but to check that they are the right
    /// ones: their hash, and that of the model's weights.
    ///
    /// `HelpdeskFiles` keeps them in a file: `SentenceTransformer(folder:configuration:preparedWeights:)`.
    ///
    /// - Parameters:
    ///   - files: The files of the model's folder: the table of words is still read from there.
    ///   - configuration: What to do differently from what the files say.
    ///   - preparedWeights: What ``preparedWeights`` of the same model were. Used in place where it is a memory map.
    /// - Throws: ``EmbeddingError`` as for loading without them; ``EmbeddingError/Code/mismatchedPreparedWeights`` where they
    ///   are for another model, calibration, precision, processor or version of the library, and
    ///   ``EmbeddingError/Code/malformedFile`` where they are truncated or altered.
    public init(
        files: ModelFiles, configuration: Configuration = Configuration(), preparedWeights: Data
    ) throws(EmbeddingError) {
        try self.init(
            files: files, configuration: configuration, instructionSet: helpdesk_best_isa(),
            preparedWeights: preparedWeights)
    }
}
