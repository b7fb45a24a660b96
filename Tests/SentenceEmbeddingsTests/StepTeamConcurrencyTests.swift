import Foundation
import HelpdeskMath
import SentenceEmbeddings
import Synchronization
import Testing

/// Threads that do the steps of one forward pass together. `Scripts/test-threads` runs this with the thread sanitizer.
@Suite(.serialized) struct StepTeamConcurrencyTests {
    /// Numbers that only the team keeps several threads from writing at once: it is the sanitizer's to see that it does.
    private final class Tally: @unchecked Sendable {
        let parts: UnsafeMutablePointer<Int>
        let members: UnsafeMutablePointer<Int>
        let memberCount: Int

        init(parts count: Int, members: Int) {
            parts = .allocate(capacity: count)
            parts.initialize(repeating: 0, count: count)
            self.members = .allocate(capacity: members)
            self.members.initialize(repeating: 0, count: members)
            memberCount = members
        }

        deinit {
            parts.deallocate()
            members.deallocate()
        }

        func add(_ part: Int, _ member: Int) {
            parts[part] += 1
            members[member] += 1
        }

        /// Leads a team through steps of many sizes; returns the number of parts there were.
        func lead(_ team: StepTeam, steps: Int, most: Int, seed: UInt64) -> Int {
            var generator = SentenceEmbeddingsTests.SeededGenerator(seed)
            var total = 0
            for step in 0..<steps {
                let count = Int.random(in: 0...(step.isMultiple(of: 17) ? most : min(most, 12)), using: &generator)
                for part in 0..<count { parts[part] = 0 }
                team.run(parts: count) { part, member in add(part, member) }
                for part in 0..<count where parts[part] != 1 {
                    Issue.record("part \(part) of \(count) in step \(step) was done \(parts[part]) times")
                }
                total += count
            }
            return total
        }

        var total: Int { (0..<memberCount).reduce(0) { $0 + members[$1] } }
    }

    private static let steps = StressTime.isLong ? 20_000 : 2000

    @Test(arguments: [1, 2, 3, 7, 16])
    func everyPartIsDoneOnce(_ members: Int) async throws {
        let pool = try WorkerPool(threadCount: members)
        for round in 0..<4 {
            let team = StepTeam(memberCount: members)
            let tally = Tally(parts: 300, members: members)
            let total = Atomic(0)
            try await Self.run(pool, members) { member in
                guard member == 0 else { return team.help(as: member, unless: { false }) }
                total.store(
                    tally.lead(team, steps: Self.steps, most: 300, seed: UInt64(round)), ordering: .relaxed)
                team.end()
            }
            #expect(tally.total == total.load(ordering: .relaxed))
        }
    }

    private static func run(
        _ pool: WorkerPool, _ members: Int, _ body: @escaping @Sendable (Int) -> Void
    ) async throws {
        try await pool.run(helpers: members - 1, body)
    }

    @Test func nobodyHasToHelp() {
        let team = StepTeam(memberCount: 8)
        let tally = Tally(parts: 300, members: 8)
        let total = tally.lead(team, steps: 2000, most: 300, seed: 9)
        #expect(tally.total == total && tally.members[0] == total)
        team.end()
        // Who comes when all is over goes away again.
        team.help(as: 1, unless: { false })
        #expect(tally.total == total)
    }

    @Test func oneThreadDoesTheStepsInOrder() {
        let team = StepTeam(memberCount: 1)
        var order: [Int] = []
        team.run(parts: 5) { part, member in order.append(part + 10 * member) }
        team.run(parts: 0) { _, _ in order.append(-1) }
        #expect(order == [0, 1, 2, 3, 4])
    }

    /// Helpers that come when many steps are done, that leave for other work, and that come again.
    @Test func helpersMayComeLateAndLeaveEarly() async throws {
        let members = 4
        let pool = try WorkerPool(threadCount: members)
        let team = StepTeam(memberCount: members)
        let tally = Tally(parts: 300, members: members)
        let total = Atomic(0)
        let isOver = Atomic(false)
        try await pool.run(helpers: members - 1) { member in
            if member == 0 {
                total.store(tally.lead(team, steps: Self.steps, most: 300, seed: 3), ordering: .relaxed)
                team.end()
                isOver.store(true, ordering: .releasing)
                return
            }
            var looks = 0
            while !isOver.load(ordering: .acquiring) {
                for _ in 0..<50 * member { sched_yield() }
                team.help(
                    as: member,
                    unless: {
                        looks += 1
                        return looks.isMultiple(of: 1 + member * 13)
                    })
            }
        }
        #expect(tally.total == total.load(ordering: .relaxed))
    }

    /// The leader waits for a part that is being worked on, and for no more.
    @Test func theLeaderWaitsForSlowParts() async throws {
        let pool = try WorkerPool(threadCount: 3)
        let team = StepTeam(memberCount: 3)
        let sums = Tally(parts: 8, members: 3)
        try await pool.run(helpers: 2) { member in
            guard member == 0 else { return team.help(as: member, unless: { false }) }
            for step in 1...40 {
                team.run(parts: 8) { part, member in
                    if member != 0 { Thread.sleep(forTimeInterval: 0.0005) }
                    sums.add(part, member)
                }
                for part in 0..<8 where sums.parts[part] != step { Issue.record("part \(part) is behind") }
            }
            team.end()
        }
        #expect(sums.total == 320)
    }

    /// A step's closure is not kept: what it captures may be of the leader's stack.
    @Test func stepsMayWriteToTheLeadersVariables() async throws {
        let pool = try WorkerPool(threadCount: 4)
        let team = StepTeam(memberCount: 4)
        let result = Mutex<[Int]>([])
        try await pool.run(helpers: 3) { member in
            guard member == 0 else { return team.help(as: member, unless: { false }) }
            for step in 0..<Self.steps {
                var values = [Int](repeating: 0, count: 9)
                values.withUnsafeMutableBufferPointer { buffer in
                    nonisolated(unsafe) let buffer = buffer
                    team.run(parts: 9) { part, _ in buffer[part] = part + step }
                }
                if values != (step..<step + 9).map({ $0 }) { result.withLock { $0.append(step) } }
            }
            team.end()
        }
        #expect(result.withLock(\.self).isEmpty)
    }
}
