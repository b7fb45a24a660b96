#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `stat` says about a path, symbolic links followed.
struct FileStatus {
    /// What is at the path.
    enum Kind {
        case regular
        case directory
        /// A pipe, socket or device.
        case other
    }

    /// A file of a mounted file system; two paths with equal identities are the same file.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    let kind: Kind
    let size: Int
    let identity: Identity

    /// Looks at a path.
    ///
    /// - Throws: ``FilesError`` `notFound` where nothing is there (or a link leads nowhere), `unreadable` otherwise.
    init(path: String) throws(FilesError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system(errno, "look at", path) }
        self.init(status)
    }

    /// Looks at an open file.
    init(descriptor: Int32, path: String) throws(FilesError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(errno, "look at", path) }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            default: .other
            }
        size = Int(status.st_size)
        identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    }
}

/// Reads whole files that may be anything: growing, a pipe, a device.
enum FileReader {
    /// The bytes of a regular file.
    ///
    /// - Throws: ``FilesError`` `notFound`, `unreadable`, `unsupported` where it is not a regular file, and `tooLarge`
    ///   where it holds more than `limit` bytes.
    static func bytes(of path: String, limit: Int) throws(FilesError) -> [UInt8] {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno, "open", path) }
        defer { close(descriptor) }
        let status = try FileStatus(descriptor: descriptor, path: path)
        guard status.kind == .regular else {
            throw FilesError(.unsupported, "\(path) is not a regular file; only files and folders are read")
        }
        guard status.size <= limit else { throw tooLarge(path, limit) }

        // The size is a hint: the file may grow or shrink meanwhile.
        var bytes = [UInt8](repeating: 0, count: status.size + 1)
        var count = 0
        while true {
            if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 1 << 16)) }
            let got = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw .system(errno, "read", path)
            }
            if got == 0 { break }
            count += got
            guard count <= limit else { throw tooLarge(path, limit) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> FilesError {
        FilesError(.tooLarge, "\(path) is larger than the limit of \(limit) bytes; split it or raise the limit")
    }
}

extension FilesError {
    /// The error for a failed system call.
    static func system(_ number: Int32, _ action: String, _ path: String) -> FilesError {
        let reason = String(cString: strerror(number))
        return FilesError(
            number == ENOENT || number == ENOTDIR ? .notFound : .unreadable, "cannot \(action) \(path): \(reason)")
    }
}
