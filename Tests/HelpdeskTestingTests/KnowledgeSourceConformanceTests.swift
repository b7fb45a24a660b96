import HelpdeskKnowledge
import HelpdeskTesting
import Testing

@Suite("Conformance of knowledge sources")
struct KnowledgeSourceConformanceTests {
    static let items = (1...3).map {
        KnowledgeItem.faq(FAQ(id: "faq-\($0)", question: "Question \($0)?", answer: "Answer \($0)."))
    }

    /// One item new, one changed, one gone.
    @Sendable static func change(_ source: FakeKnowledgeSource) -> [KnowledgeItem] {
        let new = KnowledgeItem.faq(FAQ(id: "faq-4", question: "Question 4?", answer: "Answer 4."))
        let changed = KnowledgeItem.faq(FAQ(id: "faq-2", question: "Question 2?", answer: "Another answer."))
        source.append(.upsert(new))
        source.append(.upsert(changed))
        source.append(.remove(id: "faq-1"))
        return [changed, items[2], new]
    }

    @Test func fakePasses() async throws {
        let source = FakeKnowledgeSource(items: Self.items)
        try await KnowledgeSourceConformance.check(source, holding: Self.items) { Self.change(source) }
        try await KnowledgeSourceConformance.check(FakeKnowledgeSource(), holding: [])
    }

    @Test(arguments: BrokenKnowledgeSource.Defect.allCases)
    func defectIsFound(_ defect: BrokenKnowledgeSource.Defect) async throws {
        let source = BrokenKnowledgeSource(defect, items: Self.items)
        if defect == .failsWhenCancelled {
            // A cancelled reader sees the end of the stream, whatever the source throws later.
            try await KnowledgeSourceConformance.check(source, holding: Self.items) { Self.change(source.base) }
            return
        }
        await #expect(throws: (any Error).self) {
            try await KnowledgeSourceConformance.check(source, holding: Self.items) { Self.change(source.base) }
        }
    }

    @Test func failingSourceIsFound() async throws {
        let source = FakeKnowledgeSource(items: Self.items)
        source.fail(with: KnowledgeError(.malformedSource, "line 3"), after: 2)
        await #expect(throws: KnowledgeError.self) { try await KnowledgeSourceConformance.check(source) }
    }
}
