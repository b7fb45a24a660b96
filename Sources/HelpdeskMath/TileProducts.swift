import CHelpdeskKernels

/// Products of row-major blocks by the library's own matrix kernel, which does not depend on the BLAS that is installed:
/// result ← addend + input·weightsᵀ.
struct TileProducts {
    /// A block within a row-major matrix.
    struct Block {
        var start: UnsafeMutablePointer<Float>
        var stride: Int

        /// The block that begins some rows and columns further on.
        func at(_ row: Int, _ column: Int) -> Block { Block(start: start + row * stride + column, stride: stride) }

        fileprivate var rows: helpdesk_rows { helpdesk_rows(values: start, stride: stride) }
    }

    let instructionSet = helpdesk_best_isa()

    /// The number of columns that the kernel computes side by side.
    var panelWidth: Int { helpdesk_panel_width(instructionSet) }

    /// Adds the product of rows and packed weights to a block. Input and result may lie in one matrix if they share no
    /// element.
    func add(rows: Int, _ input: Block, _ weights: PackedRows, to result: Block) {
        run(rows, input, weights, addend: result, into: result)
    }

    /// Replaces a block by the product of rows and packed weights.
    func set(rows: Int, _ input: Block, _ weights: PackedRows, to result: Block) {
        run(rows, input, weights, addend: nil, into: result)
    }

    private func run(_ rows: Int, _ input: Block, _ weights: PackedRows, addend: Block?, into result: Block) {
        guard rows > 0, weights.outputs > 0 else { return }
        guard weights.inputs > 0 else {
            if addend == nil {
                for row in 0..<rows {
                    (result.start + row * result.stride).update(repeating: 0, count: weights.outputs)
                }
            }
            return
        }
        let columns = (weights.outputs + panelWidth - 1) / panelWidth * panelWidth
        guard columns > weights.outputs else {
            call(rows, input, weights, addend: addend, into: result)
            return
        }
        // The kernel writes whole panels: those that are not filled go through memory with room for them.
        withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * columns) { memory in
            guard let start = memory.baseAddress else { return }
            start.initialize(repeating: 0, count: rows * columns)
            let whole = Block(start: start, stride: columns)
            if let addend {
                for row in 0..<rows {
                    (start + row * columns).update(from: addend.start + row * addend.stride, count: weights.outputs)
                }
            }
            call(rows, input, weights, addend: addend == nil ? nil : whole, into: whole)
            for row in 0..<rows {
                (result.start + row * result.stride).update(from: start + row * columns, count: weights.outputs)
            }
        }
    }

    private func call(_ rows: Int, _ input: Block, _ weights: PackedRows, addend: Block?, into result: Block) {
        var layer = helpdesk_linear_layer(
            panels: weights.panels, bias: nil, inputs: weights.inputs, outputs: weights.outputs,
            panel_stride: weights.panelStride)
        helpdesk_linear(
            instructionSet, rows, input.rows, &layer, addend?.rows ?? helpdesk_rows(values: nil, stride: 0),
            HELPDESK_IDENTITY, result.rows)
    }
}
