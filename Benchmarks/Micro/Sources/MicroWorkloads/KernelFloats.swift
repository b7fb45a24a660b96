import CHelpdeskKernels
import HelpdeskTesting

/// Random floats in memory that starts on a cache line, as the library keeps them.
///
/// `@unchecked Sendable`: each workload has its own, and runs its operations one after the other.
final class KernelFloats: @unchecked Sendable {
    let start: UnsafeMutablePointer<Float>

    init(count: Int, seed: UInt64) {
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Float>.stride, alignment: 64)
        start = raw.bindMemory(to: Float.self, capacity: count)
        var generator = SeededGenerator(seed: seed)
        start.initialize(from: generator.vector(dimensions: count), count: count)
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }
}
