import CHelpdeskKernels
import Synchronization

/// Threads that do the steps of one forward pass together, for a batch too small to give each a part of its own.
///
/// One of them leads: it goes through the steps and does what nobody else does. The others help for as long as they can:
/// each step is cut into parts, which whoever is free takes. So a helper that comes late or never costs nothing but its
/// help, and the leader never waits for more than parts that are being worked on.
///
/// `@unchecked Sendable`: `body` is written by the leader while no part of the step before is left, and read only by who
/// has taken a part of the step it belongs to.
package final class StepTeam: @unchecked Sendable {
    /// The current step: all of it in one word, so that who takes a part knows that it belongs to this step.
    private let ticket = Atomic<UInt64>(0)
    private let finished = Atomic<Int>(0)
    private let isOver = Atomic<Bool>(false)
    private var body: ((Int, Int) -> Void)?

    /// The number of threads that may take part.
    package let memberCount: Int

    package init(memberCount: Int) { self.memberCount = memberCount }

    /// Calls `body` once for each part, with the number of the part and that of the thread. Only the leader calls it, with
    /// fewer than 2^20 parts.
    package func run(parts: Int, _ body: (_ part: Int, _ member: Int) -> Void) {
        guard memberCount > 1, parts > 1 else {
            for part in 0..<parts { body(part, 0) }
            return
        }
        withoutActuallyEscaping(body) { body in
            self.body = body
            finished.store(0, ordering: .relaxed)
            let step = StepTicket(ticket.load(ordering: .relaxed)).following(parts: parts)
            ticket.store(step.word, ordering: .releasing)
            work(as: 0)
            var spins = 0
            while finished.load(ordering: .acquiring) < parts { helpdesk_pause(&spins) }
            // Nobody reads it any more: every part is done, and no other can be taken.
            self.body = nil
        }
    }

    /// Takes part until the leader is through, or `isWanted` says that there is other work.
    package func help(as member: Int, unless isWanted: () -> Bool) {
        var spins = 0
        while !isOver.load(ordering: .acquiring), !isWanted() {
            if work(as: member) { spins = 0 } else { helpdesk_pause(&spins) }
        }
    }

    /// Sends the helpers away.
    package func end() { isOver.store(true, ordering: .releasing) }

    /// Does parts of the current step until none is left; returns whether there was one.
    @discardableResult
    private func work(as member: Int) -> Bool {
        var didWork = false
        var current = ticket.load(ordering: .acquiring)
        while true {
            let ticket = StepTicket(current)
            guard ticket.nextPart < ticket.parts else { return didWork }
            let (exchanged, original) = self.ticket.compareExchange(
                expected: current, desired: current + 1, successOrdering: .acquiring, failureOrdering: .acquiring)
            guard exchanged else {
                current = original
                continue
            }
            body?(ticket.nextPart, member)
            finished.add(1, ordering: .releasing)
            didWork = true
            current = self.ticket.load(ordering: .acquiring)
        }
    }
}

/// A step's number in 24 bits, the number of its parts in 20, and that of the next part in 20.
private struct StepTicket {
    let word: UInt64

    init(_ word: UInt64) { self.word = word }

    var nextPart: Int { Int(word & 0xF_FFFF) }
    var parts: Int { Int(word >> 20 & 0xF_FFFF) }

    /// The ticket of the step after this one, with no part taken. At most 2^20 - 1 parts.
    func following(parts: Int) -> StepTicket {
        StepTicket(((word >> 40 &+ 1) << 40) | UInt64(parts) << 20)
    }
}
