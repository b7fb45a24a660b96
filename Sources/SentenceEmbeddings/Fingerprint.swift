import CHelpdeskKernels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The hash by which models are told apart.
enum Fingerprint {
    /// XXH64 of the settings and the files, each seeded with the hash of what came before, in 16 hexadecimal digits.
    static func revision(_ settings: String, _ files: [Data]) -> String {
        var hash = Array(settings.utf8).withUnsafeBytes { helpdesk_fingerprint($0.baseAddress, $0.count, 0) }
        for file in files {
            hash = file.withUnsafeBytes { helpdesk_fingerprint($0.baseAddress, $0.count, hash) }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
