import HelpdeskKnowledge

/// One synchronization: compares the folder with what a cursor remembers and yields the difference.
///
/// Changed files are read in batches. Before the first item of a batch is yielded the cursor notes that the batch's
/// files are *open*, with every id they had or are about to give and no hash. So wherever the caller stops, and whatever
/// happens to the files meanwhile, the next synchronization reads them again and knows what to remove.
///
/// A change is held back until the next one is known, so that the last change of a batch carries the cursor past it.
struct FolderSync {
    /// At least so many items of one file are yielded before the cursor moves on within it.
    private static let itemsPerCursor = 1_000
    /// From file to file, and within a large file, the cursor moves about this often, because its length grows with the
    /// number of files and items.
    private static let batches = 64
    /// A batch ends early at this many bytes of files.
    private static let bytesPerBatch = 4 << 20

    /// A changed file that has been read and not yet yielded.
    private struct Pending {
        var entry: FolderManifest.Entry
        var items: [KnowledgeItem] = []
        /// How many of the items were yielded by an earlier synchronization.
        var done = 0
        /// The ids the file gave before and does not give now.
        var gone: [String] = []
        /// The error that ended the reading and ends the synchronization.
        var failure: FilesError?

        /// The entry while its items are being yielded.
        var opened: FolderManifest.Entry {
            var entry = entry
            entry.digest = ""
            entry.ids += gone
            return entry
        }
    }

    private let source: FolderSource
    private let sink: FolderSink
    private let previous: FolderManifest
    /// The files of the last synchronization that have not been reached in this one.
    private var remaining: [String: FolderManifest.Entry]
    /// What the next cursor will say of the files that are done.
    private var manifest: FolderManifest
    private var batch: [Pending] = []
    private var batchBytes = 0
    /// Which file each id of this synchronization comes from, to find ids that are used twice.
    private var owners: [String: String] = [:]
    private var held: KnowledgeChange.Action?
    private var cursor = SyncCursor(rawValue: "")

    init(source: FolderSource, previous: FolderManifest, sink: FolderSink) {
        self.source = source
        self.sink = sink
        self.previous = previous
        remaining = Dictionary(previous.files.map { ($0.path, $0) }) { first, _ in first }
        manifest = FolderManifest(of: source)
        manifest.removals = previous.removals
        manifest.partial = previous.partial
    }

    /// Runs to the end.
    ///
    /// - Throws: ``FilesError`` under ``FolderSource/ErrorPolicy/stop``, and `CancellationError`.
    mutating func run() throws {
        do {
            let listing = try FolderListing(
                root: source.path, check: sink.checkStopped, report: { error in try report(error) })
            let filesPerBatch = max(1, listing.files.count / Self.batches)
            for file in listing.files {
                try sink.checkStopped()
                try load(file)
                if batch.count >= filesPerBatch || batchBytes >= Self.bytesPerBatch { try emitBatch() }
            }
            try emitBatch()
            try finish(listing)
        } catch let error as FilesError {
            // What was read before the error stands, with a cursor that is not past it.
            try emitBatch()
            try moveCursor()
            try flush()
            throw error
        }
        try flush()
    }

    // MARK: Reading

    /// Reads a file into the batch, or takes it over where it has not changed.
    private mutating func load(_ file: FolderListing.File) throws {
        let before = remaining[file.path]
        let bytes: [UInt8]
        do {
            bytes = try FileReader.bytes(of: file.location, limit: source.configuration.maximumFileSize)
        } catch {
            // Gone since the folder was listed, unless it is a link that leads nowhere.
            if error.code == .notFound, !file.isExpected { return }
            try report(error)
            if let before { keep(before) }
            return
        }
        let digest = SHA256.hexadecimal(of: bytes)
        if let before, before.digest == digest {
            keep(before)
            try checkOwners(of: before)
            return
        }

        var pending = Pending(entry: FolderManifest.Entry(path: file.path, digest: digest))
        var isComplete = true
        do {
            let reader = FolderReader(path: file.path, format: file.format, configuration: source.configuration)
            try reader.read(bytes) { result in
                try sink.checkStopped()
                do throws(FilesError) {
                    let read = try result.get()
                    try claim(read.item.id, for: file.path)
                    pending.items.append(read.item)
                    if let row = read.row {
                        pending.entry.add(row: row)
                    } else {
                        pending.entry.ids.append(read.item.id)
                    }
                } catch {
                    isComplete = false
                    try report(error)
                }
            }
        } catch let error as FilesError {
            isComplete = false
            if case .skip(let report) = source.configuration.onError { report(error) } else { pending.failure = error }
        }
        if !isComplete, pending.items.isEmpty {
            // Nothing of the file could be read: it stands as it was, and is tried again next time.
            if let failure = pending.failure { throw failure }
            if let before { keep(before) }
            return
        }

        before?.forEachID(prefix: manifest.prefix) { id in
            if owners[id] != file.path { pending.gone.append(id) }
        }
        if !isComplete {
            // A row that cannot be read is not a row that is gone.
            pending.entry.ids += pending.gone
            pending.gone = []
        }
        if let partial = previous.partial, partial.path == file.path, partial.digest == digest {
            pending.done = min(max(partial.items, 0), pending.items.count)
        }
        remaining[file.path] = nil
        batch.append(pending)
        batchBytes += bytes.count
        if let failure = pending.failure { throw failure }
    }

