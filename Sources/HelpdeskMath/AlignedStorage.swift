import CHelpdeskKernels

/// Floats that start on a cache line; the only owner of raw memory in this module.
///
/// Sendable without a check because the floats are written only through ``Matrix``, and only while it is the one
/// reference to them.
final class AlignedStorage: @unchecked Sendable {
    let floats: UnsafeMutableBufferPointer<Float>

    /// Allocates zeros, or returns `nil` where there is no such memory.
    init?(count: Int) {
        let (bytes, overflow) = max(count, 1).multipliedReportingOverflow(by: MemoryLayout<Float>.stride)
        guard count >= 0, !overflow, let memory = helpdesk_allocate(bytes) else { return nil }
        floats = UnsafeMutableBufferPointer(start: memory.assumingMemoryBound(to: Float.self), count: count)
    }

    deinit {
        helpdesk_deallocate(floats.baseAddress)
    }

    /// A copy of its own, or `nil` where there is no memory for it.
    func copy() -> AlignedStorage? {
        guard let copy = AlignedStorage(count: floats.count) else { return nil }
        _ = copy.floats.update(fromContentsOf: floats)
        return copy
    }
}
