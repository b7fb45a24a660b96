import CHelpdeskKernels
import Testing

@Suite struct ProcessorTests {
    @Test func theBestInstructionSetIsSupported() {
        #expect(helpdesk_supports(helpdesk_best_isa()) == 1)
        #expect(helpdesk_supports(HELPDESK_SCALAR) == 1)
    }
}