    /// Takes a file over as it was.
    private mutating func keep(_ entry: FolderManifest.Entry) {
        entry.forEachID(prefix: manifest.prefix) { id in
            if owners[id] == nil { owners[id] = entry.path }
        }
        remaining[entry.path] = nil
        manifest.files.append(entry)
    }

    /// Notes whose an id is.
    private mutating func claim(_ id: String, for path: String) throws(FilesError) {
        if let owner = owners[id] { throw duplicate(id, path, owner) }
        owners[id] = path
    }

    private func checkOwners(of entry: FolderManifest.Entry) throws {
        try entry.forEachID(prefix: manifest.prefix) { id in
            if let owner = owners[id], owner != entry.path { try report(duplicate(id, entry.path, owner)) }
        }
    }

    private func duplicate(_ id: String, _ path: String, _ owner: String) -> FilesError {
        let place = owner == path ? "twice in this file" : "in \(owner) too"
        return FilesError(.malformed, "\(path): the id \"\(id)\" is used \(place); ids must be unique")
    }

    private func report(_ error: FilesError) throws(FilesError) {
        switch source.configuration.onError {
        case .stop: throw error
        case .skip(let report): report(error)
        }
    }

    // MARK: Yielding

    private mutating func emitBatch() throws {
        guard !batch.isEmpty else { return }
        for pending in batch where pending.entry.path == manifest.partial?.path { setPartial(pending, pending.done) }
        try moveCursor()
        while let pending = batch.first {
            let interval = max(Self.itemsPerCursor, pending.items.count / Self.batches)
            for (index, item) in pending.items.enumerated().dropFirst(pending.done) {
                if index > pending.done, index.isMultiple(of: interval) {
                    setPartial(pending, index)
                    try moveCursor()
                }
                try emit(.upsert(item))
            }
            if manifest.partial?.path == pending.entry.path { manifest.partial = nil }
            manifest.files.append(pending.failure == nil ? pending.entry : pending.opened)
            manifest.removals += pending.gone
            batch.removeFirst()
        }
        batchBytes = 0
    }

    private mutating func setPartial(_ pending: Pending, _ items: Int) {
        manifest.partial =
            items == 0 ? nil : .init(path: pending.entry.path, digest: pending.entry.digest, items: items)
    }

    private mutating func finish(_ listing: FolderListing) throws {
        // Before the first removal the cursor must no longer take any of it for unchanged.
        manifest.partial = nil
        for entry in previous.files where remaining[entry.path] != nil {
            if listing.unreadable.contains(where: { entry.path.hasPrefix($0) }) {
                keep(entry)
            } else {
                remaining[entry.path] = nil
                entry.forEachID(prefix: manifest.prefix) { manifest.removals.append($0) }
            }
        }
        try moveCursor()
        let removals = manifest.removals
        var removed = Set<String>()
        for id in removals where owners[id] == nil && removed.insert(id).inserted {
            try sink.checkStopped()
            try emit(.remove(id: id))
        }
        manifest.removals = []
        try moveCursor()
    }

    private mutating func emit(_ action: KnowledgeChange.Action) throws {
        try flush()
        held = action
    }

    private mutating func flush() throws {
        guard let action = held else { return }
        held = nil
        try sink.yield(KnowledgeChange(action, cursor: cursor))
    }

    /// Makes the cursor say that everything emitted so far, the held change included, is done.
    private mutating func moveCursor() throws {
        var now = manifest
        now.files += batch.map(\.opened)
        now.files += previous.files.filter { remaining[$0.path] != nil }
        cursor = try now.cursor()
    }
}
