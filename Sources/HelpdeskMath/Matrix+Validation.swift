import CHelpdeskKernels

extension Matrix {
    /// Whether no element is NaN or infinite.
    public var isFinite: Bool {
        withUnsafeBufferPointer { helpdesk_all_finite($0.baseAddress, $0.count) != 0 }
    }

    /// Refuses a matrix with an element that is NaN or infinite, and says where the first one is.
    func requireFinite(_ name: String) throws(MathError) {
        guard !isFinite else { return }
        let index = withUnsafeBufferPointer { $0.firstIndex { !$0.isFinite } } ?? 0
        throw MathError(
            .notFinite, "\(name) has a NaN or infinite element in row \(index / columns), column \(index % columns)")
    }
}

extension [Float] {
    /// Refuses a vector with a component that is NaN or infinite, and says where the first one is.
    func requireFinite(_ name: String) throws(MathError) {
        guard let index = firstIndex(where: { !$0.isFinite }) else { return }
        throw MathError(.notFinite, "\(name) has a NaN or infinite component at \(index)")
    }
}

extension Float {
    /// Refuses a scalar that is NaN or infinite.
    func requireFinite(_ name: String) throws(MathError) {
        guard !isFinite else { return }
        throw MathError(.notFinite, "\(name) is \(self)")
    }
}
