import Foundation

/// How long tests of many threads last.
enum StressTime {
    /// Whether `Scripts/test-threads` asks for more rounds.
    static let isLong = ProcessInfo.processInfo.environment["HELPDESK_STRESS_SECONDS"] != nil
}
