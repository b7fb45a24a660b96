import Synchronization

/// The results of groups of items, written by several threads, in the order of the items.
final class GroupedResults<Element: Sendable>: Sendable {
    private let groups: Mutex<[[Element]]>

    init(count: Int) { groups = Mutex(Array(repeating: [], count: count)) }

    func set(_ elements: [Element], at number: Int) { groups.withLock { $0[number] = elements } }
    func joined() -> [Element] { groups.withLock { Array($0.joined()) } }
}
