import Dispatch
import MicroWorkloads

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs one workload, for a program that counts the instructions of a process.
@main
struct MicroRun {
    private static let usage = """
        usage: micro-run NAME COUNT [FOLDER]   runs COUNT operations of a workload; what takes long to make is kept in FOLDER
               micro-run --list                name, scale, operations to count, tolerance in percent, what an operation is
        """

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["--list"] {
            for workload in Workload.all {
                let fields = [
                    workload.name, "\(workload.scale)", "\(workload.counted)", "\(workload.tolerance)",
                    workload.summary,
                ]
                print(fields.joined(separator: "\t"))
            }
            return
        }
        guard (2...3).contains(arguments.count), let count = Int(arguments[1]), count > 0 else { fail(usage) }
        guard let workload = Workload.all.first(where: { $0.name == arguments[0] }) else {
            fail("micro-run: no workload \(arguments[0]) on this processor; see micro-run --list")
        }
        let fixtures = Fixtures(folder: arguments.count == 3 ? arguments[2] : nil)
        // Not an asynchronous main, which ends the first thread of the process: valgrind cannot do without it.
        let finished = DispatchSemaphore(value: 0)
        Task.detached {
            do {
                print(try await workload.prepare(fixtures)(count))
            } catch {
                fail("micro-run: \(workload.name): \(error)")
            }
            finished.signal()
        }
        finished.wait()
    }

    private static func fail(_ message: String) -> Never {
        let line = message + "\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
        exit(2)
    }
}
