import Foundation
import HelpdeskLanguage
import Testing

/// The folder of evaluation data, if there is one.
private let dataFolder = ProcessInfo.processInfo.environment["HELPDESK_DATA"]

/// How well the check does on the labelled development answers. Needs `HELPDESK_DATA`.
///
/// The floors lie a little under what was measured; they are there to notice a loss.
@Suite(.enabled(if: dataFolder != nil, "needs HELPDESK_DATA"))
struct GroundingDevelopmentSetTests {
    private struct Case: Decodable {
        var sources: [String]
        var answer: String
        var supported: Bool
    }

    @Test func catchesUnsupportedAnswers() throws {
        let file = URL(fileURLWithPath: try #require(dataFolder) + "/eval/grounding-dev.jsonl")
        let cases = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
            .map { try JSONDecoder().decode(Case.self, from: Data($0)) }
        let judged = cases.map { item in
            let sources = item.sources.enumerated().map { LLMSource(id: "\($0)", title: "", passages: [$1]) }
            return (
                item.supported, GroundingCheck().check(item.answer, by: GroundingCheck.Sources(sources)).isSupported
            )
        }
        let bad = judged.filter { !$0.0 }
        let good = judged.filter(\.0)
        #expect(Double(bad.count { !$0.1 }) >= 0.75 * Double(bad.count))
        #expect(Double(good.count { !$0.1 }) <= 0.1 * Double(good.count))
    }
}
