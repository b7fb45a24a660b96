import Foundation

/// What this process holds, as the kernel counts it.
enum ProcessMemory {
    /// The most memory held at once so far, in MiB; not a number where the system does not tell.
    static var peakMiB: Double { read("VmHWM:") }
    /// The memory held now, in MiB; what the allocator keeps for later is given back first.
    static var currentMiB: Double {
        // Looked up by name: other C libraries lack it.
        if let trim = dlsym(nil, "malloc_trim") {
            _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
        }
        return read("VmRSS:")
    }

    private static func read(_ field: String) -> Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) }),
            let kilobytes = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap({
                Double($0)
            })
        else { return .nan }
        return kilobytes / 1024
    }
}
