import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the program is connected to.
enum Terminal {
    /// Whether somebody can type, and read what is printed.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Whether standard output may carry colors: a terminal, and the user hasn't set NO_COLOR (no-color.org).
    static var hasColors: Bool { isatty(STDOUT_FILENO) == 1 && allowsColors }

    /// Whether standard error is a terminal, on which a line can be drawn over.
    static var canRedraw: Bool { isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb" }

    /// The width to wrap text to: that of the terminal, but comfortable to read.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return max(40, min(100, Int(size.ws_col)))
    }

    static func write(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }
    static func writeError(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    private static var allowsColors: Bool { (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb" }
    private static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
