import CHelpdeskKernels

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Short names for everything that a model's results depend on.
enum ModelFingerprint {
    /// XXH64 of bytes.
    static func hash(_ data: Data) -> UInt64 {
        data.withUnsafeBytes { helpdesk_fingerprint($0.baseAddress, $0.count, 0) }
    }

    /// XXH64 of some settings and of the hashes of files.
    static func hash(settings: String, hashes: [UInt64]) -> UInt64 {
        let text = ([settings] + hashes.map { hexadecimal($0) }).joined(separator: "\n")
        return Array(text.utf8).withUnsafeBytes { helpdesk_fingerprint($0.baseAddress, $0.count, 0) }
    }

    /// XXH64 of some settings and of the hashes of files, in 16 hexadecimal digits.
    static func text(settings: String, hashes: [UInt64]) -> String {
        hexadecimal(hash(settings: settings, hashes: hashes))
    }

    /// 16 hexadecimal digits.
    static func hexadecimal(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
