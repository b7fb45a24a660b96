/// Floats at a fixed address that is a multiple of 64.
///
/// `@unchecked Sendable`: weights are written only before they are shared; results are written by several threads at
/// once, each to rows of its own, and read after all of them are done.
final class AlignedFloats: @unchecked Sendable {
    let count: Int
    let start: UnsafeMutablePointer<Float>

    /// Allocates `count` zeros.
    init(count: Int) {
        let raw = UnsafeMutableRawPointer.allocate(
            byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
        self.count = count
        start = raw.bindMemory(to: Float.self, capacity: count)
        start.initialize(repeating: 0, count: count)
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }
}
