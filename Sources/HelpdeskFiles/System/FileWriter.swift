#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Replaces whole files so that a reader, or a crash, finds either the old content or the new.
enum FileWriter {
    /// Writes bytes to a file beside the path, makes them durable, and renames the file to the path.
    ///
    /// - Throws: ``FilesError`` `notFound` where the folder is not there, `unreadable` where it cannot be written to.
    ///   Whatever was at the path is then still there.
    static func replace(_ path: String, with bytes: [UInt8]) throws(FilesError) {
        let beside = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).tmp"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(errno, "make a file beside", path) }
        do throws(FilesError) {
            try write(bytes, to: descriptor, path)
            guard fsync(descriptor) == 0 else { throw FilesError.system(errno, "make durable", beside) }
        } catch {
            close(descriptor)
            unlink(beside)
            throw error
        }
        guard close(descriptor) == 0, rename(beside, path) == 0 else {
            let number = errno
            unlink(beside)
            throw .system(number, "write", path)
        }
        syncFolder(of: path)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FilesError) {
        let failure = bytes.withUnsafeBytes { buffer -> Int32 in
            var done = 0
            while done < buffer.count {
                #if canImport(Darwin)
                    let count = Darwin.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                #else
                    let count = Glibc.write(descriptor, buffer.baseAddress! + done, buffer.count - done)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return 0
        }
        if failure != 0 { throw .system(failure, "write", path) }
    }

    /// Makes a rename durable. Not every file system can; the content is in place either way.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
