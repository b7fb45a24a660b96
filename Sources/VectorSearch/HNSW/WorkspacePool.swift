import Synchronization

/// Workspaces that wait for their next use: as many as were ever needed at once.
final class WorkspacePool: Sendable {
    private let idle = Mutex<[Workspace]>([])

    /// Calls the function with a workspace of its own.
    func use<Result>(_ body: (Workspace) throws -> Result) throws -> Result {
        let workspace = try idle.withLock { $0.popLast() } ?? Workspace()
        defer { idle.withLock { $0.append(workspace) } }
        return try body(workspace)
    }

    /// Calls the function with some workspaces of its own. Only one of them is kept: each holds memory for every node.
    func use<Result>(_ count: Int, _ body: ([Workspace]) throws -> Result) throws -> Result {
        try use { first in
            var workspaces = [first]
            while workspaces.count < count { workspaces.append(try Workspace()) }
            return try body(workspaces)
        }
    }
}
