import Synchronization

/// Memory that holds a snapshot, for an index that uses it in place.
///
/// A private, writable map of a file is best: it takes no time to make, the system brings in what is read and may drop it
/// again, and what the index changes stays its own. The file must not change meanwhile.
///
/// Sendable without a check because only the one index that was made from it touches the memory, under its own lock.
public final class SnapshotMemory: @unchecked Sendable {
    let bytes: UnsafeMutableRawBufferPointer
    private let isTaken = Atomic<Bool>(false)
    private let deallocator: @Sendable (UnsafeMutableRawBufferPointer) -> Void

    /// Takes memory over.
    ///
    /// - Parameters:
    ///   - bytes: The snapshot, from an address that is a multiple of 64 on. Nobody else may change it from now on; the index
    ///     may.
    ///   - deallocator: Called once, when no index uses the memory any more.
    public init(
        _ bytes: UnsafeMutableRawBufferPointer,
        deallocator: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void
    ) {
        self.bytes = bytes
        self.deallocator = deallocator
    }

    /// Gives the memory to an index, unless one has it.
    func take() throws(VectorSearchError) {
        guard !isTaken.exchange(true, ordering: .acquiringAndReleasing) else {
            throw VectorSearchError(.invalidArgument, "the memory of the snapshot is used by an index already")
        }
    }

    /// Takes the memory back from an index that does not use it.
    func giveBack() {
        isTaken.store(false, ordering: .releasing)
    }

    deinit {
        deallocator(bytes)
    }
}
