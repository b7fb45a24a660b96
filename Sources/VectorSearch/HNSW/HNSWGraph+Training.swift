import CHelpdeskKernels

extension HNSWGraph {
    /// What came of making codes: new ones, or none where vectors have to be measured themselves.
    struct Training {
        var codes: NavigationCodes?
        /// With how many nodes codes are made next.
        var due: Int
    }

    /// With fewer nodes than this, vectors are measured themselves.
    static let fewestCoded = 1_024

    /// Vectors of fewer dimensions are hardly longer than codes, and the fewer there are, the coarser are those.
    static let fewestDimensions = 64

    /// Makes new codes when the graph has doubled since the last time; `nil` when it has not.
    ///
    /// They come into force only where they prove themselves: vectors that crowd together much more closely than codes
    /// can tell apart are found by their components.
    func trainedIfDue(_ threads: Int, _ workspace: Workspace) throws(VectorSearchError) -> Training? {
        count >= trainingDue ? try trained(threads, workspace) : nil
    }

    /// Puts new codes in force.
    func adopt(_ training: Training) {
        codes = training.codes
        trainingDue = training.due
    }

    /// Makes codes for all nodes.
    func trained(_ threads: Int, _ workspace: Workspace) throws(VectorSearchError) -> Training {
        var training = Training(codes: nil, due: Self.fewestCoded)
        while training.due <= count { training.due *= 2 }
        let table = store.table()
        guard count >= Self.fewestCoded, store.dimensions >= Self.fewestDimensions, !table.isWide else {
            return training
        }
        // Where there is no memory for codes, searches go on without.
        do throws(VectorSearchError) {
            let codes = try made(around: centre(table), threads)
            if try provesItself(codes, workspace) { training.codes = codes }
        } catch  where error.code == .capacityExceeded {}
        return training
    }

    /// Codes of all nodes around a centre.
    func made(around centre: [Float], _ threads: Int) throws(VectorSearchError) -> NavigationCodes {
        let codes = try NavigationCodes(
            dimensions: store.dimensions, metric: store.metric, instructionSet: store.instructionSet, centre: centre)
        try codes.reserve(max(store.capacity, count), keeping: 0)
        encode(0..<count, codes, store.table(), threads)
        return codes
    }

    /// The mean of the vectors, or of their directions for the cosine.
    private func centre(_ table: VectorTable) -> [Float] {
        var sums = [Double](repeating: 0, count: store.dimensions)
        // Every node up to some number; more would not move the mean.
        let step = max(1, count / 65_536)
        var rows = 0
        var vector = [Float](repeating: 0, count: store.dimensions)
        for row in stride(from: 0, to: count, by: step) {
            let weight = table.metric == .cosine ? table.weights[row] : 1
            vector.withUnsafeMutableBufferPointer {
                if let start = $0.baseAddress { table.read(UInt32(row), into: start) }
            }
            for i in sums.indices { sums[i] += Double(vector[i]) * weight }
            rows += 1
        }
        return sums.map { Float($0 / Double(rows)) }
    }

    /// How many vectors are looked for as a trial of codes, how many neighbours of each, and the least share that must be
    /// found of what a search without codes finds.
    private static let trial = (queries: 64, neighbours: 10, width: 64, share: 0.97)

    private func provesItself(
        _ codes: NavigationCodes, _ workspace: Workspace
    ) throws(VectorSearchError) -> Bool {
        let view = view()
        let traversal = CodedTraversal(codes: codes, view: view)
        var wanted = 0
        var found = 0
        for index in 0..<Self.trial.queries {
            let query = store.vector(count * index / Self.trial.queries)
            try view.table.withQuery(query) { query throws(VectorSearchError) in
                guard CodedTraversal.isSound(codes, view.table, query) else { return }
                let start = try view.descend(query, to: 0, workspace)
                let pool = try view.explore(query, level: 0, from: start, width: Self.trial.width, workspace)
                let neighbours = min(Self.trial.neighbours, pool.count)
                let limit = pool.candidates[neighbours - 1].distance
                let coded = try traversal.nearest(
                    query, limit: Self.trial.width, breadth: Self.trial.width, workspace)
                wanted += neighbours
                found += min(neighbours, coded.prefix(neighbours).count { $0.distance <= limit })
            }
        }
        return wanted > 0 && Double(found) >= Self.trial.share * Double(wanted)
    }
}
