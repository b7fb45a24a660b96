// The kernels are no product: this module is internal to swift-helpdesk and has no stable API. The build lets packages
// import it that depend on a product built on it. It is used here to measure each instruction set by itself.
import CHelpdeskKernels

/// An instruction set with kernels of its own.
struct InstructionSet: Sendable {
    let name: String
    let isa: helpdesk_isa

    /// Those of this processor.
    static let available: [InstructionSet] = [
        InstructionSet(name: "scalar", isa: HELPDESK_SCALAR),
        InstructionSet(name: "avx2", isa: HELPDESK_AVX2),
        InstructionSet(name: "avx512", isa: HELPDESK_AVX512),
        InstructionSet(name: "neon", isa: HELPDESK_NEON),
    ].filter { helpdesk_supports($0.isa) != 0 }
}
