import Foundation
import HelpdeskTriage
import Testing

/// How good the detector is on messages that no model was fitted to (`Training/languages/held-out.jsonl`).
struct LanguageAccuracyTests {
    struct Message: Decodable {
        var language: String
        var text: String
    }

    static let messages: [Message] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let lines =
            (try? String(contentsOf: root.appending(path: "Training/languages/held-out.jsonl"), encoding: .utf8))
        return (lines ?? "").split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Message.self, from: Data($0.utf8))
        }
    }()

    private func score(_ messages: [Message]) -> (right: Double, wrong: Double) {
        let found = messages.map { LanguageDetector().detect($0.text).language?.rawValue }
        let right = zip(found, messages).count { $0 == $1.language }
        let wrong = zip(found, messages).count { $0 != nil && $0 != $1.language }
        return (Double(right) / Double(messages.count), Double(wrong) / Double(messages.count))
    }

    @Test func longMessages() {
        let messages = Self.messages.filter { $0.text.split(separator: " ").count >= 20 }
        #expect(messages.count > 300)
        #expect(score(messages).right >= 0.99)
    }

    @Test func shortMessages() {
        let messages = Self.messages.filter { $0.text.split(separator: " ").count < 20 }
        #expect(messages.count > 150)
        #expect(score(messages).right >= 0.96)
        #expect(score(messages).wrong <= 0.02)
    }

    @Test func everyLanguageOfTheSetIsKnown() {
        let known = Set(LanguageDetector.languages.map(\.rawValue))
        #expect(Set(Self.messages.map(\.language)).isSubset(of: known))
    }

    @Test func confidenceIsHonest() {
        let guesses = Self.messages.map { (LanguageDetector().detect($0.text).ranking.first, $0.language) }
        let sure = guesses.filter { ($0.0?.probability ?? 0) >= 0.95 }
        let right = sure.count { $0.0?.language.rawValue == $0.1 }
        #expect(Double(right) >= 0.99 * Double(sure.count))
    }
}
