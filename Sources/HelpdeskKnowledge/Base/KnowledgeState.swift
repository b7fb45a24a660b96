import VectorSearch

/// An item as it is stored.
final class StoredItem: Sendable {
    let item: KnowledgeItem
    /// Its passages; the numbers in their ids follow one another.
    let passages: [Passage]
    /// The source that it came from; `nil` where the host stored it itself.
    let origin: String?

    init(item: KnowledgeItem, passages: [Passage], origin: String?) {
        self.item = item
        self.passages = passages
        self.origin = origin
    }

    /// The passage of an id that is one of the item's.
    func passage(_ id: UInt64) -> Passage? {
        guard let first = passages.first?.id, id >= first else { return nil }
        let position = PassageID.number(of: id) - PassageID.number(of: first)
        return position < UInt64(passages.count) ? passages[Int(position)] : nil
    }
}

/// A passage's id is a running number and, in the lowest three bits, the kind of its item: filters by kind need no table.
enum PassageID {
    static func make(_ number: UInt64, _ kind: KnowledgeKind) -> UInt64 { number << 3 | code(kind) }

    static func number(of id: UInt64) -> UInt64 { id >> 3 }

    static func kind(of id: UInt64) -> KnowledgeKind? { KnowledgeKind.allCases.first { code($0) == id & 7 } }

    static func code(_ kind: KnowledgeKind) -> UInt64 {
        switch kind {
        case .article: 0
        case .faq: 1
        case .resolvedTicket: 2
        }
    }
}

/// Everything a knowledge base holds but the vectors.
///
/// A value: a search takes a copy and works on it undisturbed. The tables are made of small pages, so that a change while
/// a copy is in use costs a few pages rather than the whole.
struct KnowledgeState: Sendable {
    /// Items by id, spread over pages by the hash of the id.
    private var itemPages = [[String: StoredItem]](repeating: [:], count: 256)
    /// The item of each passage, by the upper bits of the passage's number.
    private var passagePages: [UInt64: [StoredItem?]] = [:]
    /// The passages of each kind.
    private(set) var passageIDs: [KnowledgeKind: Set<VectorID>] = [:]
    /// The number of items of each kind.
    private(set) var itemCounts: [KnowledgeKind: Int] = [:]
    /// The words of the passages.
    private(set) var lexical: BM25Index
    /// Where to go on with each source.
    var cursors: [String: SyncCursor] = [:]
    /// The number of the next passage.
    private(set) var nextPassageNumber: UInt64 = 1
    /// Vectors that belong to no passage any more and may still be in the index.
    var retired: Set<VectorID> = []
    /// Counts the changes that took passages away: a search during which it moved looks again.
    private(set) var removals = 0

    private static let pageBits: UInt64 = 9

    init(parameters: BM25Index.Parameters) {
        lexical = BM25Index(parameters: parameters)
    }

    /// The number of items.
    var itemCount: Int { itemCounts.values.reduce(0, +) }
    /// The number of passages.
    var passageCount: Int { passageIDs.values.reduce(0) { $0 + $1.count } }

    /// The item of an id. O(1).
    subscript(id: String) -> StoredItem? { itemPages[Self.page(of: id)][id] }

    /// The item that a passage belongs to. O(1).
    func owner(of passage: UInt64) -> StoredItem? {
        let number = PassageID.number(of: passage)
        return passagePages[number >> Self.pageBits]?[Int(number % (1 << Self.pageBits))]
    }

    /// All items, in the order of their passages.
    var allItems: [StoredItem] {
        itemPages.flatMap(\.values).sorted { ($0.passages.first?.id ?? 0) < ($1.passages.first?.id ?? 0) }
    }

    private static func page(of id: String) -> Int { Int(UInt(bitPattern: id.hashValue) % 256) }

    // MARK: - Changes

    /// Takes passage numbers that follow one another, and returns the first.
    mutating func reservePassages(_ count: Int) -> UInt64 {
        defer { nextPassageNumber += UInt64(count) }
        return nextPassageNumber
    }

    /// Lets no number below this be given to a passage.
    mutating func reservePassages(below limit: UInt64) { nextPassageNumber = max(nextPassageNumber, limit) }

    /// Stores items with the terms of their passages, each replacing the one of the same id.
    ///
    /// Passages that an item had before and has no longer are retired.
    mutating func store(_ entries: [(item: StoredItem, terms: [[String]])]) {
        var documents: [(id: UInt64, terms: [String])] = []
        for (stored, terms) in entries {
            let kept = Set(stored.passages.map(\.id))
            if let old = self[stored.item.id] { remove(old, keeping: kept) }
            itemPages[Self.page(of: stored.item.id)][stored.item.id] = stored
            itemCounts[stored.item.kind, default: 0] += 1
            for (passage, terms) in zip(stored.passages, terms) {
                setOwner(of: passage.id, to: stored)
                passageIDs[stored.item.kind, default: []].insert(passage.id)
                documents.append((passage.id, terms))
            }
        }
        lexical.add(documents)
    }

    /// Removes an item; its passages are retired.
    ///
    /// - Returns: Whether it was there.
    mutating func remove(id: String) -> Bool {
        guard let old = self[id] else { return false }
        remove(old, keeping: [])
        return true
    }

    private mutating func remove(_ old: StoredItem, keeping kept: Set<UInt64>) {
        itemPages[Self.page(of: old.item.id)][old.item.id] = nil
        let count = itemCounts[old.item.kind, default: 0] - 1
        itemCounts[old.item.kind] = count > 0 ? count : nil
        for passage in old.passages {
            passageIDs[old.item.kind]?.remove(passage.id)
            lexical.remove(id: passage.id)
            guard !kept.contains(passage.id) else { continue }
            setOwner(of: passage.id, to: nil)
            retired.insert(passage.id)
            removals += 1
        }
    }

    private mutating func setOwner(of passage: UInt64, to item: StoredItem?) {
        let number = PassageID.number(of: passage)
        let page = number >> Self.pageBits
        let slot = Int(number % (1 << Self.pageBits))
        if let item {
            passagePages[page, default: [StoredItem?](repeating: nil, count: 1 << Int(Self.pageBits))][slot] = item
        } else {
            passagePages[page]?[slot] = nil
            if passagePages[page]?.allSatisfy({ $0 == nil }) ?? false {
                passagePages[page] = nil
            }
        }
    }
}
