/// A piece of the library at work, whose instructions are counted.
public struct Workload: Sendable {
    /// Runs a number of operations, one after the other. What it returns depends on their results, so that none of them
    /// can be left out.
    public typealias Operations = (_ count: Int) async throws -> Int

    /// The name, which is part of file names: lowercase letters, digits and hyphens.
    public let name: String
    /// What one operation is.
    public let summary: String
    /// How many operations a threshold is about: a thousand where one is short beside the measuring of it, else one.
    public let scale: Int
    /// How many operations to count without hardware counters, where each instruction takes long.
    public let counted: Int
    /// How many percent of its threshold a count may be above or below it.
    public let tolerance: Double
    /// Makes what the operations need; not counted.
    public let prepare: @Sendable (Fixtures) async throws -> Operations

    init(
        _ name: String, _ summary: String, scale: Int = 1, counted: Int, tolerance: Double,
        prepare: @escaping @Sendable (Fixtures) async throws -> Operations
    ) {
        self.name = name
        self.summary = summary
        self.scale = scale
        self.counted = counted
        self.tolerance = tolerance
        self.prepare = prepare
    }

    /// All workloads that this processor can run.
    public static let all: [Workload] =
        kernels + quantized + tokenizer + encoder + vectorIndexes + lexicalIndexes + messages
}
