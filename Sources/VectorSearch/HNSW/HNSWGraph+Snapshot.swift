import CHelpdeskKernels

extension HNSWGraph {
    /// Appends the number of nodes, of levels drawn, and the entry point.
    func appendNumbers(to bytes: inout [UInt8]) {
        bytes.append(UInt64(count))
        bytes.append(sequence.position)
        bytes.append(entry)
        bytes.append(UInt32(0))
    }

    /// Adds all that the graph holds, as it lies in memory.
    func addSections(to writer: inout SnapshotWriter) {
        store.addSections(to: &writer)
        names.addSections(to: &writer, nodes: count)
        writer.add(.contents, contents.places, count: contents.places.capacity)
        writer.add(.levels, levels, count: count)
        writer.add(.degrees, degrees, count: count)
        writer.add(.links, links, count: count * baseConnectivity)
        writer.add(.upperLinks, upperLinks, count: upperBlocks * (connectivity + 1))
        writer.add(.tree, parents, count: count)
        writer.add(.navigation) { bytes in
            bytes.append(UInt64(trainingDue))
            codes?.centre.withUnsafeBufferPointer { bytes.append($0) }
        }
        codes?.addSection(to: &writer, count: count)
    }

    /// Reads a graph, and checks that it is one.
    ///
    /// - Parameter memory: What the snapshot lies in, to use it in place; `nil` to copy it.
    static func read(
        _ configuration: HNSWIndex.Configuration, _ cursor: inout SnapshotCursor, _ reader: SnapshotReader,
        in memory: SnapshotMemory?
    ) throws(VectorSearchError) -> HNSWGraph {
        let nodes = try cursor.read(UInt64.self)
        let position = try cursor.read(UInt64.self)
        let entry = try cursor.read(UInt32.self)
        _ = try cursor.read(UInt32.self)
        guard nodes <= UInt64(mostNodes) else { throw cursor.malformed("\(nodes) nodes") }
        let source = SnapshotSource(reader: reader, memory: memory, count: Int(nodes))
        let graph = try HNSWGraph(configuration, source, position: position)
        if graph.count > 0 {
            guard Int(entry) < graph.count, Int(graph.levels.pointer[Int(entry)]) == graph.topLevel else {
                throw cursor.malformed("entry point \(entry)")
            }
            graph.entry = entry
        }
        // Links are followed only after this: a link out of range must not be.
        if let problem = graph.linkViolation() { throw SnapshotReader.malformed("links", problem) }
        if let problem = graph.violation() { throw SnapshotReader.malformed("tree", problem) }
        return graph
    }
}

/// A snapshot whose sections become columns.
struct SnapshotSource {
    let reader: SnapshotReader
    /// What the snapshot lies in where it is used in place.
    let memory: SnapshotMemory?
    /// The number of nodes.
    let count: Int

    /// A section of `count` elements, in place or as a copy.
    func column<Element: BitwiseCopyable>(
        _ section: SnapshotSection, count: Int, of type: Element.Type = Element.self
    ) throws(VectorSearchError) -> Column<Element> {
        var cursor = try reader.section(section)
        let elements = try cursor.elements(count, of: type)
        guard memory == nil else {
            return try Column(borrowing: UnsafeMutableBufferPointer(mutating: elements))
        }
        let column = try Column<Element>(capacity: count)
        if let start = elements.baseAddress { column.pointer.update(from: start, count: count) }
        return column
    }

    /// How many elements a section has.
    func elementCount<Element>(
        _ section: SnapshotSection, of type: Element.Type
    ) throws(VectorSearchError) -> Int {
        try reader.section(section).remaining / MemoryLayout<Element>.stride
    }
}
