import Foundation
import HelpdeskFiles
import HelpdeskKnowledge
import Testing

/// Synchronization from a cursor.
@Suite struct CursorTests {
    private func ids(_ changes: [KnowledgeChange]) -> [String] {
        changes.map {
            switch $0.action {
            case .upsert(let item): "+\(item.id)"
            case .remove(let id): "-\(id)"
            }
        }
    }

    @Test func onlyWhatChanged() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "A")
        try folder.write("b.md", "B")
        try folder.write("c.csv", "question,answer\n1,a\n2,b\n3,c\n")
        let source = try folder.source()
        var cursor = try #require(try await source.all().last?.cursor)
        #expect(try await source.all(after: cursor).isEmpty)

        // The same bytes at another time are no change; other bytes of the same length are.
        try folder.write("a.md", "A")
        #expect(try await source.all(after: cursor).isEmpty)
        try folder.write("a.md", "X")
        var changes = try await source.all(after: cursor)
        #expect(ids(changes) == ["+a.md"])
        cursor = try #require(changes.last?.cursor)

        try folder.remove("b.md")
        try folder.write("c.csv", "question,answer\n1,a\n")
        try folder.write("d/e.txt", "E")
        changes = try await source.all(after: cursor)
        #expect(ids(changes) == ["+c.csv#1", "+d/e.txt", "-c.csv#2", "-c.csv#3", "-b.md"])
        cursor = try #require(changes.last?.cursor)
        #expect(try await source.all(after: cursor).isEmpty)
    }

    @Test func itemsThatMoveAreNotRemoved() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "id,question,answer\n1,q,a\n2,q,b\n")
        try folder.write("z.csv", "id,question,answer\n3,q,c\n")
        let source = try folder.source()
        let cursor = try #require(try await source.all().last?.cursor)
        try folder.write("a.csv", "id,question,answer\n2,q,b\n")
        try folder.write("z.csv", "id,question,answer\n1,q,a\n3,q,c\n")
        #expect(ids(try await source.all(after: cursor)) == ["+2", "+1", "+3"])
    }

    @Test func stoppingAnywhereMissesNothing() async throws {
        // A seeded history of edits; after each the synchronization is stopped at a random change and taken up again
        // while files go on changing. In the end the replica equals a fresh one.
        var state: UInt64 = 88_172_645_463_325_252
        func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
        let folder = try TemporaryFolder()
        let source = try folder.source()
        var replica = Replica()
        var cursor: SyncCursor?
        var there = Set<String>()
        for _ in 0..<150 {
            for _ in 0..<next(4) {
                let name = ["a.md", "b/c.md", "d.csv", "e.jsonl", "f.csv"][next(5)]
                switch next(4) {
                case 0 where there.contains(name):
                    try folder.remove(name)
                    there.remove(name)
                default:
                    let rows = (0..<next(6)).map { ($0, next(3)) }
                    let text =
                        switch name {
                        case "d.csv": "question,answer\n" + rows.map { "q\($0.0),a\($0.1)\n" }.joined()
                        case "f.csv": "id,question,answer\n" + rows.map { "f\($0.0 * 7 + $0.1),q,a\($0.1)\n" }.joined()
                        case "e.jsonl":
                            rows.map { "{\"id\":\"e\($0.0)\",\"title\":\"t\",\"body\":\"\($0.1)\"}\n" }.joined()
                        default: "# T\(next(3))"
                        }
                    try folder.write(name, text)
                    there.insert(name)
                }
            }
            let changes = try await source.all(after: cursor, limit: 1 + next(8))
            replica.apply(changes)
            cursor = changes.last?.cursor ?? cursor
        }
        while true {
            let changes = try await source.all(after: cursor, limit: 1 + next(8))
            replica.apply(changes)
            guard let last = changes.last?.cursor, last != cursor else { break }
            cursor = last
        }
        replica.apply(try await source.all(after: cursor))
        var fresh = Replica()
        fresh.apply(try await source.all())
        #expect(replica == fresh)
        #expect(!fresh.items.isEmpty)
    }

    @Test func largeFilesAreTakenUpWithinThem() async throws {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", "text,category\n" + (1...3_500).map { "row \($0),c\n" }.joined())
        let source = try folder.source()
        let first = try await source.all(limit: 2_500)
        let second = try await source.all(after: first.last?.cursor)
        #expect(ids(second).first == "+t.csv#2001")
        #expect(second.count == 1_500)

        // Where the file has changed meanwhile it is read from its start, and what is gone is removed.
        try folder.write("t.csv", "text,category\nnew,c\n")
        let third = try await source.all(after: first.last?.cursor)
        #expect(ids(third).first == "+t.csv#1")
        #expect(third.count == 3_500)
        // Where it then changes back, its first rows are not taken for done.
        try folder.write("t.csv", "text,category\n" + (1...3_500).map { "row \($0),c\n" }.joined())
        let again = try await source.all(after: third.first?.cursor)
        #expect(ids(again) == (1...3_500).map { "+t.csv#\($0)" })
    }

    @Test func theCursorMovesAboutSixtyTimesWithinALargeFile() async throws {
        let folder = try TemporaryFolder()
        try folder.write("t.csv", "text,category\n" + (1...100_000).map { "row \($0),c\n" }.joined())
        let source = try folder.source()
        let changes = try await source.all()
        #expect(changes.count == 100_000)
        #expect((60...70).contains(Set(changes.map(\.cursor)).count))
        let rest = try await source.all(after: changes[70_000].cursor)
        #expect(rest.count < 32_000)
        #expect(Set(ids(changes[...70_000] + rest)) == Set(ids(changes)))
    }

    @Test func aFileThatComesBackWhileItsItemsAreRemoved() async throws {
        let folder = try TemporaryFolder()
        let text = "question,answer\n1,a\n2,b\n3,c\n"
        try folder.write("t.csv", text)
        let source = try folder.source()
        var replica = Replica()
        var changes = try await source.all()
        replica.apply(changes)
        let whole = replica
        try folder.remove("t.csv")
        changes = try await source.all(after: changes.last?.cursor, limit: 2)
        #expect(ids(changes) == ["-t.csv#1", "-t.csv#2"])
        replica.apply(changes)
        try folder.write("t.csv", text)
        replica.apply(try await source.all(after: changes.last?.cursor))
        #expect(replica == whole)
    }

    @Test func manyFiles() async throws {
        let folder = try TemporaryFolder()
        for index in 0..<300 { try folder.write("f\(index % 7)/\(index).md", "text \(index)") }
        let source = try folder.source()
        let changes = try await source.all()
        #expect(changes.count == 300)
        // The cursor does not move with every file, so that all cursors together stay small.
        #expect(Set(changes.map(\.cursor)).count <= 80)
        #expect(try await source.all(after: changes.last?.cursor).isEmpty)
        let middle = try await source.all(after: changes[150].cursor)
        #expect(Set(ids(changes[...150] + middle)) == Set(ids(changes)))
        #expect(middle.count < 160)
    }

    @Test func whatCannotBeReadStays() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", "question,answer\n1,a\n2,b\n")
        try folder.write("b.md", "B")
        let source = try folder.source(.init(onError: .skip { _ in }))
        let cursor = try await source.all().last?.cursor
        try folder.write("a.csv", "question,answer\n1,a\nbroken\n")
        try folder.write("b.md", Data([0xFF]))
        #expect(ids(try await source.all(after: cursor)) == ["+a.csv#1"])
    }

    @Test func otherSettingsReadEverythingAgain() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "A")
        try folder.write("t.csv", "text,category\na,b\n")
        let cursor = try await folder.source(.init(name: "n")).all().last?.cursor
        let prefixed = try folder.source(.init(name: "n", idPrefix: "x/"))
        let changes = try await prefixed.all(after: cursor)
        #expect(ids(changes) == ["+x/a.md", "+x/t.csv#1", "-a.md", "-t.csv#1"])
        // Stopped after the first, the second is not taken for unchanged.
        #expect(ids(try await prefixed.all(after: changes[0].cursor)).contains("+x/t.csv#1"))
    }

    @Test(arguments: [
        "", "nonsense", "{}", "[1,2]", "{\"v\":99}",
        #"{"b":"","c":"||,|","f":[{"d":"","i":[],"p":"a","r":[1,9223372036854775807]}],"s":"n","v":1,"x":[]}"#,
        #"{"b":"","c":"||,|","f":[{"d":"","i":[],"p":"a","r":[0,4294967296]}],"s":"n","v":1,"x":[]}"#,
        #"{"b":"","c":"||,|","f":[{"d":"","i":[],"p":"a","r":[1,40000000]},"#
            + #"{"d":"","i":[],"p":"b","r":[1,40000000]}],"s":"n","v":1,"x":[]}"#,
        #"{"b":"","c":"||,|","f":[{"d":"","i":[],"p":"a","r":[5,1]}],"s":"n","v":1,"x":[]}"#,
        #"{"b":"","c":"||,|","f":[{"d":"","i":[],"p":"a","r":[5]}],"s":"n","v":1,"x":[]}"#,
    ])
    func cursorsThatAreNotOurs(_ text: String) async throws {
        let folder = try TemporaryFolder()
        let source = try folder.source(.init(name: "n"))
        await #expect { _ = try await source.all(after: SyncCursor(rawValue: text)) } throws: {
            ($0 as? KnowledgeError)?.code == .staleCursor
        }
    }

    @Test func cursorsOfOtherSources() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "A")
        let cursor = try await folder.source().all().last?.cursor
        let other = try folder.source(.init(name: "other"))
        await #expect { _ = try await other.all(after: cursor) } throws: {
            ($0 as? KnowledgeError)?.code == .staleCursor
        }
    }
}
