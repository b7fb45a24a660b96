import Foundation
import HelpdeskTriage
import Testing

/// The folder of evaluation data, if there is one.
private let dataFolder = ProcessInfo.processInfo.environment["HELPDESK_DATA"]

/// How well the built-in rules do on the labelled development messages. Needs `HELPDESK_DATA`.
///
/// The floors lie a little under what was measured when the rules were set, on other messages; they are there to notice
/// a loss.
@Suite(.enabled(if: dataFolder != nil, "needs HELPDESK_DATA"))
struct DevelopmentSetTests {
    private struct Message: Decodable {
        var text: String
        var category: String
        var priority: String
        var escalate: Bool
        var sentiment: String
    }

    private struct Item: Decodable {
        struct Entity: Decodable {
            var type: String
            var start: Int
            var end: Int
        }
        var text: String
        var entities: [Entity]
    }

    private func lines(_ name: String, isEncoded: Bool = false) throws -> [Data] {
        var data = try Data(contentsOf: URL(fileURLWithPath: try #require(dataFolder) + "/eval/" + name))
        if isEncoded { data = try #require(Data(base64Encoded: data, options: .ignoreUnknownCharacters)) }
        return data.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    @Test func triage() throws {
        let messages = try lines("triage-dev.jsonl").map { try JSONDecoder().decode(Message.self, from: $0) }
        let triager = RuleTriager()
        var right = (category: 0, priority: 0, sentiment: 0)
        var escalated = (found: 0, wrongly: 0, missed: 0)
        for message in messages {
            let triage = triager.triage(message.text)
            if triage.category.rawValue == message.category { right.category += 1 }
            if triage.priority.rawValue == message.priority { right.priority += 1 }
            if triage.sentiment.rawValue == message.sentiment { right.sentiment += 1 }
            switch (triage.needsHuman, message.escalate) {
            case (true, true): escalated.found += 1
            case (true, false): escalated.wrongly += 1
            case (false, true): escalated.missed += 1
            case (false, false): break
            }
        }
        let count = Double(messages.count)
        let f1 = Double(2 * escalated.found) / Double(2 * escalated.found + escalated.wrongly + escalated.missed)
        #expect(Double(right.category) / count >= 0.80)
        #expect(Double(right.priority) / count >= 0.86)
        #expect(Double(right.sentiment) / count >= 0.82)
        #expect(f1 >= 0.82)
    }

    @Test func personalData() throws {
        let items = try lines("pii-dev.jsonl.b64", isEncoded: true).map {
            try JSONDecoder().decode(Item.self, from: $0)
        }
        for item in items {
            let wanted = item.entities
            let found = PersonalDataRedactor().findings(in: item.text)
            #expect(found.map(\.range) == wanted.map { $0.start..<$0.end }, "\(item.text)")
            #expect(found.map(\.kind.rawValue) == wanted.map(\.type))
        }
    }
}
