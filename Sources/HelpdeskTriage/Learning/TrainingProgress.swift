/// How far training has come.
public struct TrainingProgress: Hashable, Sendable {
    /// What is being done.
    public enum Phase: String, Hashable, Sendable {
        /// The texts are embedded.
        case embedding
        /// The weights are fitted.
        case fitting
        /// Probabilities are calibrated on what was left out.
        case calibrating
    }

    /// What is being done.
    public var phase: Phase
    /// How much of it is done.
    public var done: Int
    /// Of how much.
    public var total: Int

    /// Creates a value.
    public init(phase: Phase, done: Int, total: Int) {
        self.phase = phase
        self.done = done
        self.total = total
    }
}
