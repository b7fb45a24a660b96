import CHelpdeskKernels

/// An input of a linear layer that a calibration divides.
enum ObservedInput: Sendable {
    /// Of the query, key and value of a layer.
    case projection(layer: Int)
    /// Of the first feed-forward step of a layer.
    case intermediate(layer: Int)
}

/// Looks at the inputs of linear layers during a forward pass: which, its rows, and their number.
typealias LayerObserver = @Sendable (_ input: ObservedInput, _ rows: helpdesk_rows, _ count: Int) -> Void
