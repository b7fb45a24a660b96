#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What takes long to make, kept in files from one process to the next: one that counts every instruction is slow.
public struct Fixtures: Sendable {
    private let folder: String?

    /// Creates fixtures.
    ///
    /// - Parameter folder: Where to keep them; `nil` for nowhere.
    public init(folder: String? = nil) { self.folder = folder }

    /// The bytes kept under a name; makes and keeps them where there are none.
    func bytes(_ name: String, make: () throws -> [UInt8]) throws -> [UInt8] {
        guard let folder else { return try make() }
        let path = folder + "/" + name
        if let data = FileManager.default.contents(atPath: path) { return [UInt8](data) }
        let bytes = try make()
        try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        return bytes
    }
}
