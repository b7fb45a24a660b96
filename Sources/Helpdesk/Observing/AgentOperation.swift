/// A piece of an agent's work that can be observed from its beginning to its end.
public enum AgentOperation: Hashable, Sendable {
    /// A whole query, from the call to the resolution.
    case resolution
    /// A step of a query.
    case stage(StageTimings.Stage)

    /// The name, for traces: `helpdesk.resolve`, `helpdesk.search`, …
    public var name: String {
        switch self {
        case .resolution: "helpdesk.resolve"
        case .stage(let stage): "helpdesk.\(stage.rawValue)"
        }
    }
}
