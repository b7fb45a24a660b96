/// Finds nodes by hashes: open addressing, eight bytes a place, at most four of five places in use.
///
/// Keeps half of each hash, and asks its user whether a node with that half is the one.
struct NodeTable: ~Copyable {
    /// Low to high: 32 bits of node plus one (0 for an empty place), 32 bits of hash.
    private(set) var places: Column<UInt64>
    private(set) var count = 0

    init() throws(VectorSearchError) {
        places = try Column()
    }

    /// Takes the table of the contents of a snapshot's nodes.
    init(_ source: SnapshotSource) throws(VectorSearchError) {
        let room = try source.elementCount(.contents, of: UInt64.self)
        let places = try source.column(.contents, count: room, of: UInt64.self)
        count = try Self.validCount(places, room, source.count)
        self.places = places
    }

    /// How many places are taken, of the table of the contents of some nodes.
    private static func validCount(
        _ places: borrowing Column<UInt64>, _ room: Int, _ nodes: Int
    ) throws(VectorSearchError) -> Int {
        guard room <= 2 * HNSWGraph.mostNodes else {
            throw SnapshotReader.malformed("\(SnapshotSection.contents)", "\(room) places")
        }
        var count = 0
        for place in 0..<room where places.pointer[place] != 0 {
            count += 1
            let node = UInt32(truncatingIfNeeded: places.pointer[place])
            guard node > 0, node <= nodes else {
                throw SnapshotReader.malformed("\(SnapshotSection.contents)", "place \(place) names node \(node) - 1")
            }
        }
        // A search for what is not there ends at an empty place, and those must not be few.
        guard count == 0 || room >= count + count / 4 + 8, count == nodes else {
            throw SnapshotReader.malformed("\(SnapshotSection.contents)", "\(count) of \(room) places are taken")
        }
        return count
    }

    /// The memory held.
    var bytes: Int { places.bytes }

    /// Makes room for a number of nodes in all.
    mutating func reserve(_ nodes: Int) throws(VectorSearchError) {
        let room = nodes + nodes / 4 + 8
        guard room > places.capacity else { return }
        try move(to: max(room, places.capacity + places.capacity / 4))
    }

    /// Moves to the least memory that holds what is there.
    mutating func shrink() throws(VectorSearchError) {
        try move(to: count + count / 4 + 8)
    }

    private mutating func move(to room: Int) throws(VectorSearchError) {
        var moved = NodeTable(try Column(capacity: room))
        for index in 0..<places.capacity where places.pointer[index] != 0 { moved.put(places.pointer[index]) }
        moved.count = count
        self = moved
    }

    private init(_ places: consuming Column<UInt64>) {
        self.places = places
    }

    /// The node with a hash that is the one looked for.
    @inline(__always)
    func node(_ hash: UInt64, where isWanted: (UInt32) -> Bool) -> UInt32? {
        var place = home(hash)
        while true {
            let entry = places.pointer[place]
            guard entry != 0 else { return nil }
            if entry >> 32 == hash >> 32 {
                let node = UInt32(truncatingIfNeeded: entry) - 1
                if isWanted(node) { return node }
            }
            place = following(place)
        }
    }

    /// Adds a node; room must be reserved.
    mutating func insert(_ node: UInt32, _ hash: UInt64) {
        put(Self.entry(node, hash))
        count += 1
    }

    /// Removes a node, if it is there.
    mutating func remove(_ node: UInt32, _ hash: UInt64) {
        var place = home(hash)
        while places.pointer[place] != Self.entry(node, hash) {
            guard places.pointer[place] != 0 else { return }
            place = following(place)
        }
        count -= 1
        // Those behind it move up, so that no search ends before it reaches them.
        var empty = place
        var next = following(place)
        while places.pointer[next] != 0 {
            let wanted = home(places.pointer[next])
            let distance = (next - wanted + places.capacity) % places.capacity
            if distance >= (next - empty + places.capacity) % places.capacity {
                places.pointer[empty] = places.pointer[next]
                empty = next
            }
            next = following(next)
        }
        places.pointer[empty] = 0
    }

    private static func entry(_ node: UInt32, _ hash: UInt64) -> UInt64 {
        hash & 0xFFFF_FFFF_0000_0000 | UInt64(node + 1)
    }

    private func put(_ entry: UInt64) {
        var place = home(entry)
        while places.pointer[place] != 0 { place = following(place) }
        places.pointer[place] = entry
    }

    /// Where an entry or a hash belongs: a share of the table as large as its upper half is of all numbers.
    @inline(__always)
    private func home(_ hash: UInt64) -> Int { Int(((hash >> 32) &* UInt64(places.capacity)) >> 32) }

    @inline(__always)
    private func following(_ place: Int) -> Int { place + 1 == places.capacity ? 0 : place + 1 }
}
