/// A map from byte strings to numbers that finds the longest key at a place in a text in one walk.
///
/// The edges of all nodes are in one open-addressed hash table, keyed by node and byte, so that building is linear in
/// the bytes of the keys whatever they are, and a step of a walk is one probe.
struct ByteTrie: Sendable {
    /// An edge; `child` is 0 where the slot is free, since no edge leads to the root.
    struct Slot: Sendable {
        var key: UInt32 = 0
        var child: UInt32 = 0
    }

    /// The node every walk starts from.
    static let root: UInt32 = 0
    /// One more than the largest node number that fits beside a byte in a key.
    static let maximumNodeCount = 1 << 24

    private(set) var slots: [Slot]
    /// The value of each node's key, or -1 where none ends there.
    private(set) var values: [Int32]
    private(set) var shift: UInt32

    /// Creates an empty map with room for some nodes.
    init(minimumCapacity: Int = 16) {
        var bits: UInt32 = 5
        while (1 << bits) < 2 * min(minimumCapacity, Self.maximumNodeCount) { bits += 1 }
        slots = Array(repeating: Slot(), count: 1 << bits)
        shift = 32 - bits
        values = [-1]
    }

    /// Sets the value of a key, which must not be negative. Returns whether there was room for it. O(key) expected.
    mutating func insert(_ key: some Sequence<UInt8>, value: Int32) -> Bool {
        var node = Self.root
        for byte in key {
            let next = child(of: node, byte)
            if next != 0 {
                node = next
                continue
            }
            guard values.count < Self.maximumNodeCount else { return false }
            if values.count * 2 > slots.count { grow() }
            let added = UInt32(values.count)
            values.append(-1)
            place(Slot(key: node << 8 | UInt32(byte), child: added))
            node = added
        }
        values[Int(node)] = value
        return true
    }

    /// The value of a key, or `nil`.
    func value(of key: some Sequence<UInt8>) -> Int32? {
        guard let node = node(of: key), values[Int(node)] >= 0 else { return nil }
        return values[Int(node)]
    }

    /// The node that a string of bytes leads to from the root, or `nil`.
    func node(of key: some Sequence<UInt8>) -> UInt32? {
        var node = Self.root
        for byte in key {
            node = child(of: node, byte)
            if node == 0 { return nil }
        }
        return node
    }

    private func child(of node: UInt32, _ byte: UInt8) -> UInt32 {
        slots.withUnsafeBufferPointer { slots in
            Self.child(of: node, byte, in: slots.baseAddress!, shift: shift)
        }
    }

    private mutating func place(_ slot: Slot) {
        var index = Int(Self.hash(slot.key) >> shift)
        while slots[index].child != 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        shift -= 1
        for slot in old where slot.child != 0 { place(slot) }
    }

    @inline(__always)
    private static func hash(_ key: UInt32) -> UInt32 { key &* 0x9E37_79B1 }

    @inline(__always)
    private static func child(
        of node: UInt32, _ byte: UInt8, in slots: UnsafePointer<Slot>, shift: UInt32
    ) -> UInt32 {
        let key = node << 8 | UInt32(byte)
        let mask = Int(UInt32.max >> shift)
        var index = Int(hash(key) >> shift)
        while true {
            let slot = slots[index]
            if slot.child == 0 || slot.key == key { return slot.child }
            index = (index + 1) & mask
        }
    }
}

extension ByteTrie {
    /// The trie's memory, for walks without reference counting. Valid only inside ``withView(_:)``.
    struct View {
        fileprivate let slots: UnsafePointer<Slot>
        fileprivate let values: UnsafePointer<Int32>
        fileprivate let shift: UInt32

        /// The node that an edge leads to, or 0 where there is no such edge.
        @inline(__always)
        func child(of node: UInt32, _ byte: UInt8) -> UInt32 {
            ByteTrie.child(of: node, byte, in: slots, shift: shift)
        }

        /// The value of the key that ends at a node, or -1.
        @inline(__always)
        func value(at node: UInt32) -> Int32 { values[Int(node)] }

        /// The longest key of at least one byte that a text starts with, walking on from `node`.
        ///
        /// - Returns: The value, or -1 where there is none, and how many bytes of the text it takes.
        @inline(__always)
        func longestMatch(
            from node: UInt32, _ text: UnsafePointer<UInt8>, count: Int
        ) -> (value: Int32, count: Int) {
            var node = node
            var best: (value: Int32, count: Int) = (-1, 0)
            var index = 0
            while index < count {
                node = child(of: node, text[index])
                if node == 0 { break }
                index += 1
                let value = values[Int(node)]
                if value >= 0 { best = (value, index) }
            }
            return best
        }
    }

    /// Calls a closure with the trie's memory.
    @inline(__always)
    func withView<Result>(_ body: (View) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            values.withUnsafeBufferPointer { values in
                body(View(slots: slots.baseAddress!, values: values.baseAddress!, shift: shift))
            }
        }
    }
}
