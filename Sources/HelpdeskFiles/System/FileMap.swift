import VectorSearch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Maps files into memory.
enum FileMap {
    /// The bytes of a regular file, in pages that are copied when they are changed.
    ///
    /// - Throws: ``FilesError`` `notFound`, `unreadable`, or `unsupported` where it is not a regular file.
    static func snapshotMemory(_ path: String) throws(FilesError) -> SnapshotMemory {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno, "open", path) }
        defer { close(descriptor) }
        let status = try FileStatus(descriptor: descriptor, path: path)
        guard status.kind == .regular else {
            throw FilesError(.unsupported, "\(path) is not a regular file; only those can be mapped")
        }
        guard status.size > 0 else {
            return SnapshotMemory(UnsafeMutableRawBufferPointer(start: nil, count: 0)) { _ in }
        }
        guard let start = mmap(nil, status.size, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0),
            start != MAP_FAILED
        else { throw .system(errno, "map", path) }
        // The first thing done with it is to read all of it.
        _ = madvise(start, status.size, MADV_WILLNEED)
        return SnapshotMemory(UnsafeMutableRawBufferPointer(start: start, count: status.size)) {
            munmap($0.baseAddress, $0.count)
        }
    }
}
