import CHelpdeskKernels

/// Rows laid out as the matrix kernel reads them, to which columns can be added.
final class PackedRows {
    /// The number of rows: the columns of the product.
    let outputs: Int
    /// The number of columns so far: what is summed over.
    private(set) var inputs = 0
    let panels: UnsafeMutablePointer<Float>
    /// Floats from panel to panel.
    let panelStride: Int
    private let width: Int
    private let panelCount: Int
    private let copy: UnsafeMutablePointer<Float>
    private let block: UnsafeMutablePointer<Float>
    private let capacity: Int
    private let columnsAtOnce: Int

    /// - Parameters:
    ///   - outputs: The number of rows.
    ///   - capacity: The most columns there will be.
    ///   - columnsAtOnce: The most columns that are added at once.
    init(outputs: Int, capacity: Int, columnsAtOnce: Int, width: Int) {
        self.outputs = outputs
        self.capacity = capacity
        self.columnsAtOnce = columnsAtOnce
        self.width = width
        panelCount = (outputs + width - 1) / width
        panelStride = capacity * width
        panels = .allocate(capacity: max(1, panelCount * panelStride))
        copy = .allocate(capacity: max(1, outputs * columnsAtOnce))
        block = .allocate(capacity: max(1, panelCount * width * columnsAtOnce))
    }

    deinit {
        panels.deallocate()
        copy.deallocate()
        block.deallocate()
    }

    /// Starts again without columns.
    func removeAll() { inputs = 0 }

    /// Adds columns of the rows of a matrix, times a factor.
    func append(_ rows: TileProducts.Block, columns: Int, factor: Float = 1) {
        precondition(columns <= columnsAtOnce && inputs + columns <= capacity)
        for row in 0..<outputs {
            let source = rows.start + row * rows.stride
            let target = copy + row * columns
            for column in 0..<columns { target[column] = factor * source[column] }
        }
        appendCopied(columns)
    }

    /// Adds rows of a matrix as columns.
    func appendTransposed(_ rows: TileProducts.Block, rowCount: Int) {
        precondition(rowCount <= columnsAtOnce && inputs + rowCount <= capacity)
        for row in 0..<rowCount {
            let source = rows.start + row * rows.stride
            for output in 0..<outputs { copy[output * rowCount + row] = source[output] }
        }
        appendCopied(rowCount)
    }

    private func appendCopied(_ columns: Int) {
        helpdesk_pack_weights(width, outputs, columns, copy, block)
        for panel in 0..<panelCount {
            (panels + panel * panelStride + inputs * width).update(
                from: block + panel * columns * width, count: columns * width)
        }
        inputs += columns
    }
}
