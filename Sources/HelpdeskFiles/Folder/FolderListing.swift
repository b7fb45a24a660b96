#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files of a folder that are read, in the order of their paths' bytes.
struct FolderListing {
    /// One file.
    struct File {
        /// The path relative to the folder; the file's own name where the source is a file.
        let path: String
        /// The path to open.
        let location: String
        let format: FolderFormat
        /// Whether it is an error for the file not to be there: for links, and where it is all there is.
        let isExpected: Bool
    }

    private(set) var files: [File] = []
    /// Paths of subfolders, with a slash at the end, that could not be listed.
    private(set) var unreadable: [String] = []

    /// Lists a folder, or the one file.
    ///
    /// - Parameters:
    ///   - root: The path of the folder or file.
    ///   - check: Called for each folder; what it throws ends the listing.
    ///   - report: Called for what cannot be listed; what it throws ends the listing.
    /// - Throws: ``FilesError`` where the root cannot be listed at all.
    init(root: String, check: () throws -> Void, report: (FilesError) throws -> Void) throws {
        let status = try FileStatus(path: root)
        guard status.kind == .directory else {
            let name = root.split(separator: "/").last.map(String.init) ?? root
            if let format = FolderFormat(fileName: name) {
                files = [File(path: name, location: root, format: format, isExpected: true)]
            }
            return
        }
        // Real folders first, so that a link never takes the place of the folder it leads to.
        var seen: Set<FileStatus.Identity> = [status.identity]
        var folders = [(path: "", isRoot: true)]
        var links: [String] = []
        while true {
            if folders.isEmpty {
                guard let link = links.popLast() else { break }
                guard let status = try? FileStatus(path: "\(root)/\(link)"), seen.insert(status.identity).inserted
                else { continue }
                folders.append((link, false))
            }
            let folder = folders.removeLast()
            try check()
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(
                    atPath: folder.isRoot ? root : "\(root)/\(folder.path)")
            } catch {
                let failure = FilesError(.unreadable, "cannot list \(root)/\(folder.path)", cause: error)
                if folder.isRoot { throw failure }
                unreadable.append("\(folder.path)/")
                try report(failure)
                continue
            }
            var found: [String] = []
            for name in names.sorted(by: Self.precedes) where !name.hasPrefix(".") {
                let path = folder.isRoot ? name : "\(folder.path)/\(name)"
                let location = "\(root)/\(path)"
                let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: location)) != nil
                do {
                    let status = try FileStatus(path: location)
                    if status.kind == .directory {
                        if isLink {
                            links.append(path)
                        } else if seen.insert(status.identity).inserted {
                            found.append(path)
                        }
                        continue
                    }
                } catch {
                    // Files report their own errors when they are read; links that lead nowhere are files.
                    if !isLink, FolderFormat(fileName: name) == nil { continue }
                }
                if let format = FolderFormat(fileName: name) {
                    files.append(File(path: path, location: location, format: format, isExpected: isLink))
                }
            }
            folders += found.reversed().map { ($0, false) }
            links.sort { Self.precedes($1, $0) }
        }
        files.sort { Self.precedes($0.path, $1.path) }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
