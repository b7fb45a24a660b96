import CHelpdeskKernels

/// A growing array in raw memory that starts zeroed and on a cache line; owns it, and gives it back.
///
/// Whoever uses ``pointer`` keeps its indices below ``capacity``.
struct Column<Element: BitwiseCopyable>: ~Copyable {
    private(set) var pointer: UnsafeMutablePointer<Element>
    private(set) var capacity: Int
    /// Whether the memory is somebody else's, who keeps it for as long as the column lives.
    private var isBorrowed = false

    init(capacity: Int = 1) throws(VectorSearchError) {
        self.capacity = max(1, capacity)
        pointer = try Self.allocate(self.capacity)
    }

    /// Uses memory of somebody else's in place, until the column grows.
    init(borrowing memory: UnsafeMutableBufferPointer<Element>) throws(VectorSearchError) {
        if let start = memory.baseAddress, memory.count > 0 {
            pointer = start
            capacity = memory.count
            isBorrowed = true
        } else {
            capacity = 1
            pointer = try Self.allocate(capacity)
        }
    }

    deinit {
        if !isBorrowed { helpdesk_deallocate(pointer) }
    }

    /// The memory held.
    var bytes: Int { capacity * MemoryLayout<Element>.stride }

    /// Makes room for a number of elements, a quarter more than there were if it must move, keeping the first `used`.
    mutating func reserve(_ count: Int, keeping used: Int) throws(VectorSearchError) {
        guard count > capacity else { return }
        try resize(max(count, capacity + capacity / 4), keeping: used)
    }

    /// Moves to memory for exactly `count` elements, keeping the first `used`.
    mutating func resize(_ count: Int, keeping used: Int) throws(VectorSearchError) {
        let room = max(1, count)
        guard room != capacity else { return }
        if isBorrowed {
            let moved = try Self.allocate(room)
            moved.update(from: pointer, count: min(used, room))
            isBorrowed = false
            pointer = moved
        } else {
            let size = MemoryLayout<Element>.stride
            let (bytes, overflow) = room.multipliedReportingOverflow(by: size)
            guard !overflow, let moved = helpdesk_reallocate(pointer, used * size, bytes) else {
                throw Self.outOfMemory(room)
            }
            pointer = moved.bindMemory(to: Element.self, capacity: room)
        }
        capacity = room
    }

    private static func outOfMemory(_ count: Int) -> VectorSearchError {
        VectorSearchError(
            .capacityExceeded, "there is no memory for \(count) elements of \(MemoryLayout<Element>.stride) bytes")
    }

    private static func allocate(_ count: Int) throws(VectorSearchError) -> UnsafeMutablePointer<Element> {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        guard !overflow, let memory = helpdesk_allocate(bytes) else {
            throw outOfMemory(count)
        }
        return memory.bindMemory(to: Element.self, capacity: count)
    }
}
