import CHelpdeskKernels

/// The implementation of BLAS that this process runs on.
///
/// The system chooses it when the program is loaded: on Debian and Ubuntu by
/// `update-alternatives --config libblas.so.3-$(uname -m)-linux-gnu`.
public struct BLASLibrary: Hashable, Sendable, CustomStringConvertible {
    /// Implementations that are told apart.
    public struct Kind: Hashable, Sendable, CustomStringConvertible {
        /// The name of the implementation.
        public let description: String
        init(_ description: String) { self.description = description }

        /// The reference implementation of netlib: correct and slow.
        public static let reference = Kind("reference")
        /// OpenBLAS.
        public static let openBLAS = Kind("OpenBLAS")
        /// BLIS or AOCL-BLAS.
        public static let blis = Kind("BLIS")
        /// Intel's Math Kernel Library.
        public static let mkl = Kind("MKL")
        /// ATLAS.
        public static let atlas = Kind("ATLAS")
        /// Apple's Accelerate.
        public static let accelerate = Kind("Accelerate")
        /// One that does not tell.
        public static let unknown = Kind("unknown")
    }

    /// Which implementation it is.
    public var kind: Kind
    /// What it says of its version and build, where it does.
    public var version: String?
    /// How many threads it uses for a product, where it tells.
    public var threads: Int?
    /// The file it was loaded from, where that is known.
    public var path: String?

    /// The library loaded now. Asks the dynamic linker each time.
    public static var loaded: BLASLibrary {
        var description = helpdesk_blas_description()
        helpdesk_describe_blas(&description)
        let kind: Kind =
            switch description.kind {
            case HELPDESK_BLAS_REFERENCE: .reference
            case HELPDESK_BLAS_OPENBLAS: .openBLAS
            case HELPDESK_BLAS_BLIS: .blis
            case HELPDESK_BLAS_MKL: .mkl
            case HELPDESK_BLAS_ATLAS: .atlas
            case HELPDESK_BLAS_ACCELERATE: .accelerate
            default: .unknown
            }
        let version = withUnsafeBytes(of: description.version) { text($0) }
        let path = withUnsafeBytes(of: description.path) { text($0) }
        return BLASLibrary(
            kind: kind, version: version.isEmpty ? nil : version,
            threads: description.threads > 0 ? Int(description.threads) : nil, path: path.isEmpty ? nil : path)
    }

    /// The implementation, its version and its threads in one line.
    public var description: String {
        "\(kind)" + (version.map { " (\($0))" } ?? "") + (threads.map { ", \($0) threads" } ?? "")
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
