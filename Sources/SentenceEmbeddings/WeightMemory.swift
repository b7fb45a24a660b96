#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The bytes that hold a model's packed weights: allocated here, or someone else's, such as a memory map.
///
/// `@unchecked Sendable`: written only before it is shared.
final class WeightMemory: @unchecked Sendable {
    /// Where every piece of the weights begins at a multiple of this.
    static let alignment = 64

    let start: UnsafeMutableRawPointer
    let count: Int
    /// Whose bytes they are, where they were not allocated here.
    private let owner: Data?

    /// Allocates zeros.
    init(count: Int) {
        self.count = count
        owner = nil
        start = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: Self.alignment)
        start.initializeMemory(as: UInt8.self, repeating: 0, count: count)
    }

    /// The bytes of `data` from an offset on: in place where they lie at a multiple of ``alignment``, else a copy.
    init(_ data: Data, from offset: Int) {
        count = data.count - offset
        // The bytes of a `Data` that is a map, or too large to lie in the value itself, stay where they are while it lives.
        let bytes = data.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[offset...]) }
        if let base = bytes.baseAddress, Int(bitPattern: base).isMultiple(of: Self.alignment) {
            owner = data
            start = UnsafeMutableRawPointer(mutating: base)
        } else {
            owner = nil
            start = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: Self.alignment)
            data.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress else { return }
                start.copyMemory(from: base + offset, byteCount: count)
            }
        }
    }

    deinit { if owner == nil { start.deallocate() } }
}

/// A piece of a model's packed weights.
struct WeightSlice: Sendable {
    private let memory: WeightMemory?
    private let offset: Int

    fileprivate init(_ memory: WeightMemory?, offset: Int) {
        self.memory = memory
        self.offset = offset
    }

    /// Where it begins. There must be memory: see ``WeightArena``.
    var bytes: UnsafeMutableRawPointer {
        guard let memory else { preconditionFailure("these weights were only counted") }
        return memory.start + offset
    }
    var floats: UnsafeMutablePointer<Float> { bytes.assumingMemoryBound(to: Float.self) }
}

/// Hands out the pieces of one block of memory, one after the other.
///
/// Who asks in the same order for the same sizes gets the same pieces. So the weights of a model are laid out three times
/// by the same code: to count the bytes, to fill them, and to find the pieces in bytes that were filled before.
struct WeightArena {
    private let memory: WeightMemory?
    /// The bytes handed out so far, rounded up.
    private(set) var used = 0

    /// An arena of some memory, or one that only counts.
    init(_ memory: WeightMemory? = nil) { self.memory = memory }

    mutating func take(bytes: Int) -> WeightSlice {
        let slice = WeightSlice(memory, offset: used)
        used += (bytes + WeightMemory.alignment - 1) / WeightMemory.alignment * WeightMemory.alignment
        return slice
    }

    mutating func take(floats: Int) -> WeightSlice { take(bytes: floats * MemoryLayout<Float>.stride) }
}
